import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import WebServerFixture

@Suite("One's own data, on one's settings")
struct ErasurePageTests {
    private static let priya = "priya@canary.example"

    @Test(
        "is erased only behind a page that says what that does; who is erased is signed out, and no name of theirs is left"
    )
    func erasing() async throws {
        let cast = try await Cast()
        try await LiveServer.run(service: cast.service) { server in
            let priya = try await SignedInBrowser(of: Self.priya, at: cast.service, on: server)
            let settings = try await priya.get("/me/settings").text
            #expect(settings.contains("/me/look/post/people/erasures"))
            #expect(!settings.contains("/me/do/post/people/erasures"))
            let fields: KeyValuePairs = ["email": Self.priya, "form-page": "/"]
            let look = try await priya.post("/me/look/post/people/erasures", fields)
            #expect(look.status == 200)
            for words in ["Nothing is done yet", "is a trainee of nova no more", "this cannot be undone", "Do it"] {
                #expect(look.text.contains(words), "\(words)")
            }
            #expect(!look.text.contains("ravi@canary.example"))
            #expect(try await priya.get("/me").status == 200)
            let done = try await priya.post("/me/do/post/people/erasures", fields)
            // Nobody is left to whom a page could say it later.
            #expect(done.status == 200 && done["Set-Cookie"]?.contains("Max-Age=0") == true)
            for words in ["All that was kept about you is erased", "is a trainee of nova no more", "erased; "] {
                #expect(done.text.contains(words), "\(words)")
            }
            #expect(try await priya.get("/me").status == 303)
            let trainees = try await cast.service.ask(ListTrainees(program: "nova"))
            #expect(trainees.filter { $0.name == "Priya" }.isEmpty)
        }
    }

    @Test("is theirs to have erased, too, who takes part in nothing any more")
    func whoHasLeft() async throws {
        let cast = try await Cast()
        _ = try await cast.service.ask(RemoveTrainee(program: "nova", email: EmailAddress(Self.priya)))
        try await LiveServer.run(service: cast.service) { server in
            let priya = try await SignedInBrowser(of: Self.priya, at: cast.service, on: server)
            #expect(try await priya.get("/me/export.json").status == 200)
            let done = try await priya.post(
                "/me/do/post/people/erasures", ["email": Self.priya, "form-page": "/"])
            #expect(done.status == 200 && done.text.contains("erased; "))
            #expect(try await priya.get("/me").status == 303)
        }
    }

    @Test("is taken away as a file by its owner, and by nobody else")
    func exporting() async throws {
        let cast = try await Cast()
        try await LiveServer.run(service: cast.service) { server in
            let priya = try await SignedInBrowser(of: Self.priya, at: cast.service, on: server)
            let file = try await priya.get("/me/export.json")
            #expect(file.status == 200 && file["Content-Type"] == "application/json")
            #expect(file.text.contains("\"records\"") && file.text.contains(Self.priya))
            #expect(!file.text.contains("ravi@canary.example"))
            #expect(try await server.ask("/me/export.json", followsRedirects: false).status == 303)
        }
    }
}
