public import CivilTime

/// What is mailed about a week of a duty: that it is somebody's, or no longer, or that they are asked to take it, or no longer, or asked
/// for nothing.
public struct DutyNotice: Hashable, Sendable {
    /// Why somebody is told.
    public enum Occasion: String, Sendable, CaseIterable {
        /// The week is theirs.
        case entrusted
        /// The week is somebody else's by now.
        case relieved
        /// The week is theirs as before, and mail about it comes to this address of theirs from now on.
        case readdressed
        /// The week is theirs as before, and mail about it goes to another address of theirs from now on.
        case leftAddress
        /// The week, which was planned for them and in no calendar yet, was taken by whom they had asked.
        case handedOver
        /// Nobody has the week.
        case cancelled
        /// Whoever has the week asks them to take it.
        case offered
        /// They were asked to take it, and are no longer.
        case withdrawn
        /// The same, and whoever asked takes no turns there any more.
        case askerLeft
        /// They had asked somebody to take it who takes no turns there any more, or all, and nobody is left; the week is as it was offered.
        case unanswered
    }

    /// To whom.
    public var person: Person
    /// The week as it is.
    public var turn: DutyTurn
    /// Of what.
    public var duty: Duty
    /// The program.
    public var program: Program
    /// What has happened that they are told.
    public var occasion: Occasion
    /// When it is written.
    public var date: Instant
    /// What proves their answer, in the address to which it goes; nil where their calendar knows none.
    public var token: String?

    /// A notice with every part given.
    public init(
        person: Person, turn: DutyTurn, duty: Duty, program: Program, occasion: Occasion, date: Instant,
        token: String? = nil
    ) {
        self.person = person
        self.turn = turn
        self.duty = duty
        self.program = program
        self.occasion = occasion
        self.date = date
        self.token = token
    }

    /// The iTIP method of the event that it carries (RFC 5546 §3.2); nil when nothing changes in a calendar.
    public var method: Invitation.Method? {
        switch occasion {
        case .entrusted, .readdressed: .request
        case .relieved, .leftAddress, .cancelled: .cancel
        case .offered, .withdrawn, .askerLeft, .unanswered, .handedOver: nil
        }
    }
}
