public import CivilTime
public import Mentoring

/// What is proposed to whoever opens the link that was mailed.
public struct SignUpProposal: Hashable, Sendable {
    /// The program that was asked for last.
    public var program: Program.Name
    /// Their own name, or what was typed in last for who is new.
    public var name: String
    /// Their own zone, or what was typed in last for who is new; nil where nothing was.
    public var zone: TimeZoneID?
    /// Whether they have said both before: joining changes neither.
    public var isKnown: Bool
    /// Whether they are known by another address, and joining by this one proves that they have moved there.
    public var isMoving: Bool
    /// The programs that they can join, by name, with their titles.
    public var programs: [(name: Program.Name, title: String)]
    /// What waits for one click.
    public var seat: SeatOffer?

    package init(
        program: Program.Name, name: String, zone: TimeZoneID?, isKnown: Bool, isMoving: Bool,
        programs: [(name: Program.Name, title: String)], seat: SeatOffer? = nil
    ) {
        self.seat = seat
        self.program = program
        self.name = name
        self.zone = zone
        self.isKnown = isKnown
        self.isMoving = isMoving
        self.programs = programs
    }

    /// Compares all but the titles.
    public static func == (left: SignUpProposal, right: SignUpProposal) -> Bool {
        (left.program, left.name, left.zone) == (right.program, right.name, right.zone)
            && left.programs.map(\.name) == right.programs.map(\.name)
    }

    /// Hashes what was asked for.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(program)
        hasher.combine(name)
    }
}
