import CivilTime
import Mentoring

extension Transaction {
    func people() throws -> [Person] {
        try all(.person, "SELECT * FROM person WHERE erased IS NULL ORDER BY email", [], Person.init)
    }

    func person(_ email: EmailAddress) throws -> Person? {
        try one(.person, "SELECT * FROM person WHERE email = ? AND erased IS NULL", [email], Person.init)
    }

    func person(_ id: Identifier<Person>) throws -> Person? {
        try one(.person, "SELECT * FROM person WHERE id = ?", [id], Person.init)
    }

    /// The person whose number a column holds that may be empty, by the name that a program shows.
    func person(_ row: StoredRow, _ column: String, of program: Program.Name) throws -> Person? {
        guard let id: Identifier<Person> = try row.valueIfAny(column) else { return nil }
        return try one(
            .person, "SELECT \(Person.joinedColumns(in: "?1")) FROM person WHERE id = ?2", [program, id]
        ) { try $0.joinedPerson() }
    }

    func participants(of program: Program.Name) throws -> [Participant] {
        try all(
            .person,
            """
            SELECT \(Person.joinedColumns(in: "?1")) FROM person WHERE id IN (
                SELECT person FROM mentor WHERE program = ?1 UNION ALL SELECT person FROM trainee WHERE program = ?1
                UNION ALL SELECT person FROM volunteer WHERE program = ?1)
            """, [program]
        ) { row in
            Participant(name: try row.value("person_name"), email: try row.value("person_email"))
        }
    }

    func add(_ person: Person) throws -> Person {
        var added = person
        added.id = try insert(into: .person, ["name": person.name, "email": person.email, "zone": person.zone])
        return added
    }

    func update(_ person: Person) throws {
        try changeOne(
            "person \(person.id)", "UPDATE person SET name = ?, zone = ? WHERE id = ? AND email = ?",
            [person.name, person.zone, person.id, person.email])
    }
}

extension Transaction {
    func hasSpoken(_ person: Identifier<Person>) throws -> Bool {
        try one(.person, "SELECT has_spoken FROM person WHERE id = ?", [person]) { try $0.value("has_spoken") } ?? false
    }

    func setSpoken(_ person: Identifier<Person>) throws {
        try change("UPDATE person SET has_spoken = 1 WHERE id = ? AND NOT has_spoken", [person])
    }
}

extension Person {
    init(_ row: StoredRow) throws {
        self.init(
            id: try row.value("id"), name: try row.value("name"), email: try row.value("email"),
            zone: try row.value("zone"), givenZone: try row.valueIfAny("given_zone"))
    }

    /// The columns to select where another table is joined with `person`; name and zone are those that they gave themselves.
    static let joinedColumns = "\(id), person.name AS person_name"

    /// The columns to select where a table that belongs to a program, by an SQL term for its name, is joined with `person`.
    ///
    /// The name and the zone that is shown are those that this program was told, if it was told any; where an SQL term says
    /// that somebody is named there no more, others are told that it is nobody yet.
    static func joinedColumns(in program: String, unnamedWhere hasLeft: String? = nil) -> String {
        func told(_ column: String) -> String {
            """
            (SELECT introduction.\(column) FROM introduction
                WHERE introduction.program = \(program) AND introduction.person = person.id)
            """
        }
        var name = "coalesce(\(told("name")), person.name)"
        if let hasLeft { name = "CASE WHEN \(hasLeft) THEN '\(PersonName.nobodyYet)' ELSE \(name) END" }
        return "\(id), \(name) AS person_name, \(told("zone")) AS person_given_zone"
    }

    /// The columns to select where a table that belongs to a session is joined with `person`; see `joinedColumns(in:)`.
    static func joinedColumns(inSessionOf table: String) -> String {
        joinedColumns(in: "(SELECT session.program FROM session WHERE session.id = \(table).session)")
    }

    private static let id = "person.id AS person_id, person.email AS person_email, person.zone AS person_zone"
}

extension StoredRow {
    /// The person of a row that was selected with `Person.joinedColumns`.
    ///
    /// Whoever stands in many rows is read once, since it takes the longest of a row to check their address and their zone.
    func joinedPerson() throws -> Person {
        let row = joined(.person, prefix: "person_")
        let (id, name, zone): (Identifier<Person>, String, String?) =
            (try row.value("id"), try row.value("name"), try row.valueIfAny("given_zone"))
        if let known = row.columns.people[id], known.name == name, known.givenZone?.name == zone { return known }
        let person = try Person(row)
        row.columns.people[id] = person
        return person
    }
}

extension Table {
    static let person = Table("person")
}
