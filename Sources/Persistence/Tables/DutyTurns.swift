import CivilTime
import Mentoring
import MentoringService

extension Transaction {
    func dutyTurns(of program: Program.Name) throws -> [DutyTurn] {
        try all(
            .dutyTurn, "\(DutyTurn.selection) WHERE duty_turn.program = ? ORDER BY season, week, duty", [program],
            dutyTurn)
    }

    func tentativeDutyTurns(of program: Program.Name, until day: LocalDate) throws -> [DutyTurn] {
        try all(
            .dutyTurn,
            """
            \(DutyTurn.selection) WHERE duty_turn.program = ? AND duty_turn.status = 'tentative'
                AND date(season, (7 * (week - 1)) || ' days') <= ? ORDER BY season, week, duty
            """, [program, day], dutyTurn)
    }

    func dutyTurns(of person: Identifier<Person>) throws -> [DutyTurn] {
        try all(
            .dutyTurn,
            """
            \(DutyTurn.selection) WHERE duty_turn.person = ?
            ORDER BY date(season, (7 * (week - 1)) || ' days'), duty_turn.id
            """, [person], dutyTurn)
    }

    func dutyTurn(_ code: DutyCode) throws -> DutyTurn? {
        try one(
            .dutyTurn,
            """
            \(DutyTurn.selection) WHERE duty_turn.program = ?1 AND week = ?3 AND duty = ?4
            AND season = (SELECT season.start FROM season WHERE season.program = ?1 AND season.name = ?2)
            """,
            [code.program, code.season, code.week, code.duty], dutyTurn)
    }

    func dutyTurn(_ id: Identifier<DutyTurn>) throws -> DutyTurn? {
        try one(.dutyTurn, "\(DutyTurn.selection) WHERE duty_turn.id = ?", [id], dutyTurn)
    }

    func dutyTurn(uid: String) throws -> DutyTurn? {
        try one(.dutyTurn, "\(DutyTurn.selection) WHERE duty_turn.uid = ?", [uid], dutyTurn)
    }

    func add(_ turn: DutyTurn) throws -> DutyTurn {
        var added = turn
        added.id = try insert(into: .dutyTurn, turn.columns)
        return added
    }

    func update(_ turn: DutyTurn) throws {
        try changeOne(
            "week \(turn.code)", in: .dutyTurn, turn.id, turn.columns)
    }

    private func dutyTurn(_ row: StoredRow) throws -> DutyTurn {
        let isOffered: Bool = try row.value("offered")
        let program: Program.Name = try row.value("program")
        return DutyTurn(
            id: try row.value("id"),
            code: try DutyCode(
                program: program, season: row.value("season_name"), week: row.value("week"), duty: row.value("duty")),
            season: try row.value("season"), uid: try row.value("uid"), status: try row.value("status"),
            person: try row.joinedPerson(), sequence: try row.value("sequence"), revised: try row.value("revised"),
            cancellation: try row.valueIfAny("cancellation"), isAgreed: try row.value("agreed"),
            offer: isOffered ? DutyTurn.Offer(to: try person(row, "asked", of: program)) : nil,
            contact: try row.valueIfAny("contact"))
    }
}

extension DutyTurn {
    /// What is kept of it, by column.
    fileprivate var columns: Transaction.Columns {
        [
            "program": code.program, "season": season, "week": code.week, "duty": code.duty,
            "uid": uid, "status": status, "person": person.id, "sequence": sequence,
            "revised": revised, "cancellation": cancellation, "agreed": isAgreed,
            "offered": offer != nil, "asked": offer?.to?.id, "contact": contact,
        ]
    }

    /// A query for weeks of duties with those whose they are, to be followed by a condition.
    fileprivate static let selection = """
        SELECT duty_turn.*, \(Season.nameColumn(in: "duty_turn")),
            \(Person.joinedColumns(in: "duty_turn.program", unnamedWhere: Departure.ofVolunteer))
        FROM duty_turn JOIN person ON person.id = duty_turn.person
        """
}

extension Table {
    static let dutyTurn = Table("duty_turn")
}
