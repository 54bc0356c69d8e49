public import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension CalendarFeed {
    /// The calendar that a program, or one region of it, shows to everybody.
    public init(_ feed: PublicFeed, addresses: FeedAddresses) {
        let title = feed.program.title + (feed.region.map { " · \(feed.program.regionTitles[$0])" } ?? "")
        self.init(
            name: title, description: "The sessions of \(title). Near changes come by mail first.",
            url: addresses.isKnown ? addresses.page(of: feed.program.name) : nil,
            source: addresses.isKnown ? addresses.feed(of: feed.program.name, region: feed.region) : nil, color: "teal",
            events: feed.sessions.map { FeedEvent($0, of: feed.program) }, duties: feed.duties,
            addresses: addresses, asOf: feed.asOf)
    }

    /// The calendar of one person: what they lead, attend and wait for.
    ///
    /// It does not name its own address, which is a secret.
    public init(_ feed: PersonalFeed, addresses: FeedAddresses) {
        self.init(
            name: "\(feed.person.name) · reviewer training",
            description: "What \(feed.person.name) leads, attends and waits for. Near changes come by mail first.",
            url: addresses.isKnown ? addresses.base + "/" : nil, color: "teal",
            events: feed.entries.map { FeedEvent($0) }, duties: feed.duties,
            addresses: addresses, asOf: feed.asOf)
    }
}
