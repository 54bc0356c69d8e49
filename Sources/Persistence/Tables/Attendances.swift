import Mentoring

extension Transaction {
    func attendance(of person: Identifier<Person>, in program: Program.Name) throws -> [Attendance] {
        try all(
            .attendance,
            """
            \(Attendance.selection) JOIN session ON session.id = attendance.session
            WHERE attendance.person = ? AND session.program = ? ORDER BY session.start DESC, session.id DESC
            """, [person, program], Attendance.init)
    }

    func attendance(in session: Identifier<Session>) throws -> [Attendance] {
        try all(
            .attendance, "\(Attendance.selection) WHERE session = ? ORDER BY attendance.person", [session],
            Attendance.init)
    }

    func attendance(of program: Program.Name) throws -> [Attendance] {
        try all(
            .attendance,
            """
            \(Attendance.selection) JOIN session ON session.id = attendance.session
            WHERE session.program = ? ORDER BY attendance.session, attendance.person
            """, [program], Attendance.init)
    }

    func save(_ attendance: Attendance) throws {
        try save(
            to: .attendance,
            [
                "session": attendance.session, "person": attendance.person.id, "kind": attendance.kind,
                "evidence": attendance.evidence,
            ])
    }

    func removeAttendance(in session: Identifier<Session>) throws {
        try change("DELETE FROM attendance WHERE session = ?", [session])
    }
}

extension Attendance {
    init(_ row: StoredRow) throws {
        self.init(
            session: try row.value("session"), person: try row.joinedPerson(), kind: try row.value("kind"),
            evidence: try row.value("evidence"))
    }

    /// A query for attendance with its people, to be followed by a condition.
    static let selection = """
        SELECT attendance.*, \(Person.joinedColumns(inSessionOf: "attendance")) FROM attendance JOIN person ON person.id = attendance.person
        """
}

extension Table {
    static let attendance = Table("attendance", key: ["session", "person"])
}
