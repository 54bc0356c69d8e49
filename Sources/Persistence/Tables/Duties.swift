import Mentoring

extension Transaction {
    func duties(of program: Program.Name) throws -> [Duty] {
        try all(.duty, "SELECT * FROM duty WHERE program = ? ORDER BY place, name", [program], Duty.init)
    }

    // An upsert and no REPLACE, which would delete the duty and with it its volunteers and weeks.
    func save(_ duty: Duty, at place: Int, of program: Program.Name) throws {
        try change(
            """
            INSERT INTO duty(program, name, place, title, link, min_gap_weeks, max_per_month)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT(program, name) DO UPDATE SET place = excluded.place, title = excluded.title,
                link = excluded.link, min_gap_weeks = excluded.min_gap_weeks, max_per_month = excluded.max_per_month
            """,
            [program, duty.name, place, duty.title, duty.link, duty.minGapWeeks, duty.maxPerMonth])
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
        try change(
            "INSERT INTO volunteer(program, duty, person, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [program, volunteer.duty, volunteer.person.id, volunteer.since])
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
