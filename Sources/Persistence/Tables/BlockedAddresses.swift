import CivilTime
import Mentoring

extension Transaction {
    func blockedAddresses(holding program: Program.Name?, like email: EmailAddress) throws -> [EmailAddress] {
        try all(
            .blockedAddress,
            "SELECT email FROM blocked_address WHERE (program IS NULL OR program = ?) AND substr(email, 1, 1) = ?",
            [program, String(email.description.prefix(1))]
        ) { try $0.value("email") }
    }

    func blockedAddresses(in program: Program.Name?) throws -> [BlockedAddress] {
        try all(.blockedAddress, "SELECT * FROM blocked_address WHERE program IS ? ORDER BY email", [program]) {
            BlockedAddress(
                email: try $0.value("email"), program: try $0.valueIfAny("program"), since: try $0.value("since"))
        }
    }

    func add(_ blocked: BlockedAddress) throws {
        try addIfMissing(
            to: .blockedAddress, ["email": blocked.email, "program": blocked.program, "since": blocked.since])
    }

    func removeBlock(of email: EmailAddress, in program: Program.Name?) throws -> Bool {
        try change("DELETE FROM blocked_address WHERE email = ? AND program IS ?", [email, program]) > 0
    }
}

extension Table {
    static let blockedAddress = Table("blocked_address", key: ["email", "program"])
}
