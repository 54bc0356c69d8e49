/// Days on which a person leads no session.
public struct Away: Hashable, Sendable {
    /// The number that people see.
    public var id: Identifier<Away>
    /// Who is away.
    public var person: Identifier<Person>
    /// The days in the person's own zone, both included.
    public var days: DayRange

    /// An absence; the store numbers it.
    public init(id: Identifier<Away> = .unassigned, person: Identifier<Person>, days: DayRange) {
        self.id = id
        self.person = person
        self.days = days
    }
}
