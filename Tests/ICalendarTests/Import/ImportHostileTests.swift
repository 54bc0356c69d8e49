import CivilTime
import Foundation
import Mentoring
import MentoringService
import Testing

@testable import ICalendar

@Suite("Importing from strangers")
struct ImportHostileTests {
    /// What the reader says of bytes, in either mode.
    private func refusal(of bytes: [UInt8]) throws -> BadInput {
        let reader = CalendarReader(zones: Fixture.zones)
        let terms = try ForeignCalendars().terms()
        let first = try #require(throws: BadInput.self) { try reader.offers(in: bytes, for: terms) }
        let second = try #require(throws: BadInput.self) { try reader.busyTimes(in: bytes, for: terms) }
        #expect(first == second)
        return first
    }

    @Test(
        "a file that is none is refused with the line",
        arguments: [
            ("", 1, "is empty; expected BEGIN:VCALENDAR"),
            ("\r\n\n", 1, "is empty; expected BEGIN:VCALENDAR"),
            ("program: nova\n", 1, "expected BEGIN:VCALENDAR; is this an iCalendar file?"),
            ("\nDTSTART:20270105T170000\n", 2, "expected BEGIN:VCALENDAR; is this an iCalendar file?"),
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\n", 1, "the VCALENDAR that begins here has no END"),
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\n\nEND:VCALENDAR\n", 4, "END:VCALENDAR where the VEVENT of line 2 is open"),
            ("BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR\n", 3, "END:VCALENDAR closes nothing"),
            ("BEGIN:VCALENDAR\nSUMMARY:a\n b\0\nEND:VCALENDAR\n", 2, "this line holds a NUL byte: no calendar"),
            ("BEGIN:VCALENDAR\rBEGIN:VEVENT\rEND:VEVENT\rEND:VCALENDAR\r", 1, "expected BEGIN:VCALENDAR"),
        ])
    func refused(text: String, line: Int, words: String) throws {
        let error = try refusal(of: Array(text.utf8))
        #expect(error.line == line)
        #expect(error.message.hasPrefix(words), "\(error)")
    }

    @Test("a title that is not UTF-8 is no harm, a time is none then, and a file that begins otherwise is refused")
    func encoding() throws {
        let start = Array("BEGIN:VCALENDAR\r\nSUMMARY:Zo".utf8)
        let end = Array("\r\nEND:VCALENDAR\r\n".utf8)
        let error = try refusal(of: [0xEB] + start + end)
        #expect(error.description == "1: this line is not UTF-8; save the calendar in that encoding")
        for (line, broken) in [("SUMMARY:Zo", nil), ("DTSTART:2027", 2), ("DTSTART;TZID=B", 2)] as [(String, Int?)] {
            let more = line.contains("TZID") ? Array("ro:20270105T170000".utf8) : []
            let file = Array("BEGIN:VCALENDAR\r\n\(line)".utf8) + [0xEB] + more + end
            #expect(try ForeignComponent.read(file).map(\.brokenLine) == [broken], "\(line)")
        }
        let folded = [0xEF, 0xBB, 0xBF] + start + [0xC3] + Array("\r\n ".utf8) + [0xAB] + end
        #expect(try ForeignComponent.read(folded).map(\.name) == ["VCALENDAR"])
    }

    @Test("limits are counted before anything is built")
    func limits() throws {
        let nested = Array(String(repeating: "BEGIN:VEVENT\n", count: 1 << 20 / 13).utf8)
        #expect(try refusal(of: nested).description == "17: components lie deeper than 16 within each other")
        let many = ForeignCalendars.calendar(
            Array(repeating: "BEGIN:VEVENT\nEND:VEVENT", count: 10_000).joined(separator: "\n"))
        let error = try refusal(of: many)
        #expect(error.line == 20_000)
        #expect(error.message.hasPrefix("the calendar has more than 10000 components"))
        let long = Array("BEGIN:VCALENDAR\nSUMMARY:".utf8) + Array(repeating: 0x41, count: 50_000_000)
        #expect(try refusal(of: long).message.hasPrefix("has more than 1048576 bytes"))
        let full = ForeignCalendars.calendar("X-A:" + String(repeating: "a", count: (1 << 20) - 38))
        #expect(full.count == 1 << 20)
        #expect(try ForeignComponent.read(full).count == 1)
        #expect(try refusal(of: full + [0x0A]).message.hasPrefix("has more than 1048576 bytes"))
    }

    @Test(
        "a rule that asks for too much is refused by name before it is followed",
        arguments: [
            "FREQ=WEEKLY;COUNT=1000000000", "FREQ=DAILY;INTERVAL=1;COUNT=1000000000",
            "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1;COUNT=1000000000",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=2;BYDAY=TU;COUNT=99999",
        ])
    func bombs(rule: String) throws {
        let part = ForeignCalendars.tuesday(start: "DTSTART:20270202T170000", rule: "RRULE:" + rule)
            .replacing("VEVENT", with: "AVAILABLE")
        let lines = "BEGIN:VAVAILABILITY\n\(part)\nEND:VAVAILABILITY"
        var reading = CalendarReader(zones: Fixture.zones).reading(for: try ForeignCalendars().terms())
        let error = try #require(throws: BadInput.self) {
            try reading.offers(in: ForeignComponent.read(ForeignCalendars.calendar(lines)))
        }
        #expect(error.line == 3)
        #expect(error.message.contains("more than 250000 candidates"))
        #expect(error.message.contains("“\(rule)”"))
        #expect(reading.budget.used <= 250_000)
    }

    @Test("the rules of a file share one budget")
    func budget() throws {
        let hours = (0...23).map(String.init).joined(separator: ",")
        let minutes = (0...59).map(String.init).joined(separator: ",")
        let rule = "RRULE:FREQ=DAILY;BYHOUR=\(hours);BYMINUTE=\(minutes)"
        func calendar(_ count: Int) -> [UInt8] {
            ForeignCalendars.calendar(
                Array(repeating: ForeignCalendars.tuesday(start: "DTSTART:20270601T170000", rule: rule), count: count)
                    .joined(separator: "\n"))
        }
        var reading = CalendarReader(zones: Fixture.zones).reading(for: try ForeignCalendars().terms())
        let findings = try reading.busyTimes(in: ForeignComponent.read(calendar(3)))
        // Every minute of 34 days is one long time.
        #expect(findings.found.count == 3)
        #expect((3 * 33 * 1440...250_000).contains(reading.budget.used))
        let reader = CalendarReader(zones: Fixture.zones)
        let error = try #require(throws: BadInput.self) {
            try reader.busyTimes(in: calendar(10), for: ForeignCalendars().terms())
        }
        #expect(error.message.hasPrefix("the rules up to “FREQ=DAILY;BYHOUR=0,1,2"))
        #expect(error.line ?? 0 > 2)
    }

    @Test("many entries that concern each other cost no more than others")
    func quadratic() throws {
        let changes = (0..<4000).map { number in
            let change = number.isMultiple(of: 2) ? "RECURRENCE-ID:20270112T160000Z\n" : "RRULE:FREQ=WEEKLY;COUNT=1\n"
            return
                "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Mine/\(number):20270105T170000\nDURATION:PT1H\n\(change)END:VEVENT"
        }
        let availabilities = Array(repeating: "BEGIN:VAVAILABILITY\nPRIORITY:1\nEND:VAVAILABILITY", count: 4000)
        let exceptions = "EXDATE:" + Array(repeating: "20270105T160000Z", count: 20_000).joined(separator: ",")
        let lines = (changes + availabilities + [ForeignCalendars.tuesday(exceptions)]).joined(separator: "\n")
        let findings = try ForeignCalendars().offers(lines)
        #expect(findings.found.map(\.pattern.except.description) == ["[2027-01-05]"])
        #expect(findings.left.count == 4000 + 3900)
        #expect(findings.left.contains { $0.reason == "the file has more than 100 of them" })
    }

    @Test(
        "other programs' files are read, or refused with a line, within the budget",
        .enabled(if: !ForeignCalendars.corpora.isEmpty, "the folder ../shared/corpora is not there"),
        arguments: ForeignCalendars.corpora)
    func corpora(file: URL) throws {
        try read(Array(Data(contentsOf: file)))
    }

    @Test(
        "no damage to a file makes the reader trap",
        .enabled(if: !ForeignCalendars.corpora.isEmpty, "the folder ../shared/corpora is not there"),
        arguments: 0..<4)
    func damage(seed: Int) throws {
        var chance = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<250 {
            guard let file = ForeignCalendars.corpora.randomElement(using: &chance) else { return }
            var bytes = Array(try Data(contentsOf: file).prefix(8192))
            for _ in 0..<Int.random(in: 1...8, using: &chance) where !bytes.isEmpty {
                let position = Int.random(in: bytes.indices, using: &chance)
                switch Int.random(in: 0..<4, using: &chance) {
                case 0: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
                case 1: bytes[position] = "0:;=,/\r\n \"\0-TZP".utf8.randomElement(using: &chance) ?? 0
                case 2: bytes.remove(at: position)
                default: bytes.insert(contentsOf: bytes[position...].prefix(40), at: position)
                }
            }
            try read(bytes)
        }
    }

    /// Reads in both modes, in a season in which many of the files lie.
    private func read(_ bytes: [UInt8]) throws {
        for season in ["2027-01-04..2027-07-04", "2011-01-03..2012-12-30"] {
            let terms = try ForeignCalendars(zone: "America/New_York", season: season).terms()
            var (offers, busy) = (
                CalendarReader(zones: Fixture.zones).reading(for: terms),
                CalendarReader(zones: Fixture.zones).reading(for: terms)
            )
            do {
                let roots = try ForeignComponent.read(bytes)
                _ = try offers.offers(in: roots)
                _ = try busy.busyTimes(in: roots)
            } catch let error as BadInput {
                #expect(error.line != nil, "\(error)")
            }
            #expect(max(offers.budget.used, busy.budget.used) <= 250_000)
        }
    }
}
