import Mentoring
import TimeZoneCatalog

extension Transaction {
    func standingEnrollments(of program: Program.Name) throws -> [StandingEnrollment] {
        try all(
            .standingEnrollment,
            """
            SELECT standing_enrollment.*, \(Person.joinedColumns(in: "standing_enrollment.program"))
            FROM standing_enrollment JOIN person ON person.id = standing_enrollment.person
                JOIN season ON season.program = standing_enrollment.program AND season.name = standing_enrollment.season
            WHERE standing_enrollment.program = ? AND NOT season.given_up ORDER BY since, standing_enrollment.id
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

    func standingOffer(digest: [UInt8]) throws -> StandingEnrollment? {
        try one(
            .standingOffer,
            """
            SELECT standing_offer.*, \(Person.joinedColumns(in: "standing_offer.program"))
            FROM standing_offer JOIN person ON person.id = standing_offer.person WHERE digest = ?
            """, [digest], StandingEnrollment.init)
    }

    func offer(_ standing: StandingEnrollment, digest: [UInt8]) throws {
        try add(
            to: .standingOffer,
            [
                "digest": digest, "program": standing.program, "region": standing.region,
                "person": standing.person.id, "season": standing.season, "since": standing.since,
            ])
    }

    func removeStandingOffers(like offer: StandingEnrollment) throws {
        try change(
            "DELETE FROM standing_offer WHERE program = ? AND region = ? AND person = ? AND season = ?",
            [offer.program, offer.region, offer.person.id, offer.season])
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
    static let standingOffer = Table("standing_offer", key: ["digest"])
}
