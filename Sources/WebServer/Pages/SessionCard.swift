import CivilTime
import Mentoring
import MentoringAPI
import Pictures
import TimeZoneCatalog
import Wording

/// A session on a page: its time in the zone asked for, or else the one in which it was agreed, and in UTC.
struct SessionCard: Encodable {
    let code: String
    let href: String
    let turn: String
    let status: String
    let statusInWords: String
    let start: String
    let end: String
    let date: String
    let time: String
    let zoneName: String
    let utc: String
    let countdown: String
    let hours: String?
    let hoursInWords: String?
    let isTentative: Bool
    let mentor: String
    let seats: String

    /// - Parameters:
    ///   - local: the session.
    ///   - program: the program it belongs to.
    ///   - zone: the zone asked for, on whose clock it then is.
    ///   - now: the moment.
    ///   - frame: the page.
    ///   - zones: the zones in force.
    /// - Throws: when a zone's rules cannot be read.
    init(
        _ local: LocalSession, of program: ProgramView, on zone: TimeZoneID?, at now: Instant, in frame: PageFrame,
        zones: TimeZoneCatalog
    ) throws {
        let session = local.session
        let utcStart = try zones.rules(for: .utc).local(at: session.start)
        code = session.code
        href = local.href(in: frame)
        turn = "\(program.regionTitles[session.region]), week \(session.week)"
        status = session.status.rawValue
        statusInWords = session.statusInWords
        start = session.start.rfc3339
        end = session.end.rfc3339
        date = local.start.date.inWords
        time = "\(local.start.time)–\(local.end)"
        zoneName = local.zone.name
        utc = "\(utcStart.time) UTC" + (utcStart.date == local.start.date ? "" : " on \(utcStart.date.weekday.name)")
        let words = Countdown.words(
            to: session.start, end: session.end, from: now, in: try zones.rules(for: local.zone))
        countdown = session.notHeld == true ? "over" : words
        hours = zone == nil ? nil : local.hours.rawValue
        hoursInWords = zone == nil ? nil : local.hours.inWords
        isTentative = session.isTentative
        mentor = session.mentor.name
        seats = session.seats
    }
}

extension LocalSession {
    /// The path of the session's page, with the visitor's zone.
    func href(in frame: PageFrame) -> String { "\(frame.root)/\(session.program)/\(session.code)\(frame.query)" }
}
