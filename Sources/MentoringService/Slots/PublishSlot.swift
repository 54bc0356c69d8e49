import CivilTime
import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog
import Wording

extension PublishSlot: HandledRequest {
    /// Publishes a slot of a mentor, and tells what it means.
    ///
    /// Publishing it again changes nothing.
    ///
    /// - Returns: the slot, its next times, and what speaks against them.
    /// - Throws: `Refusal` not-found for an unknown program or mentor; `BadInput` for an hour in which no session has room.
    public func carryOut(for client: Client) async throws -> SlotPublication {
        let (service, caller) = (client.service, client.caller)
        let owner = try caller.ownOr(mentor?.address)
        let (pattern, zone, hour) = try service.readSlot(
            when, rule: rrule, from: from, until: until, preference: prefer ?? 0)
        let now = service.clock.now()
        return try await service.store.write { transaction in
            // What begins later is looked at in the season in which it begins.
            let program = try transaction.requireProgram(program).focused(
                at: max(now, pattern.from?.midnightUTC ?? now))
            let length = try hour.remark(onSessionsOf: program.minutes)
            var mentor = try transaction.requireMentor(
                owner, of: program.name, suggesting: caller.role == .organizer)
            if caller.speaks(for: owner) {
                mentor.person = try transaction.ownClock(of: mentor.person, in: program.name)
            }
            let own = mentor.person.shownZone
            let clock = zone.map { service.zones.areSame($0, own) ? own : $0 } ?? own
            try pattern.refuseUnlessItOccurs(from: program.season.start, by: service.recurrence)
            let slots = try transaction.slots(of: program.name)
            let known = slots.first {
                $0.mentor == mentor.person.id && $0.pattern == pattern && $0.zone == clock
            }
            if known == nil {
                try service.refuseBeyondLimit(slots.count { $0.mentor == mentor.person.id } + 1, of: mentor.person)
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
            if known == nil {
                try transaction.noteEnteredByPeople([.slot(slot)], in: program.name)
                if caller.speaks(for: owner) { try transaction.noteOwnWords(of: slot) }
            }
            let outlook = SlotOutlook(
                facts: try SeasonFacts(
                    of: program, in: transaction, by: service.zones, now: now, told: client.principal),
                zones: service.zones,
                recurrence: service.recurrence)
            // Of a place where they are not it is plain.
            let stays =
                slot.isZoneNamed && clock == own ? SlotRemark.stays(clock, mentor: mentor.person.name).text : nil
            let remarks =
                try [hour.remark, length, stays].compactMap(\.self) + outlook.remarks(on: slot, by: mentor, beyond: 6)
            return SlotPublication(
                slot: SlotView(slot, mentor: mentor.person.name), words: pattern.inWords,
                ownZone: clock == own ? nil : own, wasKnown: known != nil && !isNamedNow,
                next: try outlook.next(6, of: slot, by: mentor), remarks: remarks.isEmpty ? nil : remarks
            ).calling(program.regionTitles)
        }
    }
}

extension ListSlots: HandledRequest {
    /// The slots offered to a program, or one mentor's of them, by number.
    public func carryOut(for client: Client) async throws -> [SlotView] {
        let email = try mentor?.address
        if let email { try client.caller.require(owner: email) }
        return try await client.service.store.read { transaction in
            let program = try transaction.requireProgram(program)
            let only = try email.map { try transaction.requireMentor($0, of: program.name).person.id }
            let names = Dictionary(
                uniqueKeysWithValues: try transaction.mentors(of: program.name).map { ($0.person.id, $0.person.name) })
            return try transaction.slots(of: program.name).filter { only == nil || $0.mentor == only }
                .map { SlotView($0, mentor: names[$0.mentor] ?? "") }
        }
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
    fileprivate func readSlot(
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

    /// - Throws: `Refusal` conflict for more slots of one mentor than there may be.
    func refuseBeyondLimit(_ count: Int, of mentor: Person) throws(Refusal) {
        guard count > Limits.slots else { return }
        throw Refusal(
            .conflict,
            "\(mentor.name) would have \(count) slots, more than the \(Limits.slots) that a mentor may have; withdraw some (slot withdraw), or publish fewer that recur"
        )
    }
}
