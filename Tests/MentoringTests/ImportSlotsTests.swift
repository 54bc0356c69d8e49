import CivilTime
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import ProgramFile
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Importing slots")
struct ImportSlotsTests {
    private static let zoe = "zoe@example.org"

    private func calendar(_ lines: String) -> String { "BEGIN:VCALENDAR\n\(lines)\nEND:VCALENDAR\n" }

    private func weekly(_ start: String, _ more: String = "RRULE:FREQ=WEEKLY") -> String {
        "BEGIN:VEVENT\nSUMMARY:Dr. Canary\nATTENDEE:mailto:canary@example.org\nDTSTART;TZID=Europe/Berlin:\(start)\n"
            + "DURATION:PT1H\n\(more)\nEND:VEVENT"
    }

    private func take(_ lines: String, into fixture: Fixture, dryRun: Bool = false) async throws -> SlotImport {
        try await fixture.service.ask(
            ImportSlots(
                program: "nova", mentor: EmailAddress(Self.zoe), calendar: calendar(lines), dryRun: dryRun))
    }

    private func clear(_ lines: String, from fixture: Fixture, dryRun: Bool = false) async throws -> BusyImport {
        try await fixture.service.ask(
            ImportBusyTimes(
                program: "nova", mentor: EmailAddress(Self.zoe), calendar: calendar(lines), dryRun: dryRun))
    }

    private func slots(_ fixture: Fixture) async throws -> [SlotView] {
        try await fixture.service.ask(ListSlots(program: "nova", mentor: EmailAddress(Self.zoe)))
    }

    @Test("what is taken is published in the mentor's zone, and once")
    func taken() async throws {
        let fixture = try await Fixture.with(small())
        let lines = weekly("20270108T090000") + "\n" + weekly("20270107T100000", "") + "\n" + weekly("20270108T090000")
        let first = try await take(lines, into: fixture)
        #expect(first.taken.map(\.outcome) == [.added])
        #expect(first.taken.map(\.slot.summary) == ["Fri 09:00"])
        #expect(first.taken.map(\.line) == [2])
        #expect(first.left.map(\.line) == [9, 16])
        #expect(first.left.last?.reason == "it says the same as the one of line 2")
        let before = try await slots(fixture)
        #expect(before.map(\.summary) == ["Wed 17:00", "Fri 09:00"])
        let second = try await take(lines, into: fixture)
        #expect(second.taken.map(\.outcome) == [.known])
        #expect(try await slots(fixture) == before)
    }

    @Test("a new end or a new exception changes the slot that is there")
    func changed() async throws {
        let fixture = try await Fixture.with(small())
        _ = try await take(weekly("20270108T090000"), into: fixture)
        let changed = try await take(
            weekly("20270108T090000", "RRULE:FREQ=WEEKLY;UNTIL=20270122\nEXDATE:20270115T080000Z"), into: fixture)
        #expect(changed.taken.map(\.outcome) == [.changed])
        let slot = try #require(try await slots(fixture).last)
        #expect(slot.until == (try day("2027-01-22")))
        #expect(slot.except == [try day("2027-01-15")])
        #expect(try await slots(fixture).count == 2)
    }

    @Test(
        "where a rule's weeks begin is not its weekday: imported, listed, exported and applied again",
        arguments: [
            ("FREQ=WEEKLY;UNTIL=20270630T120000Z;INTERVAL=1;BYDAY=WE;WKST=SU", "Wed 14:00"),
            ("FREQ=WEEKLY;BYDAY=WE;WKST=SA", "Wed 14:00"), ("FREQ=WEEKLY;BYDAY=WE;WKST=MO", "Wed 14:00"),
            ("WKST=SU;FREQ=WEEKLY;INTERVAL=1;BYDAY=WE", "Wed 14:00"), ("freq=weekly;byday=we;wkst=su", "Wed 14:00"),
            ("FREQ=WEEKLY;WKST=SU", "Wed 14:00"),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;WKST=SU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;WKST=SU at 14:00"),
            ("FREQ=WEEKLY;INTERVAL=2;WKST=SA;BYDAY=SU,WE", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,SU;WKST=SA at 14:00"),
        ])
    func weekStart(rule: String, summary: String) async throws {
        let fixture = try await Fixture.with(small())
        let imported = try await take(weekly("20270106T140000", "RRULE:\(rule)"), into: fixture)
        #expect(imported.taken.map(\.slot.summary) == [summary])
        let listed = try await slots(fixture)
        #expect(listed.map(\.summary) == ["Wed 17:00", summary])
        let exported = try await fixture.service.ask(ExportProgram(program: "nova")).text
        #expect(exported.contains("every: \"Wed 14:00\"") == (summary == "Wed 14:00"))
        #expect(try await fixture.apply(exported, prune: true) == [])
        let elsewhere = try await Fixture.with(exported)
        #expect(try await slots(elsewhere).map(\.summary) == listed.map(\.summary))
    }

    @Test("a rehearsal says the same and changes nothing")
    func rehearsal() async throws {
        let fixture = try await Fixture.with(small())
        let before = try await slots(fixture)
        let rehearsed = try await take(weekly("20270108T090000"), into: fixture, dryRun: true)
        #expect(rehearsed.taken.map(\.outcome) == [.added])
        let cleared = try await clear(weekly("20270113T173000", ""), from: fixture, dryRun: true)
        #expect(cleared.cleared.count == 1)
        #expect(try await slots(fixture) == before)
    }

    @Test(
        "what speaks against its hours is said as by publishing, also in a rehearsal and once it is known",
        arguments: [
            (
                "20270110T023000",
                [
                    "all 21 dates: outside your own day (08:00 to 22:00)",
                    "2027-03-28: the clock skips 02:30 that day; it is taken as 03:30",
                ]
            ),
            ("20270110T213000", ["all 21 dates: outside your own day (08:00 to 22:00)"]),
            ("20270110T080000", []), ("20270110T210000", []),
        ])
    func hours(start: String, remarks: [String]) async throws {
        let fixture = try await Fixture.with(small(weeks: 21))
        for dryRun in [true, false, false] {
            let taken = try await take(weekly(start), into: fixture, dryRun: dryRun)
            #expect(taken.taken.map { Set($0.remarks ?? []) } == [Set(remarks)])
        }
    }

    @Test("an hour that comes twice is said of whichever season has it")
    func laterSeason() async throws {
        let later = small().replacing(
            "season: { start: 2027-01-04, weeks: 4 }",
            with: "seasons: [{ start: 2027-01-04, weeks: 4 }, { start: 2027-10-04, weeks: 8 }]")
        let fixture = try await Fixture.with(later)
        let taken = try await take(weekly("20270110T023000"), into: fixture)
        #expect(
            taken.taken.first?.remarks?.contains("2027-10-31: 02:30 comes twice that day; the first is meant") == true)
    }

    @Test("dates that a busy time overlaps are left out, those it only touches are not")
    func busy() async throws {
        let fixture = try await Fixture.with(small())
        // Zoe can lead on Wednesdays from 17:00 to 18:00.
        let lines = [
            weekly("20270106T180000", ""), weekly("20270113T175959", ""), weekly("20270120T160001", ""),
            weekly("20270127T160000", ""),
        ].joined(separator: "\n")
        let first = try await clear(lines, from: fixture)
        #expect(first.busyTimes == 4)
        #expect(
            first.cleared.map { "\($0.line) \($0.localStart)" } == ["9 2027-01-13T17:00:00", "16 2027-01-20T17:00:00"])
        #expect(try await slots(fixture).map(\.except.description) == ["[2027-01-13, 2027-01-20]"])
        let second = try await clear(lines, from: fixture)
        #expect(second.cleared == [])
        #expect(try await fixture.service.ask(ExportProgram(program: "nova")).text.contains("Canary") == false)
    }

    @Test("what was left out as busy stays so when the availability is imported again")
    func both() async throws {
        let fixture = try await Fixture.with(small())
        _ = try await take(weekly("20270108T090000"), into: fixture)
        _ = try await clear(weekly("20270115T093000", ""), from: fixture)
        let again = try await take(weekly("20270108T090000"), into: fixture)
        #expect(again.taken.map(\.outcome) == [.known])
        #expect(try await slots(fixture).last?.except == [try day("2027-01-15")])
    }

    @Test("a file that cannot be read changes nothing")
    func unreadable() async throws {
        let fixture = try await Fixture.with(small())
        let before = try await slots(fixture)
        let error = await #expect(throws: BadInput.self) {
            try await take(weekly("20270108T090000") + "\nEND:VEVENT", into: fixture)
        }
        #expect(error?.line == 9)
        #expect(try await slots(fixture) == before)
    }

    @Test("a calendar of everything is not taken for availability")
    func tooMany() async throws {
        let fixture = try await Fixture.with(small())
        let starts = (0...100).map { "20270108T\($0 / 60 + 19)\($0 % 60 < 10 ? "0" : "")\($0 % 60)00" }
        let error = await #expect(throws: BadInput.self) {
            try await take(starts.map { weekly($0) }.joined(separator: "\n"), into: fixture)
        }
        #expect(error?.message.hasPrefix("the calendar offers 101 slots, more than 100") == true)
        #expect(error?.line == 2 + 7 * 100)
        // One slot is theirs already.
        let fits = try await take(starts.dropLast(2).map { weekly($0) }.joined(separator: "\n"), into: fixture)
        #expect(fits.taken.count == 99)
    }

    @Test("only mentors of the program can import")
    func strangers() async throws {
        let fixture = try await Fixture.with(small())
        let error = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(
                ImportSlots(program: "nova", mentor: EmailAddress("eve@example.org"), calendar: calendar("")))
        }
        #expect(error?.reason == .notFound)
    }
}
