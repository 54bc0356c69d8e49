import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension Enroll: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> EnrollmentResult {
        desk.admissible(
            try await desk.office.enroll(
                desk.caller.person(), in: session, addresses: desk.addresses,
                isTheirOwnWord: desk.caller.onlyProgram == nil))
    }
}

extension EnrollForSeason: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [EnrollmentResult] {
        try await desk.office.enroll(
            desk.caller.person(), inAllOf: region, of: program, addresses: desk.addresses,
            isTheirOwnWord: desk.caller.onlyProgram == nil
        ).map(desk.admissible)
    }
}

extension Leave: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> LeaveResult {
        try await desk.office.leave(desk.caller.person(), session: session)
    }
}

extension LeaveForSeason: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [LeaveResult] {
        try await desk.office.leave(desk.caller.person(), allOf: region, of: program)
    }
}

extension OfficeDesk {
    /// The answer as the caller may see it: a token for one program does not reach the calendar with those of all.
    fileprivate func admissible(_ result: EnrollmentResult) -> EnrollmentResult {
        guard let only = principal.onlyProgram else { return result }
        var result = result
        result.feed = addresses.feed(of: only)
        return result
    }
}
