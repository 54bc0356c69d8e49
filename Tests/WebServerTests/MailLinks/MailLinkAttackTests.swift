import CivilTime
import Logging
import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import Persistence
import TestSupport
import Testing
import WebServer
import WebServerFixture

/// What nobody can do with a link in a mail.
@Suite("A link in somebody else's hands")
struct MailLinkAttackTests {
    private static let code = "nova-202701-w01-asia"

    /// Priya has a seat, and the link in her invitation.
    private func seat() async throws -> (season: LinkedSeason, link: String) {
        let season = try await LinkedSeason()
        try await season.enroll("Priya", in: Self.code)
        return (season, try await season.link(to: "Priya", in: "Enrolled"))
    }

    private func expectEnded(
        _ link: String, on server: LiveServer, _ what: String, at location: SourceLocation = #_sourceLocation
    ) async throws {
        for answer in [
            try await server.ask(link), try await server.ask(link, method: .HEAD), try await server.press(link, "no"),
            try await server.press(link, "yes"),
        ] {
            #expect(answer.status == 404, "\(what)", sourceLocation: location)
            #expect(!answer.text.contains("Priya"), sourceLocation: location)
        }
    }

    @Test("a link does one thing for one person, whoever is signed in")
    func narrow() async throws {
        let (season, link) = try await seat()
        try await season.enroll("Priya", in: "nova-202701-w02-asia")
        try await LiveServer.run(service: season.service) { server in
            let quentin = try await SignedInBrowser(of: "quentin@canary.example", at: season.service, on: server)
            for headers in [[], [quentin.cookie, ("Sec-Fetch-Site", "same-origin")]] {
                for answer in ["1", "2", "yes%20", "YES", "DECLINED", "answer", "%00", "no&answer=no"] {
                    #expect(try await server.press(link, answer, headers).status == 400, "\(answer)")
                }
            }
            #expect(try await season.standing(of: "Priya") == .enrolled)
            _ = try await server.press(link, "no", [quentin.cookie, ("Sec-Fetch-Site", "same-origin")])
            #expect(try await season.standing(of: "Priya") == SessionView.Yours.Standing.none)
            #expect(try await season.standing(of: "Quentin") == SessionView.Yours.Standing.none)
            #expect(try await season.standing(of: "Priya", in: 2) == .enrolled)
            // It is no token, no way of signing in, and no other page.
            let secret = String(link.dropFirst("/m/".count))
            for path in ["/sign-in/\(secret)", "/sign-ups/\(secret)", "/feeds/\(secret).ics"] {
                #expect(try await server.ask(path).status >= 400, "\(path)")
            }
            let whoami = try await server.ask("/api/v1/token", headers: [("Authorization", "Bearer \(secret)")])
            #expect(whoami.status == 401)
            let cookie = try await server.ask(
                "/me", headers: [("Cookie", "__Host-meridian=\(secret)")], followsRedirects: false)
            #expect(cookie.status == 303)
        }
    }

    @Test("what another site's page sends is refused, although it knows the address")
    func otherSites() async throws {
        let (season, link) = try await seat()
        try await LiveServer.run(service: season.service) { server in
            for headers in [
                [("Origin", "https://evil.example")], [("Sec-Fetch-Site", "cross-site")],
                [("Sec-Fetch-Site", "same-site"), ("Origin", "null")], [("Origin", "https://mail.example.org")],
            ] {
                let refused = try await server.press(link, "no", headers)
                #expect(refused.status == 403)
            }
            #expect(try await season.standing(of: "Priya") == .enrolled)
            #expect(
                try await server.press(link, "no", [("Sec-Fetch-Site", "same-origin"), ("Origin", "null")]).status
                    == 200)
        }
    }

    @Test("guesses find nothing, and are too many soon")
    func guesses() async throws {
        let (season, link) = try await seat()
        var limits = ServerLimits()
        limits.others = .init(burst: 30, perSecond: 0.001)
        try await LiveServer.run(service: season.service, limits: limits) { server in
            let secret = link.dropFirst(3)
            for guess in [
                String(secret.dropLast()) + "7", secret.uppercased(), String(secret.prefix(51)), "a", "%2e%2e",
            ] {
                let answer = try await server.ask("/m/\(guess)")
                #expect(answer.status == 404 || "\(secret)" == guess)
            }
            var statuses: Set<UInt> = []
            for number in 1...60 {
                statuses.insert(try await server.ask("/m/\(String(repeating: "a", count: 50))\(number)").status)
            }
            #expect(statuses.contains(429) && statuses.isSubset(of: [404, 429]))
        }
    }

    /// What ends the links of somebody who goes, and lets them come back, to whom the old ones are no good.
    enum End: CaseIterable {
        case leaving, removal, block, blockEverywhere, move, rotation
    }

    @Test(
        "ends when its owner leaves, is blocked, moves, or rotates, and does not begin again", arguments: End.allCases)
    func ends(_ end: End) async throws {
        let (season, link) = try await seat()
        let priya = try LinkedSeason.address("Priya")
        let service = season.service
        let client = try Client.near(season: service)
        try await LiveServer.run(service: service) { server in
            #expect(try await server.ask(link).status == 200)
            switch end {
            case .leaving: _ = try await service.ask(LeaveProgram(program: "nova"), as: priya)
            case .removal: _ = try await client.ask(RemoveTrainee(program: "nova", email: priya))
            case .block: _ = try await client.ask(BlockPerson(program: "nova", email: priya))
            case .blockEverywhere: _ = try await client.ask(BlockEverywhere(email: priya))
            case .move: _ = try await client.ask(MovePerson(old: priya, new: EmailAddress("priya@new.example")))
            case .rotation: _ = try await service.ask(RotateFeed(), as: priya)
            }
            try await expectEnded(link, on: server, "\(end)")
            switch end {
            case .block: _ = try await client.ask(UnblockPerson(program: "nova", email: priya))
            case .blockEverywhere: _ = try await client.ask(UnblockEverywhere(email: priya))
            default: break
            }
            if end != .move {
                _ = try await service.ask(
                    JoinProgram(program: "nova", name: "Priya", email: priya, zone: "Asia/Kolkata"))
                if end != .rotation { try await season.enroll("Priya", in: Self.code) }
            }
            try await expectEnded(link, on: server, "\(end), and back")
        }
    }

    @Test("ends with what it is about")
    func over() async throws {
        let (season, link) = try await seat()
        let client = try Client.near(season: season.service)
        try await LiveServer.run(service: season.service) { server in
            _ = try await client.ask(CancelSession(session: Self.code, reason: "ill"))
            try await expectEnded(link, on: server, "cancelled")
            _ = try await client.ask(ReinstateSession(session: Self.code))
            #expect(try await server.ask(link).status == 200)
            season.clock.move(to: try #require(Instant(rfc3339: "2027-01-05T08:00:00Z")))
            try await expectEnded(link, on: server, "begun")
        }
        season.clock.move(to: try #require(Instant(rfc3339: "2027-01-13T08:00:00Z")))
        _ = try await season.service.doWhatIsDue()
        // What is long over is not kept.
        let longAgo = season.clock.now().adding(seconds: -7 * 86_400)
        let isKept = try await season.store.read { try $0.hasMailLinks(overSince: longAgo) }
        #expect(!isKept)
    }

    @Test("is in no log, and in no view of the outbox, and once its mail has left nowhere at all")
    func secrecy() async throws {
        let (season, link) = try await seat()
        let secret = String(link.dropFirst("/m/".count))
        let lines = Lines()
        let log = Logger(label: "test") { _ in KeepingLog(lines: lines) }
        try await LiveServer.run(service: season.service, log: log) { server in
            _ = try await server.ask(link)
            _ = try await server.press(link, "no", [("Origin", "https://evil.example")])
            _ = try await server.press(link, "maybe")
            _ = try await server.press(link, "no")
        }
        #expect(!lines.all.isEmpty && !lines.all.contains { $0.contains(secret) })
        let outbox = try await season.service.ask(ListOutbox())
        #expect(!outbox.isEmpty && !"\(outbox)".contains(secret))
        let entries = try await season.service.ask(ShowLog(program: "nova"))
        #expect(!entries.isEmpty && !"\(entries)".contains(secret))
    }
}
