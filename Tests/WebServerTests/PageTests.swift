import Foundation
import Logging
import NIOHTTP1
import Testing
import WebServerFixture

@Suite("Pages")
struct PageTests {
    @Test("show what is next and in how long, in the mentors' zones and UTC, and where to subscribe")
    func program() async throws {
        let page = try await LiveServer.run { try await $0.ask("/nova") }
        #expect(page.status == 200)
        #expect(page["Content-Type"] == "text/html; charset=utf-8")
        for text in [
            "<title>Nova core reviewer training</title>", "<h1><bdi>Nova core reviewer training</bdi></h1>",
            "<a href=\"/nova/nova-202701-w01-asia\">Asia, week 1</a> <strong class=\"countdown\" data-start=\"2027-01-05T08:00:00Z\" data-end=\"2027-01-05T09:00:00Z\">in 4 days</strong>",
            "Tue 5 January 2027, 17:00–18:00</time> <small>Asia/Tokyo</small>", "08:00 UTC · 1 of 2 seats free",
            "Thu 7 January 2027, 12:00–13:00</time> <small>America/New_York</small>", "with <bdi>Akira Sato</bdi>",
            "<span class=\"badge\">tentative</span>", "href=\"webcal://training.example.org/nova.ics\"",
            "href=\"https://training.example.org/nova/asia.ics\"", "data-zones=\"/assets/zones-",
            "data-copy=\"https://training.example.org/nova/asia.ics\"", "Google and Outlook",
            "26 weeks from Mon 4 January 2027, a session a week in every region, 60 minutes, 2 seats.",
            "<a class=\"location\" href=\"ircs://irc.oftc.net/nova\">ircs://irc.oftc.net/nova</a>",
            "<img src=\"/nova/season.svg\"",
        ] {
            #expect(page.text.contains(text), "\(text)")
        }
        let next = try #require(page.text.firstMatch(of: /<h2>Next<\/h2>(?s:.*?)<h2>/)?.output)
        #expect(!next.contains("Europe, week 1"), "a cancelled session is not a next one")
        #expect(!page.text.contains("canary"))
        #expect(!page.text.contains("{{"))
    }

    @Test("show the whole season as a table with a row a week and a column a region")
    func table() async throws {
        let text = try await LiveServer.run { try await $0.ask("/nova?zone=Europe/Berlin").text }
        let rows = text.matches(of: /<th scope="row">/).count
        #expect(rows == 26)
        for cell in [
            "<caption>Weeks 1 to 26, on the clock of Europe/Berlin</caption>", "<th scope=\"col\">Americas</th>",
            "<td class=\"announced\"><a href=\"/nova/nova-202701-w01-asia?zone=Europe/Berlin\">"
                + "<time datetime=\"2027-01-05T08:00:00Z\">Tue 5\u{A0}Jan <b>09:00</b></time></a>",
            "<use href=\"#humane\"/></svg>day</span> <small>1 free</small>", "<small>cancelled</small>",
            "<small>tentative, 2 free</small>", "<span class=\"unseen\">no session</span>",
            "<td colspan=\"4\">Your clocks go forward by an hour on Sun 28 Mar.</td>",
            "<dt>Asia</dt><dd>all 2 in your day</dd>",
        ] {
            #expect(text.contains(cell), "\(cell)")
        }
    }

    @Test("show the sessions in the zone asked for, and how humane they are there, in words and by shape")
    func zone() async throws {
        try await LiveServer.run { server in
            let text = try await server.ask("/nova?zone=America%2FLos_Angeles").text
            #expect(text.contains("Tue 5 January 2027, 00:00–01:00</time> <small>America/Los_Angeles</small>"))
            #expect(text.contains("<use href=\"#night\"/></svg>in your night</span>"))
            #expect(text.contains("<use href=\"#humane\"/></svg>in your day</span>"))
            #expect(text.contains("value=\"America/Los_Angeles\""))
            #expect(text.contains("<img src=\"/nova/season.svg?zone=America/Los_Angeles\""))
            #expect(try await server.ask("/nova?zone=Pacific/Kiritimati").text.contains("08:00 UTC"))
            let late = try await server.ask("/nova?zone=Pacific/Honolulu").text
            #expect(late.contains("Mon 4 January 2027, 22:00–23:00"))
            #expect(late.contains("08:00 UTC on Tuesday"))
            #expect(try await server.ask("/nova?zone=").text == server.ask("/nova").text)
            let west = try await server.ask("/nova?zone=Etc/GMT%2B5").text
            #expect(west.contains("<a href=\"/nova/nova-202701-w01-asia?zone=Etc/GMT%2B5\">"))
        }
    }

    @Test("of all programs say what is next in each, and keep the zone")
    func home() async throws {
        let text = try await LiveServer.run { try await $0.ask("/?zone=Europe/Berlin").text }
        #expect(text.contains("<a href=\"/nova?zone=Europe/Berlin\"><bdi>Nova core reviewer training</bdi></a>"))
        #expect(text.contains(/Next, <strong class="countdown" [^>]*>in 4 days<\/strong>:/))
        #expect(text.contains("09:00–10:00</time> <small>Europe/Berlin</small>"))
        #expect(text.contains("action=\"/\""))
    }

    @Test("are asked for again each time, and not sent again while they say the same")
    func caching() async throws {
        try await LiveServer.run { server in
            for path in ["/", "/nova", "/nova/nova-202701-w01-asia", "/nova/season.svg", "/meridian.css"] {
                let page = try await server.ask(path)
                #expect(page["Cache-Control"] == "no-cache")
                let tag = try #require(page["ETag"])
                #expect(try await server.ask(path, headers: [("If-None-Match", tag)]).status == 304)
            }
            #expect(try await server.ask("/nova?zone=Asia/Tokyo")["ETag"] != server.ask("/nova")["ETag"])
        }
    }

    @Test("load one script of our own, by a name that changes with it, and nothing inline")
    func script() async throws {
        try await LiveServer.run { server in
            for path in ["/", "/nova", "/nova/nova-202701-w01-asia"] {
                let page = try await server.ask(path)
                let scripts = page.text.matches(of: /<script src="(\/assets\/page-\w+\.js)" defer><\/script>/)
                #expect(scripts.count == 1 && page.text.matches(of: /<script/).count == 1)
                #expect(!page.text.contains("<style") && !page.text.contains(/\s(style|on[a-z]+)="/))
                #expect(page["Content-Security-Policy"]?.contains("script-src 'self'") == true)
                let script = try await server.ask(String(try #require(scripts.first).output.1))
                #expect(script["Content-Type"] == "text/javascript; charset=utf-8")
                #expect(script["Cache-Control"] == "public, max-age=31536000, immutable")
            }
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
            (
                "/nova/nova-202701-w01-aisa", 404,
                "there is no session nova-202701-w01-aisa; did you mean nova-202701-w01-asia?\n"
            ),
            (
                "/nova/nova-202701-w03-asia", 404,
                "no session is planned for nova-202701-w03-asia; to see why: meridian why nova-202701-w03-asia\n"
            ),
            ("/nvoa/nova-202701-w01-asia", 404, "there is no program nvoa; did you mean nova?\n"),
            ("/nova/nova-202701-w01-asia?zone=Nowhere", 400, "no time zone Nowhere"),
            ("/nova/season.svg?zone=Nowhere", 400, "no time zone Nowhere"),
            ("/nvoa/season.svg", 404, "there is no program nvoa; did you mean nova?\n"),
            ("/assets/page.js", 404, "there is nothing at this address\n"),
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
            for path in ["/", "/nova", "/nova/nova-202701-w01-asia"] {
                let text = try await server.ask(path).text
                #expect(!text.contains("<script>") && !text.contains("<img src=\"x\""))
                #expect(text.contains("&lt;/title&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"))
            }
            let mentor = "<bdi>&lt;img src=&quot;x&quot;&gt; &amp; {{title}}</bdi>"
            #expect(try await server.ask("/nova").text.contains("with \(mentor) ·"))
            #expect(try await server.ask("/nova/nova-202701-w01-asia").text.contains("<dd>\(mentor)</dd>"))
        }
    }

    @Test(
        "and everything else carry the headers that keep a browser from harm, to HEAD too",
        arguments: [
            "/", "/nova", "/nova.ics", "/nova/asia.ics", "/nova/nova-202701-w01-asia", "/icon.svg", "/meridian.css",
            "/healthz", "/readyz", "/api/v1/programs",
            "/api/v1/programs/nova", "/api/v1/programs/nova/sessions", "/api/v1/sessions/nova-202701-w01-asia",
            "/nowhere",
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
                #expect(answer["Referrer-Policy"] == "strict-origin")
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
            _ = try await server.ask(
                "/api/v1/sessions/nova-202701-w01-asia", headers: [("Authorization", "Bearer secret")])
        }
        let requests = lines.all.filter { $0.hasPrefix("request ") }
        #expect(requests.count == 3)
        #expect(requests[0].contains("route=/{program} status=200"))
        #expect(requests[2].contains("route=/api/v1/sessions/{session} status=401"))
        #expect(!requests.contains { $0.contains("secret") || $0.contains("Berlin") || $0.contains("127.0.0.1") })
    }

    @Test("the season's picture is served as an image that may use its own style and nothing else")
    func picture() async throws {
        try await LiveServer.run { server in
            let answer = try await server.ask("/nova/season.svg?zone=Asia/Tokyo")
            #expect(answer.status == 200)
            #expect(answer["Content-Type"] == "image/svg+xml")
            let policy = try #require(answer["Content-Security-Policy"])
            #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-") && !policy.contains("unsafe"))
            #expect(!answer.text.contains("http://") || answer.text.matches(of: /http:/).count == 1)
            #expect(try await server.ask("/nova/season.svg", method: .HEAD).body.isEmpty)
            #expect(try await server.ask("/nova/season.svg", method: .POST).status == 405)
        }
    }
}
