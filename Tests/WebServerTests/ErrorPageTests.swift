import NIOHTTP1
import Testing
import WebServer
import WebServerFixture

@Suite("Errors in a browser")
struct ErrorPageTests {
    private static let browser = [("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")]

    @Test(
        "are pages with a way back, and plain text for everybody else",
        arguments: [
            ("/nvoa", 404, "There is no program nvoa; did you mean nova?", "href=\"/\""),
            ("/nova/nothing", 404, "There is no session nothing", "href=\"/nova\""),
            ("/nova/seasons/1999", 404, "There is no season 1999 of nova", "href=\"/nova\""),
            (
                "/nova?zone=Europe/Berln", 400, "No time zone Europe/Berln; did you mean Europe/Berlin?",
                "href=\"/nova\""
            ),
            ("/nova?zone=%3Cscript%3E", 400, "&lt;script&gt;", "action=\"/nova\""),
            ("/a/b/c/d/e", 404, "There is nothing at this address", "href=\"/\""),
            ("/nvoa/%22%3E%3Cimg%3E", 404, "There is no program nvoa", "href=\"/\""),
        ] as [(String, UInt, String, String)])
    func pages(path: String, status: UInt, words: String, way: String) async throws {
        try await LiveServer.run { server in
            let page = try await server.ask(path, headers: Self.browser)
            #expect(page.status == status && page["Content-Type"] == "text/html; charset=utf-8")
            #expect(page["Cache-Control"] == "no-store" && page["Content-Length"] == String(page.body.count))
            #expect(page.text.contains("<div role=\"alert\" id=\"problem\"><p>"))
            #expect(page.text.contains(words) && page.text.contains(way))
            #expect(!page.text.contains("<img") && !page.text.contains("<script>") && !page.text.contains("{{"))
            #expect(!page.text.contains("href=\"/nvoa\""))
            let head = try await server.ask(path, method: .HEAD, headers: Self.browser)
            #expect(head.status == status && head.body.isEmpty)
            let plain = try await server.ask(path)
            #expect(plain.status == status && plain["Content-Type"] == "text/plain; charset=utf-8")
        }
    }

    @Test("ask for another zone where that helps, on the page that was asked for")
    func zone() async throws {
        let page = try await LiveServer.run {
            try await $0.ask("/nova/nova-202701-w01-asia?zone=Nowhere", headers: Self.browser)
        }
        #expect(page.text.contains("action=\"/nova/nova-202701-w01-asia\"") && page.text.contains("name=\"zone\""))
    }

    @Test("of the API stay what programs read")
    func api() async throws {
        let answer = try await LiveServer.run { try await $0.ask("/api/v1/programs/nvoa", headers: Self.browser) }
        #expect(answer.status == 404 && answer["Content-Type"] == "application/problem+json")
    }

    @Test("lead to no other site, whatever the address looks like")
    func elsewhere() async throws {
        try await LiveServer.run { server in
            for path in ["//evil.example/a", "/\\evil.example", "/.//evil.example", "//evil.example/x?zone=Nowhere"] {
                let connection = try RawConnection(port: server.port)
                connection.send("POST \(path) HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\nConnection: close\r\n\r\n")
                let answer = await connection.wholeAnswer()
                #expect(answer.contains("<h1>") && !answer.contains("evil.example\""), "\(answer.prefix(200))")
            }
        }
    }

    @Test("when too many ask, and when the database fails, say so, and when to come again")
    func busy() async throws {
        var limits = ServerLimits()
        limits.others = ServerLimits.Allowance(burst: 1, perSecond: 0.001)
        try await LiveServer.run(service: Season2027().service(), limits: limits) { server in
            let headers = Self.browser + [("X-Forwarded-For", "203.0.113.7")]
            _ = try await server.ask("/nova", headers: headers)
            let page = try await server.ask("/nova", headers: headers)
            #expect(
                page.status == 429 && page["Retry-After"] != nil && page.text.contains("<h1>Too many requests</h1>"))
        }
        let failing = try Season2027.service(on: BrokenStore())
        let page = try await LiveServer.run(service: failing) { try await $0.ask("/nova", headers: Self.browser) }
        #expect(
            page.status == 503 && page.text.contains("<h1>Not at the moment</h1>") && !page.text.contains("/var/lib"))
    }
}
