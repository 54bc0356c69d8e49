import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog
import WebServerFixture

@Suite("Somebody's own page")
struct OwnPageTests {
    /// A database in which Priya is a trainee on a path, and the path of her page.
    private func database(stages: [Stage]) async throws -> (service: TrainingService, path: String) {
        let database = try await WatchedDatabase()
        let email = try EmailAddress("priya@canary.example")
        _ = try await database.service.ask(
            JoinProgram(program: "nova", name: "Priya <b>", email: email, zone: "Asia/Tokyo"))
        try await database.store.write { try $0.save(stages, of: "nova") }
        let addresses = try FeedAddresses(base: "https://training.example.org")
        let feed = try await database.service.ask(ShowPersonalFeed(), as: email, at: addresses)
        return (database.service, String(feed.url.dropFirst(addresses.base.count).dropLast(".ics".count)))
    }

    @Test("lies beside their calendar, says what is next and what is missing, is never kept, and holds no address")
    func page() async throws {
        let (service, path) = try await database(stages: [Stage(name: "reader & more", sessions: 3)])
        try await LiveServer.run(service: service) { server in
            let page = try await server.ask(path)
            #expect((page.status, page["Content-Type"]) == (200, "text/html; charset=utf-8"))
            #expect((page["Cache-Control"], page["X-Robots-Tag"]) == ("no-store", "noindex, nofollow"))
            #expect((page["Referrer-Policy"], page["ETag"]) == ("strict-origin", nil))
            for text in [
                "<h1><bdi>Priya &lt;b&gt;</bdi></h1>", "on the clock of Asia/Tokyo", "nova-202701-w01-asia",
                "Tue 5 January 2027, 17:00–18:00", "you have a seat", "<meta name=\"robots\" content=\"noindex\">",
                "So far: 0 sessions, 0 reviews discussed, no area yet, 0 sessions co-led.",
                "<dt><bdi>reader &amp; more</bdi></dt><dd>3 more sessions to go</dd>",
                "<img src=\"\(path)/nova.svg\"", "counts for sessions",
            ] {
                #expect(page.text.contains(text), "\(text)")
            }
            #expect(!page.text.contains("canary") && !page.text.contains("{{") && !page.text.contains("<style"))

            let picture = try await server.ask(path + "/nova.svg")
            #expect((picture.status, picture["Content-Type"]) == (200, "image/svg+xml"))
            #expect((picture["Cache-Control"], picture["X-Robots-Tag"]) == ("no-store", "noindex, nofollow"))
            #expect(picture["Content-Security-Policy"]?.contains("style-src 'sha256-") == true)
            #expect(picture.text.contains("reader &amp; more: 3 more sessions to go."))
            #expect(try await server.ask(path + "/other.svg").status == 404)
        }
    }

    @Test("says, as the program's page does, whose hour will move for its reader, whoever's clocks are changed")
    func hourMoves() async throws {
        let database = try await WatchedDatabase()
        let zones = TimeZoneCatalog.shipped
        let rules = try zones.rules(named: "America/New_York")
        // Thursdays at 12:00 in New York, in all weeks of the season: Priya of Tokyo sleeps.
        try await database.store.write { transaction in
            let first = try #require(
                transaction.sessions(of: "nova").map { $0.timed(by: zones) }.first { $0.code.region == .americas })
            let priya = try #require(try transaction.person(EmailAddress("priya@canary.example")))
            for week in 2...26 {
                var session = first
                session.id = .unassigned
                session.code = SessionCode(program: "nova", season: "202701", week: week, region: .americas)
                session.uid = "\(session.code)@test"
                session.localStart = LocalDateTime(
                    date: first.localStart.date.adding(days: 7 * (week - 1)), time: first.localStart.time)
                session.start = rules.resolve(session.localStart).instant
                session = try transaction.add(session)
                _ = try transaction.add(
                    Enrollment(session: session.id, person: priya, seat: 1, since: session.revised))
            }
        }
        let feed = try await database.service.ask(
            ShowPersonalFeed(), as: EmailAddress("priya@canary.example"),
            at: FeedAddresses(base: "https://training.example.org"))
        let own = String(feed.url.dropFirst("https://training.example.org".count).dropLast(".ics".count))
        let move =
            "From Fri 19 Mar on, Akira Sato’s sessions of Americas begin at 01:00 instead of 02:00, in your night: the clocks in New York are changed."
        try await LiveServer.run(service: database.service) { server in
            #expect(try await server.ask(own).text.contains("<li><bdi>Nova core reviewer training: \(move)</bdi></li>"))
            #expect(try await server.ask("/nova?zone=Asia/Tokyo").text.contains("<li><bdi>\(move)</bdi></li>"))
            for (zone, times) in [("America/New_York", 0), ("America/Toronto", 0), ("Europe/Berlin", 2)] {
                let text = try await server.ask("/nova?zone=\(zone)").text
                #expect(text.contains("Your hour will move") == (times > 0))
                #expect(text.matches(of: /sessions of Americas begin at/).count == times, "\(zone)")
            }
            #expect(try await !server.ask("/nova").text.contains("Your hour will move"))
        }
    }

    @Test("is nobody's at any other address, and shows no picture of a path that has no stage")
    func others() async throws {
        let (service, path) = try await database(stages: [])
        try await LiveServer.run(service: service) { server in
            #expect(try await !server.ask(path).text.contains("<img"))
            for other in ["/feeds/nobody", path + "x", "/feeds/nobody/nova.svg"] {
                let answer = try await server.ask(other)
                #expect((answer.status, answer["Cache-Control"]) == (404, "no-store"))
            }
        }
    }
}
