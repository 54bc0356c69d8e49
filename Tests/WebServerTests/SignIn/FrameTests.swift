import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import WebServerFixture

@Suite("What is around every page")
struct FrameTests {
    private static let browser = [("Accept", "text/html")]

    @Test(
        "every page knows who is signed in, and lets them sign out",
        arguments: [
            "/", "/nova", "/nova/nova-202701-w02-asia", "/nova/join", "/nova/nothing", "/nova?zone=Nowhere",
            "/a/b/c/d/e",
            "/m/nothing", "/sign-in/nothing", "/sign-ups/nothing", "/me", "/me/settings", "/me/reviews/nova",
            "/me/leaving/nova", "/me/reviews/nvoa",
        ])
    func known(path: String) async throws {
        let service = try await Season2027().service()
        _ = try await service.ask(
            JoinProgram(program: "nova", name: "Ada <i>", email: EmailAddress("ada@canary.example"), zone: "Asia/Tokyo")
        )
        try await LiveServer.run(service: service, isOpenToAll: true) { server in
            let nobodys = try await server.ask(path, headers: Self.browser, followsRedirects: false)
            let ada = try await SignedInBrowser(of: "ada@canary.example", at: service, on: server)
            let page = try await server.ask(path, headers: Self.browser + [ada.cookie], followsRedirects: false)
            #expect(page.text.contains("Sign out") && page.text.contains("Ada &lt;i&gt;"), "\(page.text.prefix(900))")
            #expect(page.text.contains("name=\"form-token\"") && !page.text.contains("class=\"sign-in\""))
            // What everybody sees is the same as before somebody looked who is known.
            let again = try await server.ask(path, headers: Self.browser, followsRedirects: false)
            #expect(again.body == nobodys.body && !again.text.contains("Ada"))
        }
    }

    @Test("whoever has just joined, or just signed in, is known on the page that says so")
    func justNow() async throws {
        let service = try await Season2027().service()
        try await LiveServer.run(service: service, isOpenToAll: true) { server in
            var browser = Browser(server: server)
            _ = try await browser.post(
                "/nova/join", [("name", "Ann"), ("email", "ann@example.net"), ("zone", "Africa/Lagos")])
            let secret = try #require(try await service.mailedSecrets().first)
            let welcome = try await browser.post("/sign-ups/\(secret)")
            #expect(welcome.text.contains("Welcome, <bdi>Ann</bdi>") && welcome.text.contains("Sign out"))
            browser.cookie = welcome.cookie
            let token = try #require(welcome.hidden("form-token"))
            #expect(try await browser.post("/sign-out", [("form-token", token)]).status == 303)
        }
    }

    @Test("a page of one's own zone leads to others without a zone in the address, and to no guess")
    func zone() async throws {
        let service = try await Season2027().service()
        _ = try await service.ask(
            JoinProgram(program: "nova", name: "Ada", email: EmailAddress("ada@canary.example"), zone: "Asia/Tokyo"))
        try await LiveServer.run(service: service) { server in
            let ada = try await SignedInBrowser(of: "ada@canary.example", at: service, on: server)
            let page = try await ada.get("/nova").text
            #expect(page.contains("data-settled") && page.contains("href=\"/nova/nova-202701-w02-asia\""))
            let other = try await ada.get("/nova?zone=Africa/Lagos").text
            #expect(other.contains("href=\"/nova/nova-202701-w02-asia?zone=Africa/Lagos\""))
            #expect(try await !server.ask("/nova").text.contains("data-settled"))
        }
    }
}
