import Mentoring

extension Transaction {
    func people() throws -> [Person] {
        try all(.person, "SELECT * FROM person ORDER BY email", [], Person.init)
    }

    func person(_ email: EmailAddress) throws -> Person? {
        try one(.person, "SELECT * FROM person WHERE email = ?", [email], Person.init)
    }

    /// The person whose number a column holds that may be empty.
    func person(_ row: StoredRow, _ column: String) throws -> Person? {
        guard let id: Identifier<Person> = try row.valueIfAny(column) else { return nil }
        return try one(.person, "SELECT * FROM person WHERE id = ?", [id], Person.init)
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

    /// The columns to select where another table is joined with `person`.
    static let joinedColumns = """
        person.id AS person_id, person.name AS person_name, person.email AS person_email, person.zone AS person_zone
        """
}

extension StoredRow {
    /// The person of a row that was selected with `Person.joinedColumns`.
    func joinedPerson() throws -> Person { try Person(joined(.person, prefix: "person_")) }
}

extension Table {
    static let person = Table("person")
}
