import Foundation
import Mentoring
public import MentoringAPI

/// A client of a Meridian server, over its JSON API.
///
/// It answers as the service there would: the same values, and the same `Refusal` or `BadInput` in the same words. The token
/// says who is acting. A change whose answer is lost is asked for again, and done once.
public struct ServerClient: Sendable {
    private let connection: ServerConnection
    private let patience: Duration
    private let allowsTokenInClear: Bool

    /// - Parameters:
    ///   - server: the address under which the server's pages are found, such as `https://training.example.org`.
    ///   - token: what says who is acting; nil sees what everybody sees.
    ///   - patience: how long an answer is waited for; to what has to be computed, the server's own patience longer.
    ///   - allowsTokenInClear: whether the token may go to another machine without TLS.
    /// - Throws: `BadInput` when the server's address is none; `Refusal` for a token that everybody on the way could read.
    public init(
        server: String, token: String? = nil, patience: Duration = .seconds(10), allowsTokenInClear: Bool = false
    ) throws {
        self.patience = patience
        connection = try ServerConnection(server: server, token: token, patience: patience)
        self.allowsTokenInClear = allowsTokenInClear
        if token != nil, !allowsTokenInClear { try connection.requireSecrecy() }
    }

    /// Asks the server.
    /// - Throws: what the server answered; `Unreachable` when it does not answer as a Meridian server does.
    public func ask<R: Request>(_ request: R) async throws -> R.Answer {
        if R.holdsSecret, !allowsTokenInClear { try connection.requireSecrecy() }
        let message = try RequestMessage(request)
        // A little longer than the server takes to say that it takes too long.
        let connection =
            R.self is any ComputingRequest.Type ? connection.waiting(Computing.patience + patience) : connection
        return try await connection.ask(message)
    }
}
