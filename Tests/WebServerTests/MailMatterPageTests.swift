import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import Persistence
import TestSupport
import Testing
import WebServerFixture

/// The page behind the link of a mail that asks somebody something (CALENDAR.md rule 23).
@Suite("The page that asks about one matter")
struct MailMatterPageTests {
    private static let code = "nova-202701-w01-asia"
    private static let form = [("Content-Type", "application/x-www-form-urlencoded")]
    /// As every secret is written.
    private static let secret = String(repeating: "m2", count: 26)
    private static let path = "/m/\(secret)"

    private let priya: EmailAddress
    private let database: WatchedDatabase

    /// Priya has a seat.
    init() async throws {
        priya = try EmailAddress("priya@canary.example")
        database = try await WatchedDatabase()
        _ = try await database.service.ask(
            JoinProgram(program: "nova", name: "Priya", email: priya, zone: "Asia/Tokyo"))
    }

    /// Asks Priya whether she wants that of her session.
    private func ask(_ wish: MailMatter.Wish) async throws {
        let (email, code, digest) = (priya, Self.code, KeyFile(beside: nil).digest(of: Self.secret))
        let now = Instant(secondsSinceEpoch: 1_798_761_600)
        try await database.store.write { transaction in
            let session = try transaction.sessions(of: "nova").first { $0.code.description == code }?.asStored
            let person = try #require(try transaction.person(email))
            try transaction.add(
                MailMatter(person: person, session: try #require(session).id, wish: wish), digest: digest, at: now)
        }
    }

    private func expectSeat(_ hasSeat: Bool, at location: SourceLocation = #_sourceLocation) async throws {
        let session = try await database.service.session(Self.code, for: Viewer(email: priya))
        #expect((session.yours?.enrollment == .enrolled) == hasSeat, sourceLocation: location)
    }

    private func press(
        _ server: LiveServer, at path: String = Self.path, choosing answer: String? = "DECLINED",
        _ headers: [(String, String)] = []
    ) async throws -> LiveServer.Answer {
        try await server.ask(
            path, method: .POST, headers: Self.form + headers, body: Array((answer.map { "answer=\($0)" } ?? "").utf8))
    }

    @Test(
        "looking at it changes nothing; the button does it, and then there is no such page", arguments: [true, false])
    func once(isKnown: Bool) async throws {
        try await ask(isKnown ? .answer(.declined) : .leave)
        try await LiveServer.run(service: database.service) { server in
            for method in [HTTPMethod.GET, .HEAD, .GET] {
                let page = try await server.ask(Self.path, method: method)
                #expect((page.status, page["Cache-Control"]) == (200, "no-store"))
                #expect(page["Referrer-Policy"] == "strict-origin")
                #expect(page.text.contains(Self.code) == (method == .GET))
            }
            try await expectSeat(true)
            let done = try await press(server)
            #expect(done.status == 200)
            #expect(done.text.contains("You have no seat in it"))
            try await expectSeat(false)
            for method in [HTTPMethod.GET, .HEAD] {
                #expect(try await server.ask(Self.path, method: method).status == 404)
            }
            #expect(try await press(server).status == 404)
        }
    }

    @Test("what another site's page sends is refused, what this page and no page at all sends is not")
    func otherSites() async throws {
        try await ask(.leave)
        try await LiveServer.run(service: database.service) { server in
            for headers in [
                [("Origin", "https://evil.example")], [("Origin", "https://training.example.org.evil.example")],
                [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site"), ("Origin", "null")],
            ] {
                #expect(try await press(server, headers).status == 403)
            }
            try await expectSeat(true)
            #expect(try await press(server, [("Origin", "https://training.example.org")]).status == 200)
            try await expectSeat(false)
        }
    }

    @Test("another token than the one that was mailed finds nothing and changes nothing")
    func wrongToken() async throws {
        try await ask(.leave)
        try await LiveServer.run(service: database.service) { server in
            let others = [String(Self.secret.dropLast()) + "3", Self.secret.uppercased(), "x", "%3Cb%3E"].map {
                "/m/\($0)"
            }
            for path in others {
                #expect(try await server.ask(path).status == 404)
                #expect(try await press(server, at: path).status == 404)
            }
            try await expectSeat(true)
        }
    }

    @Test("where the answer could not be read it is chosen there; without a choice the page stays")
    func chosen() async throws {
        try await ask(.answer(nil))
        try await LiveServer.run(service: database.service) { server in
            let page = try await server.ask(Self.path).text
            #expect(page.contains("ACCEPTED") && page.contains("DECLINED"))
            for answer in [nil, "", "PERHAPS"] {
                let refused = try await press(server, choosing: answer)
                #expect(refused.status == 400)
                #expect(refused.text.contains("press one of the buttons"))
            }
            try await expectSeat(true)
            #expect(try await press(server).status == 200)
            try await expectSeat(false)
        }
    }
}
