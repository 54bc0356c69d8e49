import CivilTime
import Mentoring
import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog
import Wording

/// Sets name, clock and limits of somebody inside one transaction, and notes what that does.
///
/// A clock that moves takes with it what is only planned: slots are times on their mentor's wall, and the region follows where
/// it was the old clock's, or that has none that takes part, and nobody chose it. What was announced stays at the instant that was agreed.
struct TermsChange {
    let service: TrainingService
    let person: Person
    let now: Instant
    let transaction: any StoreWriting

    private(set) var changes: [TermsView.Change] = []
    private(set) var effects: [DepartureView.Effect] = []
    private var planned: [Program.Name] = []
    private var name: String

    init(of person: Person, service: TrainingService, at now: Instant, in transaction: any StoreWriting) {
        self.service = service
        self.person = person
        self.now = now
        self.transaction = transaction
        name = person.name
    }

    func view(isDone: Bool) -> TermsView {
        TermsView(person: name, done: isDone, changes: changes, effects: effects, planned: planned)
    }

    /// Takes what somebody says of themself, which holds everywhere; what stands so everywhere already is not said by sending it.
    mutating func say(name: String?, zone: TimeZoneID?) throws {
        guard let known = try transaction.person(person.email) else { return }
        let given = Person(name: name ?? known.name, email: known.email, zone: zone ?? known.zone)
        let programs = try transaction.programs(of: known.email).filter { try transaction.isIn(known, $0) }
        let before = try programs.map { try transaction.shown(known, in: $0.name) }
        let isNew = (before + [known]).contains { $0.name != given.name || $0.shownZone != given.zone }
        guard isNew else { return }
        for program in programs { _ = try transaction.enter(given, into: program.name, by: .own, at: now) }
        if programs.isEmpty {
            var changed = known
            (changed.name, changed.zone) = (given.name, given.zone)
            try transaction.update(changed)
            try transaction.setSpoken(changed.id)
        }
        note(.name, known.name, given.name)
        note(.zone, known.zone.name, given.zone.name)
        self.name = given.name
        for (program, shown) in zip(programs, before) {
            if shown.name != known.name, shown.name != given.name {
                note(.called(given.name, insteadOf: shown.name), in: program)
            }
            try follow(from: shown.shownZone, to: given.zone, in: program)
        }
    }

    /// Takes whether somebody wants to be reminded of sessions.
    mutating func remind(_ reminders: Reminders) throws {
        note(.reminders, Reminders(areOn: try transaction.wantsReminders(person.id)).rawValue, reminders.rawValue)
        try transaction.setReminders(reminders == .on, of: person.id, at: now)
    }

    /// Takes what an organizer says of somebody, which holds in their program until the one it is about speaks themself.
    mutating func introduce(name: String?, zone: TimeZoneID?, in program: Program) throws {
        guard try transaction.introduction(of: person.id, to: program.name) != nil else {
            throw Refusal(
                .notAllowed,
                "\(person.name) has set name and clock themself, and only they change them: meridian mentor set \(program.name) --as \(person.email)"
            )
        }
        let given = Person(name: name ?? person.name, email: person.email, zone: zone ?? person.shownZone)
        _ = try transaction.enter(given, into: program.name, by: .organizers, at: now)
        note(.name, person.name, given.name)
        note(.zone, person.shownZone.name, given.zone.name)
        self.name = given.name
        try follow(from: person.shownZone, to: given.zone, in: program)
    }

    /// Sets how often somebody leads in a program.
    mutating func limit(maxPerMonth: Int?, minGapWeeks: Int?, in program: Program) throws {
        guard var mentor = try transaction.mentors(of: program.name).first(where: { $0.person.id == person.id }) else {
            return
        }
        let known = mentor
        mentor.maxPerMonth = maxPerMonth ?? known.maxPerMonth
        mentor.minGapWeeks = minGapWeeks ?? known.minGapWeeks
        guard mentor != known else { return }
        try service.store(mentor, after: known, at: now, in: transaction)
        if !planned.contains(program.name) { planned.append(program.name) }
        note(.maxPerMonth, "\(known.maxPerMonth)", "\(mentor.maxPerMonth)")
        note(.minGapWeeks, "\(known.minGapWeeks)", "\(mentor.minGapWeeks)")
        for session in try upcoming(in: program) where session.mentor.id == person.id {
            note(session.status == .announced ? .staysAnnounced : .plannedAgain, in: program, session)
        }
    }

    /// Lets what is only planned in a program follow somebody's clock.
    mutating func follow(from old: TimeZoneID, to new: TimeZoneID, in program: Program) throws {
        guard old != new else { return }
        if let mentor = try transaction.mentors(of: program.name).first(where: { $0.person.id == person.id }) {
            if !planned.contains(program.name) { planned.append(program.name) }
            try followRegion(of: mentor, from: old, to: new, in: program)
            for slot in try transaction.slots(of: program.name) where slot.mentor == person.id {
                try move(slot, from: old, to: new, in: program)
            }
        }
        let rules = try service.zones.rules(for: new)
        for session in try upcoming(in: program) {
            let local = rules.local(at: session.start)
            if session.mentor.id == person.id {
                note(session.status == .announced ? .staysAgreed(local, new) : .plannedAgain, in: program, session)
            } else if try transaction.enrollment(of: person.id, in: session.id) != nil,
                Hours(of: session.start, minutes: session.minutes, in: rules) == .night
            {
                note(.inTheNight(local.time, session.code), in: program, session)
            }
        }
    }

    /// Lets a slot that is nowhere in particular follow, and tells where it is then, and what speaks against its hours that did not before.
    private mutating func move(_ slot: Slot, from old: TimeZoneID, to new: TimeZoneID, in program: Program) throws {
        var moved = slot
        let follows = slot.zone == old && !slot.isZoneNamed
        if follows {
            moved.zone = new
            try transaction.update(moved)
        }
        func remarks(on slot: Slot, _ own: TimeZoneID) throws -> [String] {
            try SlotHours(of: slot, ownZone: own, whose: "their", in: program, by: service.zones)
                .remarks(at: now, by: service.recurrence)
        }
        let before = try remarks(on: slot, old)
        let added = try remarks(on: moved, new).filter { !before.contains($0) }
        note(.slot(slot.id, slot.pattern, follows ? .theirs(new) : .stays(slot.zone), remarks: added), in: program)
    }

    private mutating func followRegion(
        of mentor: Mentor, from old: TimeZoneID, to new: TimeZoneID, in program: Program
    ) throws {
        let (before, region) = (service.zones.region(of: old), service.zones.region(of: new))
        var moved = mentor
        // Whoever is elsewhere than where their clock could have them was put there.
        moved.keepsRegion = mentor.keepsRegion || mentor.region != before && program.regions.contains(before)
        guard !moved.keepsRegion else {
            if moved != mentor { try service.store(moved, after: mentor, at: now, in: transaction) }
            guard region != mentor.region else { return }
            return note(.regionChosen(program.regionTitles[mentor.region]), in: program)
        }
        // Whom the old clock left where they were, since its region takes no part, the new one moves.
        guard region != mentor.region else { return }
        guard program.regions.contains(region) else {
            let titles = program.regionTitles
            return note(.regionTakesNoPart(titles[region], leadsFor: titles[mentor.region]), in: program)
        }
        moved.region = region
        note(.region(in: program.name), mentor.region.rawValue, region.rawValue)
        for ended in try service.store(moved, after: mentor, at: now, in: transaction) {
            let code = ended.session.code.description
            for reader in ended.told {
                effects.append(
                    .init(
                        person: reader.name, program: program.name, session: code,
                        what: DepartureEffect.toldOfOffer(ended.offer.id).text))
            }
        }
    }

    private func upcoming(in program: Program) throws -> [Session] {
        try transaction.sessionsToCome(of: program.name, by: service.zones, at: now)
    }

    private mutating func note(_ field: TermsField, _ before: String, _ after: String) {
        if before != after { changes.append(.init(what: field.words, before: before, after: after)) }
    }

    private mutating func note(_ effect: TermsEffect, in program: Program, _ session: Session? = nil) {
        effects.append(
            .init(person: name, program: program.name, session: session?.code.description, what: effect.text))
    }
}
