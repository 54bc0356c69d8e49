public import CivilTime
public import Mentoring

/// What somebody sees at the secret address of their own page: what is next for them, and how far they have come.
public struct OwnPage: Sendable {
    /// A session to come, and the person's part in it.
    public struct Entry: Sendable {
        /// The session on the person's clock.
        public let session: SessionView
        /// Its program's title.
        public let program: String
        /// What it is to the person.
        public let part: PersonalFeed.Part

        package init(session: SessionView, program: String, part: PersonalFeed.Part) {
            self.session = session
            self.program = program
            self.part = part
        }
    }

    /// A path that the person is on.
    public struct Walk: Sendable {
        /// The program's title.
        public let program: String
        /// Where the person stands.
        public let progress: ProgressView

        package init(program: String, progress: ProgressView) {
            self.program = program
            self.progress = progress
        }
    }

    /// The name.
    public let name: String
    /// The person's clock.
    public let zone: TimeZoneID
    /// The sessions to come that the person leads, attends or waits for, by start.
    public let next: [Entry]
    /// Whose hour will move on the person's clock, of those sessions.
    public let hourMoves: [HourMove]
    /// The person's weeks of duties that are not over, by Monday.
    public let duties: [DutyTurnView]
    /// The paths of the programs in which the person is a trainee, by program.
    public let walks: [Walk]
    /// The moment at which it was asked for.
    public let asOf: Instant

    package init(
        name: String, zone: TimeZoneID, next: [Entry], hourMoves: [HourMove], duties: [DutyTurnView], walks: [Walk],
        asOf: Instant
    ) {
        self.name = name
        self.zone = zone
        self.next = next
        self.hourMoves = hourMoves
        self.duties = duties
        self.walks = walks
        self.asOf = asOf
    }
}
