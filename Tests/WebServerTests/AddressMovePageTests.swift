import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import TestSupport
import Testing
import WebServerFixture

@Suite("The pages by which an address is proved, and a move undone")
struct AddressMovePageTests {
    private static let form = [("Content-Type", "application/x-www-form-urlencoded")]

    @Test("looking changes nothing; the button does it once, the new address's first and then the old one's")
    func once() async throws {
        let service = try await Season2027().service()
        let (old, new) = (try EmailAddress("priya@canary.example"), try EmailAddress("priya@moved.example"))
        _ = try await service.ask(JoinProgram(program: "nova", name: "Priya", email: old, zone: "Asia/Tokyo"))
        _ = try await service.ask(MovePerson(old: old, new: new))
        let secrets = try await service.mailedMoves()
        try await LiveServer.run(service: service) { server in
            for (purpose, owner) in [("prove", new), ("undo", old)] {
                let path = "/m/\(try #require(secrets[purpose]))"
                for _ in 1...2 {
                    let page = try await server.ask(path)
                    #expect(page.status == 200)
                    #expect(page["Cache-Control"] == "no-store")
                    #expect(page["Referrer-Policy"] == "strict-origin")
                    // Neither address stands in the page of the other.
                    #expect(!page.text.contains("@moved.example") && !page.text.contains("@canary.example"))
                }
                let done = try await server.ask(path, method: .POST, headers: Self.form, body: [])
                #expect(done.status == 200)
                #expect(done.text.contains("Done."))
                #expect(try await server.ask(path).status == 404)
                #expect(try await server.ask(path, method: .POST, headers: Self.form, body: []).status == 404)
                let trainees = try await service.ask(ListTrainees(program: "nova"))
                #expect(trainees.contains { $0.email == owner })
            }
            #expect(try await server.ask("/m/\(String(repeating: "a", count: 52))").status == 404)
        }
    }
}
