import GRDB
import Mentoring

/// A table and the columns that tell its rows apart.
struct Table {
    let name: String
    let key: [String]

    init(_ name: String, key: [String] = ["id"]) {
        self.name = name
        self.key = key
    }
}

/// A row as it was stored, read column by column; what cannot be read is an error that says where it lies.
struct StoredRow {
    let table: Table
    /// Where the query stands at this row: it is read before the next one.
    private let statement: SQLiteStatement
    let columns: QueryColumns

    init(_ table: Table, at statement: SQLiteStatement, _ columns: QueryColumns) {
        self.table = table
        self.statement = statement
        self.columns = columns
    }

    /// The same row as one of another table, whose columns a join has put a prefix before.
    func joined(_ table: Table, prefix: String) -> StoredRow {
        StoredRow(table, at: statement, columns.joined(prefix: prefix))
    }

    /// The value of a column that is never empty.
    func value<Value: Storable>(_ column: String) throws(UnreadableValue) -> Value {
        guard let value: Value = try valueIfAny(column) else { throw unreadable(column) }
        return value
    }

    /// The value of a column that may be empty.
    func valueIfAny<Value: Storable>(_ column: String) throws(UnreadableValue) -> Value? {
        let stored = stored(column)
        if stored.isNull { return nil }
        guard let value = Value(stored: stored) else { throw unreadable(column) }
        return value
    }

    /// The members of a column of comma-separated text, or one separated otherwise.
    func list<Member>(
        _ column: String, separator: Character = ",", _ read: (String) -> Member?
    ) throws(UnreadableValue) -> [Member] {
        let text: String = try value(column)
        var members: [Member] = []
        for part in text.isEmpty ? [] : text.split(separator: separator, omittingEmptySubsequences: false) {
            guard let member = read(String(part)) else { throw unreadable(column) }
            members.append(member)
        }
        return members
    }

    /// What `make` builds from several columns; its objection is blamed on `column`.
    func checked<Value>(_ column: String, _ make: () throws(BadInput) -> Value) throws(UnreadableValue) -> Value {
        do { return try make() } catch { throw unreadable(column) }
    }

    private func stored(_ column: String) -> DatabaseValue {
        // Past GRDB's rows, which take three times as long: a page reads thousands of values.
        columns.place(of: column).map { DatabaseValue(sqliteStatement: statement, index: CInt($0)) } ?? .null
    }

    /// What is thrown of a column that cannot be read.
    func unreadable(_ column: String) -> UnreadableValue {
        UnreadableValue(
            table: table.name, row: table.key.map { stored($0).description }.joined(separator: ", "), column: column,
            value: stored(column).description)
    }
}

/// A stored value that means nothing, which only a damaged or hand-edited database holds.
struct UnreadableValue: Error {
    let table: String
    /// The values of the row's key.
    let row: String
    let column: String
    /// As an SQL literal.
    let value: String
}
