import CivilTime
import Foundation
import GRDB

extension SQLiteStore {
    /// How much of what is kept for a time there is, and since when, one line each; nothing of what there is none of.
    static func kept(in database: Database) -> [String] {
        let kinds = [
            (
                "what mails said",
                "SELECT count(*) AS n, min(created) AS since FROM outbox WHERE state <> 'pending' AND length(bytes) > 0"
            ),
            ("mail set aside", "SELECT count(*) AS n, min(received) AS since FROM mail_set_aside"),
            ("sign-ups", "SELECT count(*) AS n, min(made) AS since FROM sign_up"),
            ("answers to repeated requests", "SELECT count(*) AS n, min(made) AS since FROM recorded_answer"),
            ("entries of the log", "SELECT count(*) AS n, min(moment) AS since FROM log_entry"),
        ]
        return kinds.compactMap { what, sql in
            guard let row = try? Row.fetchOne(database, sql: sql), let count = row["n"] as Int?,
                let since = row["since"] as Int64?
            else { return nil }
            return "\(what): \(count) since \(Instant(secondsSinceEpoch: since).rfc3339.prefix(10))"
        }
            + (((try? sweepDue(database)) ?? nil) == nil
                ? [] : ["free places of the file: to be written anew by the next round"])
    }

    /// The copies that restores and upgrades have left beside a database.
    static func copies(of path: String) -> [String] {
        let file = URL(filePath: path)
        let name = file.lastPathComponent
        let beside = try? FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path)
        let copies = (beside ?? []).filter { other in
            ["replaced", "before"].contains { other.hasPrefix("\(name).\($0)-") } && !other.hasSuffix(".key")
        }
        return copies.sorted().map {
            "\($0), a copy from before, which has whoever was erased since; remove it in its time"
        }
    }
}
