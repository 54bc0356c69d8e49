import Foundation
import NIOHTTP1
import Testing
import WebServerFixture

@Suite("The JSON API")
struct APITests {
    @Test("answers with sorted keys, and null where nothing is known")
    func session() async throws {
        try await LiveServer.run { server in
            let answer = try await server.ask("/api/v1/sessions/nova-202701-w01-asia?zone=America/New_York")
            #expect(answer.status == 200)
            #expect(answer["Content-Type"] == "application/json")
            #expect(
                answer.text == """
                    {"capacity":2,"code":"nova-202701-w01-asia","end":"2027-01-05T09:00:00Z","enrolled":1,\
                    "localStart":"2027-01-05T17:00:00","location":"ircs://irc.oftc.net/nova",\
                    "mentor":{"name":"Akira Sato"},"minutes":60,"program":"nova","region":"asia","review":null,\
                    "season":"202701","sequence":0,"start":"2027-01-05T08:00:00Z","status":"announced","uid":"nova-202701-w01-asia@test",\
                    "waitlisted":0,"week":1,"yours":{"enrollment":"none","hours":"night",\
                    "localStart":"2027-01-05T03:00:00","position":null,"zone":"America/New_York"},"zone":"Asia/Tokyo"}
                    """)
        }
    }

    @Test(
        "lists programs and sessions, the past and cancelled ones unless upcoming is asked for",
        arguments: [
            ("/api/v1/programs", 1), ("/api/v1/programs/nova/sessions", 4),
            ("/api/v1/programs/nova/sessions?upcoming=false", 4),
            ("/api/v1/programs/nova/sessions?upcoming=true", 3),
            ("/api/v1/programs/nova/sessions?upcoming=true&zone=Europe%2FParis", 3),
        ])
    func lists(path: String, count: Int) async throws {
        try await LiveServer.run { server in
            let answer = try await server.ask(path)
            let list = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [[String: Any]]
            #expect(list?.count == count)
            #expect(list?.allSatisfy { ($0["yours"] == nil) == !path.contains("zone") } == true)
            #expect(!answer.text.contains("canary"))
            #expect(
                try await server.ask(path, headers: [("If-None-Match", try #require(answer["ETag"]))]).status == 304)
        }
    }

    @Test(
        "tells what went wrong as a problem document, never as an error of its own",
        arguments: [
            ("/api/v1/programs/nvoa", 404, "Not Found", "not-found", "there is no program nvoa; did you mean nova?"),
            (
                "/api/v1/programs/nvoa/sessions", 404, "Not Found", "not-found",
                "there is no program nvoa; did you mean nova?"
            ),
            (
                "/api/v1/sessions/nova-202701-w01-aisa", 404, "Not Found", "not-found",
                "there is no session nova-202701-w01-aisa; did you mean nova-202701-w01-asia?"
            ),
            (
                "/api/v1/sessions/nova-202701-w01-asia?zone=Europe/Berln", 400, "Bad Request", "bad-input",
                "no time zone Europe/Berln; did you mean Europe/Berlin?"
            ),
            (
                "/api/v1/sessions/nova-202701-w01-asia?zone=../../etc/passwd", 400, "Bad Request", "bad-input",
                "\"../../etc/passwd\" is not a time zone name; write one such as Europe/Berlin"
            ),
            (
                "/api/v1/programs/nova/sessions?upcoming=maybe", 400, "Bad Request", "bad-input",
                "upcoming is “maybe”; expected true or false"
            ),
            ("/api/v1/nothing", 404, "Not Found", "not-found", "there is nothing at this address"),
            ("/api/", 404, "Not Found", "not-found", "there is nothing at this address"),
            ("/api/v1/programs/%2e%2e", 404, "Not Found", "not-found", "there is no program .."),
            ("/api/v1/programs/%0A%1B", 404, "Not Found", "not-found", "there is no program \u{FFFD}\u{FFFD}"),
        ] as [(String, Int, String, String, String)])
    func problems(path: String, status: Int, title: String, error: String, detail: String) async throws {
        try await LiveServer.run { server in
            let answer = try await server.ask(path)
            let document = try JSONSerialization.jsonObject(with: Data(answer.body)) as? NSDictionary
            #expect(answer.status == status)
            #expect(answer["Content-Type"] == "application/problem+json")
            #expect(answer["Cache-Control"] == "no-store")
            let expected: NSDictionary = [
                "type": "about:blank", "title": title, "status": status, "detail": detail, "error": error,
            ]
            let found = document ?? [:]
            if !(path.contains("aisa") || path.contains("Berln")) {
                #expect(found == expected)
            } else {
                // How many further names are near is the business of others.
                #expect((found["detail"] as? String)?.hasPrefix(detail.dropLast()) == true)
                #expect(found["error"] as? String == error)
            }
        }
    }

    @Test(
        "takes no method but GET and HEAD, and says so",
        arguments: [
            (HTTPMethod.POST, 405), (.PUT, 405), (.DELETE, 405), (.PATCH, 405), (.OPTIONS, 405),
            (.RAW(value: "PROPFIND"), 405),
        ] as [(HTTPMethod, UInt)])
    func methods(method: HTTPMethod, status: UInt) async throws {
        try await LiveServer.run { server in
            for path in ["/api/v1/programs/nova", "/nova.ics", "/nova", "/", "/healthz"] {
                let answer = try await server.ask(path, method: method, body: Array("{}".utf8))
                #expect(answer.status == status)
                #expect(answer["Allow"] == (status == 405 ? "GET, HEAD" : nil))
            }
        }
    }

    @Test("refuses a body of more than a MiB, and headers beyond reason, without an error of its own")
    func limits() async throws {
        try await LiveServer.run(service: Season2027().service(), limits: .patient) { server in
            let large = [UInt8](repeating: 32, count: (1 << 20) + 1)
            let answer = try await server.ask("/api/v1/programs", method: .POST, body: large)
            #expect(answer.status == 413)
            #expect(answer.text.contains("1048577 bytes; at most 1048576 are taken"))
            let flood = [("X-Flood", String(repeating: "a", count: 20_000))]
            #expect(try await server.ask("/healthz", headers: flood).status == 431)
            #expect(try await server.ask("/healthz").text == "alive\n")
        }
    }
}
