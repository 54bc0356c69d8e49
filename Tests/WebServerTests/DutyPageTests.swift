import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import WebServerFixture

@Suite("Weeks of duties over HTTP")
struct DutyPageTests {
    @Test("are on the program's page and in its feed, in no region's, and the next ones on their owner's own page")
    func pages() async throws {
        let cast = try await Cast()
        let addresses = try FeedAddresses(base: "https://training.example.org")
        let feed = try await cast.service.ask(
            ShowPersonalFeed(), as: EmailAddress("priya@canary.example"), at: addresses)
        let own = String(feed.url.dropFirst(addresses.base.count))
        try await LiveServer.run(service: cast.service) { server in
            let page = try await server.ask("/nova").text
            #expect(page.contains("<h2>On duty</h2>"))
            #expect(page.contains("Bug triage</bdi>: <bdi>Priya</bdi>"))
            #expect(page.contains("<time datetime=\"2027-01-18\">Mon 18 Jan to Sun 24 Jan</time>"))
            #expect(!page.contains("Mon 25 Jan to Sun 31 Jan"), "only the next week of a duty is shown")
            let ownPage = try await server.ask(String(own.dropLast(".ics".count))).text
            #expect(ownPage.contains("<h2>Your weeks of duty</h2>"))
            #expect(
                ownPage.contains("<code>nova-202701-w03-triage</code>")
                    && ownPage.contains("<code>nova-202701-w04-triage</code>"))
            for path in ["/nova.ics", own] {
                let text = try await server.ask(path).text
                #expect(
                    text.matches(of: /DTSTART;VALUE=DATE:202701(18|25)\r\nDTEND;VALUE=DATE:20270(125|201)/).count == 2)
                #expect(!text.contains("canary"))
            }
            #expect(try await !server.ask("/nova/asia.ics").text.contains("VALUE=DATE"))
            #expect(!page.contains("canary") && !ownPage.contains("canary") && !ownPage.contains("{{"))
        }
    }

    @Test("are nowhere where a program has no duty")
    func none() async throws {
        try await LiveServer.run { server in
            let (page, feed) = (try await server.ask("/nova").text, try await server.ask("/nova.ics").text)
            #expect(!page.contains("On duty"))
            #expect(!feed.contains("VALUE=DATE"))
        }
    }
}
