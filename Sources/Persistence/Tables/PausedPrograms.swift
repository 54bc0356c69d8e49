import CivilTime
import Mentoring

extension Transaction {
    func pause(of program: Program.Name) throws -> Instant? {
        try one(.pausedProgram, "SELECT since FROM paused_program WHERE program = ?", [program]) {
            try $0.value("since")
        }
    }

    func pausedPrograms() throws -> Set<Program.Name> {
        Set(try all(.pausedProgram, "SELECT program FROM paused_program") { try $0.value("program") })
    }

    func pause(_ program: Program.Name, at moment: Instant) throws {
        try addIfMissing(to: .pausedProgram, ["program": program, "since": moment])
    }

    func resume(_ program: Program.Name) throws -> Bool {
        try change("DELETE FROM paused_program WHERE program = ?", [program]) > 0
    }
}

extension Table {
    static let pausedProgram = Table("paused_program", key: ["program"])
}
