import CivilTime
import Mentoring
import MentoringService

extension Transaction {
    func dutyTurns(of program: Program.Name) throws -> [DutyTurn] {
        try all(
            .dutyTurn, "\(DutyTurn.selection) WHERE duty_turn.program = ? ORDER BY season, week, duty", [program],
            dutyTurn)
    }

    func dutyTurns(of person: Identifier<Person>) throws -> [DutyTurn] {
        try all(
            .dutyTurn,
            """
            \(DutyTurn.selection) WHERE duty_turn.person = ?
            ORDER BY date(season, 7 * (week - 1) || ' days'), duty_turn.id
            """, [person], dutyTurn)
    }

    func dutyTurn(_ code: DutyCode, season: LocalDate) throws -> DutyTurn? {
        try one(
            .dutyTurn, "\(DutyTurn.selection) WHERE duty_turn.program = ? AND season = ? AND week = ? AND duty = ?",
            [code.program, season, code.week, code.duty], dutyTurn)
    }

    func add(_ turn: DutyTurn) throws -> DutyTurn {
        var added = turn
        added.id = try insert(
            """
            INSERT INTO duty_turn(program, season, week, duty, uid, status, person, sequence, revised, cancellation,
                agreed, offered, asked)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                turn.code.program, turn.season, turn.code.week, turn.code.duty, turn.uid, turn.status, turn.person.id,
                turn.sequence, turn.revised, turn.cancellation, turn.isAgreed, turn.offer != nil, turn.offer?.to?.id,
            ])
        return added
    }

    func update(_ turn: DutyTurn) throws {
        try changeOne(
            "week \(turn.code) of the season \(turn.season)",
            """
            UPDATE duty_turn SET uid = ?, program = ?, season = ?, week = ?, duty = ?, status = ?, person = ?,
                sequence = ?, revised = ?, cancellation = ?, agreed = ?, offered = ?, asked = ?
            WHERE id = ?
            """,
            [
                turn.uid, turn.code.program, turn.season, turn.code.week, turn.code.duty, turn.status, turn.person.id,
                turn.sequence, turn.revised, turn.cancellation, turn.isAgreed, turn.offer != nil, turn.offer?.to?.id,
                turn.id,
            ])
    }

    private func dutyTurn(_ row: StoredRow) throws -> DutyTurn {
        let isOffered: Bool = try row.value("offered")
        let program: Program.Name = try row.value("program")
        return DutyTurn(
            id: try row.value("id"),
            code: try DutyCode(program: program, week: row.value("week"), duty: row.value("duty")),
            season: try row.value("season"), uid: try row.value("uid"), status: try row.value("status"),
            person: try row.joinedPerson(), sequence: try row.value("sequence"), revised: try row.value("revised"),
            cancellation: try row.valueIfAny("cancellation"), isAgreed: try row.value("agreed"),
            offer: isOffered ? DutyTurn.Offer(to: try person(row, "asked", of: program)) : nil)
    }
}

extension DutyTurn {
    /// A query for weeks of duties with those whose they are, to be followed by a condition.
    fileprivate static let selection = """
        SELECT duty_turn.*, \(Person.joinedColumns(in: "duty_turn.program")) FROM duty_turn JOIN person ON person.id = duty_turn.person
        """
}

extension Table {
    static let dutyTurn = Table("duty_turn")
}
