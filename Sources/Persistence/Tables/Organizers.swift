import Mentoring

extension Transaction {
    func membership(of person: Identifier<Person>, in program: Program.Name) throws -> Role? {
        try one(
            .person,
            """
            SELECT CASE
                WHEN EXISTS (SELECT 1 FROM mentor WHERE program = ?1 AND person = ?2) THEN 'mentor'
                WHEN EXISTS (SELECT 1 FROM trainee WHERE program = ?1 AND person = ?2) THEN 'trainee'
                WHEN EXISTS (SELECT 1 FROM volunteer WHERE program = ?1 AND person = ?2) THEN 'trainee'
            END AS membership
            """, [program, person]
        ) { try $0.valueIfAny("membership") } ?? nil
    }

    func organizers(of program: Program.Name) throws -> [EmailAddress] {
        try all(.organizer, "SELECT * FROM organizer WHERE program = ? ORDER BY email", [program]) {
            try $0.value("email")
        }
    }

    func isOrganizer(_ email: EmailAddress, of program: Program.Name) throws -> Bool {
        try one(
            .organizer,
            """
            SELECT 1 AS found FROM organizer WHERE program = ?1 AND email = ?2
            UNION ALL SELECT 1 FROM administrator WHERE email = ?2
            """, [program, email]
        ) { _ in true } ?? false
    }

    func addOrganizer(_ email: EmailAddress, to program: Program.Name) throws {
        try addIfMissing(to: .organizer, ["program": program, "email": email])
    }

    func removeOrganizer(_ email: EmailAddress, from program: Program.Name) throws -> Bool {
        try change("DELETE FROM organizer WHERE program = ? AND email = ?", [program, email]) > 0
    }

    func administrators() throws -> [EmailAddress] {
        try all(.administrator, "SELECT * FROM administrator ORDER BY email", []) { try $0.value("email") }
    }

    func isAdministrator(_ email: EmailAddress) throws -> Bool {
        try one(.administrator, "SELECT * FROM administrator WHERE email = ?", [email]) { _ in true } ?? false
    }

    func addAdministrator(_ email: EmailAddress) throws {
        try addIfMissing(to: .administrator, ["email": email])
    }

    func removeAdministrator(_ email: EmailAddress) throws -> Bool {
        try change("DELETE FROM administrator WHERE email = ?", [email]) > 0
    }
}

extension Table {
    static let organizer = Table("organizer", key: ["program", "email"])
    static let administrator = Table("administrator", key: ["email"])
}
