import GRDB
import Mentoring

extension Transaction {
    var changesMade: Int { database.totalChangesCount }

    func log(
        of program: Program.Name?, before: Identifier<LogEntry>?, most: Int
    ) throws -> [LogEntry] {
        let conditions = [(program as (any Storable)?, "program = ?"), (before, "id < ?")].filter { $0.0 != nil }
        let condition = conditions.isEmpty ? "" : "WHERE " + conditions.map(\.1).joined(separator: " AND ")
        return try all(
            .logEntry, "SELECT * FROM log_entry \(condition) ORDER BY id DESC LIMIT ?", conditions.map(\.0) + [most]
        ) { row in
            LogEntry(
                id: try row.value("id"), moment: try row.value("moment"), actor: try row.valueIfAny("actor"),
                way: try row.value("way"), action: try row.value("action"), program: try row.valueIfAny("program"),
                subject: try row.valueIfAny("subject"), fields: try row.list("fields") { $0 })
        }
    }

    func add(_ entry: LogEntry) throws {
        try change(
            """
            INSERT INTO log_entry(moment, actor, way, action, program, subject, fields) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                entry.moment, entry.actor, entry.way, entry.action, entry.program, entry.subject,
                entry.fields.joined(separator: ","),
            ])
    }
}

extension Table {
    static let logEntry = Table("log_entry")
}
