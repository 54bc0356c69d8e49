import Mentoring

extension Transaction {
    func people() throws -> [Person] {
        try all(.person, "SELECT * FROM person ORDER BY email", [], Person.init)
    }

    func person(_ email: EmailAddress) throws -> Person? {
        try one(.person, "SELECT * FROM person WHERE email = ?", [email], Person.init)
    }

    /// The person whose number a column holds that may be empty, by the name that a program shows.
    func person(_ row: StoredRow, _ column: String, of program: Program.Name) throws -> Person? {
        guard let id: Identifier<Person> = try row.valueIfAny(column) else { return nil }
        return try one(
            .person, "SELECT \(Person.joinedColumns(in: "?")) FROM person WHERE id = ?", [program, id]
        ) { try $0.joinedPerson() }
    }

    func add(_ person: Person) throws -> Person {
        var added = person
        added.id = try insert(
            "INSERT INTO person(name, email, zone) VALUES (?, ?, ?)", [person.name, person.email, person.zone])
        return added
    }

    func update(_ person: Person) throws {
        try changeOne(
            "person \(person.id)", "UPDATE person SET name = ?, zone = ? WHERE id = ? AND email = ?",
            [person.name, person.zone, person.id, person.email])
    }
}

extension Person {
    init(_ row: StoredRow) throws {
        self.init(
            id: try row.value("id"), name: try row.value("name"), email: try row.value("email"),
            zone: try row.value("zone"))
    }

    /// The columns to select where another table is joined with `person`; the name is the one that they gave themselves.
    static let joinedColumns = joinedColumns(name: "person.name")

    /// The columns to select where a table that belongs to a program, by an SQL term for its name, is joined with `person`.
    ///
    /// The name is the one that this program may show.
    static func joinedColumns(in program: String) -> String {
        joinedColumns(name: introduced("name", to: program))
    }

    /// The columns to select where a table that belongs to a session is joined with `person`; see `joinedColumns(in:)`.
    static func joinedColumns(inSessionOf table: String) -> String {
        joinedColumns(in: "(SELECT session.program FROM session WHERE session.id = \(table).session)")
    }

    /// An SQL term for the name or the zone that a program was told of somebody, else their own.
    static func introduced(_ column: String, to program: String) -> String {
        """
        coalesce((SELECT introduction.\(column) FROM introduction
            WHERE introduction.program = \(program) AND introduction.person = person.id), person.\(column))
        """
    }

    private static func joinedColumns(name: String) -> String {
        "person.id AS person_id, \(name) AS person_name, person.email AS person_email, person.zone AS person_zone"
    }
}

extension StoredRow {
    /// The person of a row that was selected with `Person.joinedColumns`.
    func joinedPerson() throws -> Person { try Person(joined(.person, prefix: "person_")) }
}

extension Table {
    static let person = Table("person")
}
