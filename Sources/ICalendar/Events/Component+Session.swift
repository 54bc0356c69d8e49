import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

extension Component {
    /// The VEVENT of a session without the properties that depend on its reader.
    ///
    /// `part` is what it is to the owner of a feed; `span` its time as the file's timetable writes it, `stamp` the DTSTAMP
    /// and `revised` LAST-MODIFIED; a nil `status` writes no STATUS. Its URL is its page, where `addresses` are known, else where it is
    /// held, if that is one.
    static func event(
        _ session: Session, of program: Program, part: PersonalFeed.Part? = nil, at span: Timetable.Span,
        stamp: Instant, revised: Instant, sequence: Int, status: EventStatus?, at addresses: FeedAddresses?,
        zones: TimeZoneCatalog
    ) -> Component {
        let time = SessionTime(of: session, zones: zones)
        let text = EventText(
            session, of: program, part: part, at: time.rules?.local(at: time.start) ?? session.localStart)
        var properties: [Property] = [
            .text("UID", session.uid),
            .literal("DTSTAMP", stamp.basicUTC),
            .literal("LAST-MODIFIED", revised.basicUTC),
            .literal("SEQUENCE", String(sequence)),
        ]
        if let status { properties.append(.literal("STATUS", status.rawValue)) }
        properties += [
            span.start.property("DTSTART"),
            span.end.property("DTEND"),
            .text("SUMMARY", text.summary),
            .text("DESCRIPTION", text.description),
        ]
        if !session.location.isEmpty { properties.append(.text("LOCATION", session.location)) }
        if let addresses, addresses.isKnown {
            properties.append(.uri("URL", addresses.page(of: session.code)))
        } else if session.location.isURL {
            properties.append(.uri("URL", session.location))
        }
        return Component(kind: .event, properties: properties)
    }

    /// A VCALENDAR of its own properties, the blocks and the events, in that order.
    static func calendar(_ properties: [Property], timetable: Timetable, events: [Component]) -> Component {
        let common: [Property] = [
            .text("VERSION", "2.0"), .text("PRODID", "-//Meridian//Meridian//EN"), .text("CALSCALE", "GREGORIAN"),
        ]
        return Component(
            kind: .calendar, properties: common + properties, children: timetable.blocks.map(\.component) + events)
    }
}

/// STATUS of a VEVENT (RFC 5545 §3.8.1.11).
enum EventStatus: String, Sendable {
    case tentative = "TENTATIVE"
    case confirmed = "CONFIRMED"
    case cancelled = "CANCELLED"

    init(_ status: Session.Status) {
        switch status {
        case .tentative: self = .tentative
        case .announced, .held: self = .confirmed
        case .cancelled: self = .cancelled
        }
    }
}
