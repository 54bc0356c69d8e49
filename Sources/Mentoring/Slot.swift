public import CivilTime

/// When a mentor can lead: wall-clock time in a zone, recurring, with exceptions.
public struct Slot: Hashable, Sendable {
    /// The number that people see.
    public var id: Identifier<Slot>
    /// The program it is offered to.
    public var program: Program.Name
    /// Whose it is.
    public var mentor: Identifier<Person>
    /// The days and the hour, on the clocks of the slot's zone.
    public var pattern: SlotPattern
    /// The zone in which the pattern's times are read.
    public var zone: TimeZoneID
    /// Whether that zone was named for it, so that it stays there wherever its mentor moves; else it is on their own clock.
    public var isZoneNamed: Bool

    /// A slot; the store numbers it.
    public init(
        id: Identifier<Slot> = .unassigned, program: Program.Name, mentor: Identifier<Person>, pattern: SlotPattern,
        zone: TimeZoneID, isZoneNamed: Bool = false
    ) {
        self.id = id
        self.program = program
        self.mentor = mentor
        self.pattern = pattern
        self.zone = zone
        self.isZoneNamed = isZoneNamed
    }
}
