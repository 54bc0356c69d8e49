public import CivilTime
import Mentoring

/// What a nomination for core reviewer needs: every claim with the session that shows it.
///
/// Nobody's address is in it.
public struct EvidenceView: Codable, Hashable, Sendable {
    /// A session that the person attended.
    public struct Attended: Codable, Hashable, Sendable {
        /// The session's code, which is no other's.
        public var session: String
        /// The first day of that season.
        public var season: LocalDate
        /// When it began.
        public var start: Instant
        /// The day on which it began in UTC.
        public var date: LocalDate
        /// Who led it.
        public var mentor: String
        /// What it was about, if anything.
        public var review: SessionView.PickedReview?
        /// Whether the person read the log and answered the questions afterwards, instead of being there.
        public var isAsynchronous: Bool
        /// Whether the person led it together with the mentor.
        public var isCoLed: Bool
        /// Where its log is, if that was recorded.
        public var log: String?

        package init(
            session: String, season: LocalDate, start: Instant, date: LocalDate, mentor: String,
            review: SessionView.PickedReview? = nil, isAsynchronous: Bool, isCoLed: Bool, log: String? = nil
        ) {
            self.session = session
            self.season = season
            self.start = start
            self.date = date
            self.mentor = mentor
            self.review = review
            self.isAsynchronous = isAsynchronous
            self.isCoLed = isCoLed
            self.log = log
        }
    }

    /// The program's title.
    public var title: String
    /// The moment at which the database was read.
    public var asOf: Instant
    /// Where the person stands.
    public var progress: ProgressView
    /// What they attended, oldest first.
    public var attended: [Attended]

    package init(title: String, asOf: Instant, progress: ProgressView, attended: [Attended]) {
        self.title = title
        self.asOf = asOf
        self.progress = progress
        self.attended = attended
    }
}
