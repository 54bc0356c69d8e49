import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing

@Suite("A program file that what is stored speaks against")
struct FileRefusalTests {
    private static let known = small(weeks: 2, regions: "asia, europe")

    private func season() async throws -> Fixture {
        let fixture = try await Fixture.with(Self.known)
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["eve", "olga"] {
            _ = try await fixture.service.block(
                EmailAddress("\(name)@example.org"), in: "nova", by: .onThisMachine(as: nil))
        }
        return fixture
    }

    @Test("is told of all of it at once, by line, and changes nothing", arguments: [true, false])
    func all(isDryRun: Bool) async throws {
        let fixture = try await season()
        let file =
            Self.known.replacing("season: { start", with: "season: { name: x, start")
            .replacing("mentors:\n", with: "mentors:\n  - { name: Eve, email: eve@example.org, zone: Europe/Rome }\n")
            .replacing("email: akira@example.org", with: "email: akira@new.example.net")
            + "\norganizers: [olga@example.org]\n"
            + "duties: [{ name: triage, title: T, volunteers: [eve@example.org, zoe@example.org] }]"
        let before = try await fixture.service.ask(ExportProgram(program: "nova")).text
        let refusal = try await #require(throws: BadInput.self) { try await fixture.apply(file, dryRun: isDryRun) }
        let expected = [
            "nova.yaml:5: the season 202701 from 2027-01-04 cannot be called x",
            "nova.yaml:12: eve@example.org cannot take part in nova",
            "nova.yaml:13: Akira at akira@new.example.net looks like akira@example.org",
            "nova.yaml:17: olga@example.org cannot take part in nova",
        ]
        let lines = refusal.description.split(separator: "\n").map(String.init)
        #expect(lines.count == expected.count, "\(refusal)")
        for (line, words) in zip(lines, expected) { #expect(line.hasPrefix(words), "\(line)") }
        #expect(refusal.line == 5)
        #expect(try await fixture.service.ask(ExportProgram(program: "nova")).text == before)
        #expect(try await fixture.apply(Self.known) == [])
    }

    @Test(
        "is refused where its contact or its place is what stands for somebody who was erased",
        arguments: [
            ("contact: contact@example.org", "contact: erased-3@erased.invalid", "erased-3@erased.invalid is nobody's"),
            (
                "location: ircs://irc.example.org/nova", "location: write to Erased-3@Erased.Invalid",
                "write to Erased-3@Erased.Invalid is nobody's"
            ),
        ])
    func erased(known: String, instead: String, words: String) async throws {
        let fixture = try await Fixture.with(Self.known)
        let refusal = try await #require(throws: BadInput.self) {
            try await fixture.apply(Self.known.replacing(known, with: instead))
        }
        #expect(refusal.description.contains(words), "\(refusal)")
        #expect(refusal.line != nil)
    }

    @Test("is refused as what comes first is: not allowed, a conflict, or input that means nothing")
    func kinds() async throws {
        let fixture = try await season()
        let renamed = Self.known.replacing("email: akira@example.org", with: "email: akira@new.example.net")
        let conflict = try await #require(throws: Refusal.self) { try await fixture.apply(renamed) }
        #expect(conflict.reason == .conflict)
        #expect(conflict.description.hasPrefix("nova.yaml:12: Akira at akira@new.example.net looks like"))
        #expect(!conflict.description.contains("\n"))
        let blocked = "mentors:\n  - { name: Eve, email: eve@example.org, zone: Europe/Rome }\n"
        let both = try await #require(throws: Refusal.self) {
            try await fixture.apply(renamed.replacing("mentors:\n", with: blocked))
        }
        #expect(both.reason == .notAllowed)
        #expect(both.description.split(separator: "\n").count == 2)
    }

    @Test("is told of an archived program beside all else", arguments: [true, false])
    func archived(isDryRun: Bool) async throws {
        let fixture = try await season()
        _ = try await fixture.service.ask(ArchiveProgram(program: "nova"))
        let file = Self.known.replacing("season: { start", with: "season: { name: x, start")
        let refusal = try await #require(throws: Refusal.self) { try await fixture.apply(file, dryRun: isDryRun) }
        let lines = refusal.description.split(separator: "\n").map(String.init)
        #expect(refusal.reason == .notAllowed && lines.count == 2, "\(refusal)")
        #expect(lines[0].hasPrefix("nova.yaml:1: nova is archived since"))
        #expect(lines[1].hasPrefix("nova.yaml:5: the season 202701 from 2027-01-04 cannot be called x"))
    }

    @Test("that would make a program whose codes are another's says so with its line, and nothing that follows from it")
    func noProgram() async throws {
        let fixture = try await Fixture.with(
            Self.known.replacing("season: { start", with: "season: { name: a, start"))
        let refusal = try await #require(throws: BadInput.self) {
            try await fixture.apply(Self.known.replacing("program: nova", with: "program: nova-a"))
        }
        #expect(refusal.line == 5 && refusal.description.hasPrefix("nova.yaml:5: the season a of the program nova"))
        #expect(!refusal.message.contains("\n"))
    }
}
