/// Days on which a person leads no session.
public struct Away: Hashable, Sendable {
    /// The number that people see.
    public var id: Identifier<Away>
    /// Who is away.
    public var person: Identifier<Person>
    /// The days in the person's own zone, both included.
    public var days: DayRange
    /// The program whose organizers said so, and in which alone it holds; nil for what they say themself, which holds everywhere.
    public var program: Program.Name?

    /// An absence; the store numbers it.
    public init(
        id: Identifier<Away> = .unassigned, person: Identifier<Person>, days: DayRange, program: Program.Name? = nil
    ) {
        self.id = id
        self.person = person
        self.days = days
        self.program = program
    }

    /// Whether whoever is away leads nothing in a program meanwhile.
    public func holds(in program: Program.Name) -> Bool { (self.program ?? program) == program }

    /// Whether a program's organizers may know the days, of a person as their program shows them.
    ///
    /// What people say of themselves is told where they have spoken; who merely was named there is only known to be away.
    public func isTold(of person: Person) -> Bool { program != nil || person.givenZone == nil }
}
