import CivilTime
import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog
import Wording

extension ImportSlots: HandledRequest {
    /// Publishes the weekly times and the availability in a mentor's own calendar as slots.
    ///
    /// Importing the same calendar again changes nothing. A slot that differs from one of the mentor's in its last day or
    /// in the days left out alone is that slot: it gets the new last day, and the days left out of either.
    ///
    /// - Returns: what was taken and what was left, with lines.
    /// - Throws: `Refusal` not-found for an unknown program or mentor; `BadInput` with the line for a file that cannot be read.
    public func carryOut(for client: Client) async throws -> SlotImport {
        let (service, reader) = (client.service, client.reader)
        let owner = try client.caller.ownOr(mentor?.address)
        let isTheirOwnWord = client.caller.speaks(for: owner)
        // Reading a large calendar takes a while, in which others may change things.
        let terms = try await service.calendarTerms(of: owner, in: program, isTheirOwnWord: isTheirOwnWord)
        let findings = try reader.offers(in: Array(calendar.utf8), for: terms)
        let now = service.clock.now()
        return try await service.store.write(forGood: !(dryRun ?? false)) { transaction in
            let program = try transaction.requireProgram(program)
            var mentor = try transaction.requireMentor(owner, of: program.name).person
            if isTheirOwnWord { mentor = try transaction.ownClock(of: mentor, in: program.name) }
            guard try program.terms(for: mentor, in: mentor.shownZone, at: now) == terms else {
                throw Refusal.changedMeanwhile(program.name)
            }
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
            var added: [Slot] = []
            for offer in findings.found {
                guard seen[offer.pattern] == nil else {
                    let line = seen[offer.pattern] ?? offer.line
                    result.left.append(
                        LeftOut(line: offer.line, what: "slot", reason: LeftOut.sameSlot(asLine: line)))
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
                    added.append(slot)
                } else if stored != slot {
                    try transaction.update(slot)
                }
                if isTheirOwnWord, stored != slot {
                    try transaction.noteOwnWords(of: slot, changedFrom: stored?.pattern)
                }
                let remarks = try SlotHours(of: slot, ownZone: mentor.shownZone, in: program, by: service.zones)
                    .remarks(at: now, by: service.recurrence)
                result.taken.append(
                    SlotImport.Taken(
                        line: offer.line, outcome: stored == nil ? .added : stored == slot ? .known : .changed,
                        slot: SlotView(slot, mentor: mentor.name), note: offer.note,
                        remarks: remarks.isEmpty ? nil : remarks))
            }
            try transaction.noteEnteredByPeople(added.map(FiledThing.slot), in: program.name)
            try service.refuseBeyondLimit(
                transaction.slots(of: program.name).count { $0.mentor == mentor.id }, of: mentor)
            result.left.sort { $0.line < $1.line }
            return result
        }
    }
}

extension Refusal {
    /// What was prepared without a lock no longer fits what is stored.
    static func changedMeanwhile(_ program: Program.Name) -> Refusal {
        Refusal(.conflict, "\(program) was changed by somebody meanwhile; import it again")
    }
}

extension Program {
    /// What is looked for in the calendar of somebody who leads sessions.
    ///
    /// Every season that is not over counts, since slots go on from one to the next.
    func terms(for mentor: Person, in zone: TimeZoneID, at now: Instant) throws -> CalendarTerms {
        let span = span(at: now)
        return CalendarTerms(
            season: try DayRange(from: span.start, to: span.end), zone: zone, minutes: minutes,
            people: [mentor.email])
    }
}
