import CivilTime
import Mentoring
public import MentoringAPI

extension PublishSlot: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SlotPublication {
        let owner = try desk.caller.ownOr(mentor)
        let pattern = try desk.office.slotPattern(
            when, rule: rrule, from: from, until: until, preference: prefer ?? 0)
        return try await desk.office.publishSlot(
            pattern, of: owner, to: program, isTheirOwnWord: desk.caller.speaks(for: owner),
            suggesting: desk.caller.role == .organizer)
    }
}

extension ImportSlots: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SlotImport {
        let owner = try desk.caller.ownOr(mentor)
        return try await desk.office.importSlots(
            from: Array(calendar.utf8), of: owner, to: program, reader: desk.reader,
            isTheirOwnWord: desk.caller.speaks(for: owner), dryRun: dryRun ?? false)
    }
}

extension ImportBusyTimes: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> BusyImport {
        let owner = try desk.caller.ownOr(mentor)
        return try await desk.office.importBusyTimes(
            from: Array(calendar.utf8), of: owner, to: program, reader: desk.reader,
            isTheirOwnWord: desk.caller.speaks(for: owner), dryRun: dryRun ?? false)
    }
}

extension ListSlots: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [SlotView] {
        if let mentor { try desk.caller.require(owner: mentor) }
        return try await desk.office.slots(of: program, mentor: mentor)
    }
}

extension WithdrawSlot: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SlotWithdrawn {
        try await desk.office.withdrawSlot(slot, by: desk.caller)
    }
}
