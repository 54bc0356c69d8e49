import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

@Suite("Naming somebody at a session") struct NamingPeopleTests {
    private func held(_ names: String...) async throws -> HeldSession {
        let held = try await HeldSession()
        for (number, name) in names.enumerated() {
            _ = try await held.service.ask(
                JoinProgram(
                    program: "nova", name: name, email: EmailAddress("n\(number)@example.org"), zone: "Asia/Tokyo"))
        }
        return held
    }

    @Test("one word of a name is enough where nobody else has it", arguments: ["Ada", "okafor", "ada okafor"])
    func oneWord(name: String) async throws {
        #expect(try await held("Ada Okafor", "Eve Ito").record([name]).present == ["Ada Okafor"])
    }

    @Test("a whole name that is a word of another's is nobody's either, and nor is a nickname that is a name")
    func wholeName() async throws {
        let held = try await held("Ada Okafor", "Ada")
        await held.refused(.conflict) { _ = try await held.record(["ada"]) }
        _ = try await held.fixture.service.ask(
            AddNickname(program: "nova", nickname: "okafor", person: EmailAddress("n1@example.org")),
            as: EmailAddress("n1@example.org"))
        await held.refused(.conflict) { _ = try await held.record(["Okafor"]) }
        #expect(try await held.record(["ada okafor"]).present == ["Ada Okafor"])
    }

    @Test(
        "a name is found in whatever encoding and case, by words that follow each other",
        arguments: [
            "JOSÉ", "jose\u{301} luis", "luis garcía", "ＪＯＳÉ",
        ])
    func encodings(name: String) async throws {
        #expect(try await held("José Luis García", "Eve Ito").record([name]).present == ["José Luis García"])
    }

    @Test("a word that several have is nobody's", arguments: ["Ada", "Ad"])
    func several(name: String) async throws {
        let held = try await held("Ada Okafor", "Ada Ito")
        await held.refused(name == "Ada" ? .conflict : .notFound) { _ = try await held.record([name]) }
    }
}
