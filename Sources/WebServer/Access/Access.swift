import Crypto
import HTTPTypes
import Hummingbird
import Mentoring
import MentoringService

/// Finds out who asks, and what they may do (RFC 6750).
struct Access {
    let service: TrainingService

    /// Who asks, for something that takes a role or none.
    /// - Throws: 401 for a token that is nobody's, and where a role is needed and nobody says who they are.
    func principal(of request: Request, for role: Role?) async throws -> Principal {
        guard let field = request.headers[.authorization] else {
            guard role == nil else {
                throw Self.unauthorized(
                    "this needs a token: Authorization: Bearer …; an organizer makes one with meridian token create")
            }
            return .nobody
        }
        let parts = field.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == "bearer",
            let principal = try await service.principal(token: String(parts[1]))
        else { throw Self.unauthorized("the token is unknown, or has expired, or was revoked") }
        return principal
    }

    private static func unauthorized(_ message: String) -> HTTPError {
        HTTPError(.unauthorized, headers: [.wwwAuthenticate: "Bearer"], message: message)
    }
}

/// What a request may say about being sent again.
struct Idempotency {
    private static let field = HTTPField.Name(validated: "Idempotency-Key")

    /// The key that a request carries, if it carries one.
    static func key(of request: Request) -> String? { request.headers[field] }

    /// A service that answers this request of somebody's once, if it carries a key.
    /// - Throws: `BadInput` for a key that is none.
    static func service(_ service: TrainingService, for request: Request, of principal: Principal, body: [UInt8])
        throws -> TrainingService
    {
        // Whoever says not who they are could take somebody else's key; what they can ask may be asked twice.
        guard let text = try key(of: request).map(RequestKey.validated), let email = principal.email else {
            return service
        }
        let key = try RequestKey(email: email, key: text)
        let bodyDigest = SHA256.hash(data: body).map { String($0, radix: 16) }.joined(separator: ".")
        return service.answeringOnce(key, to: "\(request.method) \(request.uri) \(bodyDigest)") {
            try JSON.bytes($0)
        }
    }
}
