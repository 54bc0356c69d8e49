import Mentoring
import TimeZoneCatalog

extension Transaction {
    func standingEnrollments(of program: Program.Name) throws -> [StandingEnrollment] {
        try all(
            .standingEnrollment,
            """
            SELECT standing_enrollment.*, \(Person.joinedColumns(in: "standing_enrollment.program"))
            FROM standing_enrollment JOIN person ON person.id = standing_enrollment.person
            WHERE program = ? ORDER BY since, standing_enrollment.id
            """, [program], StandingEnrollment.init)
    }

    func add(_ standing: StandingEnrollment) throws {
        try addIfMissing(
            to: .standingEnrollment,
            [
                "program": standing.program, "region": standing.region, "person": standing.person.id,
                "season": standing.season, "since": standing.since,
            ])
    }

    func removeStanding(
        _ person: Identifier<Person>, in region: Region, of program: Program.Name, season: Season.Name
    ) throws -> Bool {
        try change(
            "DELETE FROM standing_enrollment WHERE program = ? AND region = ? AND person = ? AND season = ?",
            [program, region, person, season]) == 1
    }
}

extension StandingEnrollment {
    init(_ row: StoredRow) throws {
        self.init(
            program: try row.value("program"), season: try row.value("season"), region: try row.value("region"),
            person: try row.joinedPerson(), since: try row.value("since"))
    }
}

extension Table {
    static let standingEnrollment = Table("standing_enrollment")
}
