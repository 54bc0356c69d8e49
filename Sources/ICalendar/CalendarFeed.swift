public import CivilTime
public import Mentoring
public import MentoringAPI

/// A calendar that people subscribe to (RFC 5545, RFC 7986).
public struct CalendarFeed: Sendable {
    /// What the calendar is called in lists.
    public var name: String
    /// What it holds, in a sentence.
    public var description: String
    /// The address of the page that says more; nil where nobody knows where people reach the server.
    public var url: String?
    /// The address of the feed itself; nil for one that must not be passed on.
    public var source: String?
    /// A CSS3 colour name, such as `teal`; programs that know it draw the events in it.
    public var color: String?
    /// The sessions, in any order.
    public var events: [FeedEvent]
    /// The weeks of duties, in any order.
    public var duties: [DutyTurnInFeed]
    /// Where people reach the server, if that is known: each session's page is there.
    public var addresses: FeedAddresses?
    /// When it is made; what was cancelled more than 60 days before is left out.
    public var asOf: Instant

    /// A feed with every part given.
    public init(
        name: String, description: String, url: String?, source: String? = nil, color: String? = nil,
        events: [FeedEvent], duties: [DutyTurnInFeed] = [], addresses: FeedAddresses? = nil, asOf: Instant
    ) {
        self.name = name
        self.description = description
        self.url = url
        self.source = source
        self.color = color
        self.events = events
        self.duties = duties
        self.addresses = addresses
        self.asOf = asOf
    }
}

extension CalendarFeed {
    /// When something in it was last revised; nil when there is nothing in it.
    public var revised: Instant? {
        (standingEvents.map(\.revised) + standingDuties.map(\.turn.revised)).max()
    }

    /// The sessions as they stand when it is made: what was still tentative when it was to begin is cancelled.
    var standingEvents: [FeedEvent] { events.map { $0.asItStands(at: asOf) } }

    /// The weeks of duties as they stand then.
    var standingDuties: [DutyTurnInFeed] {
        duties.map {
            DutyTurnInFeed($0.turn.asItStands(at: asOf), of: $0.duty, in: $0.program, isOwn: $0.isOwn)
        }
    }
}

/// A session as a feed shows it.
public struct FeedEvent: Sendable {
    /// The session.
    public var session: Session
    /// Its program.
    public var program: Program
    /// What it is to the feed's owner; nil in a public feed.
    public var part: PersonalFeed.Part?
    /// When it, or the owner's part in it, was last changed.
    public var revised: Instant

    /// The same with the session as it stands.
    fileprivate func asItStands(at now: Instant) -> FeedEvent {
        var event = self
        event.session = session.asItStands(at: now)
        event.revised = max(revised, event.session.revised)
        return event
    }

    /// A session in a public feed.
    public init(_ session: Session, of program: Program) {
        self.session = session
        self.program = program
        revised = session.revised
    }

    /// A session in a person's own feed.
    public init(_ entry: PersonalFeed.Entry) {
        session = entry.session
        program = entry.program
        part = entry.part
        revised = entry.revised
    }
}
