import AppResources
import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import ProgramFile
import TestSupport
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

    @Test("a byte order mark before the first key is none of the text, and moves no line")
    func byteOrderMark() throws {
        #expect(try read("\u{FEFF}" + Self.base).program == read(Self.base).program)
        let complaint = #expect(throws: BadInput.self) { try read("\u{FEFF}" + Self.base + "\ncolour: blue") }
        #expect(complaint?.line == 7)
    }

    @Test(
        "what is wrong is named with its line and what was expected",
        arguments: [
            ("colour: blue", 7, "unknown key “colour”"),
            ("admins: [a@example.org]", 7, "unknown key “admins”; did you mean organizers?"),
            (
                "mentors: [{ name: A, email: a@example.org, timezone: Asia/Tokyo }]", 7,
                "unknown key “timezone” in mentors[1]; did you mean zone?"
            ),
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
                12, "there is no 25:00"
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
            ("duties:\n  - { name: asia, title: A }", 8, "it is a region's"),
            ("duties:\n  - { name: bug-triage, title: A }", 8, "not a duty's name"),
            ("duties:\n  - { name: a, title: A }\n  - { name: a, title: B }", 9, "each duty once"),
            ("duties:\n  - { name: a, title: A, volunteers: [a@example.org] }", 8, "a mentor of this file"),
            (
                "duties:\n  - { name: a, title: A, volunteers: [{ name: B, email: b@example.org, zone: Mars }] }", 8,
                "Mars"
            ),
            ("regions: [asia, asia]", 7, "different regions"),
            ("bots: [meetbot, MeetBot]", 7, "different nicknames"),
            ("bots: [zuul, \"\"]", 7, "is not a nickname"),
            (
                "regions: [europe]\nmentors:\n  - { name: A, email: a@example.org, zone: Asia/Tokyo }", 9,
                "asia takes no part"
            ),
            ("cadence: weekly", 7, "every-region or one-region-a-week, found “weekly”"),
            ("announce-weeks: soon", 7, "whole number"),
            ("areas: [Scheduler]", 7, "“Scheduler” is not an area"),
            ("areas: [api, api]", 7, "different areas"),
            ("reviews: { hosts: [\"https://review.example.org\"] }", 7, "without https://"),
            ("reviews: { hosts: [127.0.0.1] }", 7, "not the name of a server"),
            ("reviews: { hosts: [localhost] }", 7, "not the name of a server"),
            ("reviews: { pick-days: 29 }", 7, "from 1 to 28, found “29”"),
            ("reviews: { days: 4 }", 7, "unknown key “days”"),
            (
                "areas: [scheduler]\nmentors:\n  - { name: A, email: a@example.org, zone: Asia/Tokyo, knows: [schedule] }",
                9,
                "did you mean scheduler?"
            ),
            (
                "mentors:\n  - { name: A, email: a@example.org, zone: Asia/Tokyo, knows: [api] }", 8,
                "the program names none"
            ),
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
                == "nova.yaml:5: the season starts on 2027-01-05, a Tuesday; expected a Monday, such as 2027-01-04")
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
        #expect(document.program.areas.first == "scheduler")
        #expect(document.program.reviews == ReviewTerms(hosts: ["review.opendev.org", "github.com"], pickDays: 4))
        #expect(document.program.bots.map { "\($0)" } == ["meetbot", "opendevreview"])
        #expect(document.mentors[0].knows == ["scheduler", "placement"])
        #expect(try read(document.yaml()) == document)
    }

    @Test("a slot may name its zone twice, also by its older name, and no other one")
    func zoneTwice() throws {
        func slot(_ every: String, _ zone: String) throws -> ProgramDocument {
            try read(
                Self.base + "\nmentors: [{ name: A, email: a@example.org, zone: Asia/Tokyo, "
                    + "slots: [{ every: \"\(every)\", zone: \(zone) }] }]")
        }
        #expect(try slot("Tue 17:00 Europe/Kiev", "Europe/Kyiv").mentors[0].slots[0].zone?.name == "Europe/Kyiv")
        let error = #expect(throws: BadInput.self) { try slot("Tue 17:00 Europe/Kiev", "Europe/Berlin") }
        #expect(error?.message.contains("no other zone than Europe/Kiev") == true)
    }

    @Test("an area that looks like a number is printed so that it reads back")
    func numbers() throws {
        let document = try read(Self.base + "\nareas: [\"1e3\", \"007\", \"null\"]")
        #expect(try read(document.yaml()) == document)
    }

    @Test("what was exported changes nothing when applied")
    func export() async throws {
        let fixture = try await Fixture.with(AppResources.exampleProgram)
        let exported = try await fixture.service.ask(ExportProgram(program: "nova")).text
        #expect(try await fixture.apply(exported, prune: true) == [])
    }
}

private struct NoRecurrence: RecurrenceExpanding {
    func validated(rule: String) throws -> String { rule }
    func occurrences(of rule: String, from start: LocalDateTime, in days: DayRange) throws -> [LocalDateTime] { [] }
}
