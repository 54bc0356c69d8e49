import Mentoring

extension Transaction {
    func duties(of program: Program.Name) throws -> [Duty] {
        try all(.duty, "SELECT * FROM duty WHERE program = ? ORDER BY place, name", [program], Duty.init)
    }

    // An upsert and no REPLACE, which would delete the duty and with it its volunteers and weeks.
    func save(_ duty: Duty, at place: Int, of program: Program.Name) throws {
        try save(
            to: .duty,
            [
                "program": program, "name": duty.name, "place": place, "title": duty.title, "link": duty.link,
                "min_gap_weeks": duty.minGapWeeks, "max_per_month": duty.maxPerMonth,
            ])
    }

    // Volunteers and weeks go by the schema's ON DELETE CASCADE.
    func removeDuty(_ name: Duty.Name, from program: Program.Name) throws {
        try change("DELETE FROM duty WHERE program = ? AND name = ?", [program, name])
    }

    func volunteers(of program: Program.Name) throws -> [Volunteer] {
        try all(
            .volunteer,
            """
            SELECT volunteer.*, \(Person.joinedColumns(in: "volunteer.program"))
            FROM volunteer JOIN person ON person.id = volunteer.person
            WHERE volunteer.program = ? ORDER BY volunteer.duty, person.email
            """, [program], Volunteer.init)
    }

    func add(_ volunteer: Volunteer, to program: Program.Name) throws {
        try addIfMissing(
            to: .volunteer,
            ["program": program, "duty": volunteer.duty, "person": volunteer.person.id, "since": volunteer.since])
    }

    func removeVolunteer(
        _ person: Identifier<Person>, for duty: Duty.Name, from program: Program.Name
    ) throws -> Bool {
        try change("DELETE FROM volunteer WHERE program = ? AND duty = ? AND person = ?", [program, duty, person]) == 1
    }
}

extension Duty {
    init(_ row: StoredRow) throws {
        self.init(
            name: try row.value("name"), title: try row.value("title"), link: try row.valueIfAny("link"),
            minGapWeeks: try row.value("min_gap_weeks"), maxPerMonth: try row.value("max_per_month"))
    }
}

extension Volunteer {
    init(_ row: StoredRow) throws {
        self.init(
            duty: try row.value("duty"), person: try row.joinedPerson(), since: try row.value("since"))
    }
}

extension Table {
    static let duty = Table("duty", key: ["program", "name"])
    static let volunteer = Table("volunteer", key: ["program", "duty", "person"])
}
