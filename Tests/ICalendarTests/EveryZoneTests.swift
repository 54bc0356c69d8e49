import CivilTime
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

@testable import ICalendar

@Suite("every zone, every week of 2026 to 2036")
struct EveryZoneTests {
    /// 02:30 and 17:00 in every week, on all weekdays in turn; these eleven years have exactly 574 weeks.
    private static let times = (0..<574).flatMap { week in
        ["02:30", "17:00"].compactMap { time in
            LocalDateTime(iso: "\(LocalDate(epochDay: 20454 + week * 7 + week % 7))T\(time)")
        }
    }

    @Test("libical reads every event in every zone at the instant of the tz data")
    func everyZoneIsReadBack() async throws {
        let kinds = try Dictionary(grouping: Fixture.zones.names, by: Kind.init(of:))
        let mismatches = try await withThrowingTaskGroup(of: [String].self) { group in
            for names in kinds.values {
                let zone = try #require(names.first)
                group.addTask { try Self.mismatches(in: zone) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        for mismatch in mismatches { Issue.record("\(mismatch)") }
        let names = kinds.values.map(\.count).reduce(0, +)
        print(
            "every zone: \(names) names of \(kinds.count) kinds × \(Self.times.count / 2) weeks × 2 events,",
            "read by libical: \(kinds.count * Self.times.count * 2) instants compared, \(mismatches.count) mismatches")
        #expect(Self.times.first?.description == "2026-01-01T02:30:00")
        #expect(Self.times.last?.description == "2036-12-31T17:00:00")
        #expect(names > 590)
    }

    /// What a zone's events differ by: zones of one kind have the same feeds but for their names.
    ///
    /// A feed shows nothing else of a zone: neither what its clocks did before, nor what it is called.
    private struct Kind: Hashable {
        private let first: LocalTimeType
        private let transitions: [Transition]
        private let hasBlock: Bool

        init(of zone: TimeZoneID) throws {
            // A VTIMEZONE is made of the year before and the year after too.
            let start = try Fixture.instant("2024-12-01T00:00:00Z")
            let end = try Fixture.instant("2038-02-01T00:00:00Z")
            let rules = try Fixture.zones.rules(for: zone)
            first = rules.localTimeType(at: start)
            transitions = rules.transitions(from: start, to: end)
            let session = try Fixture.session(zone: zone.name)
            hasBlock = !Timetable([session], zones: Fixture.zones).blocks.isEmpty
        }
    }

    private static func mismatches(in zone: TimeZoneID) throws -> [String] {
        let rules = try Fixture.zones.rules(for: zone)
        var session = try Fixture.session(zone: zone.name, location: "")
        let sessions = times.map { local in
            session.uid = local.description
            session.localStart = local
            session.start = rules.resolve(local).instant
            return session
        }
        let bytes = try Fixture.encoder.feed(Fixture.feed(sessions))
        let read = Dictionary(grouping: LibicalReader.events(in: withStrangeNames(bytes)), by: \.uid)
        return sessions.compactMap { session in
            let expected = [LibicalReader.Event(uid: session.uid, start: session.start, end: session.end)]
            return read[session.uid] == expected ? nil : "\(zone), \(session.uid): read \(read[session.uid] ?? [])"
        } + (read.count == sessions.count ? [] : ["\(zone): \(read.count) events read of \(sessions.count)"])
    }

    /// Names that libical does not know, so that it has nothing but the VTIMEZONE to go by.
    private static func withStrangeNames(_ bytes: [UInt8]) -> [UInt8] {
        var text = String(decoding: bytes, as: UTF8.self)
        text = text.split(separator: "TZID=", omittingEmptySubsequences: false).joined(separator: "TZID=Strange/")
        text = text.split(separator: "TZID:", omittingEmptySubsequences: false).joined(separator: "TZID:Strange/")
        return Array(text.utf8)
    }
}
