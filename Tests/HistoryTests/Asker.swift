import MentoringAPI
import MentoringService
import RemoteClient
import TestSupport
import WebServerFixture

/// Somebody who asks a server for something, and how what they ask comes to it.
enum Asker {
    /// In a process beside the database.
    case near(Client)
    /// Over HTTP, from a machine of their own.
    case far(TrainingService, token: String?)

    func ask<R: HandledRequest>(_ request: R) async throws -> R.Answer {
        switch self {
        case .near(let client): return try await client.ask(request)
        case .far(let service, let token):
            return try await LiveServer.run(service: service, limits: .patient) { server in
                try await ServerClient(server: server.base, token: token, patience: .patience).ask(request)
            }
        }
    }
}
