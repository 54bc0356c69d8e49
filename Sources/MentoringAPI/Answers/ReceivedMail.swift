public import Mentoring

/// What an incoming mail brought about.
public struct ReceivedMail: Codable, Hashable, Sendable {
    /// What was done.
    public enum Outcome: String, Codable, CaseIterable, Sendable {
        /// Their answer is recorded; a seat that was to be confirmed is.
        case recorded
        /// They gave up their seat.
        case left
        /// They asked for a seat, or come after they had declined, and have one.
        case enrolled
        /// The same, and they wait for a seat.
        case waitlisted
        /// A mentor said that they cannot lead, or a volunteer that they cannot take their week; it is offered to the others.
        case offered
        /// Another time that they would prefer is noted for the mentor.
        case noted
        /// Nothing more is sent to an address that does not exist.
        case suppressed
        /// It says what is known already, or something older.
        case known
        /// What it asks for cannot be done, and its sender is told why.
        case refused
        /// It is written in words, and was passed on to the program's organizers.
        case forwarded
        /// The same, and kept: so much was written that day that one mail names the rest when the day is over, or nobody
        /// organizes the program. The reason says which.
        case later
        /// It is of no use, and kept for a person to look at.
        case setAside = "set-aside"
    }

    /// What was done.
    public var outcome: Outcome
    /// The session that it was about.
    public var session: String?
    /// The answer, if it was one.
    public var participation: ParticipationStatus?
    /// Why it was of no use or no news.
    public var reason: String?
    /// The number under which it is kept.
    public var number: Identifier<SetAsideMail>?

    /// Whether the person it speaks for was asked by mail if they want what it says, or told that it was not done though it is
    /// kept for people, too; nil where there is nothing to ask.
    public var isAsked: Bool?

    package init(
        outcome: Outcome, session: String? = nil, participation: ParticipationStatus? = nil, reason: String? = nil,
        number: Identifier<SetAsideMail>? = nil, isAsked: Bool = false
    ) {
        self.outcome = outcome
        self.session = session
        self.participation = participation
        self.reason = reason
        self.number = number
        self.isAsked = isAsked ? true : nil
    }
}
