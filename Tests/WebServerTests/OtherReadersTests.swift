import NIOHTTP1
import Testing
import WebServerFixture

@Suite("A program’s page elsewhere than in a browser")
struct OtherReadersTests {
    @Test("is a table of text in a terminal, in the hours asked for")
    func text() async throws {
        try await LiveServer.run { server in
            let text = try await server.ask("/nova.txt?zone=Europe/Berlin")
            #expect(text.status == 200 && text["Content-Type"] == "text/plain; charset=utf-8")
            let lines = text.text.split(separator: "\n").map(String.init)
            #expect(lines[0] == "Nova core reviewer training")
            #expect(lines.contains("On the clock of Europe/Berlin:"))
            #expect(
                lines.contains(
                    "Tue 5 Jan   09:00–10:00  day  1 of 2 seats free  nova-202701-w01-asia      with Akira Sato"))
            #expect(lines.contains("Calendar: https://training.example.org/nova.ics"))
            #expect(!text.text.contains("w01-europe"), "a cancelled one is not to come")
            let mentors = try await server.ask("/nova.txt").text
            #expect(mentors.contains("Tue 5 Jan   17:00–18:00  Asia/Tokyo        1 of 2 seats free"))
            for agent in ["curl/7.88.1", "Wget/1.21.3"] {
                let same = try await server.ask(
                    "/nova?zone=Berlin", headers: [("User-Agent", agent), ("Accept", "*/*")])
                #expect(same.body == text.body && same["Vary"]?.contains("User-Agent") == true)
                let again = try await server.ask("/nova?zone=Europe/Berlin", headers: [("User-Agent", agent)])
                #expect(again.body == text.body)
                let html = try await server.ask("/nova", headers: [("User-Agent", agent), ("Accept", "text/html")])
                #expect(html["Content-Type"] == "text/html; charset=utf-8")
            }
            let page = try await server.ask("/nova?zone=Europe/Berlin", headers: [("User-Agent", "Mozilla/5.0 curl/1")])
            #expect(page["Content-Type"] == "text/html; charset=utf-8" && page["Vary"]?.contains("User-Agent") == true)
            #expect(try await server.ask("/nvoa.txt").status == 404)
        }
    }

    @Test("shows no control character of what people wrote")
    func controls() async throws {
        let season = Season2027(title: "Nova\u{1B}[31m", mentor: "A\u{202E}B")
        let text = try await LiveServer.run(season) { try await $0.ask("/nova.txt").text }
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && text.contains("Nova\u{FFFD}[31m"))
    }

    @Test("stands in other sites without a form, a script or a way to be pressed unawares")
    func embedded() async throws {
        try await LiveServer.run { server in
            let page = try await server.ask("/embed/nova?zone=Europe/Berlin")
            #expect(page.status == 200 && page.text.contains("<title>Nova core reviewer training</title>"))
            let policy = try #require(page["Content-Security-Policy"])
            #expect(policy.contains("frame-ancestors *") && policy.contains("default-src 'none'"))
            #expect(policy.contains("form-action 'none'") && !policy.contains("script-src"))
            #expect(page.text.contains("09:00–10:00</time> <small>Europe/Berlin</small>"))
            #expect(page.text.contains("href=\"/nova?zone=Europe/Berlin\" target=\"_blank\" rel=\"noopener\""))
            for part in ["<form", "<script", "<button", "<iframe", "{{"] {
                #expect(!page.text.contains(part), "\(part)")
            }
            #expect(
                try await server.ask("/nova")["Content-Security-Policy"]?.contains("frame-ancestors 'none'") == true)
            #expect(try await server.ask("/embed/nvoa").status == 404)
            #expect(try await server.ask("/embed/nova", method: .POST).status == 405)
            let tag = try #require(page["ETag"])
            let known = [("If-None-Match", tag)]
            #expect(try await server.ask("/embed/nova?zone=Europe/Berlin", headers: known).status == 304)
        }
    }

    @Test("says who leads, how to take part, and where the news are")
    func page() async throws {
        let service = try await Season2027().service()
        let closed = try await LiveServer.run(service: service) { try await $0.ask("/nova").text }
        #expect(closed.contains("<h2>Who leads</h2>") && closed.contains("<dt>Asia</dt><dd><bdi>Akira Sato</bdi></dd>"))
        #expect(closed.contains(">Ask to take part</a>") && closed.contains("href=\"/nova.atom\""))
        let open = try await LiveServer.run(service: service, isOpenToAll: true) { try await $0.ask("/nova").text }
        #expect(open.matches(of: /class="button" href="\/nova\/join"/).count == 1 && !open.contains("Ask to take part"))
    }
}
