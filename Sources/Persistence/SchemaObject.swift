import GRDB
import Mentoring

/// A table, index or trigger of a database, as `sqlite_schema` has it.
struct SchemaObject: Hashable {
    let type: String
    let name: String
    let sql: String

    /// Those of a database, without those that SQLite makes by itself.
    static func all(in database: Database) throws -> Set<SchemaObject> {
        let rows = try Row.fetchAll(
            database,
            sql:
                "SELECT type, name, coalesce(sql, '') AS sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@'"
        )
        return Set(rows.map { SchemaObject(type: $0["type"], name: $0["name"], sql: $0["sql"]) })
    }

    /// Those that the first so many migrations make.
    static func expected(afterMigrations count: Int) throws -> Set<SchemaObject> {
        try DatabaseQueue().inDatabase { database in
            for migration in Schema.migrations.prefix(count) { try Schema.apply(migration, to: database) }
            return try all(in: database)
        }
    }

    /// How a database differs from what its own migrations make, one line each; empty when all is well.
    static func differences(in database: Database) throws -> [String] {
        let expected = try expected(afterMigrations: Schema.applied(in: database).count)
        let found = try all(in: database)
        func key(_ object: SchemaObject) -> String { "\(object.type) \(OneLine.shown(object.name))" }
        let (missing, more) = (expected.subtracting(found), found.subtracting(expected))
        let changed = Set(missing.map(key)).intersection(more.map(key))
        return
            (changed.map { "\($0) is not as this release makes it" }
            + missing.map(key).filter { !changed.contains($0) }.map { "\($0) is missing" }
            + more.map(key).filter { !changed.contains($0) }.map { "\($0) should not be there" }).sorted()
    }
}
