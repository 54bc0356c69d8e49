import CivilTime
import Logging
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import Persistence
import TestSupport
import Testing
import WebServer
import WebServerFixture

@Suite("What a server takes, and when it hangs up")
struct LimitsTests {
    @Test(
        "tells a request that is none what is wrong with it, and hangs up",
        arguments: [
            ("NONSENSE\r\n\r\n", "400", "this is not a request of HTTP/1.1"),
            ("GET /nova.ics HTTP/1.1\r\nHost: a\r\n folded nonsense\u{1}\r\n\r\n", "400", "this is not a request"),
            ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", "400", "this is not a request"),
            (
                "GET /nova.ics HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 40_000))\r\n\r\n", "431",
                "the request's header is longer than is taken here"
            ),
            ("GET /nova.ics HTTP/1.1\r\nHost: a\r\n", "408", "the request did not arrive within"),
            ("POST /nova HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc", "40", ""),
        ])
    func hostile(bytes: String, status: String, words: String) async throws {
        let answer = try await Self.answer(to: bytes)
        #expect(answer.hasPrefix("HTTP/1.1 \(status)"), "\(answer)")
        #expect(answer.contains(words))
    }

    @Test("answers 4xx to what it does not take")
    func refused() async throws {
        try await LiveServer.run(service: Season2027().service(), limits: .patient) { server in
            let coded = try await server.ask(
                "/nova", method: .POST, headers: [("Content-Encoding", "br")], body: [1, 2, 3])
            #expect(coded.status == 415 && coded["Accept-Encoding"] == "identity")
            #expect(coded.text.contains("without a Content-Encoding"))
            let method = try await server.ask("/nova.ics", method: .RAW(value: "PROPFIND"))
            #expect(method.status == 405 && method["Allow"] == "GET, HEAD")
            let long = try await server.ask("/nova", method: .POST, body: Array(repeating: 0, count: 2_000_000))
            #expect(long.status == 413)
        }
    }

    @Test("is heard by who goes on sending, and is hung up on in order")
    func talkative() async throws {
        try await LiveServer.run(service: Season2027().service(), limits: .patient) { server in
            for _ in 0..<20 {
                let connection = try RawConnection(port: server.port)
                connection.send("GET /nova HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "x", count: 400_000))
                #expect(connection.rest().hasPrefix("HTTP/1.1 431") && !connection.wasReset)
            }
        }
    }

    @Test("serves others while a request is slow")
    func slow() async throws {
        try await LiveServer.run(service: Season2027().service(), limits: Self.quick) { server in
            let slow = try (0..<20).map { _ in try RawConnection(port: server.port) }
            for connection in slow { connection.send("GET /nova.ics HT") }
            #expect(try await server.ask("/nova.ics").status == 200)
            for connection in slow { #expect(connection.rest().hasPrefix("HTTP/1.1 408 Request Timeout\r\n")) }
        }
    }

    @Test("answers an address that asks too often with 429, and nobody else")
    func rate() async throws {
        var limits = ServerLimits()
        limits.others = ServerLimits.Allowance(burst: 2, perSecond: 0.01)
        limits.feeds = ServerLimits.Allowance(burst: 3, perSecond: 0.01)
        try await LiveServer.run(service: Season2027().service(), limits: limits) { server in
            func expect(_ path: String, from address: String?, _ statuses: [UInt]) async throws {
                for status in statuses {
                    let headers = address.map { [("X-Forwarded-For", $0)] } ?? []
                    let answer = try await server.ask(path, headers: headers)
                    #expect(answer.status == status)
                    guard answer.status == 429 else { continue }
                    let pause = try #require(answer["Retry-After"].flatMap { Int($0) })
                    #expect((1...100).contains(pause))
                    #expect(answer.text.contains("too many requests from this address"))
                }
            }
            try await expect("/nova", from: "203.0.113.7", [200, 200, 429])
            try await expect("/nova.ics", from: "203.0.113.7", [200, 200, 200, 429])
            // The last entry is the proxy's own; what comes before it is anybody's invention.
            try await expect("/nova", from: "203.0.113.8, 203.0.113.7", [429])
            try await expect("/nova", from: "203.0.113.7, 203.0.113.8", [200])
            try await expect("/nova", from: "2001:db8::1", [200, 200])
            try await expect("/nova", from: "2001:db8::ffff:1", [429])
            try await expect("/nova", from: "2001:db8:0:1::1", [200])
            // This machine itself is not limited.
            try await expect("/nova", from: nil, [200, 200, 200, 200])
        }
    }

    @Test(
        "notices a proxy that does not say for whom it asks, and tells whoever looks after the server",
        arguments: [
            ("https://training.example.org", [("Via", "1.1 proxy")], true),
            ("https://training.example.org", [("X-Forwarded-Proto", "https")], true),
            ("https://training.example.org", [("Host", "training.example.org")], true),
            ("https://training.example.org", [("Via", "1.1 proxy"), ("X-Forwarded-For", "203.0.113.7")], false),
            ("https://training.example.org", [], false), ("http://127.0.0.1:8080", [("Via", "1.1 proxy")], false),
        ] as [(String, [(String, String)], Bool)])
    func namelessProxy(base: String, headers: [(String, String)], isNoticed: Bool) async throws {
        let lines = Lines()
        let log = Logger(label: "web") { _ in KeepingLog(lines: lines, logLevel: .warning) }
        try await LiveServer.run(service: Season2027().service(), baseURL: base, log: log) { server in
            for _ in 0..<3 { _ = try await server.ask("/nova", headers: headers) }
            let ready = try await server.ask("/readyz")
            #expect(ready.status == 200 && ready.text.contains("X-Forwarded-For") == isNoticed)
            #expect(lines.all.filter { $0.contains("X-Forwarded-For") }.count == (isNoticed ? 1 : 0))
        }
    }

    @Test("counts what it does, without a word of whom it does it for")
    func metrics() async throws {
        let database = try await WatchedDatabase()
        let addresses = try FeedAddresses(base: "https://training.example.org")
        let address = try await database.service.ask(
            ShowPersonalFeed(), as: EmailAddress("priya@canary.example"), at: addresses)
        let path = String(address.url.dropFirst(addresses.base.count))
        let lines = Lines()
        let log = Logger(label: "web") { _ in KeepingLog(lines: lines, logLevel: .trace) }
        try await LiveServer.run(service: database.service, log: log) { server in
            #expect(try await server.ask(path).status == 200)
            let again = try await server.ask(path, headers: [("X-Forwarded-For", "203.0.113.7")])
            let tag = try #require(again["ETag"])
            #expect(try await server.ask(path, headers: [("If-None-Match", tag)]).status == 304)
            #expect(try await server.ask("/no/such/secret-thing").status == 404)
            let text = try await server.ask("/metrics").text
            #expect(text.contains("meridian_http_requests_total{route=\"/feeds/{token}.ics\",status=\"304\"} 1\n"))
            #expect(text.contains("meridian_feed_requests_total{result=\"not_modified\"} 1\n"))
            #expect(text.contains("meridian_feed_render_seconds_bucket{le=\"+Inf\"} "))
            #expect(text.contains("meridian_database_up 1\n") && text.contains("meridian_outbox_mails 0\n"))
            let secret = path.dropFirst("/feeds/".count).dropLast(".ics".count)
            for text in lines.all + [text] {
                for word in [String(secret), "canary", "203.0.113.7", "secret-thing"] {
                    #expect(!text.contains(word), "\(word) is in \(text)")
                }
            }
            #expect(lines.all.contains { $0.contains("route=/feeds/{token}.ics") })
        }
    }

    @Test("is not ready when it sends mail and mail stays")
    func readiness() async throws {
        let clock = HandClock(Instant(secondsSinceEpoch: 1_798_761_600))
        let store = try SQLiteStore.inMemory()
        let database = try await WatchedDatabase(on: store, clock: clock)
        try await store.write { database in
            _ = try database.add(
                OutboxMessage(
                    recipient: EmailAddress("priya@canary.example"), subject: "Hello", bytes: [],
                    created: clock.now()))
        }
        try await LiveServer.run(service: database.service, delivery: DirectoryDelivery(path: "mail")) { server in
            #expect(try await server.ask("/readyz").text == "ready\n")
            clock.move(to: clock.now().adding(seconds: 20 * 60))
            let late = try await server.ask("/readyz")
            #expect(late.status == 503)
            #expect(late.text == "mail has been waiting for 20 minutes, 1 in all; see the log\n")
            #expect(try await server.ask("/healthz").status == 200)
        }
        let idle = try await LiveServer.run(service: database.service) { try await $0.ask("/readyz") }
        #expect(idle.status == 200)
    }

    @Test("is not ready when there is no sendmail that it could run, whether or not mail waits, and its log says which")
    func noSendmail() async throws {
        let lines = Lines()
        let log = Logger(label: "test") { _ in KeepingLog(lines: lines) }
        let delivery = SendmailDelivery(path: "/nowhere/sendmail")
        let ready = try await LiveServer.run(service: Season2027().service(), delivery: delivery, log: log) {
            try await $0.ask("/readyz")
        }
        #expect(ready.status == 503)
        #expect(ready.text == "no mail can leave: the sendmail program cannot be run; the log says which\n")
        #expect(lines.all.contains { $0.contains("there is no /nowhere/sendmail; name the sendmail program") })
    }

    private static var quick: ServerLimits {
        var limits = ServerLimits()
        limits.arrival = .milliseconds(200)
        return limits
    }

    private static func answer(to bytes: String) async throws -> String {
        try await LiveServer.run(service: Season2027().service(), limits: quick) { server in
            let connection = try RawConnection(port: server.port)
            connection.send(bytes)
            return connection.rest()
        }
    }
}
