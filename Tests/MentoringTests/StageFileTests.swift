import AppResources
import Mentoring
import MentoringAPI
import MentoringService
import ProgramFile
import TestSupport
import Testing

@Suite("The stages of a program file")
struct StageFileTests {
    private static let base = """
        program: nova
        title: Nova
        contact: contact@example.org
        location: irc
        season: { start: 2027-01-04, weeks: 26 }
        session: { minutes: 60, capacity: 12 }
        """

    private static func file(_ stages: String..., areas: String = "api, db") -> String {
        base + "\nareas: [\(areas)]\nstages:\n" + stages.map { "  - { \($0) }\n" }.joined()
    }

    @Test("are read in their order, and printed back as they are")
    func read() throws {
        let document = try MentoringTests.read(
            Self.file(
                "name: reader, sessions: 3", "name: \"5: core\", sessions: 8, discussed: 5, areas: all, co-led: 2"))
        #expect(
            document.stages == [
                Stage(name: "reader", sessions: 3),
                Stage(name: "5: core", sessions: 8, discussed: 5, areas: .all, coLed: 2),
            ])
        #expect(try MentoringTests.read(document.yaml()) == document)
        #expect(
            try MentoringTests.read(AppResources.exampleProgram).stages.map(\.name) == [
                "reader", "reviewer", "candidate",
            ])
    }

    @Test("are shown with their program, each with what it asks for in numbers")
    func shown() async throws {
        let fixture = try await Fixture.with(AppResources.exampleProgram)
        let stages = try await fixture.service.program("nova").stages
        #expect(stages.map(\.name) == ["reader", "reviewer", "candidate"])
        #expect(
            stages.map { $0.goals.map { "\($0.goal.rawValue) \($0.wanted)" } } == [
                ["sessions 3"], ["sessions 8", "discussed 5", "areas 3"],
                ["sessions 12", "discussed 8", "areas 5", "co-led 2"],
            ])
        #expect(try await fixture.service.programs().first?.stages == stages)
    }

    @Test(
        "that cannot be walked are refused with their line and the reason",
        arguments: [
            (["sessions: 3"], 9, "name is missing"), (["name: a"], 9, "stage a asks for nothing"),
            (["name: a, session: 3"], 9, "did you mean sessions?"),
            (["name: a, sessions: 0"], 9, "from 1 to 1000, found “0”"),
            (["name: a, sessions: 1", "name: a, sessions: 2"], 10, "there is a a already"),
            (["name: a, sessions: 3", "name: b, sessions: 2"], 10, "less than a before it, which asks for 3"),
            (["name: a, areas: all", "name: b, areas: 1"], 10, "less than a before it, which asks for 2"),
            (["name: a, sessions: 3", "name: b, discussed: 2"], 10, "asks for sessions: 0, less than a"),
            (["name: a, areas: 3"], 9, "more areas than there are: the program file names 2"),
            (["name: a, areas: some"], 9, "all, or how many areas, found “some”"),
            (["name: \"a\\nb\", sessions: 1"], 9, "U+000A"),
        ])
    func complaints(stages: [String], line: Int, words: String) throws {
        let text = Self.base + "\nareas: [api, db]\nstages:\n" + stages.map { "  - { \($0) }\n" }.joined()
        let error = try #require(throws: BadInput.self) { try MentoringTests.read(text) }
        #expect((error.file, error.line) == ("nova.yaml", line), "\(error)")
        #expect(error.description.contains(words), "\(error)")
    }

    @Test("that speak of areas need areas")
    func noAreas() throws {
        let error = try #require(throws: BadInput.self) {
            try MentoringTests.read(Self.file("name: a, areas: all", areas: ""))
        }
        #expect(error.description.contains("names none; add a line such as areas: [api, compute]"))
    }

    @Test(
        "are applied as one path: what is added, changed, reordered or dropped is told, and the same again is nothing")
    func applied() async throws {
        let reader = "name: reader, sessions: 3"
        let reviewer = "name: reviewer, sessions: 3, areas: 1"
        let fixture = try await Fixture.with(Self.base + "\nareas: [api, db]\n")
        func changes(_ stages: String...) async throws -> [String] {
            try await fixture.apply(
                Self.base + "\nareas: [api, db]\nstages: [\(stages.map { "{ \($0) }" }.joined(separator: ", "))]\n"
            )
            .map(\.description)
        }
        #expect(
            try await changes(reader, reviewer) == [
                "added stage reader: sessions 3", "added stage reviewer: sessions 3, areas 1",
            ])
        #expect(try await changes(reader, reviewer) == [])
        #expect(
            try await changes(reader, "name: reviewer, sessions: 4, areas: 1") == [
                "changed stage reviewer: sessions 3, areas 1 → sessions 4, areas 1"
            ])
        #expect(try await changes(reader) == ["removed stage reviewer: sessions 4, areas 1"])
        #expect(try await changes("name: first, sessions: 3", reader) == ["added stage first: sessions 3"])
        #expect(try await changes(reader, "name: first, sessions: 3") == ["changed order of the stages"])
        let exported = try await fixture.service.ask(ExportProgram(program: "nova")).text
        #expect(try await fixture.apply(exported, prune: true) == [])
    }
}
