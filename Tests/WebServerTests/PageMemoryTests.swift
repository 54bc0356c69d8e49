import CivilTime
import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import Testing
import WebServer
import WebServerFixture

@Suite("Pages in memory")
struct PageMemoryTests {
    private static let pages = [
        "/", "/nova", "/nova?zone=Europe/Berlin", "/nova/seasons/202701", "/nova/nova-202701-w01-asia",
        "/nova/season.svg", "/nova/seasons/202701/season.svg?zone=Asia/Tokyo",
    ]

    @Test("are written once for everybody who asks, then and later", arguments: pages)
    func once(path: String) async throws {
        let database = try await WatchedDatabase()
        try await LiveServer.run(service: database.service) { server in
            let first = try await server.ask(path)
            let tag = try #require(first["ETag"])
            #expect(first["Cache-Control"] == "no-cache")
            let reads = database.store.reads
            for headers in [
                [], [("Host", "evil.example")], [("X-Forwarded-Host", "evil.example")], [("X-Forwarded-Proto", "http")],
                [("Authorization", "Bearer nonsense")], [("Accept", "text/plain")], [("If-None-Match", "\"x\"")],
            ] as [[(String, String)]] {
                let again = try await server.ask(path, headers: headers)
                #expect(again.status == 200 && again.body == first.body && again["ETag"] == tag, "\(headers)")
            }
            #expect(try await server.ask(path, headers: [("If-None-Match", tag)]).status == 304)
            #expect(database.store.reads == reads)
        }
    }

    @Test("follow a change with the next answer, and keep their tag when it does not touch them")
    func changes() async throws {
        let database = try await WatchedDatabase()
        try await LiveServer.run(service: database.service) { server in
            let first = try await server.ask("/nova")
            try await database.rename("Nova, renamed")
            let renamed = try await server.ask("/nova")
            #expect(renamed.text.contains("Nova, renamed") && renamed["ETag"] != first["ETag"])
            let reads = database.store.reads
            try await database.addStranger("another@canary.example")
            #expect(try await server.ask("/nova")["ETag"] == renamed["ETag"])
            #expect(database.store.reads == reads + 1)
        }
    }

    @Test("go on being served while the database fails, and follow it again afterwards")
    func outage() async throws {
        let database = try await WatchedDatabase()
        try await LiveServer.run(service: database.service) { server in
            let before = try await server.ask("/nova")
            try await database.rename("Nova, renamed")
            database.store.isFailing = true
            for _ in 0..<3 {
                let answer = try await server.ask("/nova")
                #expect(answer.status == 200 && answer["ETag"] == before["ETag"])
            }
            #expect(try await server.ask("/").status == 503)
            database.store.isFailing = false
            #expect(try await comesTrue { try await server.ask("/nova").text.contains("renamed") })
        }
    }

    @Test("are kept by what they show, however that was asked for")
    func spellings() async throws {
        let database = try await WatchedDatabase()
        let kept = { (server: LiveServer) in
            let text = try await server.ask("/metrics").text
            return text.firstMatch(of: /meridian_pages_in_memory (\d+)\n/).flatMap { Int($0.1) }
        }
        try await LiveServer.run(service: database.service) { server in
            for path in ["/nova?zone=Africa/Lagos", "/nova", "/nova/nova-202701-w01-asia", "/nova/seasons/202701"] {
                #expect(try await server.ask(path).status == 200)
            }
            #expect(try await kept(server) == 4)
            let lagos = try await server.ask("/nova?zone=Africa/Lagos")
            for query in [
                "zone=Lagos", "zone=lagos", "zone=+Lagos+", "zone=L%C3%A0gos", "zone=africa%2Flagos",
                "zone=Africa%2FLagos",
                "a=b&zone=Lagos",
                "zone=Africa/Lagos&x=1", "zone=Africa/Lagos&zone=Europe/Berlin", "utm=1&zone=Africa/Lagos",
            ] {
                #expect(try await server.ask("/nova?\(query)").body == lagos.body, "\(query)")
            }
            for path in [
                "/nova?", "/nova?zone=", "/nova?x=y", "/%6eova", "/nova/NOVA-202701-W01-ASIA",
                "/nova/nova-202701-w1-asia",
                "/nova/nova-w01-asia",
            ] {
                #expect(try await server.ask(path).status == 200, "\(path)")
            }
            for path in ["/nova?zone=Nowhere", "/nova?zone=\(String(repeating: "a", count: 500))", "/nvoa", "/nova/x"] {
                #expect(try await server.ask(path).status >= 400)
            }
            #expect(try await kept(server) == 4)
        }
    }

    @Test("are made for themselves for whoever may be signed in, and kept by nobody")
    func cookies() async throws {
        let database = try await WatchedDatabase()
        try await LiveServer.run(service: database.service) { server in
            let plain = try await server.ask("/nova")
            #expect(plain["Vary"] == "Accept-Encoding, Cookie, User-Agent, Accept")
            let reads = database.store.reads
            for path in ["/nova", "/nova?zone=Europe/Berlin"] {
                let own = try await server.ask(
                    path,
                    headers: [
                        ("Cookie", "__Host-meridian=" + String(repeating: "a", count: 52)),
                        ("If-None-Match", plain["ETag"] ?? ""),
                    ])
                #expect(own.status == 200 && own["Cache-Control"] == "private, no-cache" && own["ETag"] == nil)
            }
            // Each looks up whose session it is, and reads the page.
            #expect(database.store.reads == reads + 4)
            #expect(try await server.ask("/metrics").text.contains("meridian_pages_in_memory 1\n"))
        }
    }

    @Test(
        "say something else from the moment on at which it is so, though nobody changes anything",
        arguments: [
            // A session begins, and ends; a day does in Tokyo, by whose clock it was agreed, in UTC, and where it is looked at.
            ("2027-01-05T07:59:59Z", "/nova/nova-202701-w01-asia", "today", "under way"),
            ("2027-01-05T08:59:59Z", "/nova/nova-202701-w01-asia", "under way", "over"),
            ("2027-01-04T14:59:59Z", "/nova", "tomorrow", "today"),
            ("2027-01-10T23:59:59Z", "/nova", "Weeks 1 to 26", "Week 1, over"),
            ("2027-01-05T04:59:59Z", "/?zone=America/New_York", "tomorrow", "today"),
        ])
    func moments(before: String, path: String, words: String, later: String) async throws {
        let clock = HandClock(try #require(Instant(rfc3339: before)))
        let database = try await WatchedDatabase(clock: clock)
        try await LiveServer.run(service: database.service) { server in
            let first = try await server.ask(path)
            #expect(first.text.contains(words) && !first.text.contains(">\(later)"))
            clock.move(to: clock.now().adding(seconds: 1))
            #expect(try await comesTrue { try await server.ask(path).text.contains(">\(later)") })
        }
    }

    @Test("are the same all day long while nothing begins or ends")
    func days() async throws {
        var tags: Set<String?> = []
        for hour in ["00:00:01", "12:34:56", "23:59:59"] {
            let clock = HandClock(try #require(Instant(rfc3339: "2027-01-02T\(hour)Z")))
            let database = try await WatchedDatabase(clock: clock)
            try await LiveServer.run(service: database.service) { server in
                tags.insert(try await server.ask("/nova?zone=UTC")["ETag"])
            }
        }
        #expect(tags.count == 1)
    }

    @Test("count against the same rate as before, from memory or not")
    func rate() async throws {
        var limits = ServerLimits()
        limits.others = ServerLimits.Allowance(burst: 2, perSecond: 0.001)
        try await LiveServer.run(service: Season2027().service(), limits: limits) { server in
            let headers = [("X-Forwarded-For", "203.0.113.7")]
            var statuses: [UInt] = []
            for _ in 1...4 { statuses.append(try await server.ask("/nova", headers: headers).status) }
            #expect(statuses == [200, 200, 429, 429])
        }
    }
}
