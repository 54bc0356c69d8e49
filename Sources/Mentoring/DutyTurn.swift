public import CivilTime

/// A week of a duty that has a volunteer.
///
/// One event in every calendar, for good, as a session is; it lasts the whole week and has no hour and no seats.
public struct DutyTurn: Hashable, Sendable {
    /// That whoever has a week asks others to take it.
    public struct Offer: Hashable, Sendable {
        /// Who is asked; nil means every volunteer who is there.
        public var to: Person?

        /// An offer to somebody, or to everybody.
        public init(to: Person? = nil) { self.to = to }
    }

    /// The number under which the store keeps it.
    public var id: Identifier<DutyTurn>
    /// What people call it.
    public var code: DutyCode
    /// The first day of the season it belongs to.
    public var season: LocalDate
    /// The iCalendar UID: opaque, at most 255 bytes, never reused (RFC 5545 §3.8.4.7).
    public var uid: String
    /// Where it stands; `held` when its week is over.
    public var status: Session.Status
    /// Whose week it is.
    public var person: Person
    /// The iCalendar SEQUENCE, raised by every change that matters (RFC 5546 §2.1.4).
    public var sequence: Int
    /// When it was last changed: LAST-MODIFIED and DTSTAMP.
    public var revised: Instant
    /// Why nobody has it any more, for people.
    public var cancellation: String?
    /// Whether two volunteers agreed on who has it: planning then leaves it to them.
    public var isAgreed: Bool
    /// Who is asked to take it, while somebody is.
    public var offer: Offer?
    /// The contact in the organizer address of the event, as the calendar of whoever has it knows it; nil until it is announced.
    public var contact: EmailAddress?

    /// A week with every property given; the store numbers it.
    public init(
        id: Identifier<DutyTurn> = .unassigned, code: DutyCode, season: LocalDate, uid: String,
        status: Session.Status, person: Person, sequence: Int = 0, revised: Instant, cancellation: String? = nil,
        isAgreed: Bool = false, offer: Offer? = nil, contact: EmailAddress? = nil
    ) {
        self.id = id
        self.code = code
        self.season = season
        self.uid = uid
        self.status = status
        self.person = person
        self.sequence = sequence
        self.revised = revised
        self.cancellation = cancellation
        self.isAgreed = isAgreed
        self.offer = offer
        self.contact = contact
    }

    /// Its Monday.
    public var monday: LocalDate { season.adding(days: 7 * (code.week - 1)) }

    /// Its Sunday.
    public var sunday: LocalDate { monday.adding(days: 6) }

    /// The instant at which its week begins in UTC.
    public var start: Instant { monday.midnightUTC }

    /// Notes a change that calendars show: the one place that raises SEQUENCE, and LAST-MODIFIED, which never falls, whatever
    /// the machine's clock does.
    package mutating func revise(at now: Instant) {
        sequence += 1
        revised = max(revised, now)
    }

    /// Whether it has passed without having been announced to anybody.
    package func wasMissed(at now: Instant) -> Bool { status == .tentative && sunday.isOver(at: now) }

    /// The week as people and calendars are told of it: one that was missed is off once it is over, though nobody writes that down.
    package func asItStands(at now: Instant) -> DutyTurn {
        guard wasMissed(at: now) else { return self }
        var turn = self
        turn.status = .cancelled
        turn.cancellation = "nobody had announced it before its week was over"
        turn.revise(at: sunday.end)
        return turn
    }

    /// Whether it is still to come, and somebody's.
    public func isUpcoming(at now: Instant) -> Bool {
        (status == .tentative || status == .announced) && start > now
    }
}

extension LocalDate {
    /// The instant at which the day begins in UTC, for what has a day but no zone.
    package var midnightUTC: Instant { Instant(secondsSinceEpoch: Int64(epochDay) * 86_400) }

    /// The day of UTC in which an instant lies.
    package init(containing instant: Instant) {
        let (days, second) = instant.secondsSinceEpoch.quotientAndRemainder(dividingBy: 86_400)
        self.init(epochDay: Int(second < 0 ? days - 1 : days))
    }
}
