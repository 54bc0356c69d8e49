import Foundation
import Logging
import NIOHTTP1
import Synchronization
import Testing
import WebServerFixture

@Suite("Pages")
struct PageTests {
    @Test("show the next sessions in the mentors' zones and UTC, and where to subscribe")
    func program() async throws {
        let page = try await LiveServer.run { try await $0.ask("/nova") }
        #expect(page.status == 200)
        #expect(page["Content-Type"] == "text/html; charset=utf-8")
        for text in [
            "<title>Nova core reviewer training</title>", "<h1>Nova core reviewer training</h1>",
            "Tue 5 January 2027, 17:00–18:00</time> <small>Asia/Tokyo</small>", "08:00 UTC · 1 of 2 seats free",
            "Thu 7 January 2027, 12:00–13:00</time> <small>America/New_York</small>", "with Akira Sato",
            "<span class=\"badge\">tentative</span>", "href=\"webcal://training.example.org/nova.ics\"",
            "href=\"https://training.example.org/nova/asia.ics\"", "<option>Asia/Kolkata</option>",
            "26 weeks from Mon 4 January 2027, a session a week in every region, 60 minutes, 2 seats.",
        ] {
            #expect(page.text.contains(text), "\(text)")
        }
        #expect(!page.text.contains("nova-w01-europe"), "a cancelled session is not a next one")
        #expect(!page.text.contains("<script"))
        #expect(!page.text.contains("canary"))
        #expect(!page.text.contains("{{"))
    }

    @Test("show the sessions in the zone asked for, and how humane they are there")
    func zone() async throws {
        try await LiveServer.run { server in
            let text = try await server.ask("/nova?zone=America%2FLos_Angeles").text
            #expect(text.contains("Tue 5 January 2027, 00:00–01:00</time> <small>America/Los_Angeles</small>"))
            #expect(text.contains("<span class=\"badge night\">in your night</span>"))
            #expect(text.contains("<span class=\"badge humane\">in your day</span>"))
            #expect(text.contains("value=\"America/Los_Angeles\""))
            #expect(try await server.ask("/nova?zone=Pacific/Kiritimati").text.contains("08:00 UTC"))
            let late = try await server.ask("/nova?zone=Pacific/Honolulu").text
            #expect(late.contains("Mon 4 January 2027, 22:00–23:00"))
            #expect(late.contains("08:00 UTC on Tuesday"))
            #expect(try await server.ask("/nova?zone=").text == server.ask("/nova").text)
        }
    }

    @Test(
        "tell of an unknown zone or program in a sentence",
        arguments: [
            ("/nova?zone=Europe/Berln", 400, "no time zone Europe/Berln; did you mean Europe/Berlin"),
            ("/nova?zone=%3Cb%3E", 400, "\"<b>\" is not a time zone name"),
            ("/nvoa", 404, "there is no program nvoa; did you mean nova?\n"),
            ("/a/b/c", 404, "there is nothing at this address\n"), ("/nova/", 200, "<!DOCTYPE html>"),
            ("/nova.ics/asia", 404, "there is nothing at this address\n"), ("/.ics", 404, "there is no program "),
            ("//nova", 200, "<!DOCTYPE html>"), ("/%F0%9F%8C%8F", 404, "there is no program 🌏\n"),
        ] as [(String, UInt, String)])
    func unknown(path: String, status: UInt, text: String) async throws {
        let answer = try await LiveServer.run { try await $0.ask(path) }
        #expect(answer.status == status)
        #expect(answer.text.hasPrefix(text))
        #expect(answer["X-Content-Type-Options"] == "nosniff")
        #expect(answer["Content-Type"] == (status == 200 ? "text/html" : "text/plain") + "; charset=utf-8")
    }

    @Test("show names and titles as text, never as HTML")
    func escaping() async throws {
        let season = Season2027(title: "</title><script>alert('x')</script>", mentor: "<img src=\"x\"> & {{title}}")
        try await LiveServer.run(season) { server in
            for path in ["/", "/nova"] {
                let text = try await server.ask(path).text
                #expect(!text.contains("<script") && !text.contains("<img"))
                #expect(text.contains("&lt;/title&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"))
            }
            #expect(
                try await server.ask("/nova").text.contains("with &lt;img src=&quot;x&quot;&gt; &amp; {{title}} ·"))
        }
    }

    @Test(
        "and everything else carry the headers that keep a browser from harm, to HEAD too",
        arguments: [
            "/", "/nova", "/nova.ics", "/nova/asia.ics", "/meridian.css", "/healthz", "/readyz", "/api/v1/programs",
            "/api/v1/programs/nova", "/api/v1/programs/nova/sessions", "/api/v1/sessions/nova-w01-asia", "/nowhere",
            "/api/v1/nowhere",
        ])
    func headers(path: String) async throws {
        try await LiveServer.run { server in
            let get = try await server.ask(path)
            let head = try await server.ask(path, method: .HEAD)
            #expect(head.status == get.status && head.body.isEmpty && !get.body.isEmpty)
            #expect(head["Content-Length"] == String(get.body.count))
            for answer in [get, head] {
                #expect(answer["X-Content-Type-Options"] == "nosniff")
                #expect(answer["Referrer-Policy"] == "no-referrer")
                let policy = try #require(answer["Content-Security-Policy"])
                #expect(policy.hasPrefix("default-src 'none'; style-src 'self';") && !policy.contains("unsafe"))
                #expect(answer["Content-Type"] == get["Content-Type"])
            }
        }
    }

    @Test("leave one line a request in the log, with neither path nor query nor address")
    func log() async throws {
        let lines = Lines()
        try await LiveServer.run(log: Logger(label: "web") { _ in KeepingLog(lines: lines) }) { server in
            _ = try await server.ask("/nova?zone=Europe/Berlin")
            _ = try await server.ask("/feeds/a-secret-token.ics?key=secret")
            _ = try await server.ask("/api/v1/sessions/nova-w01-asia", headers: [("Authorization", "Bearer secret")])
        }
        let requests = lines.all.filter { $0.hasPrefix("request ") }
        #expect(requests.count == 3)
        #expect(requests[0].contains("route=/{program} status=200"))
        #expect(requests[2].contains("route=/api/v1/sessions/{code} status=200"))
        #expect(!requests.contains { $0.contains("secret") || $0.contains("Berlin") || $0.contains("127.0.0.1") })
    }
}

/// Lines that many may write.
private final class Lines: Sendable {
    private let kept = Mutex<[String]>([])

    var all: [String] { kept.withLock { $0 } }

    func append(_ line: String) { kept.withLock { $0.append(line) } }
}

/// A log that keeps its lines, metadata sorted.
private struct KeepingLog: LogHandler {
    let lines: Lines
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let data = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        lines.append("\(event.message) " + data.map { "\($0.key)=\($0.value)" }.joined(separator: " "))
    }
}
