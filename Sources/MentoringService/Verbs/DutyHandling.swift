import Mentoring
public import MentoringAPI

extension ListDuties: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [DutyView] {
        try await desk.office.duties(of: program, upcoming: upcoming ?? false)
    }
}

extension VolunteerForDuty: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> VolunteerResult {
        try await desk.office.volunteer(desk.caller.person(), for: duty, of: program)
    }
}

extension StopVolunteering: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> VolunteerResult {
        try await desk.office.stopVolunteering(desk.caller.person(), for: duty, of: program)
    }
}

extension OfferDutyTurn: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> DutyOfferView {
        try await desk.office.offerDutyTurn(turn, by: desk.caller.person(), to: to)
    }
}

extension AcceptDutyTurn: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> DutyOfferView {
        try await desk.office.acceptDutyTurn(turn, by: desk.caller.person())
    }
}

extension WithdrawDutyTurn: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> DutyOfferView {
        try await desk.office.withdrawDutyTurn(turn, by: desk.caller.person())
    }
}
