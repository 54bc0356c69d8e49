import CivilTime
import Foundation
import ICalendar
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

/// Calendars of other programs, read for a mentor in a zone and the season 2027.
struct ForeignCalendars {
    var zone = "Europe/Berlin"
    var season = "2027-01-04..2027-07-04"
    var owner: String?

    func terms() throws -> CalendarTerms {
        CalendarTerms(
            season: try DayRange(season), zone: try Fixture.zones.zone(named: zone), minutes: 60,
            people: Set(try [owner].compactMap(\.self).map { try EmailAddress($0) }))
    }

    /// What the lines, within a VCALENDAR, say of its owner's time.
    func findings(_ lines: String) throws -> BusyFindings {
        try CalendarReader(zones: Fixture.zones).busyTimes(in: Self.calendar(lines), for: terms())
    }

    /// What the large reader finds in bytes that come in pieces of that size.
    func large(_ bytes: [UInt8], pieces: Int) throws -> BusyFindings {
        var reader = try CalendarReader(zones: Fixture.zones).busyTimesReader(for: terms())
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            try reader.take(Array(bytes[start..<min(start + pieces, bytes.count)]))
        }
        return try reader.findings()
    }

    /// What the lines, within a VCALENDAR, offer.
    func offers(_ lines: String) throws -> CalendarFindings<OfferedTime> {
        try CalendarReader(zones: Fixture.zones).offers(in: Self.calendar(lines), for: terms())
    }

    /// Starts and ends of the busy times in the lines, within a VCALENDAR, ascending, on the wall of the mentor.
    func busy(_ lines: String) throws -> [String] {
        let found = try findings(lines).found
        let rules = try Fixture.zones.rules(named: zone)
        return found.sorted { $0.time.lowerBound < $1.time.lowerBound }.map {
            "\(rules.local(at: $0.time.lowerBound))/\(rules.local(at: $0.time.upperBound))"
        }
    }

    static func calendar(_ lines: String) -> [UInt8] {
        Array("BEGIN:VCALENDAR\n\(lines)\nEND:VCALENDAR\n".replacing("\n", with: "\r\n").utf8)
    }

    /// A VEVENT of an hour on Tuesday 2027-01-05 at 17:00 in Berlin; its BEGIN is in line 2 of the calendar.
    static func tuesday(
        _ more: String = "", start: String = "DTSTART;TZID=Europe/Berlin:20270105T170000",
        end: String = "DURATION:PT1H", rule: String = "RRULE:FREQ=WEEKLY"
    ) -> String {
        (["BEGIN:VEVENT", "UID:a", start, end, rule, more].filter { !$0.isEmpty } + ["END:VEVENT"])
            .joined(separator: "\n")
    }

    /// Odd and real files that are not part of the project; none where only the project is.
    static let corpora: [URL] = {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.deletingLastPathComponent().appending(path: "shared/corpora")
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".ics") }.sorted().map { folder.appending(path: $0) }
    }()
}

extension SlotPattern {
    /// Rule, time, first and last day, and the days left out, on one line.
    var line: String {
        ([rule, "\(at)", from.map { "\($0)" } ?? "-", until.map { "\($0)" } ?? "-"] + except.map { "-\($0)" })
            .joined(separator: " ")
    }
}
