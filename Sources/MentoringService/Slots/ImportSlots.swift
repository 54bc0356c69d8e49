import CivilTime
public import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

extension ImportSlots: HandledRequest {
    public func carryOut(for client: Client) async throws -> SlotImport {
        let owner = try client.caller.ownOr(mentor)
        return try await client.service.importSlots(
            from: Array(calendar.utf8), of: owner, to: program, reader: client.reader,
            isTheirOwnWord: client.caller.speaks(for: owner), dryRun: dryRun ?? false)
    }
}

extension ImportBusyTimes: HandledRequest {
    public func carryOut(for client: Client) async throws -> BusyImport {
        let owner = try client.caller.ownOr(mentor)
        return try await client.service.importBusyTimes(
            from: Array(calendar.utf8), of: owner, to: program, reader: client.reader,
            isTheirOwnWord: client.caller.speaks(for: owner), dryRun: dryRun ?? false)
    }
}

extension TrainingService {
    /// Publishes the weekly times and the availability in a mentor's own calendar as slots.
    ///
    /// Importing the same calendar again changes nothing. A slot that differs from one of the mentor's in its last day or
    /// in the days left out alone is that slot: it gets the new last day, and the days left out of either.
    ///
    /// - Parameters:
    ///   - calendar: iCalendar bytes.
    ///   - email: the mentor.
    ///   - program: the program they are offered to.
    ///   - reader: what understands the bytes.
    ///   - isTheirOwnWord: whether the mentor says so, and not an organizer for them.
    ///   - dryRun: take everything back in the end.
    /// - Returns: what was taken and what was left, with lines.
    /// - Throws: `Refusal` not-found for an unknown program or mentor; `BadInput` with the line for a file that cannot be read.
    public func importSlots(
        from calendar: [UInt8], of email: EmailAddress, to program: Program.Name, reader: any CalendarReading,
        isTheirOwnWord: Bool = false, dryRun: Bool
    ) async throws -> SlotImport {
        // Reading a large calendar takes a while, in which others may change things.
        let terms = try await store.read { transaction in
            let program = try transaction.requireProgram(program)
            let mentor = try transaction.requireMentor(email, of: program.name).person
            return try program.terms(in: isTheirOwnWord ? mentor.zone : mentor.shownZone)
        }
        let findings = try reader.offers(in: calendar, for: terms)
        return try await store.write(forGood: !dryRun) { transaction in
            let program = try transaction.requireProgram(program)
            var mentor = try transaction.requireMentor(email, of: program.name).person
            if isTheirOwnWord { mentor = try transaction.ownClock(of: mentor, in: program.name) }
            guard try program.terms(in: mentor.shownZone) == terms else { throw Refusal.changedMeanwhile(program.name) }
            guard findings.found.count <= Limits.slots else {
                throw BadInput(
                    "the calendar offers \(findings.found.count) slots, more than \(Limits.slots); "
                        + "export only the one that says when you can lead", line: findings.found[Limits.slots].line)
            }
            var known = try transaction.slots(of: program.name).filter {
                $0.mentor == mentor.id && $0.zone == mentor.shownZone
            }
            var seen: [SlotPattern: Int] = [:]
            var result = SlotImport(taken: [], left: findings.left)
            for offer in findings.found {
                guard seen[offer.pattern] == nil else {
                    let line = seen[offer.pattern] ?? offer.line
                    result.left.append(
                        LeftOut(line: offer.line, what: "slot", reason: "it says the same as the one of line \(line)"))
                    continue
                }
                seen[offer.pattern] = offer.line
                let same = known.firstIndex { $0.pattern.isSameSlot(as: offer.pattern) }
                let stored = same.map { known.remove(at: $0) }
                var slot =
                    stored
                    ?? Slot(
                        program: program.name, mentor: mentor.id, pattern: offer.pattern, zone: mentor.shownZone)
                slot.pattern.until = offer.pattern.until
                slot.pattern.except = Set(slot.pattern.except).union(offer.pattern.except).sorted()
                if stored == nil {
                    slot = try transaction.add(slot)
                } else if stored != slot {
                    try transaction.update(slot)
                }
                result.taken.append(
                    SlotImport.Taken(
                        line: offer.line, outcome: stored == nil ? .added : stored == slot ? .known : .changed,
                        slot: SlotView(slot, mentor: mentor.name), note: offer.note))
            }
            try refuseBeyondLimit(
                transaction.slots(of: program.name).count { $0.mentor == mentor.id }, of: mentor)
            result.left.sort { $0.line < $1.line }
            return result
        }
    }

    /// Leaves out of a mentor's slots every date of the season on which their own calendar says that they are busy.
    ///
    /// Nothing is kept of a busy time but the date that a slot leaves out. Sessions that are announced stay. Importing
    /// the same calendar again changes nothing.
    ///
    /// - Parameters:
    ///   - calendar: iCalendar bytes.
    ///   - email: the mentor.
    ///   - program: the program whose slots are looked at.
    ///   - reader: what understands the bytes.
    ///   - isTheirOwnWord: whether the mentor says so, and not an organizer for them.
    ///   - dryRun: take everything back in the end.
    /// - Returns: the dates left out and what of the calendar was not used, with lines.
    /// - Throws: `Refusal` not-found for an unknown program or mentor; `BadInput` with the line for a file that cannot be read.
    public func importBusyTimes(
        from calendar: [UInt8], of email: EmailAddress, to program: Program.Name, reader: any CalendarReading,
        isTheirOwnWord: Bool = false, dryRun: Bool
    ) async throws -> BusyImport {
        let terms = try await store.read { transaction in
            let program = try transaction.requireProgram(program)
            let mentor = try transaction.requireMentor(email, of: program.name).person
            return try program.terms(in: isTheirOwnWord ? mentor.zone : mentor.shownZone)
        }
        let findings = try reader.busyTimes(in: calendar, for: terms)
        return try await store.write(forGood: !dryRun) { transaction in
            let program = try transaction.requireProgram(program)
            var mentor = try transaction.requireMentor(email, of: program.name).person
            if isTheirOwnWord { mentor = try transaction.ownClock(of: mentor, in: program.name) }
            guard try program.terms(in: mentor.shownZone) == terms else { throw Refusal.changedMeanwhile(program.name) }
            var result = BusyImport(busyTimes: findings.found.count, cleared: [], left: findings.left)
            for var slot in try transaction.slots(of: program.name) where slot.mentor == mentor.id {
                let times = try SeasonFacts.times(
                    of: slot, in: terms.season, season: program.season, rules: zones.rules(for: slot.zone),
                    recurrence: recurrence)
                let lines = busyLines(of: times.map(\.instant), minutes: program.minutes, busy: findings.found)
                let cleared = times.compactMap { time in
                    lines[time.instant].map {
                        BusyImport.Cleared(slot: slot.id, localStart: time.local, line: $0)
                    }
                }
                guard !cleared.isEmpty else { continue }
                slot.pattern.except = Set(slot.pattern.except).union(cleared.map(\.localStart.date)).sorted()
                try transaction.update(slot)
                result.cleared += cleared
            }
            return result
        }
    }
}

extension Refusal {
    /// What was prepared without a lock no longer fits what is stored.
    fileprivate static func changedMeanwhile(_ program: Program.Name) -> Refusal {
        Refusal(.conflict, "\(program) was changed by somebody meanwhile; import it again")
    }
}

/// For each session time (ascending) that a busy time overlaps, the first line that says so.
private func busyLines(of starts: [Instant], minutes: Int, busy: [BusyTime]) -> [Instant: Int] {
    var lines: [Instant: Int] = [:]
    for busy in busy {
        let earliest = busy.time.lowerBound.adding(seconds: -Int64(minutes) * 60)
        // Few times of a slot against many busy ones: skip to the first that can be met.
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] > earliest { high = middle } else { low = middle + 1 }
        }
        for start in starts[low...].prefix(while: { $0 < busy.time.upperBound }) {
            lines[start] = min(lines[start] ?? .max, busy.line)
        }
    }
    return lines
}

extension Program {
    fileprivate func terms(in zone: TimeZoneID) throws -> CalendarTerms {
        CalendarTerms(season: try DayRange(from: season.start, to: season.end), zone: zone, minutes: minutes)
    }
}
