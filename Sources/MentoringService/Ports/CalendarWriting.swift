public import Mentoring
public import MentoringAPI

/// Writes calendars for people to keep; `ICalendar` does it.
public protocol CalendarWriting: Sendable {
    /// A public feed, as the server would send it.
    func calendar(of feed: PublicFeed, addresses: FeedAddresses) throws -> [UInt8]
    /// The current invitation of somebody to a session (RFC 5546).
    func calendar(of shown: InvitationShown, addresses: FeedAddresses) throws -> [UInt8]
}
