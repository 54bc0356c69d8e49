import Mentoring
public import MentoringAPI

extension AddNickname: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> NicknameView {
        try await desk.office.addNickname(nickname, in: program, of: desk.caller.ownOr(person))
    }
}

extension ListNicknames: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [NicknameView] {
        guard everybody == true else { return try await desk.office.nicknames(in: program, of: desk.caller.person()) }
        _ = try await desk.caller(for: .mentor, about: subject)
        return try await desk.office.nicknames(in: program, of: nil)
    }
}

extension RemoveNickname: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> NicknameView {
        let owner = desk.caller.role == .organizer ? nil : try desk.caller.person()
        return try await desk.office.removeNickname(nickname, in: program, of: owner)
    }
}
