import CivilTime
import Mentoring

extension Transaction {
    func joinRequests(of program: Program.Name) throws -> [JoinRequest] {
        try all(
            .joinRequest, "SELECT * FROM join_request WHERE program = ? ORDER BY email", [program], JoinRequest.init)
    }

    func joinRequest(of email: EmailAddress, in program: Program.Name) throws -> JoinRequest? {
        try one(
            .joinRequest, "SELECT * FROM join_request WHERE program = ? AND email = ?", [program, email],
            JoinRequest.init)
    }

    func save(_ request: JoinRequest) throws {
        try save(
            to: .joinRequest,
            [
                "program": request.program, "email": request.email, "kind": request.kind, "name": request.name,
                "zone": request.zone, "made": request.made,
            ])
    }

    func removeJoinRequest(of email: EmailAddress, in program: Program.Name) throws {
        try change("DELETE FROM join_request WHERE program = ? AND email = ?", [program, email])
    }
}

extension JoinRequest {
    fileprivate init(_ row: StoredRow) throws {
        self.init(
            program: try row.value("program"), email: try row.value("email"), kind: try row.value("kind"),
            name: try row.value("name"), zone: try row.value("zone"), made: try row.value("made"))
    }
}

extension Table {
    static let joinRequest = Table("join_request", key: ["program", "email"])
}
