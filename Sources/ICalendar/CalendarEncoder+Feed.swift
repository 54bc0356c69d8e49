public import CivilTime
import Mentoring

extension CalendarEncoder {
    /// The bytes of a feed: events by start, then code, with neither METHOD nor a UID of the calendar's own.
    ///
    /// - Throws: `BadInput` when the colour is not one of CSS3.
    public func feed(_ feed: CalendarFeed) throws -> [UInt8] {
        if let color = feed.color, !CSSColor.names.contains(color) {
            throw BadInput("“\(OneLine.shown(color))” is not a CSS3 colour name; expected one such as teal")
        }
        let shown = feed.events
            .filter { !$0.session.hasLeftFeeds(asOf: feed.asOf) }
            .sorted {
                ($0.session.start, $0.session.code, $0.session.uid) < (
                    $1.session.start, $1.session.code, $1.session.uid
                )
            }
        let timetable = Timetable(shown.map(\.session), zones: zones)
        let events = zip(shown, timetable.spans).map { event, span in
            Component.event(
                event.session, of: event.program, part: event.part, at: span, stamp: event.revised,
                revised: event.revised, sequence: event.session.sequence, status: event.status, zones: zones)
        }
        return try Libical.bytes(of: .calendar(feed.properties, timetable: timetable, events: events))
    }
}

extension CalendarFeed {
    /// The moment from which its bytes differ although nothing else changes; nil when that never happens.
    public var goodUntil: Instant? { events.compactMap(\.session.leavesFeeds).filter { $0 > asOf }.min() }
}

extension Session {
    /// How long a cancelled session stays in feeds, so that every subscriber's program sees that it was cancelled.
    private static let daysShownAfterCancellation: Int64 = 60

    fileprivate func hasLeftFeeds(asOf now: Instant) -> Bool {
        leavesFeeds.map { now >= $0 } ?? false
    }

    /// When a cancelled session is no longer shown.
    fileprivate var leavesFeeds: Instant? {
        guard status == .cancelled else { return nil }
        return revised.adding(seconds: Self.daysShownAfterCancellation * 86400 + 1)
    }
}

extension FeedEvent {
    /// Who waits for a seat has nothing certain yet.
    fileprivate var status: EventStatus {
        if case .waits = part, session.status == .announced { return .tentative }
        return EventStatus(session.status)
    }
}

extension CalendarFeed {
    /// How often programs are asked to look again; many take only the older X- property.
    private static let refreshInterval = "PT1H"

    fileprivate var properties: [Property] {
        [
            .text("NAME", name),
            .text("X-WR-CALNAME", name),
            .text("DESCRIPTION", description),
            .text("X-WR-CALDESC", description),
            .literal("REFRESH-INTERVAL", Self.refreshInterval),
            .literal("X-PUBLISHED-TTL", Self.refreshInterval),
            source.map { .uri("SOURCE", $0) },
            .uri("URL", url),
            color.map { .literal("COLOR", $0) },
        ].compactMap(\.self)
    }
}
