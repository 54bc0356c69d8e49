import CivilTime
import Mentoring
import MentoringService

extension Transaction {
    func hasOutlived(_ retention: Retention, at now: Instant) throws -> Bool {
        let (mail, log) = (retention.endOfMail(at: now), try endOfLog(retention, at: now))
        for old in Self.outlived {
            let found = try one(
                Table(old.table), "SELECT 1 AS found FROM \(old.table) WHERE \(old.condition) LIMIT 1", [mail]
            ) { try $0.value("found") as Int }
            if found != nil { return true }
        }
        return try oldestEntry().map { $0 < log } ?? false
    }

    func forgetWhatOutlived(_ retention: Retention, at now: Instant, atMost most: Int) throws {
        let (mail, log) = (retention.endOfMail(at: now), try endOfLog(retention, at: now))
        for old in Self.outlived {
            let found = "SELECT \(old.key) FROM \(old.table) WHERE \(old.condition) LIMIT ?2"
            try change("\(old.deed) WHERE (\(old.key)) IN (\(found))", [mail, most])
        }
        // Only from its beginning, which the schema holds; a clock that was put back keeps the rest.
        try change(
            """
            DELETE FROM log_entry WHERE id < coalesce(
                (SELECT min(id) FROM (SELECT id, moment FROM log_entry ORDER BY id LIMIT ?2) WHERE moment >= ?1),
                (SELECT max(id) FROM (SELECT id FROM log_entry ORDER BY id LIMIT ?2)))
            """, [log, most])
    }

    /// What the log keeps begins here: the schema lets none of the last 30 days before its last entry go.
    private func endOfLog(_ retention: Retention, at now: Instant) throws -> Instant {
        let last = try one(.logEntry, "SELECT moment FROM log_entry ORDER BY id DESC LIMIT 1", []) {
            try $0.value("moment") as Instant
        }
        let end = retention.endOfLog(at: now)
        return last.map { min(end, $0.adding(seconds: Int64(-86_400 * Retention.leastLogDays))) } ?? end
    }

    private func oldestEntry() throws -> Instant? {
        try one(.logEntry, "SELECT moment FROM log_entry ORDER BY id LIMIT 1", []) { try $0.value("moment") }
    }

    /// What is forgotten once it is older than the first argument says, and how: of mail only what it said.
    private static let outlived: [(table: String, key: String, condition: String, deed: String)] = [
        (
            "outbox", "id", "created < ?1 AND state <> 'pending' AND length(bytes) > 0",
            "UPDATE outbox SET bytes = x''"
        ),
        // What waits, be it held back or tried again, leaves first.
        ("outbox", "id", "created < ?1 AND forgotten = 1 AND state <> 'pending'", "DELETE FROM outbox"),
        ("mail_set_aside", "id", "received < ?1", "DELETE FROM mail_set_aside"),
        ("sign_up", "mailbox", "made < ?1", "DELETE FROM sign_up"),
        ("recorded_answer", "email, key", "made < ?1", "DELETE FROM recorded_answer"),
    ]
}
