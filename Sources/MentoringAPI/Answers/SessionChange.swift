public import CivilTime
public import Mentoring

/// The answer to somebody who changed a session, or only asked what that would do.
public struct SessionChange: Codable, Hashable, Sendable {
    /// What a session was before it was called off, moved or reinstated.
    public struct Before: Codable, Hashable, Sendable {
        /// Where it stood.
        public var status: Session.Status
        /// Why it was off; nil unless it was.
        public var cancellation: String?
        /// When it was to begin, on the wall in the zone in which it was agreed.
        public var localStart: LocalDateTime
        /// The same as an instant.
        public var start: Instant

        package init(_ session: Session) {
            status = session.status
            cancellation = session.status == .cancelled ? session.cancellation : nil
            localStart = session.localStart
            start = session.start
        }
    }

    /// The session as it is then.
    public var session: SessionView
    /// How many people are told.
    public var told: Int
    /// What is to be known about the hour that was asked for; nil when there is nothing.
    public var note: String?
    /// Whether it was done, or is only said.
    public var done: Bool
    /// What it was before; nil where that is what it is, and for whoever only chose what it is about.
    public var before: Before?
    /// What it does to people; nil likewise.
    public var effects: SessionEffectsView?
    /// Of who chose what it is about, or what to look for: the names of those who are told, as far as they may be named; else nil.
    public var toldNames: [String]?

    package init(
        session: SessionView, told: Int, note: String? = nil, done: Bool = true, before: Before? = nil,
        effects: SessionEffectsView? = nil
    ) {
        self.session = session
        self.told = told
        self.note = note
        self.done = done
        self.before = before
        self.effects = effects
    }
}
