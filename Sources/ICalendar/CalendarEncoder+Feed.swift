import CivilTime
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
            .filter { session, _ in !session.hasLeftFeeds(asOf: feed.asOf) }
            .sorted { ($0.0.start, $0.0.code, $0.0.uid) < ($1.0.start, $1.0.code, $1.0.uid) }
        let timetable = Timetable(shown.map(\.0), zones: zones)
        let events = zip(shown, timetable.spans).map { event, span in
            let (session, program) = event
            return Component.event(
                session, of: program, at: span, stamp: session.revised, sequence: session.sequence,
                status: EventStatus(session.status), zones: zones)
        }
        return try Libical.bytes(of: .calendar(feed.properties, timetable: timetable, events: events))
    }
}

extension Session {
    /// How long a cancelled session stays in feeds, so that every subscriber's program sees that it was cancelled.
    private static let daysShownAfterCancellation: Int64 = 60

    fileprivate func hasLeftFeeds(asOf now: Instant) -> Bool {
        status == .cancelled && now.seconds(since: revised) > Self.daysShownAfterCancellation * 86400
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
