import CivilTime
import Mentoring
import MentoringService
import TimeZoneCatalog

/// How the sessions of one file are written in time: the VTIMEZONE of each zone used, and which events go by UTC instead.
struct Timetable: Hashable, Sendable {
    /// When an event begins and ends, as written.
    struct Span: Hashable, Sendable {
        let start: EventTime
        let end: EventTime
    }

    /// The blocks that are used, by zone.
    let blocks: [TimeZoneBlock]
    /// What is written for each session, in the order of the sessions.
    let spans: [Span]

    /// One file has one block for a zone: the zone's latest session chooses it, and a session that needs another is
    /// written in UTC.
    init(_ sessions: [Session], zones: TimeZoneCatalog) {
        let times = sessions.map { SessionTime(of: $0, zones: zones) }
        var almanac = Almanac()
        let wanted = times.map { almanac.block(for: $0) }
        var chosen: [TimeZoneID: TimeZoneBlock] = [:]
        for (_, block) in zip(times, wanted).sorted(by: { $0.0.start < $1.0.start }) {
            if let block { chosen[block.zone] = block }
        }
        blocks = chosen.values.sorted { $0.zone < $1.zone }
        spans = zip(times, wanted).map { time, block in
            guard let rules = time.rules, let block, chosen[block.zone] == block else {
                return Span(start: .utc(time.start), end: .utc(time.end))
            }
            return Span(
                start: .local(rules.local(at: time.start), rules.id), end: .local(rules.local(at: time.end), rules.id))
        }
    }
}

/// The blocks found so far, by zone and year: a season's sessions need few.
private struct Almanac {
    private struct Page: Hashable {
        var zone: TimeZoneID
        var year: Int
    }

    private var blocks: [Page: TimeZoneBlock?] = [:]

    /// The VTIMEZONE by which a session can be written on the wall clock; nil when none would be exact.
    mutating func block(for time: SessionTime) -> TimeZoneBlock? {
        guard let rules = time.rules, time.isShownOnce(by: rules) else { return nil }
        let page = Page(zone: rules.id, year: rules.local(at: time.start).date.year)
        if let known = blocks[page] { return known }
        let block = TimeZoneBlock(of: rules, around: page.year)
        blocks[page] = .some(block)
        return block
    }
}
