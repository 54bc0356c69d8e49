public import CivilTime
import Mentoring
import MentoringAPI

extension CalendarEncoder {
    /// The bytes of a feed: sessions by start, then code, and weeks of duties after them, with neither METHOD nor a UID of the calendar's own.
    ///
    /// - Throws: `BadInput` when the colour is not one of CSS3.
    public func feed(_ feed: CalendarFeed) throws -> [UInt8] {
        if let color = feed.color, !CSSColor.names.contains(color) {
            throw BadInput("“\(OneLine.shown(color))” is not a CSS3 colour name; expected one such as teal")
        }
        let shown = feed.standingEvents
            .filter { !feed.isGone($0.session.status, revised: $0.session.revised) }
            .sorted {
                ($0.session.start, $0.session.code, $0.session.uid) < (
                    $1.session.start, $1.session.code, $1.session.uid
                )
            }
        let timetable = Timetable(shown.map(\.session), zones: zones)
        let events = zip(shown, timetable.spans).map { event, span in
            Component.event(
                event.session, of: event.program, part: event.part, at: span, stamp: event.revised,
                revised: event.revised, sequence: event.session.sequence, status: event.status,
                at: feed.addresses, zones: zones)
        }
        let duties = feed.standingDuties
            .filter { !feed.isGone($0.turn.status, revised: $0.turn.revised) }
            .sorted { ($0.turn.monday, $0.turn.code, $0.turn.uid) < ($1.turn.monday, $1.turn.code, $1.turn.uid) }
            .map {
                Component.event(
                    $0.turn, of: $0.duty, in: $0.program, isOwn: $0.isOwn, status: EventStatus($0.turn.status))
            }
        return try Libical.bytes(of: .calendar(feed.properties, timetable: timetable, events: events + duties))
    }
}

extension CalendarFeed {
    /// The moment from which its bytes differ although nothing else changes; nil when that never happens.
    public var goodUntil: Instant? {
        let sessions = standingEvents.map(\.session)
        let turns = standingDuties.map(\.turn)
        let leaving =
            sessions.map { leavesFeeds($0.status, revised: $0.revised) }
            + turns.map { leavesFeeds($0.status, revised: $0.revised) }
        // What is still tentative then is off.
        let missed =
            sessions.filter { $0.status == .tentative }.map(\.start)
            + turns.filter { $0.status == .tentative }.map(\.sunday.end)
        return (leaving.compactMap(\.self) + missed).filter { $0 > asOf }.min()
    }

    /// Whether something is no longer shown.
    fileprivate func isGone(_ status: Session.Status, revised: Instant) -> Bool {
        leavesFeeds(status, revised: revised).map { asOf >= $0 } ?? false
    }

    /// When something cancelled is no longer shown: late enough that every subscriber's program sees that it was cancelled.
    private func leavesFeeds(_ status: Session.Status, revised: Instant) -> Instant? {
        guard status == .cancelled else { return nil }
        return revised.adding(seconds: Self.daysShownAfterCancellation * 86400 + 1)
    }

    private static let daysShownAfterCancellation: Int64 = 60
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
            url.map { .uri("URL", $0) },
            color.map { .literal("COLOR", $0) },
        ].compactMap(\.self)
    }
}
