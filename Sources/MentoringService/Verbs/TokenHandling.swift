import CivilTime
import Mentoring
public import MentoringAPI

extension CreateToken: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> TokenCreated {
        let wish = TokenWish(
            for: email, program: program, role: role, scope: scope ?? .all, label: label, lastDay: expires)
        return try await desk.office.createToken(wish, by: desk.principal)
    }
}

extension ListTokens: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [TokenView] {
        try await desk.office.tokens(for: desk.principal)
    }
}

extension RevokeToken: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> TokenRevoked {
        try await desk.office.revokeToken(token, by: desk.principal)
    }
}
