import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog
import WebServerFixture

/// The page behind the link of the letter that asks whether somebody goes on in the next season.
@Suite("The page that asks whether one goes on")
struct StandingOfferPageTests {
    private static let form = [("Content-Type", "application/x-www-form-urlencoded")]
    /// As every secret is written.
    private static let secret = String(repeating: "m3", count: 26)
    private static let path = "/m/\(secret)"

    private let database: WatchedDatabase

    /// Priya was asked.
    init() async throws {
        let email = try EmailAddress("priya@canary.example")
        database = try await WatchedDatabase()
        _ = try await database.service.ask(
            JoinProgram(program: "nova", name: "Priya", email: email, zone: "Asia/Tokyo"))
        let digest = KeyFile(beside: nil).digest(of: Self.secret)
        try await database.store.write { transaction in
            let person = try #require(try transaction.person(email))
            try transaction.offer(
                StandingEnrollment(
                    program: "nova", season: "202701", region: .asia, person: person,
                    since: Instant(secondsSinceEpoch: 1_798_761_600)),
                digest: digest)
        }
    }

    private func holders() async throws -> Int {
        try await database.store.read { try $0.standingEnrollments(of: "nova").count }
    }

    private func press(
        _ server: LiveServer, at path: String = Self.path, _ answer: String?, _ headers: [(String, String)] = []
    ) async throws -> LiveServer.Answer {
        try await server.ask(
            path, method: .POST, headers: Self.form + headers, body: Array((answer.map { "answer=\($0)" } ?? "").utf8))
    }

    @Test("looking at it changes nothing; a button does it, and then there is no such page", arguments: ["yes", "no"])
    func once(_ answer: String) async throws {
        try await LiveServer.run(service: database.service) { server in
            for method in [HTTPMethod.GET, .HEAD, .GET] {
                let page = try await server.ask(Self.path, method: method)
                #expect((page.status, page["Cache-Control"]) == (200, "no-store"))
                #expect(page["Referrer-Policy"] == "strict-origin")
                #expect(page.text.contains("value=\"yes\"") == (method == .GET))
                #expect(page.text.contains("value=\"no\"") == (method == .GET))
            }
            var holders = try await holders()
            #expect(holders == 0)
            let done = try await press(server, answer)
            #expect(done.status == 200)
            #expect(done.text.contains("Done.") && !done.text.contains("<button"))
            holders = try await self.holders()
            #expect(holders == (answer == "yes" ? 1 : 0))
            for method in [HTTPMethod.GET, .HEAD] {
                #expect(try await server.ask(Self.path, method: method).status == 404)
            }
            for again in ["yes", "no"] { #expect(try await press(server, again).status == 404) }
        }
    }

    @Test("without a choice the page stays, and what another site sends is refused")
    func refused() async throws {
        try await LiveServer.run(service: database.service) { server in
            for answer in [nil, "", "maybe"] {
                let refused = try await press(server, answer)
                #expect(refused.status == 400)
                #expect(refused.text.contains("press one of the buttons"))
            }
            for headers in [
                [("Origin", "https://evil.example")], [("Sec-Fetch-Site", "cross-site")],
            ] {
                #expect(try await press(server, "yes", headers).status == 403)
            }
            for path in ["/m/x", "/m/\(Self.secret.uppercased())", "/m/\(Self.secret.dropLast())4"] {
                #expect(try await press(server, at: path, "yes").status == 404)
            }
            let holders = try await holders()
            #expect(holders == 0)
            #expect(try await server.ask(Self.path).status == 200)
        }
    }
}
