public import CivilTime

/// A turn that has a mentor and a time.
///
/// One event in every calendar, for good: its `uid` outlives moves and mentors.
public struct Session: Hashable, Sendable {
    /// Where a session stands.
    public enum Status: String, Sendable, Codable, CaseIterable {
        /// Planned, and may still change.
        case tentative
        /// Fixed, and told to those concerned.
        case announced
        /// Will not take place.
        case cancelled
        /// Took place.
        case held
    }

    /// The number under which the store keeps it.
    public var id: Identifier<Session>
    /// What people call it; unchanged when it moves.
    public var code: SessionCode
    /// The first day of the season it belongs to.
    public var season: LocalDate
    /// The iCalendar UID: opaque, at most 255 bytes, never reused (RFC 5545 §3.8.4.7).
    public var uid: String
    /// Where it stands.
    public var status: Status
    /// Who leads it.
    public var mentor: Person
    /// The slot it was made from, while that exists.
    public var slot: Identifier<Slot>?
    /// The zone in which it was agreed.
    public var zone: TimeZoneID
    /// When it begins on the wall in `zone`.
    ///
    /// This is what was promised; `start` follows from it.
    public var localStart: LocalDateTime
    /// The instant derived from `localStart` under the tz release in force when it was last computed.
    public var start: Instant
    /// Its length.
    public var minutes: Int
    /// Its seats.
    public var capacity: Int
    /// Where it is held.
    public var location: String
    /// The iCalendar SEQUENCE, raised by every change that matters (RFC 5546 §2.1.4).
    public var sequence: Int
    /// When it was last changed: LAST-MODIFIED, and DTSTAMP in feeds.
    public var revised: Instant
    /// Why it will not take place, for people.
    public var cancellation: String?
    /// Whether somebody called it off by hand: planning then leaves its turn alone.
    public var isCalledOff: Bool
    /// Whether two mentors agreed on who leads it: planning then leaves it to them.
    public var isAgreed: Bool
    /// What it is about, once that is picked.
    public var pick: Pick?
    /// The address of the log of what was said, once that is known.
    public var log: String?

    /// A session with every property given; the store numbers it.
    public init(
        id: Identifier<Session> = .unassigned, code: SessionCode, season: LocalDate, uid: String, status: Status,
        mentor: Person, slot: Identifier<Slot>?, zone: TimeZoneID, localStart: LocalDateTime, start: Instant,
        minutes: Int,
        capacity: Int, location: String, sequence: Int = 0, revised: Instant, cancellation: String? = nil,
        isCalledOff: Bool = false, isAgreed: Bool = false, pick: Pick? = nil, log: String? = nil
    ) {
        self.id = id
        self.code = code
        self.season = season
        self.uid = uid
        self.status = status
        self.mentor = mentor
        self.slot = slot
        self.zone = zone
        self.localStart = localStart
        self.start = start
        self.minutes = minutes
        self.capacity = capacity
        self.location = location
        self.sequence = sequence
        self.revised = revised
        self.cancellation = cancellation
        self.isCalledOff = isCalledOff
        self.isAgreed = isAgreed
        self.pick = pick
        self.log = log
    }

    /// The instant at which it ends.
    public var end: Instant { start.adding(seconds: Int64(minutes) * 60) }

    /// Whether it takes place at the same time as something else, if only for a minute.
    public func overlaps(from start: Instant, minutes: Int) -> Bool {
        self.start < start.adding(seconds: Int64(minutes) * 60) && start < end
    }

    /// Whether it takes place at the same time as another session.
    public func overlaps(_ other: Session) -> Bool {
        id != other.id && overlaps(from: other.start, minutes: other.minutes)
    }

    /// Notes a change that calendars show: the one place that raises SEQUENCE, and LAST-MODIFIED, which never falls, whatever
    /// the machine's clock does.
    package mutating func revise(at now: Instant) {
        sequence += 1
        revised = max(revised, now)
    }

    /// Whether its hour has passed without its having been announced: it was not held.
    package func wasMissed(at now: Instant) -> Bool { status == .tentative && start <= now }

    /// The session as people and calendars are told of it: what was missed is off from its hour on, though nobody writes that down.
    package func asItStands(at now: Instant) -> Session {
        guard wasMissed(at: now) else { return self }
        var session = self
        session.status = .cancelled
        session.cancellation = "nobody had announced it before its hour came, so it was not held"
        session.revise(at: start)
        return session
    }

    /// Whether it will take place or did: neither cancelled nor passed without having been announced.
    package func isOnOrHeld(at now: Instant) -> Bool { status != .cancelled && !wasMissed(at: now) }

    /// Whether it is still to come and not called off.
    public func isUpcoming(at now: Instant) -> Bool {
        (status == .tentative || status == .announced) && start > now
    }
}
