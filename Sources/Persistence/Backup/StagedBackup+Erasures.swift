import Foundation
import GRDB
import Mentoring
import MentoringService

/// Whose address was erased in a database, by digest.
struct NotedErasure {
    let digest: [UInt8]
    let salt: String
    let moment: Int

    /// Those of the database that a backup is to replace; none where nothing is there.
    /// - Parameter path: its one name.
    /// - Returns: all of them.
    /// - Throws: what opening and reading it throws, and `Unread` for a file that has lost what it held: whom it had erased is not known
    ///   then, which is not the same as nobody.
    static func all(at path: String) throws -> [NotedErasure] {
        // What is opened and is not there would be made.
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try InspectedDatabase.queue(at: path).read { database in
            guard try !Schema.applied(in: database).isEmpty else { throw Unread() }
            guard try database.tableExists("erased_address") else { return [] }
            return try Row.fetchAll(database, sql: "SELECT digest, salt, moment FROM erased_address").map { row in
                guard let digest = Data.fromDatabaseValue(row["digest"]), digest.count == 32,
                    let salt = String.fromDatabaseValue(row["salt"]), let moment = Int.fromDatabaseValue(row["moment"])
                else { throw Unread() }
                return NotedErasure(digest: Array(digest), salt: salt, moment: moment)
            }
        }
    }

    /// A file that holds no database's content, or something else in the place of an erasure.
    private struct Unread: Error {}
}

extension StagedBackup {
    /// Notes who was erased since the backup was made, so that they are erased again before anything else is done.
    ///
    /// The database is brought up to date first where it is of an earlier release, since that had no place for it.
    /// - Parameter noted: the erasures of the database that is replaced.
    /// - Returns: how many people are to be erased again.
    /// - Throws: what reading and writing the staged database throws.
    func note(_ noted: [NotedErasure]) throws -> Int {
        guard !noted.isEmpty else { return 0 }
        let queue = try InspectedDatabase.queue(at: database)
        let due = try queue.inDatabase { database -> Int in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try Schema.bringUpToDate(database) { _ in }
            var due = 0
            try database.inTransaction {
                let transaction = Transaction(database: database)
                due = try transaction.note(noted)
                return .commit
            }
            return due
        }
        try queue.close()
        try RawFile(reading: database).sync()
        return due
    }
}

extension Transaction {
    fileprivate func note(_ noted: [NotedErasure]) throws -> Int {
        // What the backup has itself was done before it was made: whoever has such an address there came back since.
        let since = try noted.filter { erasure in
            try one(
                .erasedAddress, "SELECT 1 AS found FROM erased_address WHERE digest = ? AND moment = ?",
                [erasure.digest, erasure.moment]
            ) { try $0.value("found") as Int } == nil
        }
        guard !since.isEmpty else { return 0 }
        let digests = Set(since.map(\.digest)), salts = Set(since.map(\.salt))
        for person in try people() {
            let addresses = try [person.email] + addressMoves(of: person.id).map(\.old)
            let isErased = addresses.contains { address in
                salts.contains { digests.contains(Self.digest(of: address, $0)) }
            }
            if isErased { try addIfMissing(to: Table("erasure_due"), ["person": person.id]) }
        }
        for erasure in since {
            try save(
                to: .erasedAddress,
                ["digest": erasure.digest, "salt": erasure.salt, "moment": erasure.moment])
        }
        return try erasuresDue().count
    }
}
