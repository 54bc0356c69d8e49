public import Mentoring
import TimeZoneCatalog

extension CalendarFeed {
    /// The calendar that a program, or one region of it, shows to everybody.
    public init(_ feed: PublicFeed, addresses: FeedAddresses) {
        let title = feed.program.title + (feed.region.map { " · \($0.title)" } ?? "")
        self.init(
            name: title, description: "The sessions of \(title). Near changes come by mail first.",
            url: addresses.page(of: feed.program.name),
            source: addresses.feed(of: feed.program.name, region: feed.region), color: "teal",
            events: feed.sessions.map { ($0, feed.program) }, asOf: feed.asOf)
    }
}
