/// An invitation to a week of a duty, or its end, and why it is sent.
public struct DutyNotice: Hashable, Sendable {
    /// Why somebody is told.
    public enum Occasion: String, Sendable, CaseIterable {
        /// The week is theirs.
        case entrusted
        /// The week is somebody else's by now.
        case relieved
        /// Nobody has the week.
        case cancelled
    }

    /// To whom.
    public var person: Person
    /// The week as it is.
    public var turn: DutyTurn
    /// Of what.
    public var duty: Duty
    /// The program.
    public var program: Program
    /// Why.
    public var occasion: Occasion

    /// A notice with every part given.
    public init(person: Person, turn: DutyTurn, duty: Duty, program: Program, occasion: Occasion) {
        self.person = person
        self.turn = turn
        self.duty = duty
        self.program = program
        self.occasion = occasion
    }

    /// Its iTIP method (RFC 5546 §3.2).
    public var method: Invitation.Method { occasion == .entrusted ? .request : .cancel }
}
