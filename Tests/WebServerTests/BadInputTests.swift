import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import Testing
import WebServerFixture

@Suite("Bad input over the API")
struct BadInputTests {
    private static let good = #"{"email": "mentor-asia@canary.example", "from": "2027-02-01", "to": "2027-02-02"}"#

    private static let bodies: [(body: String, words: String)] = [
        ("", "from is missing; expected {\\\"from\\\": "),
        ("{", "the body is not a JSON object such as {"),
        ("[]", "the body is not a JSON object"), ("null", "the body is not a JSON object"),
        ("\"text\"", "the body is not a JSON object"),
        (good + good, "the body is not a JSON object"),
        (String(repeating: "[", count: 100_000), "the body is not a JSON object"),
        (String(repeating: "{\"email\":", count: 100_000), "nested more than 16 deep"),
        (good.replacing("{", with: "{\"email\": \"a@b.example\", "), "it has email twice"),
        (good.replacing("{", with: "{\"nobody\": \(String(repeating: "[", count: 1000)), "), "the body has “nobody”"),
        (good.replacing("\"2027-02-01\"", with: String(repeating: "9", count: 100)), "more than 40 characters"),
        (
            "{\"email\": " + String(repeating: "[", count: 500) + String(repeating: "]", count: 500) + "}",
            "nested more than 16 deep"
        ),
        ("{\"email\": \"\\ud800\"}", "the body is not a JSON object"),
        ("{\"email\": 1e400}", "the body is not a JSON object"),
        (good.replacing("mentor-asia@", with: "a\\u0000b@"), "“a\u{FFFD}b@canary.example” is not a mail address"),
        (good.replacing("mentor-asia@", with: "<script>@"), "“<script>@canary.example” is not a mail address"),
        (good.replacing("2027-02-01", with: "2027-02-30"), "from is “2027-02-30”; expected a date"),
        (good.replacing("\"2027-02-01\"", with: "20270201"), "from is 20270201; expected a date"),
        (good.replacing("\"2027-02-01\"", with: "1.5"), "from is 1.5; expected a date"),
        (good.replacing("2027-02-01", with: "2027-02-03"), "ends before it begins"),
        (good.replacing("\"from\"", with: "\"From\""), "the body has “From”; it takes email, from, to"),
        (good.replacing("\"2027-02-01\"", with: "null"), "from is missing"),
    ]

    @Test("what cannot be understood is refused with the reason, and changes nothing")
    func understanding() async throws {
        let cast = try await Cast()
        let headers = cast.proof(of: .organizer)
        try await LiveServer.run(service: cast.service) { server in
            let absences = "/api/v1/away?email=mentor-asia@canary.example"
            let before = try await server.ask(absences, headers: headers)
            for (body, words) in Self.bodies {
                let answer = try await server.ask(
                    "/api/v1/away", method: .POST, headers: headers, body: Array(body.utf8))
                let shown = "\(body.prefix(80)): \(answer.status) \(answer.text)"
                #expect(answer.status == 400, "\(shown)")
                #expect(answer["Content-Type"] == "application/problem+json", "\(shown)")
                #expect(answer.text.contains(words), "\(shown)")
            }
            let invalid = Array(Self.good.utf8).map { $0 == UInt8(ascii: "@") ? 0xFF : $0 }
            #expect(
                try await server.ask("/api/v1/away", method: .POST, headers: headers, body: invalid).status == 400)
            #expect(try await server.ask(absences, headers: headers).text == before.text)
        }
    }

    @Test("a plus sign in a query is a blank, as forms write it, and what is percent-encoded is what it stands for")
    func blanks() async throws {
        let cast = try await Cast()
        try await LiveServer.run(service: cast.service) { server in
            func said(_ query: String) async throws -> (UInt, String) {
                let answer = try await server.ask(
                    "/api/v1/away?email=\(query)", headers: cast.proof(of: .organizer))
                return (UInt(answer.status), answer.text)
            }
            let blank = try await said("Nobody%20There")
            #expect(try await said("Nobody+There") == blank && blank.1.contains("Nobody There"))
            #expect(try await said("Nobody%2BThere").1.contains("Nobody+There"))
            for zone in ["Etc/GMT%2B5", "Etc/GMT+5"] {
                let page = try await server.ask("/nova?zone=\(zone)")
                #expect(page.status == 200 && page.text.contains("Etc/GMT+5"), "\(zone)")
            }
        }
    }

    @Test("more slots than may be supposed are counted, and nobody is looked for")
    func suppositions() async throws {
        let cast = try await Cast()
        try await LiveServer.run(service: cast.service) { server in
            func plan(_ slots: [String]) async throws -> (status: Int, text: String) {
                let list = slots.map { "\"\($0)\"" }.joined(separator: ", ")
                let answer = try await server.ask(
                    "/api/v1/programs/nova/plan", method: .POST, headers: cast.proof(of: .organizer),
                    body: Array("{\"withSlots\": [\(list)]}".utf8))
                return (Int(answer.status), answer.text)
            }
            let many = try await plan((0..<101).map { "Nobody \($0) Tue 17:00" })
            #expect(many.status == 400 && many.text.contains("a list of at most 100"), "\(many)")
        }
    }

    @Test(
        "what is in the wrong place is refused with the reason",
        arguments: [
            (HTTPMethod.GET, "away?email=a@b.example&email=c@d.example", "", 400, "the query has email twice"),
            (.GET, "away?email=a@b.example&zone=UTC", "", 400, "the query has “zone”; it takes email"),
            (.POST, "away?email=a@b.example", good, 400, "the query has “email”; it takes nothing here"),
            (.GET, "programs?%00=%00", "", 400, "the query has “%00”; it takes nothing here"),
            (.DELETE, "slots/1?force=true", "", 400, "the query has “force”; it takes nothing here"),
            (.GET, "programs/%00/sessions", "", 404, "there is no program \u{FFFD}"),
            (.DELETE, "slots/99999999999999999999", "", 404, "there is no slot 99999999999999999999"),
            (.DELETE, "slots/-1", "", 400, "slot is -1; expected a number from 1 on"),
            (.PUT, "away", good, 405, "this takes "), (.PATCH, "slots/1", "", 405, "this takes DELETE"),
            (.RAW(value: "PROPFIND"), "away", "", 405, "PROPFIND does nothing here"),
        ] as [(HTTPMethod, String, String, UInt, String)])
    func places(method: HTTPMethod, path: String, body: String, status: UInt, words: String) async throws {
        let cast = try await Cast()
        try await LiveServer.run(service: cast.service) { server in
            let answer = try await server.ask(
                "/api/v1/" + path, method: method, headers: cast.proof(of: .organizer),
                body: body.isEmpty ? nil : Array(body.utf8))
            #expect(answer.status == status, "\(answer.text)")
            #expect(answer.text.contains(words), "\(answer.text)")
            #expect((answer["Allow"] != nil) == (status == 405))
        }
    }

    @Test("a body that is too long, or in a coding, is refused before it is read")
    func codings() async throws {
        let cast = try await Cast()
        try await LiveServer.run(service: cast.service) { server in
            let proof = cast.proof(of: .organizer)
            let coded = try await server.ask(
                "/api/v1/away", method: .POST, headers: proof + [("Content-Encoding", "gzip")], body: [0x1F, 0x8B])
            #expect(coded.status == 415)
            #expect(coded["Accept-Encoding"] == "identity")
            let long = [UInt8](repeating: UInt8(ascii: " "), count: (1 << 20) + 1)
            let answer = try await server.ask("/api/v1/away", method: .POST, headers: proof, body: long)
            #expect(answer.status == 413)
        }
    }

    @Test(
        "a body that breaks off, or whose chunks are none, is answered with a 4xx or not at all",
        arguments: [
            "Content-Length: 100\r\n\r\n{\"email\":", "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n{}",
            "Transfer-Encoding: chunked\r\n\r\n5\r\n{}", "Content-Length: -1\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n110000\r\n" + String(repeating: " ", count: 0x110000),
            "Content-Length: 2, 3\r\n\r\n{}",
            "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: gzip\r\n\r\n{}", "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Host: another\r\nContent-Length: 2\r\n\r\n{}", "X: a\r\n b\r\nContent-Length: 2\r\n\r\n{}",
        ])
    func framing(rest: String) async throws {
        let cast = try await Cast()
        try await LiveServer.run(service: cast.service) { server in
            let proof = cast.proof(of: .organizer).map { "\($0): \($1)\r\n" }.joined()
            let connection = try RawConnection(port: server.port)
            connection.send("POST /api/v1/away HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(proof)\(rest)")
            connection.finish()
            let answer = await connection.wholeAnswer()
            #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"), "\(answer)")
            #expect(try await server.ask("/healthz").status == 200)
        }
    }

    @Test("HTML in a text is shown as it was written, and never obeyed")
    func markup() async throws {
        let cast = try await Cast()
        let script = "<script>alert(1)</script>"
        let texts = [
            Question(
                AddFreeze.self, "programs/nova/freezes",
                #"{"from": "2027-01-18", "to": "2027-01-24", "reason": "\#(script)"}"#),
            Question(
                AddMentor.self, "programs/nova/mentors",
                #"{"name": "\#(script)", "email": "mentor-asia@canary.example", "zone": "Asia/Tokyo"}"#),
            Question(
                PickReview.self, "sessions/nova-202701-w02-asia/review",
                #"{"url": "https://review.example.org/c/nova/+/43", "title": "\#(script)"}"#),
            Question(CancelSession.self, "sessions/nova-202701-w02-asia/cancellation", #"{"reason": "\#(script)"}"#),
        ]
        try await LiveServer.run(service: cast.service) { server in
            for text in texts {
                let answer = try await text.ask(server, headers: cast.proof(of: .organizer))
                #expect(answer.status == 200, "\(text.testDescription): \(answer.text)")
            }
            for path in ["/nova", "/nova/nova-202701-w01-asia", "/nova/nova-202701-w02-asia", "/nova/season.svg"] {
                let page = try await server.ask(path)
                #expect(page.status == 200)
                #expect(!page.text.contains("<script>alert"), "\(path)")
                #expect(page.text.contains("&lt;script&gt;alert") || path.hasSuffix("svg"), "\(path)")
            }
            let unknown = try await server.ask("/api/v1/programs/%3Cscript%3Ealert(1)%3C%2Fscript%3E")
            #expect(unknown["Content-Type"] == "application/problem+json")
            #expect(unknown["X-Content-Type-Options"] == "nosniff")
        }
    }
}
