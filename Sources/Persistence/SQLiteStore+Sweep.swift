import GRDB
import Mentoring

extension SQLiteStore {
    /// Writes the whole file anew, where something was erased since that was done last.
    ///
    /// `secure_delete` overwrites what is deleted, and yet pages that SQLite has balanced can keep a copy of it between their cells:
    /// of 60 databases of a trial 9 had one, and none after VACUUM.
    public func sweep() async throws {
        let seen = try await inWords { try await reading(Self.sweepDue) }
        guard let seen else { return }
        try await inWords { try await queue.vacuum() }
        // What was erased meanwhile has a higher number, and is swept the next time.
        try await inWords {
            try await commits.write {
                try $0.execute(sql: "DELETE FROM setting WHERE name = 'sweep' AND value = ?", arguments: [seen])
            }
            changes.noteOwn()
        }
    }

    static func sweepDue(_ database: Database) throws -> String? {
        try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'sweep'")
    }
}
