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
            // The same form again does nothing, and leads to the same words.
            let fields = [("reason", "ill"), ("form-key", "k"), ("form-page", Self.page)]
            #expect(try await akira.post(Self.path, fields)["Location"] == back)
            #expect(try await cast.service.ask(ListOutbox()).count == outbox)
            #expect(try await !akira.get(Self.page).text.contains("class=\"done\""))
        }
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
            "done=%3Cscript%3E.x", "done=listOutbox.form.k.1",
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
