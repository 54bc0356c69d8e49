import CivilTime
import Mentoring

// Programs that nobody joins for a while, and those that are only read: two tables of one form.

extension Transaction {
    func pause(of program: Program.Name) throws -> Instant? { try rest(of: program, in: .pausedProgram) }
    func pausedPrograms() throws -> Set<Program.Name> { try resting(in: .pausedProgram) }
    func pause(_ program: Program.Name, at moment: Instant) throws { try rest(program, at: moment, in: .pausedProgram) }
    func resume(_ program: Program.Name) throws -> Bool { try wake(program, in: .pausedProgram) }

    func archive(of program: Program.Name) throws -> Instant? { try rest(of: program, in: .archivedProgram) }
    func archivedPrograms() throws -> Set<Program.Name> { try resting(in: .archivedProgram) }
    func archives() throws -> [Program.Name: Instant] {
        let archives = try all(.archivedProgram, "SELECT program, since FROM archived_program", []) { row in
            (try row.value("program") as Program.Name, try row.value("since") as Instant)
        }
        return Dictionary(archives) { first, _ in first }
    }
    func archive(_ program: Program.Name, at moment: Instant) throws {
        try rest(program, at: moment, in: .archivedProgram)
    }
    func reopen(_ program: Program.Name) throws -> Bool { try wake(program, in: .archivedProgram) }

    private func rest(of program: Program.Name, in table: Table) throws -> Instant? {
        try one(table, "SELECT since FROM \(table.name) WHERE program = ?", [program]) { try $0.value("since") }
    }

    private func resting(in table: Table) throws -> Set<Program.Name> {
        Set(try all(table, "SELECT program FROM \(table.name)") { try $0.value("program") })
    }

    private func rest(_ program: Program.Name, at moment: Instant, in table: Table) throws {
        try addIfMissing(to: table, ["program": program, "since": moment])
    }

    private func wake(_ program: Program.Name, in table: Table) throws -> Bool {
        try change("DELETE FROM \(table.name) WHERE program = ?", [program]) > 0
    }
}

extension Table {
    fileprivate static let pausedProgram = Table("paused_program", key: ["program"])
    fileprivate static let archivedProgram = Table("archived_program", key: ["program"])
}
