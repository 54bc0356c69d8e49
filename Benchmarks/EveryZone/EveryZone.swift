import CivilTime
import Glibc
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog

/// Prints a feed for each zone name of the shipped tz data, one after the other: an event at 02:30 and at 17:00 on the
/// zone's wall clock in every week from 2026 to 2036, on all weekdays in turn.
///
/// NAME is the zone's name, and an event's UID the wall-clock time that it must be read at.
@main
struct EveryZone {
    private static let zones = TimeZoneCatalog.shipped
    private static let encoder = CalendarEncoder(zones: zones)

    static func main() throws {
        let times = localTimes()
        for zone in zones.names {
            let program = try program(named: zone.name)
            let mentor = try mentor(in: zone)
            let rules = try zones.rules(for: zone)
            let events = times.enumerated().map { number, local in
                (session(number, at: local, of: program, in: zone, by: rules, mentor: mentor), program)
            }
            let feed = CalendarFeed(
                name: zone.name, description: "", url: "https://meridian.example", source: nil, color: nil,
                events: events.map { FeedEvent($0, of: $1) }, asOf: Instant(secondsSinceEpoch: 0))
            try write(encoder.feed(feed)[...])
        }
    }

    private static func write(_ bytes: ArraySlice<UInt8>) throws {
        var rest = bytes
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            guard written > 0 else { throw BadInput("cannot write: \(String(cString: strerror(errno)))") }
            rest = rest.dropFirst(written)
        }
    }

    /// These eleven years have exactly 574 weeks.
    private static func localTimes() -> [LocalDateTime] {
        guard let first = LocalDate(iso: "2026-01-01") else { return [] }
        let times = [(2, 30), (17, 0)].compactMap { LocalTime(hour: $0, minute: $1) }
        return (0..<574).flatMap { week in
            times.map { LocalDateTime(date: first.adding(days: week * 7 + week % 7), time: $0) }
        }
    }

    private static func program(named title: String) throws -> Program {
        Program(
            name: "zones", title: title, contact: try EmailAddress("zones@example.org"), location: "",
            season: try Season(start: LocalDate(epochDay: 20458), weeks: 52), cadence: .everyRegion, minutes: 60,
            capacity: 8, regions: Region.allCases, announceWeeks: 4)
    }

    private static func mentor(in zone: TimeZoneID) throws -> Person {
        Person(id: Identifier(1), name: "Mentor", email: try EmailAddress("mentor@example.org"), zone: zone)
    }

    private static func session(
        _ number: Int, at local: LocalDateTime, of program: Program, in zone: TimeZoneID, by rules: ZoneRules,
        mentor: Person
    ) -> Session {
        Session(
            id: Identifier(Int64(number)),
            code: SessionCode(
                program: program.name, season: program.season.name, week: number + 1, region: .europe),
            season: program.season.start, uid: local.description, status: .announced, mentor: mentor, slot: nil,
            zone: zone, localStart: local, start: rules.resolve(local).instant, minutes: program.minutes,
            capacity: program.capacity, location: program.location, sequence: 0,
            revised: Instant(secondsSinceEpoch: 0), cancellation: nil)
    }
}
