import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import TestSupport
import Testing
import WebServerFixture

@Suite("The buttons of whoever is signed in")
struct ActionTests {
    private static let seat = "/me/do/post/sessions/nova-202701-w02-asia/enrollment"
    private static let leaving = "/me/do/delete/sessions/nova-202701-w02-asia/enrollment"
    private static let page = "/nova/nova-202701-w02-asia"

    /// A server with a trainee of nova who is signed in.
    private static func run(
        _ body: (SignedInBrowser, LiveServer, TrainingService) async throws -> Void
    ) async throws {
        let service = try await Season2027().service()
        _ = try await service.ask(
            JoinProgram(
                program: "nova", name: "Ada", email: EmailAddress("ada@canary.example"), zone: "Africa/Lagos"))
        try await LiveServer.run(service: service) { server in
            try await body(SignedInBrowser(of: "ada@canary.example", at: service, on: server), server, service)
        }
    }

    @Test("a seat is taken, seen, and given up, and each time one is back at the page")
    func seat() async throws {
        try await Self.run { ada, _, _ in
            let before = try await ada.get(Self.page).text
            #expect(before.contains("action=\"\(Self.seat)\"") && before.contains("you have no seat in it"))
            #expect(before.contains("Africa/Lagos") && before.contains("Ada"))
            let taken = try await ada.post(Self.seat, ["form-key": "1", "form-page": Self.page])
            #expect(taken.status == 303 && taken["Location"]?.hasPrefix("\(Self.page)?done=enroll.") == true)
            let after = try await ada.get(Self.page).text
            #expect(after.contains("you have a seat") && after.contains("action=\"\(Self.leaving)\""))
            let own = try await ada.get("/me").text
            #expect(own.contains("nova-202701-w02-asia") && own.contains("action=\"\(Self.leaving)\""))
            let left = try await ada.post(Self.leaving, ["form-key": "2", "form-page": "/me"])
            #expect(left.status == 303 && left["Location"]?.hasPrefix("/me?done=leave.") == true)
            #expect(try await !ada.get("/me").text.contains("action=\"\(Self.leaving)\""))
        }
    }

    @Test("a form that is sent twice is done once, and what is filled in anew is another wish")
    func twice() async throws {
        try await Self.run { ada, _, service in
            let propose = { (url: String) in
                try await ada.post(
                    "/me/do/post/programs/nova/reviews",
                    [
                        "url": url, "title": "A change", "area": "", "difficulty": "", "form-key": "k",
                        "form-page": "/me",
                    ])
            }
            for url in [
                "https://review.example.org/c/1", "https://review.example.org/c/1", "https://review.example.org/c/2",
            ] {
                #expect(try await propose(url).status == 303)
            }
            let reviews = try await service.ask(ListReviews(program: "nova"))
            #expect(reviews.count == 2)
            let page = try await ada.get("/me/reviews/nova").text
            #expect(page.contains("A change") && page.contains("name=\"url\""))
        }
    }

    @Test(
        "from another site, without the page's token, with somebody else's, or signed out nothing is done",
        arguments: ["site", "nowhere", "token", "other", "out"])
    func forged(kind: String) async throws {
        try await Self.run { ada, server, service in
            _ = try await service.ask(
                JoinProgram(program: "nova", name: "Eve", email: EmailAddress("eve@canary.example"), zone: "Asia/Tokyo")
            )
            let eve = try await SignedInBrowser(of: "eve@canary.example", at: service, on: server)
            let answer =
                switch kind {
                case "site": try await ada.post(Self.seat, ["form-page": "/me"], site: "cross-site")
                case "nowhere": try await ada.post(Self.seat, ["form-page": "/me"], site: nil)
                case "token": try await ada.post(Self.seat, ["form-page": "/me"], token: "bm8=")
                case "other": try await ada.post(Self.seat, ["form-page": "/me"], token: eve.formToken)
                default:
                    try await server.ask(
                        Self.seat, method: .POST,
                        headers: [
                            ("Sec-Fetch-Site", "same-origin"), ("Content-Type", "application/x-www-form-urlencoded"),
                        ], body: Array("form-page=%2Fme".utf8))
                }
            #expect(answer.status == 403)
            let page = try await ada.get(Self.page).text
            #expect(page.contains("you have no seat in it"))
        }
    }

    @Test("whoever was shown a free seat is told that it is taken meanwhile, and waits only if they say so")
    func stale() async throws {
        try await Self.run { ada, _, service in
            let shown = try await ada.get(Self.page)
            #expect(shown.text.contains("name=\"seatOnly\" value=\"true\"") && shown.text.contains("Take a seat"))
            for name in ["One", "Two"] {
                let email = try EmailAddress("\(name)@example.org".lowercased())
                _ = try await service.ask(
                    JoinProgram(program: "nova", name: name, email: email, zone: "Asia/Tokyo"))
                _ = try await service.ask(Enroll(session: "nova-202701-w02-asia"), as: email)
            }
            let form = ["seatOnly": "true", "form-key": "1", "form-page": Self.page] as KeyValuePairs
            let refused = try await ada.post(Self.seat, form)
            #expect(refused.status == 409 && refused.text.contains("are taken by now"))
            #expect(refused.text.contains("href=\"\(Self.page)\""))
            let page = try await ada.get(Self.page).text
            #expect(page.contains("all seats are taken") && page.contains("Take a place in the queue"))
            #expect(!page.contains("seatOnly"))
            #expect(try await ada.post(Self.seat, ["form-key": "2", "form-page": Self.page]).status == 303)
            let waiting = try await ada.get(Self.page).text
            #expect(waiting.contains("you are number 1 on the waiting list") && waiting.contains("moves up"))
        }
    }

    @Test("one votes for a review or takes the vote back, whichever applies")
    func votes() async throws {
        try await Self.run { ada, _, service in
            _ = try await ada.post(
                "/me/do/post/programs/nova/reviews",
                [
                    "url": "https://review.example.org/c/1", "title": "A change", "form-key": "1",
                    "form-page": "/me/reviews/nova",
                ])
            let review = try #require(try await service.ask(ListReviews(program: "nova")).first)
            #expect(review.voted == nil)
            let page = { try await ada.get("/me/reviews/nova").text }
            let before = try await page()
            #expect(before.contains(">Vote for it<") && !before.contains("Take my vote back"))
            let path = "reviews/\(review.id)/vote"
            #expect(try await ada.post("/me/do/put/\(path)", ["form-page": "/me/reviews/nova"]).status == 303)
            let voted = try await page()
            #expect(!voted.contains(">Vote for it<") && voted.contains(">Take my vote back<"))
            #expect(voted.contains("your vote"))
            #expect(try await ada.post("/me/do/delete/\(path)", ["form-page": "/me/reviews/nova"]).status == 303)
            #expect(try await page().contains(">Vote for it<"))
        }
    }

    @Test("what one may not is refused in words, with a way back that leads nowhere else")
    func refused() async throws {
        try await Self.run { ada, _, _ in
            let cancelled = try await ada.post(
                "/me/do/post/sessions/nova-202701-w02-asia/cancellation",
                ["reason": "none", "form-key": "1", "form-page": "//evil.example/"])
            #expect(cancelled.status == 403)
            #expect(cancelled.text.contains("That was not done") && cancelled.text.contains("href=\"/me\""))
            #expect(!cancelled.text.contains("evil"))
            let gone = try await ada.post(
                "/me/do/post/sessions/nova-202701-w99-asia/enrollment", ["form-key": "1", "form-page": Self.page])
            #expect(gone.status == 404)
            let taken = try await ada.post(Self.seat, ["form-key": "1", "form-page": "/\\evil.example"])
            #expect(taken["Location"]?.hasPrefix("/me?done=") == true)
            let unknown = try await ada.post(Self.seat, ["form-key": "1", "form-page": "/me", "more": "1"])
            #expect(unknown.status == 400)
        }
    }

    @Test("whoever is not signed in has no page of their own", arguments: ["/me", "/me/settings", "/me/reviews/nova"])
    func nobody(path: String) async throws {
        try await LiveServer.run { server in
            let answer = try await server.ask(path)
            // The client goes where it is sent.
            #expect(!answer.text.contains("Your next sessions"))
        }
    }

    @Test("leaving a program says first what it does, and does nothing until its button is pressed")
    func leaving() async throws {
        try await Self.run { ada, _, service in
            _ = try await ada.post(Self.seat, ["form-page": "/me"])
            #expect(try await ada.get("/me/settings").text.contains("href=\"/me/leaving/nova\""))
            let page = try await ada.get("/me/leaving/nova")
            #expect(page.status == 200 && page.text.contains("nova-202701-w02-asia"))
            #expect(try await service.ask(ListTrainees(program: "nova")).contains { $0.name == "Ada" })
            let left = try await ada.post("/me/do/delete/programs/nova/membership", ["form-page": "/me/settings"])
            #expect(left.status == 303)
            #expect(try await !service.ask(ListTrainees(program: "nova")).contains { $0.name == "Ada" })
            #expect(try await ada.get("/me/leaving/nova").status >= 400)
        }
    }

    @Test("settings show what one is signed in with, end it, and take a name")
    func settings() async throws {
        try await Self.run { ada, server, service in
            let other = try await SignedInBrowser(of: "ada@canary.example", at: service, on: server)
            let page = try await ada.get("/me/settings").text
            #expect(page.contains("(this browser)") && page.contains("browser: Test"))
            #expect(page.contains("ada@canary.example") && !page.contains("{{"))
            let renamed = try await ada.post(
                "/me/do/put/person",
                ["name": "Ada Lovelace", "zone": "london", "form-key": "1", "form-page": "/me/settings"])
            #expect(renamed.status == 303)
            let after = try await ada.get("/me/settings").text
            #expect(after.contains("Ada Lovelace") && after.contains("Europe/London"))
            let ends = page.matches(of: /\/me\/do\/delete\/tokens\/(\d+)/).map { String($0.0) }
            #expect(ends.count == 2)
            for end in ends.reversed() { _ = try await ada.post(end, ["form-key": "2", "form-page": "/me"]) }
            #expect(try await !other.get("/me").text.contains("Your next sessions"))
        }
    }
}
