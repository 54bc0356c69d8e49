public import CivilTime

/// What a program's organizers said of somebody whom other programs of the server know.
///
/// It is all that this program says of their name and zone, until they tell it themselves: an address alone gives nobody's
/// name away. Times are shown to them in their own zone all the same.
public struct Introduction: Hashable, Sendable {
    /// The program.
    public var program: Program.Name
    /// Whom it was told of.
    public var person: Identifier<Person>
    /// The name that the program shows.
    public var name: String
    /// The zone that it was given.
    public var zone: TimeZoneID

    /// What a program was told of somebody.
    public init(program: Program.Name, person: Identifier<Person>, name: String, zone: TimeZoneID) {
        self.program = program
        self.person = person
        self.name = name
        self.zone = zone
    }
}
