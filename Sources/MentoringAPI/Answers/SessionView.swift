public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// A session as listings, the API and `--json` show it.
///
/// Nobody's address is in it.
public struct SessionView: Codable, Hashable, Sendable {
    /// A person as other participants see them.
    public struct PublicPerson: Codable, Hashable, Sendable {
        /// The name.
        public var name: String

        package init(name: String) {
            self.name = name
        }
    }

    /// What a session is to the person who looks at it.
    public struct Yours: Codable, Hashable, Sendable {
        /// Where the viewer stands in a session.
        public enum Standing: String, Codable, CaseIterable, Sendable { case enrolled, waitlisted, none }

        /// When it begins on the viewer's wall.
        public var localStart: LocalDateTime
        /// The viewer's zone.
        public var zone: TimeZoneID
        /// How humane it is there.
        public var hours: Hours
        /// Seat, waiting list or neither.
        public var enrollment: Standing
        /// The place on the waiting list, from 1; nil when not waiting.
        public var position: Int?
        /// Until when the seat is to be confirmed, which came by promotion; nil when there is nothing to confirm.
        public var confirmBy: Instant?
        /// The same on the viewer's wall.
        public var localConfirmBy: LocalDateTime?

        /// - Parameters:
        ///   - session: the session.
        ///   - enrollment: where the viewer stands in it.
        ///   - position: the place on the waiting list, from 1.
        ///   - confirmBy: until when the seat is to be confirmed.
        ///   - rules: the viewer's clock.
        package init(
            in session: Session, enrollment: Standing, position: Int?, confirmBy: Instant?, on rules: ZoneRules
        ) {
            self.init(
                localStart: rules.local(at: session.start), zone: rules.id,
                hours: Hours(of: session.start, minutes: session.minutes, in: rules), enrollment: enrollment,
                position: position)
            self.confirmBy = confirmBy
            localConfirmBy = confirmBy.map(rules.local(at:))
        }

        package init(
            localStart: LocalDateTime, zone: TimeZoneID, hours: Hours, enrollment: Standing, position: Int? = nil
        ) {
            self.localStart = localStart
            self.zone = zone
            self.hours = hours
            self.enrollment = enrollment
            self.position = position
        }
    }

    /// What a session is about.
    public struct PickedReview: Codable, Hashable, Sendable {
        /// The number of the review.
        public var id: Identifier<Review>
        /// Where the change is.
        public var url: String
        /// What it is called.
        public var title: String
        /// The part of the project that it is in.
        public var area: String?
        /// How hard it is to review, 1 to 5.
        public var difficulty: Int?
        /// The patch set or commit that everybody reads; nil when none is pinned.
        public var revision: String?
        /// The same in words: `patch set 3`.
        public var edition: String?
        /// Where that revision is read.
        public var revisionURL: String
        /// The mentor's questions, one line each.
        public var questions: [String]

        package init(_ pick: Pick) {
            id = pick.review.id
            url = pick.review.url
            title = pick.review.title
            area = pick.review.area
            difficulty = pick.review.difficulty
            revision = pick.revision
            edition = pick.edition
            revisionURL = pick.url
            questions = pick.questions
        }
    }

    /// Another time that a participant would prefer.
    public struct Proposal: Codable, Hashable, Sendable {
        /// Who proposes it.
        public var name: String
        /// When they would rather begin; nil when they only wrote a comment.
        public var start: Instant?
        /// What they wrote, one line.
        public var comment: String?

        package init(name: String, start: Instant? = nil, comment: String? = nil) {
            self.name = name
            self.start = start
            self.comment = comment
        }
    }

    /// `nova-2027a-w03-asia`.
    public var code: String
    /// The iCalendar UID.
    public var uid: String
    /// The program's name.
    public var program: String
    /// The season's name.
    public var season: String
    /// The week of the season, from 1.
    public var week: Int
    /// Whose turn it is.
    public var region: Region
    /// Where it stands.
    public var status: Session.Status
    /// Why it will not take place; nil unless it is cancelled.
    public var cancellation: String?
    /// Whether it is cancelled because its hour came without its having been announced, so that it was not held; else nil.
    public var notHeld: Bool?
    /// Who leads it.
    public var mentor: PublicPerson
    /// The zone in which it was agreed.
    public var zone: TimeZoneID
    /// When it begins on the wall in `zone`.
    public var localStart: LocalDateTime
    /// When it begins.
    public var start: Instant
    /// When it ends.
    public var end: Instant
    /// Its length.
    public var minutes: Int
    /// The iCalendar SEQUENCE.
    public var sequence: Int
    /// Its seats.
    public var capacity: Int
    /// Seats taken.
    public var enrolled: Int
    /// People waiting.
    public var waitlisted: Int
    /// Where it is held.
    public var location: String
    /// What it is about; nil while its mentor has picked nothing.
    public var review: PickedReview?
    /// The address of the log of what was said, once that is known.
    public var log: String?
    /// What it is to the viewer; nil when nobody in particular looks.
    public var yours: Yours?
    /// The other times that participants would prefer, oldest first; only its mentor is shown them.
    public var proposals: [Proposal]?
    /// Who led it together with its mentor; nil when nobody did, and in lists.
    public var coLeaders: [PublicPerson]?
    /// How many written answers wait to be signed off; only its mentor and organizers are shown that, once it is over and not in
    /// lists.
    public var answersWaiting: Int?

    private enum CodingKeys: String, CodingKey {
        case code, uid, program, season, week, region, status, mentor, zone, localStart, start, end, minutes, sequence,
            capacity
        case enrolled, waitlisted, location, review, log, yours, proposals, coLeaders, answersWaiting, cancellation,
            notHeld
    }

    /// Reads what `encode(to:)` wrote.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        code = try values.decode(String.self, forKey: .code)
        uid = try values.decode(String.self, forKey: .uid)
        program = try values.decode(String.self, forKey: .program)
        season = try values.decode(String.self, forKey: .season)
        week = try values.decode(Int.self, forKey: .week)
        region = try values.decode(Region.self, forKey: .region)
        status = try values.decode(Session.Status.self, forKey: .status)
        mentor = try values.decode(PublicPerson.self, forKey: .mentor)
        zone = try values.decode(TimeZoneID.self, forKey: .zone)
        localStart = try values.decode(LocalDateTime.self, forKey: .localStart)
        start = try values.decode(Instant.self, forKey: .start)
        end = try values.decode(Instant.self, forKey: .end)
        minutes = try values.decode(Int.self, forKey: .minutes)
        sequence = try values.decode(Int.self, forKey: .sequence)
        capacity = try values.decode(Int.self, forKey: .capacity)
        enrolled = try values.decode(Int.self, forKey: .enrolled)
        waitlisted = try values.decode(Int.self, forKey: .waitlisted)
        location = try values.decode(String.self, forKey: .location)
        review = try values.decodeIfPresent(PickedReview.self, forKey: .review)
        log = try values.decodeIfPresent(String.self, forKey: .log)
        yours = try values.decodeIfPresent(Yours.self, forKey: .yours)
        proposals = try values.decodeIfPresent([Proposal].self, forKey: .proposals)
        coLeaders = try values.decodeIfPresent([PublicPerson].self, forKey: .coLeaders)
        answersWaiting = try values.decodeIfPresent(Int.self, forKey: .answersWaiting)
        cancellation = try values.decodeIfPresent(String.self, forKey: .cancellation)
        notHeld = try values.decodeIfPresent(Bool.self, forKey: .notHeld)
    }

    /// Writes every key of the contract; `review` is null while no review has been picked.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(code, forKey: .code)
        try values.encode(uid, forKey: .uid)
        try values.encode(program, forKey: .program)
        try values.encode(season, forKey: .season)
        try values.encode(week, forKey: .week)
        try values.encode(region, forKey: .region)
        try values.encode(status, forKey: .status)
        try values.encode(mentor, forKey: .mentor)
        try values.encode(zone, forKey: .zone)
        try values.encode(localStart, forKey: .localStart)
        try values.encode(start, forKey: .start)
        try values.encode(end, forKey: .end)
        try values.encode(minutes, forKey: .minutes)
        try values.encode(sequence, forKey: .sequence)
        try values.encode(capacity, forKey: .capacity)
        try values.encode(enrolled, forKey: .enrolled)
        try values.encode(waitlisted, forKey: .waitlisted)
        try values.encode(location, forKey: .location)
        try values.encode(review, forKey: .review)
        try values.encodeIfPresent(log, forKey: .log)
        try values.encodeIfPresent(yours, forKey: .yours)
        try values.encodeIfPresent(proposals, forKey: .proposals)
        try values.encodeIfPresent(coLeaders, forKey: .coLeaders)
        try values.encodeIfPresent(answersWaiting, forKey: .answersWaiting)
        try values.encodeIfPresent(cancellation, forKey: .cancellation)
        try values.encodeIfPresent(notHeld, forKey: .notHeld)
    }

    package init(_ session: Session, counts: EnrollmentCounts, yours: Yours?, at now: Instant) {
        code = session.code.description
        uid = session.uid
        program = session.code.program
        season = session.code.season
        week = session.code.week
        region = session.code.region
        notHeld = session.wasMissed(at: now) ? true : nil
        let session = session.asItStands(at: now)
        status = session.status
        cancellation = session.status == .cancelled ? session.cancellation : nil
        mentor = PublicPerson(name: session.mentor.name)
        zone = session.zone
        localStart = session.localStart
        start = session.start
        end = session.end
        minutes = session.minutes
        sequence = session.sequence
        capacity = session.capacity
        enrolled = counts.enrolled
        waitlisted = counts.waitlisted
        location = session.location
        review = session.pick.map(PickedReview.init)
        log = session.log
        self.yours = yours
    }
}

extension SessionView {
    /// Whether the session is still to come and not called off.
    public func isUpcoming(at now: Instant) -> Bool {
        (status == .tentative || status == .announced) && start > now
    }

    /// Where it stands, as people are told.
    public var statusInWords: String { notHeld == true ? "not held" : status.rawValue }

    /// Whether it may still change with every plan.
    public var isTentative: Bool { status == .tentative }
}

extension SessionView.Yours {
    /// Writes `position` as null when there is none, as the contract has it.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(localStart, forKey: .localStart)
        try values.encode(zone, forKey: .zone)
        try values.encode(hours, forKey: .hours)
        try values.encode(enrollment, forKey: .enrollment)
        try values.encode(position, forKey: .position)
        try values.encodeIfPresent(confirmBy, forKey: .confirmBy)
        try values.encodeIfPresent(localConfirmBy, forKey: .localConfirmBy)
    }
}
