import CivilTime
import ICalendar
import Mentoring
import Testing
import TimeZoneCatalog

@Suite("every zone")
struct EveryZoneTests {
    /// The zones, less those that are another's old name, by the first part of their names, so that several run at once.
    private static let areas = Dictionary(
        grouping: Fixture.zones.names.filter { Fixture.zones.canonical($0) == $0 },
        by: { String($0.name.prefix { $0 != "/" }) })

    @Test(
        "libical reads each event of 2026 to 2030 in each zone at the instant of the tz data",
        arguments: areas.keys.sorted())
    func everyZoneIsReadBack(area: String) throws {
        let zones = try #require(Self.areas[area])
        var events = 0
        var local = 0
        for zone in zones {
            let sessions = try Self.sessions(in: zone)
            let expected = try sessions.map { session in
                let start = try Fixture.zones.rules(for: zone).resolve(session.localStart).instant
                return LibicalReader.Event(uid: session.uid, start: start, end: start.adding(seconds: 3600))
            }.sorted { $0.start < $1.start }
            let bytes = try Fixture.encoder.feed(Fixture.feed(sessions))
            let read = LibicalReader.events(in: Self.withStrangeNames(bytes))
            #expect(read.count == expected.count, "\(zone)")
            for (read, expected) in zip(read, expected) where read != expected {
                Issue.record("\(zone): read \(read), expected \(expected)")
            }
            events += expected.count
            local += String(decoding: bytes, as: UTF8.self).split(separator: "DTSTART;TZID=").count - 1
        }
        print("\(area): \(zones.count) zones, \(events) events, \(local) of them on the wall clock")
    }

    /// Names that libical does not know, so that it has nothing but the VTIMEZONE to go by.
    private static func withStrangeNames(_ bytes: [UInt8]) -> [UInt8] {
        var text = String(decoding: bytes, as: UTF8.self)
        text = text.split(separator: "TZID=", omittingEmptySubsequences: false).joined(separator: "TZID=Strange/")
        text = text.split(separator: "TZID:", omittingEmptySubsequences: false).joined(separator: "TZID:Strange/")
        return Array(text.utf8)
    }

    /// Every second week at 02:30 and 17:00, on all weekdays in turn.
    private static func sessions(in zone: TimeZoneID) throws -> [Session] {
        let first = try Fixture.date("2026-01-05")
        return try (0..<130).flatMap { number in
            try ["02:30", "17:00"].map { time in
                let day = first.adding(days: number * 14 + number % 7)
                var session = try Fixture.session(week: number + 1, zone: zone.name, at: "\(day)T\(time)")
                session.uid = "\(number)-\(time)"
                return session
            }
        }
    }
}
