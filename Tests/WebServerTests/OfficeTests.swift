import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import WebServerFixture

/// What mentors and organizers do in a browser.
@Suite("The pages of mentors and organizers")
struct OfficeTests {
    private static func run(
        as asker: Asker, _ body: (SignedInBrowser, Cast) async throws -> Void
    ) async throws {
        let cast = try await Cast()
        let email = try #require(asker.email)
        try await LiveServer.run(service: cast.service) { server in
            try await body(SignedInBrowser(of: email, at: cast.service, on: server), cast)
        }
    }

    @Test("a mentor finds their turns, slots, absences and offers on one page")
    func mentoring() async throws {
        try await Self.run(as: .mentor) { akira, _ in
            let page = try await akira.get("/me/mentoring/nova").text
            for words in [
                "nova-202701-w01-asia", "Tue 17:00, Asia/Tokyo", "Tue 1 June to Mon 7 June", "Publish another time",
                "action=\"/me/look/post/programs/nova/slots\"",
                "action=\"/me/look/post/sessions/nova-202701-w01-asia/cancellation\"",
            ] {
                #expect(page.contains(words) || page.contains(words.replacing(" June", with: " Jun")), "\(words)")
            }
            #expect(try await akira.get("/me").text.contains("href=\"/me/mentoring/nova\""))
        }
    }

    @Test("what a slot would be is seen before it is published, and nothing of it stays")
    func slot() async throws {
        try await Self.run(as: .mentor) { akira, cast in
            let before = try await cast.service.ask(ListSlots(program: "nova"))
            let look = try await akira.post(
                "/me/look/post/programs/nova/slots",
                [
                    ("when", "Thu 23:30"), ("from", ""), ("until", ""), ("prefer", ""),
                    ("form-page", "/me/mentoring/nova"),
                ])
            #expect(look.status == 200)
            for words in ["Nothing is done yet", "Thursday 7 January 23:30", "outside your own day", "Do it"] {
                #expect(look.text.contains(words), "\(words)")
            }
            #expect(!look.text.contains("meridian slot"))
            #expect(try await cast.service.ask(ListSlots(program: "nova")) == before)
            // The button of that page does it.
            let key = try #require(look.text.firstMatch(of: /name="form-key" value="([^"]*)"/)?.1)
            let done = try await akira.post(
                "/me/do/post/programs/nova/slots",
                [("when", "Thu 23:30"), ("form-key", String(key)), ("form-page", "/me/mentoring/nova")])
            #expect(done.status == 303 && done["Location"] == "/me/mentoring/nova")
            #expect(try await cast.service.ask(ListSlots(program: "nova")).count == before.count + 1)
        }
    }

    @Test("what calling a session off would do to whom is seen first, and nobody is told by that")
    func cancellation() async throws {
        try await Self.run(as: .mentor) { akira, cast in
            let outbox = try await cast.service.ask(ListOutbox()).count
            let fields = [("reason", "ill"), ("form-page", "/me/mentoring/nova"), ("form-fields", "reason")]
            let look = try await akira.post("/me/look/post/sessions/nova-202701-w01-asia/cancellation", fields)
            #expect(look.status == 200)
            #expect(look.text.contains("nova-202701-w01-asia would be cancelled"))
            #expect(look.text.contains("nothing is changed yet") && !look.text.contains("--dry-run"))
            #expect(look.text.contains("action=\"/me/do/post/sessions/nova-202701-w01-asia/cancellation\""))
            #expect(look.text.contains("name=\"reason\" value=\"ill\""))
            let session = try await cast.service.ask(ShowSession(session: "nova-202701-w01-asia"))
            #expect(session.status == .announced)
            #expect(try await cast.service.ask(ListOutbox()).count == outbox)
            // Without a reason it is asked for again, with what was typed.
            let empty = try await akira.post(
                "/me/look/post/sessions/nova-202701-w01-asia/cancellation", [("reason", "")] + fields.dropFirst())
            #expect(empty.status == 400 && empty.text.contains("That was not done"))
        }
    }

    @Test("a trainee finds neither page", arguments: ["/me/mentoring/nova", "/me/organizing/nova", "/me/plan/nova"])
    func trainee(path: String) async throws {
        try await Self.run(as: .trainee) { priya, _ in
            let answer = try await priya.get(path)
            #expect(answer.status == 403)
        }
    }

    @Test("an organizer sees the season, its people and its days, and reads report, forecast, health and log")
    func organizing() async throws {
        try await Self.run(as: .organizer) { olga, _ in
            let page = try await olga.get("/me/organizing/nova").text
            for words in ["nova-202701-w01-asia", "Akira", "Priya", "freeze", "href=\"/me/plan/nova\"", "Unseen"] {
                #expect(page.contains(words), "\(words)")
            }
            for (path, words, hasTable) in [
                ("report", "Who leads", true), ("forecast", "Clock changes", false),
                ("health", "no region withers", true), ("log", "nothing is written down", false),
            ] {
                let answer = try await olga.get("/me/see/programs/nova/\(path)")
                #expect(answer.status == 200 && answer.text.contains(words), "\(path)")
                #expect(answer.text.contains("<table class=\"answer\"") == hasTable, "\(path)")
            }
            let why = try await olga.get("/me/see/sessions/nova-202701-w01-asia/reasons")
            #expect(why.status == 200 && why.text.contains("Akira"))
        }
    }

    @Test(
        "a plan is seen, and published as it was seen; one that has changed since is shown anew and asked about again")
    func plan() async throws {
        try await Self.run(as: .organizer) { olga, cast in
            let page = try await olga.get("/me/plan/nova").text
            let seen = try #require(page.firstMatch(of: /name="seen" value="([0-9a-f]{64})"/)?.1)
            #expect(page.contains("Publish this plan") && page.contains("if published"))
            let fields = [("seen", String(seen)), ("changes", "")]
            _ = try await cast.service.ask(
                AddFreeze(program: "nova", days: DayRange("2027-04-05..2027-04-18"), reason: "meetup"))
            let changed = try await olga.post("/me/plan/nova/publication", fields)
            #expect(changed.status == 200 && changed.text.contains("nothing was published"))
            let before = try await cast.service.ask(ListSessions(program: "nova"))
            let anew = try #require(changed.text.firstMatch(of: /name="seen" value="([0-9a-f]{64})"/)?.1)
            #expect(anew != seen)
            let published = try await olga.post("/me/plan/nova/publication", [("seen", String(anew)), ("changes", "")])
            #expect(published.status == 303 && published["Location"] == "/me/organizing/nova")
            #expect(try await cast.service.ask(ListSessions(program: "nova")) != before)
        }
    }

    @Test("what is only supposed is shown, and cannot be published")
    func supposed() async throws {
        try await Self.run(as: .organizer) { olga, _ in
            let page = try await olga.get("/me/plan/nova?without=Akira&slot=&changes=").text
            #expect(page.contains("supposing that Akira leads nothing"))
            #expect(!page.contains("Publish this plan") && page.contains("Plan without that"))
            #expect(try await olga.get("/me/plan/nova?changes=many").status == 400)
        }
    }
}
