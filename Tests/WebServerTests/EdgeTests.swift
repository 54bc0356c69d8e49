import CivilTime
import Mentoring
import MentoringService
import NIOHTTP1
import Testing
import WebServer
import WebServerFixture

@Suite("The server’s edges")
struct EdgeTests {
    @Test("a feed is found under its own name only, and nobody’s request takes it away from others")
    func feedsByValue() async throws {
        let database = try await WatchedDatabase()
        try await LiveServer.run(service: database.service) { server in
            let asia = try await server.ask("/nova/asia.ics")
            #expect(asia.status == 200)
            let reads = database.store.reads
            for path in [
                "/nova%2Fasia.ics", "/nova%2fasia.ics", "/no%00va.ics", "/nova%ff.ics", "/feeds%2Fa.ics", "/NOVA.ics",
            ] {
                // As it stands: a client's library would mend some of these.
                let connection = try RawConnection(port: server.port)
                connection.send("GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                let answer = await connection.wholeAnswer()
                #expect(answer.hasPrefix("HTTP/1.1 404 "), "\(path): \(answer)")
                #expect(try await server.ask("/nova/asia.ics").status == 200)
            }
            for secret in ["a%2Fb", "%00", String(repeating: "a", count: 65), "a-b", "%C3%A9"] {
                #expect(try await server.ask("/feeds/\(secret).ics").status == 404, "\(secret)")
            }
            // What can be no feed is not looked for.
            #expect(database.store.reads == reads)
            #expect(try await server.ask("/%6eova/asia.ics").status == 200)
            #expect(try await server.ask("/metrics").text.contains("meridian_feeds_in_memory 1\n"))
        }
    }

    @Test(
        "a page is of one moment: it is read in one transaction",
        arguments: ["/", "/nova", "/nova/nova-202701-w01-asia", "/nova/season.svg"])
    func oneMoment(path: String) async throws {
        let database = try await WatchedDatabase()
        try await LiveServer.run(service: database.service) { server in
            let reads = database.store.reads
            let answer = try await server.ask(path)
            #expect(answer.status == 200)
            #expect(database.store.reads == reads + 1)
        }
    }

    @Test("each thing has one path", arguments: ["/metrics/", "//metrics", "/readyz//", "//readyz", "/metrics/?a=b"])
    func onePath(path: String) async throws {
        try await LiveServer.run { server in
            let connection = try RawConnection(port: server.port)
            connection.send("GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            let answer = await connection.wholeAnswer()
            #expect(answer.hasPrefix("HTTP/1.1 308 "))
            let location = path.contains("metrics") ? "/metrics" : "/readyz"
            #expect(answer.contains("Location: \(location)\(path.hasSuffix("b") ? "?a=b" : "")\r\n"), "\(answer)")
            #expect(try await server.ask(path, method: .POST).status == 404)
        }
    }

    @Test(
        "no other spelling leads to what administrators look at",
        arguments: [
            "/Metrics", "/%6detrics", "/metrics%2f", "/metrics%00", "/metrics;a", "/./metrics", "/nova/../metrics",
        ])
    func disguises(path: String) async throws {
        try await LiveServer.run { server in
            let connection = try RawConnection(port: server.port)
            connection.send("GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            let answer = await connection.wholeAnswer()
            #expect(answer.hasPrefix("HTTP/1.1 404 "), "\(answer)")
        }
    }

    @Test("a redirect never leads to another site")
    func redirects() async throws {
        try await LiveServer.run { server in
            let connection = try RawConnection(port: server.port)
            connection.send("GET //evil.example/nova/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            let answer = await connection.wholeAnswer()
            #expect(answer.contains("Location: /evil.example/nova\r\n"), "\(answer)")
        }
    }

    @Test(
        "a request that two could read differently is refused once",
        arguments: [
            "Host: a\r\nHost: b\r\n\r\n", "Host: a\r\nHost: a\r\n\r\n", "\r\n", "Host: a b\r\n\r\n",
            "Host: a/b\r\n\r\n",
            "Host: a@b\r\n\r\n", "Host: a\r\nTransfer-Encoding: gzip\r\n\r\n",
            "Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
            "Host: a\r\nX: a\r\n b\r\n\r\n", "Host : a\r\n\r\n",
        ])
    func ambiguous(fields: String) async throws {
        try await LiveServer.run { server in
            for method in ["GET", "POST"] {
                let connection = try RawConnection(port: server.port)
                connection.send("\(method) /nova HTTP/1.1\r\n\(fields)GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
                connection.finish()
                let answer = await connection.wholeAnswer()
                #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
                #expect(answer.split(separator: "HTTP/1.1 ").filter { $0.first?.isNumber == true }.count == 1)
            }
        }
    }

    @Test(
        "whoever wants to be hung up on is, however they say it",
        arguments: [
            "1.0\r\n", "1.0\r\nHost: a\r\n", "1.1\r\nHost: a\r\nConnection: close\r\n",
            "1.1\r\nHost: a\r\nConnection: Close\r\n", "1.1\r\nHost: a\r\nConnection: te, close\r\n",
        ])
    func lastRequests(rest: String) async throws {
        try await LiveServer.run { server in
            let connection = try RawConnection(port: server.port)
            connection.send("GET /healthz HTTP/\(rest)\r\n")
            let answer = await connection.wholeAnswer()
            #expect(answer.contains(" 200 OK\r\n"), "\(answer)")
            #expect(!connection.wasReset)
        }
    }

    @Test(
        "an ending buys no other rate",
        arguments: ["/api/v1/sessions/nova-202701-w01-asia.ics", "/x/y/z.ics", "/api/v1/a.ics"])
    func ratesByRoute(path: String) async throws {
        var limits = ServerLimits()
        limits.others = ServerLimits.Allowance(burst: 1, perSecond: 0.001)
        try await LiveServer.run(service: Season2027().service(), limits: limits) { server in
            let headers = [("X-Forwarded-For", "203.0.113.7")]
            let (first, second) = (
                try await server.ask(path, headers: headers), try await server.ask(path, headers: headers)
            )
            #expect(first.status != 429)
            #expect(second.status == 429)
        }
    }

    @Test(
        "a form that is none is told so, and nobody is asked for",
        arguments: [
            ("name=%4&email=a%40b.example&zone=UTC", "name is not text"),
            ("name=%zz&email=a%40b.example&zone=UTC", "name is not text"),
            ("name=%ff&email=a%40b.example&zone=UTC", "name is not text"),
            ("name=a&name=b&email=a%40b.example&zone=UTC", "has name twice"),
            ("name=a&email=a%40b.example&zone=UTC&more=1", "does not ask for"), ("name[]=a", "does not ask for"),
            ("name", "does not ask for"), (#"{"name": "a"}"#, "does not ask for"), ("name=a", "lacks email"),
        ])
    func forms(form: String, words: String) async throws {
        let service = try await Season2027().service()
        try await LiveServer.run(service: service, isOpenToAll: true) { server in
            let answer = try await server.ask("/nova/join", method: .POST, body: Array(form.utf8))
            #expect(answer.status == 400 && answer.text.contains(words), "\(answer.status)")
        }
    }

    @Test("a long form is read no further than up to what is wrong with it, and one of a megabyte not at all")
    func longForms() async throws {
        let service = try await Season2027().service()
        let forms = [
            (String(repeating: "a=1&", count: 8_000), 400, "does not ask for"),
            ("name=" + String(repeating: "%", count: 32_000), 400, "name is not text"),
            ("name=" + String(repeating: "+", count: 1_000_000), 413, "at most 32768 bytes"),
        ]
        try await LiveServer.run(service: service, isOpenToAll: true) { server in
            for (form, status, words) in forms {
                let answer = try await server.ask("/nova/join", method: .POST, body: Array(form.utf8))
                #expect(answer.status == status && answer.text.contains(words), "\(answer.status): \(answer.text)")
            }
        }
    }
}
