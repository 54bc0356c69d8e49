public import CivilTime
public import Mentoring

/// What a person's own calendar feed is made of.
public struct PersonalFeed: Sendable {
    /// What a session is to the person.
    public enum Part: Hashable, Sendable {
        /// They lead it.
        case leads
        /// They have a seat.
        case attends
        /// They wait for a seat, at this place of the queue, from 1.
        case waits(position: Int)
    }

    /// A session and the person's part in it.
    public struct Entry: Sendable {
        /// The session.
        public let session: Session
        /// Its program.
        public let program: Program
        /// What it is to the person.
        public let part: Part
        /// Until when they are to say that they come; nil where nobody waits for that.
        public let confirmBy: Instant?
        /// When it, or what the person was told of it, was last changed.
        public let revised: Instant

        package init(session: Session, program: Program, part: Part, confirmBy: Instant?, revised: Instant) {
            self.session = session
            self.program = program
            self.part = part
            self.confirmBy = confirmBy
            self.revised = revised
        }
    }

    /// The person whose calendar it is.
    public let person: Person
    /// The sessions of every season, by start, then code.
    public let entries: [Entry]
    /// Their weeks of duties in every program, by Monday.
    public let duties: [DutyTurnInFeed]
    /// The moment at which it was asked for; what was cancelled leaves the feed by it.
    public let asOf: Instant

    package init(person: Person, entries: [Entry], duties: [DutyTurnInFeed], asOf: Instant) {
        self.person = person
        self.entries = entries
        self.duties = duties
        self.asOf = asOf
    }
}
