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
    /// By the buttons of the pages.
    case browsing(Browsing)

    /// Has something done.
    func `do`(_ request: some HandledRequest) async throws {
        switch self {
        case .near(let client): _ = try await client.ask(request)
        case .far(let service, let token): _ = try await Self.ask(request, service, token)
        case .browsing(let browsing): try await browsing.press(request)
        }
    }

    /// Has something done that is about the asker's own part in sessions.
    ///
    /// - Parameters:
    ///   - request: what is asked.
    ///   - sessions: the sessions at which whoever has a browser looks then.
    ///   - read: what the answer says, for all others.
    /// - Returns: what they believe by that, session by session.
    /// - Throws: as the request does.
    func `do`<R: HandledRequest>(
        _ request: R, thenReading sessions: [String],
        or read: (R.Answer) -> [(session: String, belief: Model.Belief)]
    ) async throws -> [(session: String, belief: Model.Belief)] {
        switch self {
        case .near(let client): read(try await client.ask(request))
        case .far(let service, let token): read(try await Self.ask(request, service, token))
        case .browsing(let browsing): try await browsing.press(request, thenReading: sessions)
        }
    }

    private static func ask<R: HandledRequest>(
        _ request: R, _ service: TrainingService, _ token: String?
    ) async throws -> R.Answer {
        try await LiveServer.run(service: service, limits: .patient) { server in
            try await ServerClient(server: server.base, token: token, patience: .patience).ask(request)
        }
    }
}
