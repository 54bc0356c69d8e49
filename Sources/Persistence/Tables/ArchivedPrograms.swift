import CivilTime
import Mentoring

extension Transaction {
    func archive(of program: Program.Name) throws -> Instant? {
        try one(.archivedProgram, "SELECT since FROM archived_program WHERE program = ?", [program]) {
            try $0.value("since")
        }
    }

    func archivedPrograms() throws -> Set<Program.Name> {
        Set(try all(.archivedProgram, "SELECT program FROM archived_program") { try $0.value("program") })
    }

    func archive(_ program: Program.Name, at moment: Instant) throws {
        try addIfMissing(to: .archivedProgram, ["program": program, "since": moment])
    }

    func reopen(_ program: Program.Name) throws -> Bool {
        try change("DELETE FROM archived_program WHERE program = ?", [program]) > 0
    }
}

extension Table {
    static let archivedProgram = Table("archived_program", key: ["program"])
}
