public import CivilTime
public import Mentoring

/// A calendar that people subscribe to (RFC 5545, RFC 7986).
public struct CalendarFeed: Sendable {
    /// What the calendar is called in lists.
    public var name: String
    /// What it holds, in a sentence.
    public var description: String
    /// The address of the page that says more.
    public var url: String
    /// The address of the feed itself; nil for one that must not be passed on.
    public var source: String?
    /// A CSS3 colour name, such as `teal`; programs that know it draw the events in it.
    public var color: String?
    /// The sessions, each with its program, in any order.
    public var events: [(Session, Program)]
    /// When it is made; a session cancelled more than 60 days before is left out.
    public var asOf: Instant

    /// A feed with every part given.
    public init(
        name: String, description: String, url: String, source: String? = nil, color: String? = nil,
        events: [(Session, Program)], asOf: Instant
    ) {
        self.name = name
        self.description = description
        self.url = url
        self.source = source
        self.color = color
        self.events = events
        self.asOf = asOf
    }
}
