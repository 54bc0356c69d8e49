import CivilTime
import Mentoring
import Testing

@Suite("Naming somebody at a session") struct NamingPeopleTests {
    private func held(_ names: String...) async throws -> HeldSession {
        let held = try await HeldSession()
        for (number, name) in names.enumerated() {
            _ = try await held.office.join(
                "nova", name: name, email: EmailAddress("n\(number)@example.org"), zone: "Asia/Tokyo")
        }
        return held
    }

    @Test("one word of a name is enough where nobody else has it", arguments: ["Ada", "okafor", "ada okafor"])
    func oneWord(name: String) async throws {
        #expect(try await held("Ada Okafor", "Eve Ito").record([name]).present == ["Ada Okafor"])
    }

    @Test("a whole name comes before a word of another's")
    func wholeName() async throws {
        #expect(try await held("Ada Okafor", "Ada").record(["ada"]).present == ["Ada"])
    }

    @Test("a word that several have is nobody's", arguments: ["Ada", "Ad"])
    func several(name: String) async throws {
        let held = try await held("Ada Okafor", "Ada Ito")
        await held.refused(name == "Ada" ? .conflict : .notFound) { _ = try await held.record([name]) }
    }
}
