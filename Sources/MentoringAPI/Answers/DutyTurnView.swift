public import CivilTime
public import Mentoring

/// A week of a duty, for everybody.
public struct DutyTurnView: Codable, Hashable, Sendable {
    /// Whose it is, as other participants see them.
    public struct Volunteer: Codable, Hashable, Sendable {
        /// The name.
        public var name: String

        package init(name: String) {
            self.name = name
        }
    }

    /// `nova-2027a-w03-triage`.
    public var code: String
    /// The iCalendar UID.
    public var uid: String
    /// The program.
    public var program: String
    /// The duty.
    public var duty: String
    /// What people call it.
    public var title: String
    /// Where the work is found.
    public var link: String?
    /// The week of the season, from 1.
    public var week: Int
    /// Its Monday.
    public var from: LocalDate
    /// Its Sunday.
    public var to: LocalDate
    /// Where it stands.
    public var status: Session.Status
    /// True when its week passed before it was announced to anybody; left out otherwise.
    public var notHeld: Bool?
    /// Whose it is, or was when it was cancelled.
    public var volunteer: Volunteer
    /// The iCalendar SEQUENCE.
    public var sequence: Int
    /// Whether whoever has it asks others to take it.
    public var isOffered: Bool

    package init(
        code: String, uid: String, program: String, duty: String, title: String, link: String? = nil, week: Int,
        from: LocalDate, to: LocalDate, status: Session.Status, notHeld: Bool? = nil, volunteer: Volunteer,
        sequence: Int, isOffered: Bool
    ) {
        self.code = code
        self.uid = uid
        self.program = program
        self.duty = duty
        self.title = title
        self.link = link
        self.week = week
        self.from = from
        self.to = to
        self.status = status
        self.notHeld = notHeld
        self.volunteer = volunteer
        self.sequence = sequence
        self.isOffered = isOffered
    }
}

extension DutyTurnView {
    /// A week as it stands at a moment.
    package init(
        _ stored: DutyTurn, of duty: Duty, at now: Instant, calling name: (Person) -> String = \.name
    ) {
        let turn = stored.asItStands(at: now)
        self.init(
            code: "\(turn.code)", uid: turn.uid, program: turn.code.program, duty: duty.name, title: duty.title,
            link: duty.link, week: turn.code.week, from: turn.monday, to: turn.sunday, status: turn.status,
            notHeld: stored.wasMissed(at: now) ? true : nil, volunteer: .init(name: name(turn.person)),
            sequence: turn.sequence, isOffered: turn.offer != nil && !turn.sunday.isOver(at: now))
    }

    /// Where it stands, for people.
    public var statusInWords: String { notHeld == true ? "not held" : status.rawValue }
}
