public import Mentoring
public import MentoringAPI
public import MentoringService

extension CalendarEncoder: CalendarWriting {
    public func calendar(of feed: PublicFeed, addresses: FeedAddresses) throws -> [UInt8] {
        try self.feed(CalendarFeed(feed, addresses: addresses))
    }

    public func calendar(of shown: InvitationShown, addresses: FeedAddresses) throws -> [UInt8] {
        try message(for: shown.invitation, to: shown.session, of: shown.program, at: addresses)
    }
}
