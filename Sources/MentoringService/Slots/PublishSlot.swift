package import CivilTime
public import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

extension PublishSlot: HandledRequest {
    public func carryOut(for client: Client) async throws -> SlotPublication {
        let owner = try client.caller.ownOr(mentor?.address)
        let slot = try client.service.readSlot(when, rule: rrule, from: from, until: until, preference: prefer ?? 0)
        return try await client.service.publishSlot(
            slot.pattern, in: slot.zone, at: slot.hour, of: owner, to: program,
            isTheirOwnWord: client.caller.speaks(for: owner), suggesting: client.caller.role == .organizer)
    }
}

extension ListSlots: HandledRequest {
    public func carryOut(for client: Client) async throws -> [SlotView] {
        let mentor = try mentor?.address
        if let mentor { try client.caller.require(owner: mentor) }
        return try await client.service.slots(of: program, mentor: mentor)
    }
}

extension WithdrawSlot: HandledRequest {
    /// Withdraws a slot.
    ///
    /// Announced sessions made from it stay; tentative ones are planned anew.
    ///
    /// - Returns: which sessions to come were made from it.
    /// - Throws: `Refusal` not-found when there is none of that number.
    public func carryOut(for client: Client) async throws -> SlotWithdrawn {
        let service = client.service
        let id = slot
        let caller = client.caller
        let now = service.clock.now()
        return try await service.store.write { transaction in
            guard let slot = try transaction.slot(id) else { throw Refusal.notFound("slot", "\(id)") }
            try caller.require(owner: slot.mentor, in: transaction)
            let sessions = try transaction.sessionsToCome(of: slot.program, by: service.zones, at: now)
                .filter { $0.slot == id }
            func codes(_ status: Session.Status) -> [String] {
                sessions.filter { $0.status == status }.map(\.code.description)
            }
            let owner = try transaction.mentors(of: slot.program).first { $0.person.id == slot.mentor }?.person
            let again = try owner.flatMap { owner -> SlotOffered? in
                // A rule is published on its mentor's own clock.
                let canBe = slot.isZoneNamed ? slot.pattern.typed != nil : slot.zone == owner.shownZone
                guard canBe, slot.pattern.except.isEmpty else { return nil }
                return SlotOffered(
                    slot, of: owner.email, name: try transaction.name(of: owner.email, in: slot.program),
                    isOwn: caller.speaks(for: owner.email))
            }
            _ = try transaction.remove(id)
            return SlotWithdrawn(
                withdrawn: id, stays: codes(.announced), replanned: codes(.tentative), again: again)
        }
    }
}

extension TrainingService {
    /// Publishes a slot of a mentor, and tells what it means.
    ///
    /// Publishing it again changes nothing.
    ///
    /// - Parameters:
    ///   - pattern: a pattern that `readSlot` made.
    ///   - zone: on which clock; nil is the mentor's own.
    ///   - hour: the hour as it was written, of which something may be to be said.
    ///   - email: the mentor.
    ///   - program: the program it is offered to.
    ///   - isTheirOwnWord: whether the mentor says so, and not an organizer for them.
    ///   - suggesting: whether the nearest addresses are named, which only an organizer may see.
    /// - Returns: the slot, its next times, and what speaks against them.
    /// - Throws: `Refusal` not-found for an unknown program or mentor; `BadInput` for an hour in which no session has room.
    package func publishSlot(
        _ pattern: SlotPattern, in zone: TimeZoneID? = nil, at hour: WrittenHour? = nil, of email: EmailAddress,
        to program: Program.Name, isTheirOwnWord: Bool = false, suggesting: Bool = false
    ) async throws -> SlotPublication {
        let now = clock.now()
        return try await store.write { transaction in
            // What begins later is looked at in the season in which it begins.
            let program = try transaction.requireProgram(program).focused(
                at: max(now, pattern.from?.midnightUTC ?? now))
            let length = try hour?.remark(onSessionsOf: program.minutes)
            var mentor = try transaction.requireMentor(email, of: program.name, suggesting: suggesting)
            if isTheirOwnWord { mentor.person = try transaction.ownClock(of: mentor.person, in: program.name) }
            let own = mentor.person.shownZone
            let clock = zone.map { zones.areSame($0, own) ? own : $0 } ?? own
            try refuseUnlessItOccurs(pattern, in: program.season)
            let slots = try transaction.slots(of: program.name)
            let known = slots.first {
                $0.mentor == mentor.person.id && $0.pattern == pattern && $0.zone == clock
            }
            if known == nil {
                try refuseBeyondLimit(slots.count { $0.mentor == mentor.person.id } + 1, of: mentor.person)
            }
            var slot =
                try known
                ?? transaction.add(
                    Slot(
                        program: program.name, mentor: mentor.person.id, pattern: pattern, zone: clock,
                        isZoneNamed: zone != nil))
            let isNamedNow = zone != nil && !slot.isZoneNamed
            if isNamedNow {
                slot.isZoneNamed = true
                try transaction.update(slot)
            }
            if known == nil { try transaction.noteEnteredByPeople([.slot(slot)], in: program.name) }
            let outlook = SlotOutlook(
                facts: try SeasonFacts(of: program, in: transaction, by: zones, now: now), zones: zones,
                recurrence: recurrence)
            // Of a place where they are not it is plain.
            let stays =
                slot.isZoneNamed && clock == own
                ? "it stays on the clock of \(clock) also when \(mentor.person.name) moves" : nil
            let remarks = try [hour?.remark, length, stays].compactMap(\.self) + outlook.remarks(on: slot, by: mentor)
            return SlotPublication(
                slot: SlotView(slot, mentor: mentor.person.name), words: pattern.inWords,
                ownZone: clock == own ? nil : own, wasKnown: known != nil && !isNamedNow,
                next: try outlook.next(6, of: slot, by: mentor), remarks: remarks.isEmpty ? nil : remarks
            ).calling(program.regionTitles)
        }
    }

    /// Reads what a mentor typed: a slot as people write it, or an hour with an RRULE.
    ///
    /// - Parameters:
    ///   - when: the slot; with `rule` its hour alone.
    ///   - rule: an RRULE value.
    ///   - from: the first day; nil means the season's start.
    ///   - until: the last day; nil means the season's end.
    ///   - preference: 0 is best, 3 is only if need be.
    /// - Returns: a pattern whose rule is valid, the zone that was named, and the hour as it was written.
    /// - Throws: `BadInput` when it cannot be understood.
    package func readSlot(
        _ when: String, rule: String?, from: LocalDate?, until: LocalDate?, preference: Int
    ) throws -> (pattern: SlotPattern, zone: TimeZoneID?, hour: WrittenHour) {
        if let from, let until, until < from {
            throw BadInput("the slot ends on \(until), before it begins on \(from)")
        }
        func pattern(_ rule: String, _ hour: WrittenHour) -> SlotPattern {
            SlotPattern(rule: rule, at: hour.at, from: from, until: until, preference: preference)
        }
        guard let rule else {
            let slot = try WrittenSlot(when)
            return (pattern(slot.rule, slot.hour), try slot.zone?.known(in: zones), slot.hour)
        }
        let hour = try WrittenHour(when)
        return (pattern(try recurrence.validated(rule: rule), hour), nil, hour)
    }

    /// Refuses a slot that never comes: a rule such as the 30th of February, or one whose last day is before its first date.
    ///
    /// In a season it may well have no date; what has none in eight years, over which leap days come round, has none.
    /// - Throws: `BadInput`.
    private func refuseUnlessItOccurs(_ pattern: SlotPattern, in season: Season) throws {
        let first = pattern.from ?? season.start
        let end = first.adding(days: 8 * 366)
        let last = pattern.until.map { min($0, end) } ?? end
        let anchor = LocalDateTime(date: first, time: pattern.at)
        let occurs =
            try first <= last
            && !recurrence.occurrences(of: pattern.rule, from: anchor, in: DayRange(from: first, to: last)).isEmpty
        guard !occurs else { return }
        throw BadInput("the slot “\(OneLine.shown(pattern.summary))” has no date from \(first) to \(last)")
    }

    /// - Throws: `Refusal` conflict for more slots of one mentor than there may be.
    func refuseBeyondLimit(_ count: Int, of mentor: Person) throws(Refusal) {
        guard count > Limits.slots else { return }
        throw Refusal(
            .conflict,
            "\(mentor.name) would have \(count) slots, more than the \(Limits.slots) that a mentor may have; withdraw some (slot withdraw), or publish fewer that recur"
        )
    }

    /// The slots offered to a program, or one mentor's of them, by number.
    public func slots(of program: Program.Name, mentor: EmailAddress?) async throws -> [SlotView] {
        try await store.read { transaction in
            let program = try transaction.requireProgram(program)
            let only = try mentor.map { try transaction.requireMentor($0, of: program.name).person.id }
            let names = Dictionary(
                uniqueKeysWithValues: try transaction.mentors(of: program.name).map { ($0.person.id, $0.person.name) })
            return try transaction.slots(of: program.name).filter { only == nil || $0.mentor == only }
                .map { SlotView($0, mentor: names[$0.mentor] ?? "") }
        }
    }
}
