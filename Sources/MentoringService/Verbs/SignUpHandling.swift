import CivilTime
public import Mentoring
public import MentoringAPI

extension AskToJoin: HandledVerb {
    /// See `HandledVerb`.
    public static func admit(at desk: OfficeDesk, to program: Program.Name?) async throws {
        guard let program else { return }
        try await desk.office.requireOpenDoor(of: program, joining: desk.door.joining)
    }

    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SignUpReceived {
        try desk.door.admit(desk.office.clock.now())
        return try await desk.office.signUp(
            for: program, as: name, email: email, zone: zone, addresses: desk.addresses, joining: desk.door.joining)
    }
}

extension ConfirmJoining: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SignUpConfirmed {
        try await desk.office.confirmSignUp(
            SignUpConfirmation(secret: secret, program: program, name: name, zone: zone), joining: desk.door.joining)
    }
}
