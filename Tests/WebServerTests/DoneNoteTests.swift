import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import WebServerFixture

/// What a form has done is said on the page to which one comes back.
@Suite("What was done")
struct DoneNoteTests {
    private static let page = "/me/mentoring/nova"
    private static let path = "/me/do/post/sessions/nova-202701-w01-asia/cancellation"

    /// Akira calls a session off; where they are sent on to.
    private static func run(
        page: String = page, key: String = "k",
        _ body: (SignedInBrowser, Cast, String) async throws -> Void
    ) async throws {
        let cast = try await Cast()
        try await LiveServer.run(service: cast.service) { server in
            let akira = try await SignedInBrowser(of: "mentor-asia@canary.example", at: cast.service, on: server)
            let fields = [("reason", "ill"), ("form-key", key), ("form-page", page)]
            let answer = try await akira.post(Self.path, fields)
            #expect(answer.status == 303)
            try await body(akira, cast, try #require(answer["Location"]))
        }
    }

    @Test("is said in the words of the answer, with who was told, however often the page is loaded, and done once")
    func said() async throws {
        try await Self.run { akira, cast, back in
            for _ in 1...2 {
                let page = try await akira.get(back).text
                #expect(page.contains("nova-202701-w01-asia is cancelled; "), "\(page)")
                #expect(page.contains("role=\"status\"") && !page.contains("would be cancelled"))
            }
            let outbox = try await cast.service.ask(ListOutbox()).count
            // The same form again does nothing, and says so with the same words.
            let again = try #require(try await akira.post(Self.path, Self.fields)["Location"])
            #expect(again == back.replacing("?done=", with: "?done-before="))
            #expect(try await cast.service.ask(ListOutbox()).count == outbox)
            let note = try await Self.note(akira, again)
            #expect(note.contains("This was done already at 09:00; nothing was done now."), "\(note)")
            #expect(
                note.contains("nova-202701-w01-asia is cancelled; ") && note.contains("Let it take place after all"))
            #expect(try await !akira.get(Self.page).text.contains("class=\"done\""))
        }
    }

    @Test("offers nothing that somebody has done since: the page was loaded again, or its form sent again")
    func takenBack() async throws {
        try await Self.run { akira, cast, back in
            #expect(try await Self.note(akira, back).contains("Let it take place after all"))
            _ = try await cast.service.ask(ReinstateSession(session: "nova-202701-w01-asia"))
            let again = try #require(try await akira.post(Self.path, Self.fields)["Location"])
            for address in [back, again] {
                let note = try await Self.note(akira, address)
                #expect(note.contains("is cancelled; ") && !note.contains("<button"), "\(note)")
            }
            // A form of another tab is another wish.
            let other = [("reason", "ill"), ("form-key", "other"), ("form-page", Self.page)]
            #expect(try await akira.post(Self.path, other)["Location"]?.contains("?done=") == true)
        }
    }

    @Test("of leaving a program, too: sent again, by whoever is no trainee any more, it says when that was done")
    func left() async throws {
        try await Cast.run(as: .otherTrainee) { ravi, _ in
            let fields = [("form-key", "k"), ("form-page", "/me/settings")]
            let path = "/me/do/delete/programs/nova/membership"
            #expect(try await ravi.post(path, fields)["Location"]?.contains("/me/settings?done=") == true)
            let again = try #require(try await ravi.post(path, fields)["Location"])
            #expect(again.contains("/me/settings?done-before="))
            #expect(try await Self.note(ravi, again).contains("This was done already at "))
        }
    }

    @Test("of a plan that is published twice, too")
    func plan() async throws {
        try await Cast.run(as: .organizer) { olga, _ in
            let page = try await olga.get("/me/plan/nova").text
            let seen = try #require(page.firstMatch(of: /name="seen" value="([^"]*)"/)?.1)
            let fields = [("seen", String(seen)), ("changes", ""), ("form-key", "k"), ("form-page", "/me")]
            let first = try await olga.post("/me/plan/nova/publication", fields)["Location"] ?? ""
            let second = try await olga.post("/me/plan/nova/publication", fields)["Location"] ?? ""
            #expect(first.contains("?done=") && second.contains("?done-before="), "\(first) \(second)")
            let note = try await Self.note(olga, second)
            #expect(note.contains("This was done already at "), "\(note)")
        }
    }

    private static let fields = [("reason", "ill"), ("form-key", "k"), ("form-page", page)]

    /// What a page says of what was done before it.
    private static func note(_ browser: SignedInBrowser, _ address: String) async throws -> String {
        let page = try await browser.get(address).text
        return String(try #require(page.firstMatch(of: /<section class="done"(?s:.*?)<\/section>/), "\(page)").output)
    }

    @Test("is said to nobody else, nor to whoever is signed out")
    func others() async throws {
        try await Self.run { akira, cast, back in
            let olga = try await SignedInBrowser(of: "olga@canary.example", at: cast.service, on: akira.server)
            for address in [back, back.replacing(Self.page, with: "/me"), back.replacing(Self.page, with: "/nova")] {
                let page = try await olga.get(address)
                #expect(page.status < 500 && !page.text.contains("class=\"done\""), "\(address)")
            }
            let stranger = try await akira.server.ask(back.replacing(Self.page, with: "/nova"))
            #expect(stranger.status == 200 && !stranger.text.contains("class=\"done\""))
        }
    }

    @Test(
        "is nothing that a link can say",
        arguments: [
            "done=", "done=.", "done=cancelSession", "done=cancelSession.%00", "done=cancelSession.form.k.0",
            "done=%3Cscript%3E.x", "done=listOutbox.form.k.1", "done-before=cancelSession.form.k.0",
            "done=cancelSession.\(String(repeating: "a", count: 300))",
        ])
    func forged(query: String) async throws {
        try await Self.run { akira, _, _ in
            let page = try await akira.get("\(Self.page)?\(query)")
            #expect(page.status == 200 && !page.text.contains("class=\"done\"") && !page.text.contains("<script>"))
        }
    }

    @Test(
        "is said on the page of a session, too, and leads to no other site",
        arguments: [
            ("/nova/nova-202701-w01-asia", true), ("/nova/nova-202701-w01-asia?zone=Asia%2FTokyo#part", true),
            ("//evil.example/", false), ("/\\evil.example", false),
        ])
    func elsewhere(page: String, isOurs: Bool) async throws {
        try await Self.run(page: page, key: "a key & <more>") { akira, _, back in
            #expect(back.hasPrefix(isOurs ? "/nova/nova-202701-w01-asia" : "/me?done="))
            #expect(!back.contains("evil") && !back.contains("<"))
            let shown = try await akira.get(String(back.prefix { $0 != "#" })).text
            #expect(shown.contains("class=\"done\"") && shown.contains("is cancelled; "))
        }
    }
}
