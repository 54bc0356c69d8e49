import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import TimeZoneCatalog
import WebServerFixture

/// Somebody's browser at a server, in which they are signed in: presses buttons, and knows of its owner what the pages say.
struct Browsing {
    let service: TrainingService
    /// What its cookie holds; nil for whoever is not signed in.
    let secret: String?

    /// Signs somebody in by the link of a mail.
    /// - Returns: what the cookie holds; nil for whoever is written no such mail.
    static func signIn(_ email: EmailAddress, at world: World.Server) async throws -> String? {
        try await LiveServer.run(service: world.service, limits: .patient) { server in
            func mails() async throws -> [OutboxMessage] {
                try await world.store.read { try $0.outbox([.pending, .sent, .refused]) }
            }
            let before = try await mails().count
            return try await SignedInBrowser.signIn(email.description, on: server) {
                try await mails().dropFirst(before).filter { $0.recipient == email }.compactMap { mail in
                    try PostedMail(mail, by: .shipped).everything.firstMatch(of: /\/sign-in\/([a-z2-7]{52})/)
                }.first.map { String($0.1) }
            }
        }
    }

    /// Presses a button that has something asked.
    /// - Throws: `Refusal` in the words of the page on which it says that it was not done.
    func press(_ request: some HandledRequest) async throws {
        try await LiveServer.run(service: service, limits: .patient) { try await press(request, on: $0) }
    }

    private func press<R: HandledRequest>(_ request: R, on server: LiveServer) async throws {
        let values = try request.values()
        let path = R.route.path(with: values) { $0.percentEncoded(keeping: "") }
        let fields = R.route.otherFields.compactMap { field in
            values[field.name].map { (field.name, $0.texts.joined(separator: "\n")) }
        }
        let answer = try await browser(on: server).post(
            "/me/do/\(R.route.method.rawValue.lowercased())/\(path)",
            fields + [("form-key", UUID().uuidString), ("form-page", "/me")])
        if answer.status == 303 { return }
        let words = answer.text.firstMatch(of: /role="alert"[^>]*><p>([^<]*)</).map { String($0.1) }
        guard (400..<500).contains(answer.status) else {
            throw Unexpected(status: answer.status, request: "\(request)", words: words ?? answer.text)
        }
        throw Refusal(answer.status == 403 ? .notAllowed : .conflict, words ?? "\(answer.status) in a browser")
    }

    /// A page that nobody should see.
    private struct Unexpected: Error, CustomStringConvertible {
        let status: UInt
        let request: String
        let words: String

        var description: String { "\(status) for \(request): \(words)" }
    }

    private func browser(on server: LiveServer) -> SignedInBrowser {
        // No secret is anybody's that has one letter throughout.
        SignedInBrowser(secret: secret ?? String(repeating: "a", count: 52), on: server)
    }

    /// Presses a button, and looks at what the pages of some sessions say of whoever has.
    /// - Returns: what they believe by that, session by session.
    func press(
        _ request: some HandledRequest, thenReading sessions: [String]
    ) async throws -> [(session: String, belief: Model.Belief)] {
        try await LiveServer.run(service: service, limits: .patient) { server in
            try await press(request, on: server)
            var said: [(session: String, belief: Model.Belief)] = []
            for session in sessions {
                let page = try await browser(on: server).get("/\(session.prefix { $0 != "-" })/\(session)")
                // What has begun is nobody's to change.
                if page.text.contains("it is on now") || page.text.contains("it is over") { continue }
                guard let belief = Self.belief(from: page.text) else {
                    throw Unexpected(status: page.status, request: "the page of \(session)", words: page.text)
                }
                said.append((session, belief))
            }
            return said
        }
    }

    /// What a session's page says to whoever is signed in of their own part in it; nil for one that says nothing.
    private static func belief(from page: String) -> Model.Belief? {
        if page.contains("you have a seat") { return .seat }
        if page.contains(/you are number \d+ on the waiting list/) { return .waits }
        if page.contains("you lead it") { return .leads }
        return page.contains("you have no seat in it") || page.contains("all seats are taken") ? .out : nil
    }
}
