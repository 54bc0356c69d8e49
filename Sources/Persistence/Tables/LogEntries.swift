import GRDB
import Mentoring
import MentoringService

extension Transaction {
    var changesMade: Int { database.totalChangesCount }

    func log(_ page: LogPage) throws -> [LogEntry] {
        let conditions: [(value: (any Storable)?, sql: String)] = [
            (page.program, "program = ?"), (page.actor, "actor = ?"), (page.since, "moment >= ?"),
            (page.before, "id < ?"), (page.after, "id > ?"),
            (page.onlyMembers ? 1 : nil, "(role IS NOT NULL) = ?"),
            // What an entry is about stands there word by word.
            (page.standsFirst ? nil : page.about.map { " \($0) " }, "instr(' ' || subject || ' ', ?) > 0"),
            // It by itself, or with a blank behind it, which is all that comes before an exclamation mark.
            (page.standsFirst ? page.about : nil, "subject >= ?"),
            (page.standsFirst ? page.about.map { "\($0)!" } : nil, "subject < ?"),
            (page.hidesStrangers ? page.about : nil, "(role IS NOT NULL OR actor IS NOT ?)"),
        ].filter { $0.value != nil }
        let condition = conditions.isEmpty ? "" : "WHERE " + conditions.map(\.sql).joined(separator: " AND ")
        let isForward = page.after != nil && page.before == nil
        let entries = try all(
            .logEntry, "SELECT * FROM log_entry \(condition) ORDER BY id \(isForward ? "ASC" : "DESC") LIMIT ?",
            conditions.map(\.value) + [page.most]
        ) { row in
            LogEntry(
                id: try row.value("id"), moment: try row.value("moment"), actor: try row.valueIfAny("actor"),
                role: try row.valueIfAny("role"), way: try row.value("way"), action: try row.value("action"),
                program: try row.valueIfAny("program"), subject: try row.valueIfAny("subject"),
                fields: try row.list("fields") { $0 })
        }
        return isForward ? entries.reversed() : entries
    }

    func add(_ entry: LogEntry) throws {
        try add(
            to: .logEntry,
            [
                "moment": entry.moment, "actor": entry.actor, "role": entry.role, "way": entry.way,
                "action": entry.action, "program": entry.program, "subject": entry.subject,
                "fields": entry.fields.joined(separator: ","),
            ])
    }
}

extension Table {
    static let logEntry = Table("log_entry")
}
