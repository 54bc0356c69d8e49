import CivilTime
import Mentoring
import TimeZoneCatalog

/// A session on a page: its time in the zone asked for, or else the mentor's, and in UTC.
struct SessionCard {
    let code: String
    let region: String
    let regionTitle: String
    let week: Int
    let tentative: Bool
    let start: String
    let date: String
    let time: String
    let zone: String
    let utc: String
    let hours: String?
    let hoursInWords: String?
    let mentor: String
    let seats: String

    init(_ session: SessionView, zones: TimeZoneCatalog) throws {
        let rules = try zones.rules(for: session.yours?.zone ?? session.zone)
        let local = rules.local(at: session.start)
        let utcStart = try zones.rules(for: .utc).local(at: session.start)
        code = session.code
        region = session.region.rawValue
        regionTitle = session.region.title
        week = session.week
        tentative = session.status == .tentative
        start = session.start.rfc3339
        date = local.date.inWords
        time = "\(local.time)–\(rules.local(at: session.end).time)"
        zone = rules.id.name
        utc = "\(utcStart.time) UTC" + (utcStart.date == local.date ? "" : " on \(utcStart.date.weekday.name)")
        hours = session.yours?.hours.rawValue
        hoursInWords = session.yours.map { Self.words($0.hours) }
        mentor = session.mentor.name
        let waiting = session.waitlisted == 0 ? "" : ", \(session.waitlisted) waiting"
        seats =
            session.enrolled < session.capacity
            ? "\(session.capacity - session.enrolled) of \(session.capacity) seats free\(waiting)" : "full\(waiting)"
    }

    private static func words(_ hours: Hours) -> String {
        switch hours {
        case .humane: "in your day"
        case .edge: "at the edge of your day"
        case .night: "in your night"
        }
    }
}
