import Mentoring
import TimeZoneCatalog

extension Transaction {
    func mentors(of program: Program.Name) throws -> [Mentor] {
        try all(
            .mentor,
            """
            SELECT mentor.*, \(Person.joinedColumns(in: "mentor.program"))
            FROM mentor JOIN person ON person.id = mentor.person
            WHERE mentor.program = ? ORDER BY \(Region.order), person.email
            """, [program], Mentor.init)
    }

    // An upsert and no REPLACE, which would delete the mentor and with it the slots.
    func save(_ mentor: Mentor) throws {
        try save(
            to: .mentor,
            [
                "program": mentor.program, "person": mentor.person.id, "region": mentor.region,
                "keeps_region": mentor.keepsRegion, "weight": mentor.weight,
                "min_gap_weeks": mentor.minGapWeeks, "max_per_month": mentor.maxPerMonth,
                "knows": mentor.knows.joined(separator: ","), "since": mentor.since,
            ])
    }

    // The slots go by the schema's ON DELETE CASCADE.
    func removeMentor(_ person: Identifier<Person>, from program: Program.Name) throws {
        try change("DELETE FROM mentor WHERE program = ? AND person = ?", [program, person])
    }
}

extension Mentor {
    init(_ row: StoredRow) throws {
        self.init(
            program: try row.value("program"), person: try row.joinedPerson(),
            region: try row.value("region"), keepsRegion: try row.value("keeps_region"),
            weight: try row.value("weight"), minGapWeeks: try row.value("min_gap_weeks"),
            maxPerMonth: try row.value("max_per_month"), knows: try row.list("knows") { $0 },
            since: try row.value("since"))
    }
}

extension Region {
    /// An SQL term that orders rows by their column `region` as regions are ordered, which is not alphabetical.
    static let order =
        "CASE region "
        + allCases.enumerated().map { "WHEN '\($0.element.rawValue)' THEN \($0.offset)" }.joined(separator: " ")
        + " END"
}

extension Table {
    static let mentor = Table("mentor", key: ["program", "person"])
}
