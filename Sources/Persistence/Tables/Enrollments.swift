import CivilTime
import Mentoring

extension Transaction {
    func enrollments(in session: Identifier<Session>) throws -> [Enrollment] {
        try all(
            .enrollment, "\(Enrollment.selection) WHERE session = ? ORDER BY seat IS NULL, seat, yields, enrollment.id",
            [session],
            Enrollment.init)
    }

    func enrollment(of person: Identifier<Person>, in session: Identifier<Session>) throws -> Enrollment? {
        try one(
            .enrollment, "\(Enrollment.selection) WHERE session = ? AND person = ?", [session, person], Enrollment.init)
    }

    func takenSeats(in session: Identifier<Session>) throws -> Set<Int> {
        Set(
            try all(.enrollment, "SELECT seat FROM enrollment WHERE session = ? AND seat IS NOT NULL", [session]) {
                try $0.value("seat")
            })
    }

    func enrollments(of person: Identifier<Person>) throws -> [Enrollment] {
        try all(
            .enrollment, "\(Enrollment.selection) WHERE person = ? ORDER BY enrollment.id", [person], Enrollment.init)
    }

    func position(of enrollment: Enrollment) throws -> Int? {
        guard enrollment.seat == nil else { return nil }
        return try one(
            .enrollment,
            """
            SELECT count(*) AS position FROM enrollment
            WHERE session = ? AND seat IS NULL AND (yields, id) <= (?, ?)
            """, [enrollment.session, enrollment.yields, enrollment.id]
        ) { try $0.value("position") }
    }

    func unconfirmedEnrollments(at moment: Instant) throws -> [Enrollment] {
        try all(
            .enrollment, "\(Enrollment.selection) WHERE confirm_by <= ? ORDER BY session, enrollment.id", [moment],
            Enrollment.init)
    }

    func yieldingEnrollments() throws -> [Enrollment] { try yieldingEnrollments(where: "", []) }

    func yieldingEnrollments(in session: Identifier<Session>) throws -> [Enrollment] {
        try yieldingEnrollments(where: "AND session = ?", [session])
    }

    func yieldingEnrollments(of people: Set<Identifier<Person>>) throws -> [Enrollment] {
        let numbers = "[\(people.map { String($0.rawValue) }.joined(separator: ","))]"
        return try yieldingEnrollments(where: "AND enrollment.person IN (SELECT value FROM json_each(?))", [numbers])
    }

    private func yieldingEnrollments(where condition: String, _ values: [(any Storable)?]) throws -> [Enrollment] {
        try all(
            .enrollment,
            "\(Enrollment.selection) WHERE yields AND seat IS NULL \(condition) ORDER BY session, enrollment.id",
            values,
            Enrollment.init)
    }

    func enrollmentCounts(of program: Program.Name) throws -> [Identifier<Session>: EnrollmentCounts] {
        try enrollmentCounts(where: "session IN (SELECT id FROM session WHERE program = ?)", program)
    }

    func enrollmentCounts(in sessions: [Identifier<Session>]) throws -> [Identifier<Session>: EnrollmentCounts] {
        let numbers = "[\(sessions.map { String($0.rawValue) }.joined(separator: ","))]"
        return try enrollmentCounts(where: "session IN (SELECT value FROM json_each(?))", numbers)
    }

    private func enrollmentCounts(
        where condition: String, _ argument: String
    ) throws -> [Identifier<Session>: EnrollmentCounts] {
        let counts = try all(
            .enrollment,
            """
            SELECT session, count(seat) AS seated, count(*) - count(seat) AS waiting
            FROM enrollment WHERE \(condition) GROUP BY session
            """, [argument]
        ) { row -> (Identifier<Session>, EnrollmentCounts) in
            try (
                row.value("session"), EnrollmentCounts(enrolled: row.value("seated"), waitlisted: row.value("waiting"))
            )
        }
        return Dictionary(counts) { first, _ in first }
    }

    func enrollmentCounts(in session: Identifier<Session>) throws -> EnrollmentCounts {
        try one(
            .enrollment,
            """
            SELECT count(seat) AS seated, count(*) - count(seat) AS waiting FROM enrollment WHERE session = ?
            """, [session]
        ) { row in
            try EnrollmentCounts(enrolled: row.value("seated"), waitlisted: row.value("waiting"))
        } ?? EnrollmentCounts()
    }

    func add(_ enrollment: Enrollment) throws -> Enrollment {
        var added = enrollment
        added.id = try insert(
            into: .enrollment,
            [
                "session": enrollment.session, "person": enrollment.person.id, "seat": enrollment.seat,
                "since": enrollment.since, "yields": enrollment.yields, "confirm_by": enrollment.confirmBy,
            ])
        return added
    }

    func seat(_ enrollment: Identifier<Enrollment>, at seat: Int, confirmBy: Instant?) throws {
        try changeOne(
            "waiting enrollment \(enrollment)",
            "UPDATE enrollment SET seat = ?, confirm_by = ? WHERE id = ? AND seat IS NULL",
            [seat, confirmBy, enrollment])
    }

    func move(_ enrollment: Identifier<Enrollment>, toSeat seat: Int) throws {
        try changeOne(
            "seated enrollment \(enrollment)", "UPDATE enrollment SET seat = ? WHERE id = ? AND seat IS NOT NULL",
            [seat, enrollment])
    }

    func confirm(_ enrollment: Identifier<Enrollment>) throws {
        try changeOne("enrollment \(enrollment)", "UPDATE enrollment SET confirm_by = NULL WHERE id = ?", [enrollment])
    }

    func setYielding(_ yields: Bool, of enrollment: Identifier<Enrollment>) throws {
        try changeOne(
            "enrollment \(enrollment)", "UPDATE enrollment SET yields = ? WHERE id = ?", [yields, enrollment])
    }

    func remove(_ enrollment: Identifier<Enrollment>) throws {
        try change("DELETE FROM enrollment WHERE id = ?", [enrollment])
    }
}

extension Enrollment {
    init(_ row: StoredRow) throws {
        self.init(
            id: try row.value("id"), session: try row.value("session"), person: try row.joinedPerson(),
            seat: try row.valueIfAny("seat"), since: try row.value("since"), yields: try row.value("yields"),
            confirmBy: try row.valueIfAny("confirm_by"))
    }

    /// A query for enrollments with their people, to be followed by a condition.
    static let selection = """
        SELECT enrollment.*, \(Person.joinedColumns(inSessionOf: "enrollment")) FROM enrollment JOIN person ON person.id = enrollment.person
        """
}

extension Table {
    static let enrollment = Table("enrollment")
}
