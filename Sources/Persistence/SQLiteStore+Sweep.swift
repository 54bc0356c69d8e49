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
        try await inWords { try await queue.writeWithoutTransaction(Self.writeAnew) }
        // What was erased meanwhile has a higher number, and is swept the next time.
        try await inWords {
            try await commits.write {
                try $0.execute(sql: "DELETE FROM setting WHERE name = 'sweep' AND value = ?", arguments: [seen])
            }
            changes.noteOwn()
        }
    }

    /// Has VACUUM make its copy on the disk: in memory it would take as much as the database, and a server's limit would end it.
    ///
    /// Changing where it goes drops the tables of what transactions note, which the next one makes anew.
    private static func writeAnew(_ database: Database) throws {
        try database.execute(sql: "PRAGMA temp_store = FILE")
        defer { try? database.execute(sql: inMemoryNotes) }
        try database.execute(sql: "VACUUM")
    }

    static func sweepDue(_ database: Database) throws -> String? {
        try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'sweep'")
    }
}
