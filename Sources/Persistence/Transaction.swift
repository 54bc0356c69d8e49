import CivilTime
import GRDB
import Mentoring
import MentoringService

/// One transaction of an open database.
///
/// What it can ask and change of each table lies with that table, under `Tables`.
struct Transaction {
    let database: Database
    /// The moment that decides which season of a program is meant; nil means its first.
    var moment: Instant?

    func meaningSeasons(at moment: Instant) -> Transaction {
        var other = self
        other.moment = moment
        return other
    }

    /// Every row that a query finds.
    func all<Entity>(
        _ table: Table, _ sql: String, _ arguments: [(any Storable)?] = [], _ make: (StoredRow) throws -> Entity
    ) throws -> [Entity] {
        let statement = try database.cachedStatement(sql: sql)
        let rows = try Row.fetchCursor(statement, arguments: values(arguments))
        let columns = QueryColumns(statement.columnNames)
        var entities: [Entity] = []
        while try rows.next() != nil {
            entities.append(try make(StoredRow(table, at: statement.sqliteStatement, columns)))
        }
        return entities
    }

    /// The row that a query finds, if any.
    func one<Entity>(
        _ table: Table, _ sql: String, _ arguments: [(any Storable)?], _ make: (StoredRow) throws -> Entity
    ) throws -> Entity? {
        try all(table, sql, arguments, make).first
    }

    /// Values by the columns that keep them.
    typealias Columns = KeyValuePairs<String, (any Storable)?>

    /// Inserts a row and tells its number.
    func insert<Entity>(into table: Table, _ columns: Columns) throws -> Identifier<Entity> {
        try add(to: table, columns)
        return Identifier(database.lastInsertedRowID)
    }

    /// Inserts a row.
    func add(to table: Table, _ columns: Columns) throws {
        try change(Self.insertion(into: table, columns), columns.map(\.value))
    }

    /// Inserts a row, unless there is one that it cannot stand beside.
    func addIfMissing(to table: Table, _ columns: Columns) throws {
        try change(Self.insertion(into: table, columns) + " ON CONFLICT DO NOTHING", columns.map(\.value))
    }

    /// Inserts a row or, where there is one with its key, changes what differs there, except in some columns.
    ///
    /// A row that is so already is not changed, and counts as no change.
    func save(to table: Table, _ columns: Columns, keeping kept: Set<String> = []) throws {
        let changed = columns.map(\.key).filter { !table.key.contains($0) && !kept.contains($0) }
        let sets = changed.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        let differs = changed.map { "\(table.name).\($0) IS NOT excluded.\($0)" }.joined(separator: " OR ")
        try change(
            Self.insertion(into: table, columns)
                + " ON CONFLICT(\(table.key.joined(separator: ", "))) DO UPDATE SET \(sets) WHERE \(differs)",
            columns.map(\.value))
    }

    private static func insertion(into table: Table, _ columns: Columns) -> String {
        let names = columns.map(\.key).joined(separator: ", ")
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(table.name)(\(names)) VALUES (\(marks))"
    }

    /// Changes rows and tells how many.
    @discardableResult
    func change(_ sql: String, _ arguments: [(any Storable)?]) throws -> Int {
        try database.cachedStatement(sql: sql).execute(arguments: values(arguments))
        return database.changesCount
    }

    /// Changes the one row that must be there.
    func changeOne(_ what: String, _ sql: String, _ arguments: [(any Storable)?]) throws {
        guard try change(sql, arguments) == 1 else {
            throw StorageFailure("the database holds no \(what); nothing was changed. Look it up and try again")
        }
    }

    /// Changes columns of the row with a number, which must be there.
    func changeOne<Entity>(
        _ what: String, in table: Table, _ id: Identifier<Entity>, _ columns: Columns
    ) throws {
        let sets = columns.map { "\($0.key) = ?" }.joined(separator: ", ")
        try changeOne(what, "UPDATE \(table.name) SET \(sets) WHERE id = ?", columns.map(\.value) + [id])
    }

    private func values(_ arguments: [(any Storable)?]) -> StatementArguments {
        StatementArguments(arguments.map { $0?.stored ?? .null })
    }
}

extension Transaction: StoreWriting {}
