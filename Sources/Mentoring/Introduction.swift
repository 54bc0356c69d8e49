public import CivilTime

/// What a program's organizers said of somebody.
///
/// It is all that this program shows of their name and zone until they speak there themself: an address alone gives away
/// nothing that other programs know. They are told times in their own zone all the same.
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
