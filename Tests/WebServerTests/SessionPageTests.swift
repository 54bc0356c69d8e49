import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import WebServerFixture

@Suite("A session's page")
struct SessionPageTests {
    @Test("says when it is on every clock concerned, who leads it, where, and what is left")
    func announced() async throws {
        let text = try await LiveServer.run { try await $0.ask("/nova/nova-202701-w01-asia?zone=Europe/Berlin").text }
        for part in [
            "<title>Asia, week 1 · Nova core reviewer training</title>", "<h1>Asia, week 1</h1>",
            "Tue 5 January 2027, 09:00–10:00</time> <small>Europe/Berlin</small>",
            "data-end=\"2027-01-05T09:00:00Z\">in 4 days</strong>", "in your day</span>",
            "<dd><bdi>Akira Sato</bdi></dd>",
            "<dt>Agreed as</dt><dd>Tue 5 Jan, 17:00 in Asia/Tokyo</dd>", "<dd>08:00 UTC</dd>",
            "<dd>1 of 2 seats free</dd>",
            "<code>meridian enroll nova-202701-w01-asia</code>",
            "href=\"mailto:nova-training@example.org?subject=nova-202701-w01-asia\"",
            "href=\"webcal://training.example.org/nova/asia.ics\"",
            "<a rel=\"next\" href=\"/nova/nova-202701-w02-asia?zone=Europe/Berlin\">week 2, Tue 12 Jan →</a>",
            "action=\"/nova/nova-202701-w01-asia\"", "<a href=\"/nova?zone=Europe/Berlin\">",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(!text.contains("rel=\"prev\"") && !text.contains("canary") && !text.contains("{{"))
    }

    @Test("says of no clock that it is the mentor's, who may be another than when it was agreed")
    func afterSwap() async throws {
        let store = try SQLiteStore.inMemory()
        try await Season2027().write(to: store)
        try await store.write { transaction in
            let kai = Person(
                name: "Kai", email: try EmailAddress("kai@example.org"),
                zone: try #require(TimeZoneID("Pacific/Auckland")))
            let stored = try transaction.sessions(of: "nova").first { "\($0.asStored.code)" == "nova-202701-w01-asia" }
            var session = try #require(stored).asStored
            session.mentor = try transaction.add(kai)
            try transaction.update(session)
        }
        let service = try Season2027.service(on: store)
        let text = try await LiveServer.run(service: service) { server in
            try await server.ask("/nova/nova-202701-w01-asia?zone=Europe/Berlin").text + server.ask("/nova").text
        }
        #expect(text.contains("<dd><bdi>Kai</bdi></dd>"))
        #expect(text.contains("<dt>Agreed as</dt><dd>Tue 5 Jan, 17:00 in Asia/Tokyo</dd>"))
        #expect(!text.contains("entor’s clock"))
    }

    @Test("without a zone shows the clock by which it was agreed once, and judges no hours")
    func agreedClock() async throws {
        let text = try await LiveServer.run { try await $0.ask("/nova/nova-202701-w01-asia").text }
        #expect(text.contains("17:00–18:00</time> <small>Asia/Tokyo</small>"))
        #expect(!text.contains("Agreed as") && !text.contains("in your"))
    }

    @Test("says what tentative means")
    func tentative() async throws {
        let text = try await LiveServer.run { try await $0.ask("/nova/nova-202701-w01-americas").text }
        #expect(text.contains("<span class=\"badge\">tentative</span>"))
        #expect(text.contains("It is planned but not fixed"))
    }

    @Test("of a cancelled one says so and why, and invites nobody to it")
    func cancelled() async throws {
        let service = try await Season2027().service()
        _ = try await service.ask(CancelSession(session: "nova-202701-w01-americas", reason: "Zoë is <b>ill</b>"))
        let text = try await LiveServer.run(service: service) {
            try await $0.ask("/nova/nova-202701-w01-americas").text
        }
        #expect(text.contains("<strong class=\"badge\">cancelled</strong>"))
        #expect(text.contains("Why it was cancelled: <bdi>Zoë is &lt;b&gt;ill&lt;/b&gt;</bdi>"))
        for part in ["Take part", "Seats", "countdown"] { #expect(!text.contains(part), "\(part)") }
    }

    @Test("names the review, the revision that everybody reads, and the mentor's questions")
    func review() async throws {
        let service = try await Season2027().service()
        let change = try ChangeAddress("https://review.example.org/c/nova/+/1/3")
        let organizer = Caller.onThisMachine(as: nil)
        _ = try await service.ask(
            PickReview(session: "nova-202701-w01-asia", choice: .change(change), title: "Fix <it>"), by: organizer)
        let before = try await LiveServer.run(service: service) { try await $0.ask("/nova/nova-202701-w01-asia").text }
        #expect(
            before.contains(
                "<a href=\"https://review.example.org/c/nova/+/1/3\"><bdi>Fix &lt;it&gt;</bdi></a> <small>patch set 3</small>"
            ))
        #expect(!before.contains("<dt>Questions"))
        _ = try await service.ask(NoteQuestions(session: "nova-202701-w01-asia", text: "Why <b>?\nHow?"), by: organizer)
        let text = try await LiveServer.run(service: service) { try await $0.ask("/nova/nova-202701-w01-asia").text }
        #expect(text.contains("<dt>Questions</dt><dd><bdi>Why &lt;b&gt;?</bdi><br><bdi>How?</bdi><br></dd>"))
    }

    @Test(
        "is found however its code is typed",
        arguments: ["nova-202701-w01-asia", "NOVA-W1-ASIA", "nova-202701-w1-asia"])
    func codes(code: String) async throws {
        let page = try await LiveServer.run { try await $0.ask("/nova/\(code)") }
        #expect(page.status == 200 && page.text.contains("action=\"/nova/nova-202701-w01-asia\""))
    }
}
