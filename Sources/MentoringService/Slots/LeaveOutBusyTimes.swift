import CivilTime
import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

extension ImportBusyTimes: HandledRequest {
    /// Leaves out of a mentor's slots every date of the season on which their own calendar says that they are busy.
    ///
    /// Nothing is kept of a busy time but the date that a slot leaves out. Sessions that are announced stay, and are named. Importing
    /// the same calendar again changes nothing.
    ///
    /// - Returns: the dates left out and what of the calendar was not used, with lines.
    /// - Throws: `Refusal` not-found for an unknown program or mentor, conflict for a slot that would lose every date; `BadInput`
    ///   with the line for a file that cannot be read.
    public func carryOut(for client: Client) async throws -> BusyImport {
        let (service, isDryRun) = (client.service, dryRun ?? false)
        let owner = try client.caller.ownOr(mentor?.address)
        let isTheirOwnWord = client.caller.speaks(for: owner)
        // By what the times were read, which must not have changed since, where that was not somebody else's work.
        let known: CalendarTerms?
        let findings: BusyFindings
        switch (calendar, times) {
        case (let calendar?, nil):
            let terms = try await service.calendarTerms(of: owner, in: program, isTheirOwnWord: isTheirOwnWord)
            findings = try client.reader.busyTimes(in: Array(calendar.utf8), for: terms)
            known = terms
        case (nil, let times?):
            findings = BusyFindings(found: try BusyTime.list(times))
            known = nil
        default: throw BadInput("give either the calendar, or the busy times that were read in it")
        }
        let now = service.clock.now()
        return try await service.store.write(forGood: !isDryRun) { transaction in
            let program = try transaction.requireProgram(program)
            let lead = try transaction.requireMentor(owner, of: program.name)
            var mentor = lead.person
            if isTheirOwnWord { mentor = try transaction.ownClock(of: mentor, in: program.name) }
            let terms = try program.terms(for: mentor, in: mentor.shownZone, at: now)
            guard known == nil || known == terms else { throw Refusal.changedMeanwhile(program.name) }
            var result = BusyImport(
                busyTimes: findings.found.count, cleared: [],
                announced: try service.announced(of: mentor, in: program, at: now, busy: findings.found, transaction),
                away: findings.away.map { BusyImport.Absence(line: $0.line, from: $0.days.from, to: $0.days.to) },
                left: findings.left)
            // Looked for once a date is left out at all, since nobody else writes meanwhile.
            var facts: SeasonFacts?
            for var slot in try transaction.slots(of: program.name) where slot.mentor == mentor.id {
                let rules = try service.zones.rules(for: slot.zone)
                let times = try program.focusedOnEachToCome(at: now).flatMap { program in
                    let season = program.season
                    return try SeasonFacts.times(
                        of: slot, in: DayRange(from: season.start, to: season.end), season: season, rules: rules,
                        recurrence: service.recurrence)
                }
                let lines = BusyTime.lines(of: times.map(\.instant), minutes: program.minutes, busy: findings.found)
                let toCome = times.filter { $0.instant >= now }
                let cleared = toCome.compactMap { time in
                    lines[time.instant].map {
                        BusyImport.Cleared(slot: slot.id, localStart: time.local, line: $0)
                    }
                }
                guard !cleared.isEmpty else { continue }
                let days = cleared.map(\.localStart.date)
                let dates = times.map(\.local.date)
                result.undo.append(
                    BusyImport.Undo(
                        slot: slot.id, days: ranges(of: days, among: Set(dates + slot.pattern.except).sorted())))
                let before = slot.pattern
                slot.pattern.except = Set(slot.pattern.except).union(days).sorted()
                try transaction.update(slot)
                if isTheirOwnWord { try transaction.noteOwnWords(of: slot, changedFrom: before) }
                result.cleared += cleared
                let found =
                    try facts
                    ?? SeasonFacts(of: program, in: transaction, by: service.zones, now: now, told: client.principal)
                facts = found
                // A plan can use no week without a meeting, no frozen day, no day of absence, and none at too short a notice.
                let usable = toCome.filter {
                    found.isPlannable(at: $0.instant)
                        && !found.isBarred(mentor.id, of: lead.region, at: $0)
                        && program.season.week(of: $0.local.date).map { found.isMeeting(lead.region, in: $0) } ?? false
                }
                if [toCome, usable].contains(where: { dates in
                    !dates.isEmpty && dates.allSatisfy { lines[$0.instant] != nil }
                }) {
                    result.emptied.append(SlotView(slot, mentor: mentor.name))
                }
            }
            if confirmed != true, !isDryRun, !result.emptied.isEmpty { throw Refusal.wouldEmpty(result.emptied) }
            return result
        }
    }
}

extension ShowCalendarTerms: HandledRequest {
    public func carryOut(for client: Client) async throws -> CalendarTermsView {
        let owner = try client.caller.ownOr(mentor?.address)
        let isOwn = client.caller.speaks(for: owner)
        let terms = try await client.service.calendarTerms(of: owner, in: program, isTheirOwnWord: isOwn)
        return CalendarTermsView(
            mentor: owner, from: terms.season.from, to: terms.season.to, zone: terms.zone, minutes: terms.minutes,
            isOwn: isOwn)
    }
}

extension TrainingService {
    /// What is looked for in a mentor's own calendar.
    func calendarTerms(
        of email: EmailAddress, in program: Program.Name, isTheirOwnWord: Bool
    ) async throws -> CalendarTerms {
        // Reading a large calendar takes a while, in which others may change things.
        let now = clock.now()
        return try await store.read { transaction in
            let program = try transaction.requireProgram(program)
            let mentor = try transaction.requireMentor(email, of: program.name).person
            return try program.terms(for: mentor, in: isTheirOwnWord ? mentor.zone : mentor.shownZone, at: now)
        }
    }

    /// The announced sessions of a mentor that lie in busy times: dates that a slot leaves out change them no more, so that the mentor is
    /// to hear of them.
    fileprivate func announced(
        of mentor: Person, in program: Program, at now: Instant, busy: [BusyTime], _ transaction: any StoreReading
    ) throws -> [BusyImport.Announced] {
        let rules = try zones.rules(for: mentor.shownZone)
        let led = try transaction.sessionsToCome(of: program.name, by: zones, at: now).filter {
            $0.status == .announced && $0.mentor.id == mentor.id
        }
        let lines = Dictionary(grouping: led, by: \.minutes).mapValues { sessions in
            BusyTime.lines(of: sessions.map(\.start), minutes: sessions[0].minutes, busy: busy)
        }
        return led.compactMap { session in
            lines[session.minutes]?[session.start].map {
                BusyImport.Announced(
                    session: session.code.description, localStart: rules.local(at: session.start), line: $0)
            }
        }
    }
}

extension Refusal {
    /// A slot that leaves out every date is no slot: mostly it was the calendar of one's free hours that was given.
    fileprivate static func wouldEmpty(_ slots: [SlotView]) -> Refusal {
        let named = slots.map { "slot \($0.id) (\($0.summary))" }.joined(separator: ", ")
        return Refusal(
            .conflict,
            "\(named) would have no date left in the season that can be planned, so nothing was changed; is it the right calendar? All are left out once that is confirmed (--yes)"
        )
    }
}

/// The days as few ranges, of which each holds none of all other dates (ascending) of the slot.
///
/// So what is left out later, or was before, is not taken back with them.
private func ranges(of days: [LocalDate], among dates: [LocalDate]) -> [String] {
    var ranges: [(from: LocalDate, to: LocalDate)] = []
    let days = Set(days)
    var follows = false
    for date in dates {
        let isOne = days.contains(date)
        if isOne, follows {
            ranges[ranges.count - 1].to = date
        } else if isOne {
            ranges.append((date, date))
        }
        follows = isOne
    }
    return ranges.map { $0.from == $0.to ? "\($0.from)" : "\($0.from)..\($0.to)" }
}
