import GRDB
import Mentoring
import MentoringService

/// One transaction of an open database.
///
/// What it can ask and change of each table lies with that table, under `Tables`.
struct Transaction {
    let database: Database

    /// Every row that a query finds.
    func all<Entity>(
        _ table: Table, _ sql: String, _ arguments: [(any Storable)?] = [], _ make: (StoredRow) throws -> Entity
    ) throws -> [Entity] {
        let statement = try database.cachedStatement(sql: sql)
        let rows = try Row.fetchCursor(statement, arguments: values(arguments))
        let places = Dictionary(zip(statement.columnNames, 0...)) { first, _ in first }
        var entities: [Entity] = []
        while let row = try rows.next() { entities.append(try make(StoredRow(table, row, places: places))) }
        return entities
    }

    /// The row that a query finds, if any.
    func one<Entity>(
        _ table: Table, _ sql: String, _ arguments: [(any Storable)?], _ make: (StoredRow) throws -> Entity
    ) throws -> Entity? {
        try all(table, sql, arguments, make).first
    }

    /// Inserts a row and tells its number.
    func insert<Entity>(_ sql: String, _ arguments: [(any Storable)?]) throws -> Identifier<Entity> {
        try change(sql, arguments)
        return Identifier(database.lastInsertedRowID)
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

    private func values(_ arguments: [(any Storable)?]) -> StatementArguments {
        StatementArguments(arguments.map { $0?.stored ?? .null })
    }
}

extension Transaction: StoreWriting {}
