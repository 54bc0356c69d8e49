import GRDB

extension Database {
    /// Takes from the schema what keeps enrollments right: all triggers, and what must be unique of an enrollment.
    func removeProtection() throws {
        let triggers = try String.fetchAll(self, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        for trigger in triggers { try execute(sql: "DROP TRIGGER \(trigger)") }
        let definition = try String.fetchOne(
            self, sql: "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'enrollment'")
        guard let definition else { return }
        let indexes = try String.fetchAll(
            self,
            sql: """
                SELECT sql FROM sqlite_schema
                WHERE type = 'index' AND tbl_name = 'enrollment' AND sql IS NOT NULL AND sql NOT LIKE 'CREATE UNIQUE%'
                """)
        try execute(sql: "DROP TABLE enrollment")
        try execute(sql: definition.replacing(#/,\s*UNIQUE\s*\([^)]*\)/#, with: ""))
        for index in indexes { try execute(sql: index) }
    }
}
