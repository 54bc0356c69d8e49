import CalendarLint
import Foundation
import NIOHTTP1
import Testing
import TimeZoneCatalog
import WebServerFixture

@Suite("Public feeds")
struct FeedTests {
    @Test(
        "are calendars with a strong tag, a date and a length, to GET and HEAD alike",
        arguments: [
            ("/nova.ics", 4), ("/nova/asia.ics", 2), ("/nova/europe.ics", 1), ("/nova.ics?x=y", 4),
        ])
    func whole(path: String, events: Int) async throws {
        try await LiveServer.run { server in
            let get = try await server.ask(path)
            #expect(get.status == 200)
            #expect(get["Content-Type"] == "text/calendar; charset=utf-8")
            #expect(get["Last-Modified"] == "Tue, 01 Dec 2026 10:00:00 GMT")
            #expect(get["Cache-Control"] == "public, max-age=300")
            #expect(get["Content-Length"] == String(get.body.count))
            #expect(get["Content-Encoding"] == nil)
            let tag = try #require(get["ETag"])
            #expect(tag.count == 66 && tag.hasPrefix("\"") && tag.hasSuffix("\""))
            #expect(get.text.components(separatedBy: "BEGIN:VEVENT").count == events + 1)
            #expect(!get.text.contains("canary"))
            var lint = CalendarLint(zones: .shipped)
            let findings = try lint.findings(inNext: get.body)
            #expect(findings == [])

            let head = try await server.ask(path, method: .HEAD)
            #expect(head.status == 200 && head.body.isEmpty)
            for name in ["Content-Type", "Last-Modified", "Cache-Control", "Content-Length", "ETag"] {
                #expect(head[name] == get[name])
            }
        }
    }

    @Test(
        "are not sent again to whoever has them",
        arguments: [
            (["If-None-Match": "TAG"], 304), (["If-None-Match": "W/TAG"], 304), (["If-None-Match": "*"], 304),
            (["If-None-Match": "\"a,b\", TAG"], 304), (["If-None-Match": "W/\"x\",TAG"], 304),
            (["If-None-Match": "\"x\""], 200), (["If-None-Match": "\"\""], 200), (["If-None-Match": "nonsense"], 200),
            (["If-None-Match": "\"broken"], 200),
            (["If-Modified-Since": "Tue, 01 Dec 2026 10:00:00 GMT"], 304),
            (["If-Modified-Since": "Wed, 02 Dec 2026 10:00:00 GMT"], 304),
            (["If-Modified-Since": "Tue, 01 Dec 2026 09:59:59 GMT"], 200),
            (["If-Modified-Since": "Mon, 01 Dec 2026 10:00:00 GMT"], 200),
            (["If-Modified-Since": "yesterday"], 200), (["If-Modified-Since": "Tuesday, 01-Dec-26 10:00:00 GMT"], 200),
            (["If-None-Match": "\"x\"", "If-Modified-Since": "Wed, 02 Dec 2026 10:00:00 GMT"], 200),
            (["If-None-Match": "TAG", "If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"], 304),
        ] as [([String: String], UInt)])
    func conditional(fields: [String: String], status: UInt) async throws {
        try await LiveServer.run { server in
            let whole = try await server.ask("/nova.ics")
            let tag = try #require(whole["ETag"])
            let headers = fields.map { ($0.key, $0.value.replacing("TAG", with: tag)) }
            for method in [HTTPMethod.GET, .HEAD] {
                let answer = try await server.ask("/nova.ics", method: method, headers: headers)
                #expect(answer.status == status)
                #expect(answer["ETag"] == tag)
                #expect(answer["Cache-Control"] == whole["Cache-Control"])
                #expect(answer["Last-Modified"] == whole["Last-Modified"])
                #expect(answer.body.isEmpty == (status == 304 || method == .HEAD))
            }
        }
    }

    @Test("have another tag and date once a session is revised")
    func revised() async throws {
        let before = try await LiveServer.run { try await $0.ask("/nova.ics") }
        let after = try await LiveServer.run(Season2027(revised: "2026-12-24T10:00:00Z")) {
            try await $0.ask("/nova.ics")
        }
        #expect(before["ETag"] != after["ETag"])
        #expect(after["Last-Modified"] == "Thu, 24 Dec 2026 10:00:00 GMT")
    }

    @Test("are the same bytes for everybody who asks at once")
    func concurrent() async throws {
        try await LiveServer.run { server in
            let answers = try await withThrowingTaskGroup(of: LiveServer.Answer.self) { group in
                for index in 0..<40 {
                    group.addTask { try await server.ask(index.isMultiple(of: 2) ? "/nova.ics" : "/nova/asia.ics") }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.allSatisfy { $0.status == 200 })
            #expect(Set(answers.map(\.body)).count == 2)
            #expect(Set(answers.map { $0["ETag"] }).count == 2)
        }
    }

    @Test(
        "that do not exist are said so calmly, with the nearest names",
        arguments: [
            ("/nvoa.ics", "there is no program nvoa; did you mean nova?\n"),
            ("/nova/asai.ics", "there is no region asai; did you mean asia?\n"),
            ("/nova/ASIA.ics", "there is no region ASIA; did you mean asia?\n"),
        ])
    func missing(path: String, text: String) async throws {
        try await LiveServer.run { server in
            let answer = try await server.ask(path)
            #expect(answer.status == 404)
            #expect(answer["Content-Type"] == "text/plain; charset=utf-8")
            #expect(answer.text == text)
        }
    }
}
