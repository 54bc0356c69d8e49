import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension AddAway: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> AwayView {
        try desk.caller.require(owner: email)
        return try await desk.office.addAway(
            DayRange(from: from, to: to), of: email, in: program, by: desk.caller)
    }
}

extension ListAbsences: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [AwayView] {
        try desk.caller.require(owner: email)
        return try await desk.office.absences(of: email, by: desk.caller)
    }
}

extension RemoveAway: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> Removal {
        try await desk.office.removeAway(away, by: desk.caller)
    }
}

extension AddFreeze: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> FreezeView {
        try await desk.office.addFreeze(
            DayRange(from: from, to: to), reason: reason, regions: regions ?? [], to: program)
    }
}

extension ListFreezes: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [FreezeView] {
        try await desk.office.freezes(of: program)
    }
}

extension RemoveFreeze: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> Removal {
        try await desk.office.removeFreeze(freeze)
    }
}
