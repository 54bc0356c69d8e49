import Crypto
import HTTPTypes
import Hummingbird
import Mentoring

/// Finds out who asks, and what they may do (RFC 6750).
struct Access {
    let office: TrainingOffice

    /// Who asks; nil when nobody says who they are.
    /// - Throws: 401 for a token that is nobody's.
    func principal(of request: Request) async throws -> Principal? {
        guard let field = request.headers[.authorization] else { return nil }
        let parts = field.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == "bearer",
            let principal = try await office.principal(token: String(parts[1]))
        else { throw Self.unauthorized("the token is unknown, or was revoked") }
        return principal
    }

    /// Who asks, and may do at least what the role may.
    /// - Throws: 401 when nobody says who they are; `Refusal` not-allowed for a lesser role.
    func require(_ role: Role, _ request: Request) async throws -> Principal {
        guard let principal = try await principal(of: request) else {
            throw Self.unauthorized(
                "this needs a token: Authorization: Bearer …; an organizer makes one with meridian token create")
        }
        guard principal.role >= role else {
            throw Refusal(
                .notAllowed, "this needs the role \(role.rawValue), and the token has \(principal.role.rawValue)")
        }
        return principal
    }

    private static func unauthorized(_ message: String) -> HTTPError {
        HTTPError(.unauthorized, headers: [.wwwAuthenticate: "Bearer"], message: message)
    }
}

/// What a request may say about being sent again.
struct Idempotency {
    private static let field = HTTPField.Name("Idempotency-Key")

    /// An office that answers this request of somebody's once, if it carries a key.
    /// - Throws: `BadInput` for a key that is none.
    static func office(_ office: TrainingOffice, for request: Request, of email: EmailAddress, body: [UInt8] = [])
        throws -> TrainingOffice
    {
        guard let field, let text = request.headers[field] else { return office }
        let key = try RequestKey(email: email, key: text)
        let bodyDigest = SHA256.hash(data: body).map { String($0, radix: 16) }.joined(separator: ".")
        return office.answeringOnce(key, to: "\(request.method) \(request.uri.path) \(bodyDigest)") {
            try JSON.bytes($0)
        }
    }
}
