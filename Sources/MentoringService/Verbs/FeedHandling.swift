import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension ShowFeedAddress: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> FeedLink {
        _ = try await desk.office.publicFeed(of: program, region: region)
        return FeedLink(url: desk.addresses.feed(of: program, region: region))
    }
}

extension ShowFeed: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> CalendarText {
        let feed = try await desk.office.publicFeed(of: program, region: region)
        return CalendarText(try desk.writer.calendar(of: feed, addresses: desk.addresses))
    }
}

extension ShowPersonalFeed: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> FeedLink {
        try await desk.office.personalFeedAddress(of: desk.caller.person(), addresses: desk.addresses)
    }
}

extension RotateFeed: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> FeedLink {
        try await desk.office.rotatePersonalFeed(of: desk.caller.person(), addresses: desk.addresses)
    }
}
