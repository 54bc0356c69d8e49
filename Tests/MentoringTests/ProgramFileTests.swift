import AppResources
import CivilTime
import Mentoring
import Testing
import TimeZoneCatalog

@Suite("Program files")
struct ProgramFileTests {
    private static let base = """
        program: nova
        title: Nova
        contact: contact@example.org
        location: irc
        season: { start: 2027-01-04, weeks: 26 }
        session: { minutes: 60, capacity: 12 }
        """

    @Test(
        "what is wrong is named with its line and what was expected",
        arguments: [
            ("colour: blue", 7, "unknown key “colour”"),
            ("mentor: []", 7, "did you mean mentors?"),
            (
                "freezes:\n  - { from: 2027-03-08, to: 2027-02-30, reason: x }", 8,
                "expected a date such as 2027-01-04, found “2027-02-30”"
            ),
            ("freezes:\n  - { from: 2027-03-08, to: 2027-03-01, reason: x }", 8, "ends before it begins"),
            ("freezes:\n  - { from: 2027-03-08, to: 2027-03-09 }", 8, "reason is missing"),
            (
                "mentors:\n  - name: A\n    email: a@example.org\n    zone: Europe/Berln", 10,
                "did you mean Europe/Berlin"
            ),
            ("mentors:\n  - name: A\n    email: a@example.org\n    zone: ../etc/passwd", 10, "../etc/passwd"),
            ("mentors:\n  - { name: A, email: nobody, zone: Asia/Tokyo }", 8, "not a mail address"),
            (
                "mentors:\n  - name: A\n    email: a@example.org\n    zone: Asia/Tokyo\n    slots:\n      - { every: \"Tue 25:00\" }",
                12, "\"Tue 17:00\""
            ),
            (
                "mentors:\n  - name: A\n    email: a@example.org\n    zone: Asia/Tokyo\n    slots:\n      - { rrule: \"FREQ=FORTNIGHTLY\", at: \"17:00\" }",
                12, "FREQ"
            ),
            (
                "mentors:\n  - name: A\n    email: a@example.org\n    zone: Asia/Tokyo\n    slots:\n      - { rrule: \"FREQ=DAILY\" }",
                12, "rrule and at"
            ),
            (
                "mentors:\n  - { name: A, email: a@example.org, zone: Asia/Tokyo, weight: 0 }", 8,
                "from 1 to 16, found “0”"
            ),
            (
                "mentors:\n  - { name: A, email: a@example.org, zone: Asia/Tokyo }\n  - { name: B, email: A@Example.org, zone: Asia/Tokyo }",
                9, "each mentor once"
            ),
            ("regions: [asia, asia]", 7, "different regions"),
            (
                "regions: [europe]\nmentors:\n  - { name: A, email: a@example.org, zone: Asia/Tokyo }", 9,
                "asia takes no part"
            ),
            ("cadence: weekly", 7, "every-region or one-region-a-week, found “weekly”"),
            ("announce-weeks: soon", 7, "whole number"),
            ("title: Twice", 2, "given twice"),
            ("freezes: {", 8, "YAML"),
            ("mentors:\n  - { name: \"A\\nB\", email: a@example.org, zone: Asia/Tokyo }", 8, "U+000A"),
        ])
    func complaints(addition: String, line: Int, words: String) throws {
        let error = try #require(throws: BadInput.self) { try read(Self.base + "\n" + addition, file: "nova.yaml") }
        #expect(error.file == "nova.yaml")
        #expect(error.line == line, "\(error)")
        #expect(error.description.contains(words), "\(error)")
    }

    @Test("a season begins on a Monday")
    func monday() throws {
        let text = Self.base.replacing("2027-01-04", with: "2027-01-05")
        let error = try #require(throws: BadInput.self) { try read(text) }
        #expect(
            error.description
                == "nova.yaml:5: the season starts on 2027-01-05, a Tue; expected a Monday, such as 2027-01-04")
    }

    @Test("nothing but UTF-8 of a bearable size is read")
    func bytes() throws {
        let reader = ProgramFileReader(zones: .shipped, recurrence: NoRecurrence())
        #expect(throws: BadInput.self) { try reader.read([0x70, 0xff, 0xfe], file: "x") }
        #expect(throws: BadInput.self) { try reader.read(Array(repeating: 0x20, count: 1 << 21), file: "x") }
        #expect(throws: BadInput.self) { try reader.read([], file: "x") }
    }

    @Test("a file that is printed back reads as the same program")
    func roundTrip() async throws {
        let document = try read(AppResources.exampleProgram)
        #expect(document.mentors.count >= 9)
        #expect(document.freezes.count == 2)
        #expect(try read(document.yaml()) == document)
    }

    @Test("what was exported changes nothing when applied")
    func export() async throws {
        let fixture = try await Fixture.with(AppResources.exampleProgram)
        let exported = try await fixture.office.document(of: "nova").yaml()
        #expect(try await fixture.apply(exported, prune: true) == [])
    }
}

private struct NoRecurrence: RecurrenceExpanding {
    func validated(rule: String) throws -> String { rule }
    func occurrences(of rule: String, from start: LocalDateTime, in days: DayRange) throws -> [LocalDateTime] { [] }
}
