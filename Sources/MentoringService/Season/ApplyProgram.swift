import CivilTime
import Mentoring
public import MentoringAPI
public import ProgramFile
import TimeZoneCatalog

extension ApplyProgram: HandledRequest {
    public func carryOut(for client: Client) async throws -> [ProgramChange] {
        let reader = ProgramFileReader(zones: client.service.zones, recurrence: client.service.recurrence)
        let document = try reader.read(Array(text.utf8), file: file ?? "the program file")
        try await client.requireOrganizer(ofProgramToApply: document.program.name)
        return try await client.service.writingDown(in: document.program.name).apply(
            document, prune: prune ?? false, dryRun: dryRun ?? false)
    }
}

extension Client {
    /// A program is changed by its organizers and made by an administrator.
    fileprivate func requireOrganizer(ofProgramToApply name: Program.Name) async throws {
        let isKnown = try await service.programs().contains { $0.name == name }
        _ = try await caller(for: .organizer, about: isKnown ? .program(name) : .server)
    }
}

extension TrainingService {
    /// Makes a program agree with its file.
    ///
    /// Applying the same file again changes nothing.
    ///
    /// - Parameters:
    ///   - document: the file.
    ///   - prune: also remove freezes, mentors, slots, absences, duties and volunteers that the file does not mention.
    ///   - dryRun: take everything back in the end.
    /// - Returns: what changed, in the order of the file.
    /// - Throws: `Refusal` conflict when the season is moved while sessions or duties of the old one are still to come.
    public func apply(_ document: ProgramDocument, prune: Bool, dryRun: Bool) async throws -> [ProgramChange] {
        let now = clock.now()
        return try await store.write(forGood: !dryRun) { transaction in
            var application = ProgramApplication(
                service: self, document: document, prune: prune, now: now, zones: zones, transaction: transaction)
            try application.run()
            return application.changes
        }
    }
}

private struct ProgramApplication {
    let service: TrainingService
    var document: ProgramDocument
    let prune: Bool
    let now: Instant
    let zones: TimeZoneCatalog
    let transaction: any StoreWriting
    var changes: [ProgramChange] = []

    private var program: Program { document.program }

    mutating func run() throws {
        try transaction.refuseArchived(program.name)
        try applyProgram()
        var former = FormerAddresses(service: service, now: now, transaction: transaction)
        try former.settle(&document)
        changes += former.notes
        try applyOrganizers()
        try applyStages()
        try applyFreezes()
        for entry in document.mentors { try apply(entry) }
        if prune { try pruneMentors() }
        for (place, entry) in zip(1..., document.duties) { try apply(entry, at: place) }
        if prune { try pruneDuties() }
    }

    private mutating func pruneMentors() throws {
        let kept = Set(document.mentors.map(\.email))
        for mentor in try transaction.mentors(of: program.name) where !kept.contains(mentor.person.email) {
            try transaction.endMentoring(of: mentor.person.id, in: program.name, at: now)
            note(.removed, "mentor \(mentor.person.name)")
        }
    }

    private mutating func applyProgram() throws {
        let stored = try transaction.program(program.name)
        guard stored != program else { return }
        if let stored, stored.season.start != program.season.start {
            let open = try transaction.currentSessions(of: stored, by: zones).filter {
                $0.status == .announced && $0.start > now
            }
            if let first = open.first {
                throw Refusal(
                    .conflict,
                    "the season cannot move to \(program.season.start): \(open.count) announced sessions of the current one are still to come, the first is \(first.code); cancel them, or wait"
                )
            }
            let given = try transaction.dutyTurns(of: stored.name).first {
                $0.season == stored.season.start && $0.status == .announced && $0.start > now
            }
            if let given {
                throw Refusal(
                    .conflict,
                    "the season cannot move to \(program.season.start): \(given.person.name) has been given \(given.code), from \(given.monday); wait until then"
                )
            }
            try dropTentative(of: stored)
        }
        try transaction.save(program)
        note(stored == nil ? .added : .changed, "program \(program.name)")
        if let stored, stored.capacity != program.capacity { try applyCapacity(insteadOf: stored.capacity) }
    }

    /// What was only planned of a season that is left is not held; whoever has a seat in it, or waits, is told.
    private mutating func dropTentative(of stored: Program) throws {
        let sessions = try transaction.currentSessions(of: stored, by: zones).filter {
            $0.status == .tentative && $0.start > now
        }
        for var session in sessions {
            session.status = .cancelled
            session.cancellation = "the season begins on \(program.season.start) now"
            let told = try service.store(&session, at: now, in: transaction).count
            let words = told == 0 ? "" : "; \(told) \(told == 1 ? "is" : "are") told"
            note(.removed, "\(session.code), which was tentative\(words)")
        }
    }

    /// Sessions to come have the file's number of seats from now on, and those with more people in them as many as these are.
    private mutating func applyCapacity(insteadOf known: Int) throws {
        note(.changed, "capacity \(known) → \(program.capacity)")
        for session in try transaction.currentSessions(of: program, by: zones) where session.isUpcoming(at: now) {
            let promoted = try service.fillFreeSeats(of: session, at: now, in: transaction).promoted
            if promoted > 0 {
                note(
                    .changed,
                    "\(session.code): \(promoted) \(promoted == 1 ? "moves" : "move") up from the waiting list")
            }
            let kept = try transaction.session(session.id)?.asStored.capacity ?? program.capacity
            if kept > program.capacity { note(.changed, "\(session.code) keeps \(kept) seats, which are taken") }
        }
    }

    private mutating func applyOrganizers() throws {
        let stored = Set(try transaction.organizers(of: program.name))
        for email in document.organizers where !stored.contains(email) {
            try transaction.admitOrganizer(email, to: program.name)
            note(.added, "organizer \(email)")
        }
        guard prune else { return }
        for email in stored.subtracting(document.organizers).sorted() {
            _ = try transaction.removeOrganizer(email, from: program.name)
            note(.removed, "organizer \(email)")
        }
    }

    private mutating func applyStages() throws {
        let stored = try transaction.stages(of: program.name)
        guard stored != document.stages else { return }
        try transaction.save(document.stages, of: program.name)
        let before = changes.count
        for stage in document.stages where !stored.contains(stage) {
            let isKnown = stored.contains { $0.name == stage.name }
            note(isKnown ? .changed : .added, "stage \(stage)")
        }
        for stage in stored where !document.stages.contains(where: { $0.name == stage.name }) {
            note(.removed, "stage \(stage)")
        }
        if changes.count == before { note(.changed, "order of the stages") }
    }

    private mutating func applyFreezes() throws {
        var stored = try transaction.freezes(of: program.name)
        for freeze in document.freezes {
            if let index = stored.firstIndex(where: { $0.days == freeze.days && $0.regions == freeze.regions }) {
                let known = stored.remove(at: index)
                guard known.reason != freeze.reason else { continue }
                _ = try transaction.remove(known.id)
                _ = try transaction.add(freeze, to: program.name)
                note(.changed, "freeze \(freeze.days): \(freeze.reason)")
            } else {
                let others = try transaction.freezes(of: program.name)
                let added = try transaction.add(freeze, to: program.name)
                note(
                    .added, "freeze \(freeze.days): \(freeze.reason)",
                    but: added.remarks(in: program.season, besides: others))
            }
        }
        guard prune else { return }
        for freeze in stored {
            _ = try transaction.remove(freeze.id)
            note(.removed, "freeze \(freeze.days): \(freeze.reason)")
        }
    }

    private mutating func apply(_ entry: ProgramDocument.MentorEntry) throws {
        let person = try applyPerson(entry.name, entry.email, entry.zone)
        let stored = try transaction.mentors(of: program.name).first { $0.person.id == person.id }
        let mentor = Mentor(
            program: program.name, person: person, region: entry.region, weight: entry.weight,
            minGapWeeks: entry.minGapWeeks, maxPerMonth: entry.maxPerMonth, knows: entry.knows,
            since: stored?.since ?? now)
        if stored != mentor {
            if stored == nil { try transaction.refuseBeyondLimit(1, moreMentorsOf: program.name) }
            try transaction.save(mentor)
            note(stored == nil ? .added : .changed, "mentor \(person.name)")
        }
        try applySlots(entry, of: person)
        try applyAbsences(entry, of: person)
    }

    private mutating func applyPerson(_ name: String, _ email: EmailAddress, _ zone: TimeZoneID) throws -> Person {
        try transaction.refuseBlocked(email, in: program.name)
        // Whoever takes part in nothing here is new here, whatever other programs know of them.
        let known = try transaction.person(email, in: program)
        let person = try transaction.enter(Person(name: name, email: email, zone: zone), into: program.name)
        if let known, known != person { note(.changed, "person \(name) (\(zone))") }
        return person
    }

    private mutating func applySlots(_ entry: ProgramDocument.MentorEntry, of person: Person) throws {
        var stored = try transaction.slots(of: program.name).filter { $0.mentor == person.id }
        for wanted in entry.slots {
            let pattern = wanted.pattern
            let same = stored.indices.filter { stored[$0].pattern.isSameSlot(as: pattern) }
            if let same = same.first(where: { stored[$0].zone == wanted.zone }) ?? same.first {
                var slot = stored.remove(at: same)
                guard slot.pattern != pattern || slot.zone != wanted.zone else { continue }
                slot.pattern = pattern
                slot.zone = wanted.zone
                try transaction.update(slot)
                note(
                    .changed, "slot of \(person.name): \(pattern.summary)",
                    but: [pattern.remark(in: program.season)].compactMap(\.self))
            } else {
                _ = try transaction.add(
                    Slot(program: program.name, mentor: person.id, pattern: pattern, zone: wanted.zone))
                note(
                    .added, "slot of \(person.name): \(pattern.summary)",
                    but: [pattern.remark(in: program.season)].compactMap(\.self))
            }
        }
        guard prune else { return try service.refuseBeyondLimit(entry.slots.count + stored.count, of: person) }
        for slot in stored {
            _ = try transaction.remove(slot.id)
            note(.removed, "slot of \(person.name): \(slot.pattern.summary)")
        }
    }

    private mutating func applyAbsences(_ entry: ProgramDocument.MentorEntry, of person: Person) throws {
        let stored = try transaction.absences(of: person.id, in: program.name).filter { $0.isTold(of: person) }
        let wanted = Set(entry.away)
        if prune {
            for away in stored where away.program == program.name && !wanted.contains(away.days) {
                _ = try transaction.remove(away.id)
                note(.removed, "absence of \(person.name): \(away.days)")
            }
        }
        for days in wanted.subtracting(stored.map(\.days)).sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            _ = try transaction.enter(Away(person: person.id, days: days, program: program.name), of: person)
            note(.added, "absence of \(person.name): \(days)")
        }
    }

    private mutating func apply(_ entry: ProgramDocument.DutyEntry, at place: Int) throws {
        let duty = entry.duty
        let stored = try transaction.duties(of: program.name)
        if stored.count < place || stored[place - 1] != duty {
            try transaction.save(duty, at: place, of: program.name)
            let known = stored.first { $0.name == duty.name }
            if known != duty { note(known == nil ? .added : .changed, "duty \(duty.title)") }
        }
        var volunteers = try transaction.volunteers(of: program.name).filter { $0.duty == duty.name }
        for entry in entry.volunteers {
            let person = try applyPerson(entry.name, entry.email, entry.zone)
            if let index = volunteers.firstIndex(where: { $0.person.id == person.id }) {
                volunteers.remove(at: index)
            } else {
                try transaction.add(Volunteer(duty: duty.name, person: person, since: now), to: program.name)
                note(.added, "volunteer for \(duty.title): \(person.name)")
            }
        }
        guard prune else { return }
        for volunteer in volunteers {
            try transaction.noteDeparture(of: volunteer.person.id, from: program.name, at: now)
            _ = try transaction.removeVolunteer(volunteer.person.id, for: duty.name, from: program.name)
            note(.removed, "volunteer for \(duty.title): \(volunteer.person.name)")
        }
    }

    private mutating func pruneDuties() throws {
        let kept = Set(document.duties.map(\.duty.name))
        for duty in try transaction.duties(of: program.name) where !kept.contains(duty.name) {
            try service.end(duty, of: program, at: now, in: transaction)
            note(.removed, "duty \(duty.title)")
        }
    }

    private mutating func note(_ kind: ProgramChange.Kind, _ what: String, but remarks: [String] = []) {
        changes.append(ProgramChange(kind: kind, what: ([what] + remarks.map { "it \($0)" }).joined(separator: "; ")))
    }
}
