import CivilTime
import GRDB
import Mentoring
import MentoringService

extension Transaction {
    func records(of person: Identifier<Person>, at addresses: [EmailAddress], atMost most: Int) throws
        -> (records: [PersonRecord], isCut: Bool)
    {
        var records: [PersonRecord] = []
        var isCut = false
        for (kind, sql) in Self.recordsOfPerson {
            let found = try self.records(kind, sql, person, most + 1)
            isCut = isCut || found.count > most
            records += found.prefix(most)
        }
        for address in addresses {
            for (kind, sql) in Self.recordsOfAddress {
                let found = try self.records(kind, sql, address, most + 1)
                isCut = isCut || found.count > most
                records += found.prefix(most)
            }
        }
        return (records, isCut)
    }

    /// What a query finds, with a name for each column; columns of moments end in `_at` there, and none is left out but empty ones.
    private func records(
        _ kind: String, _ sql: String, _ owner: any Storable, _ most: Int
    ) throws -> [PersonRecord] {
        let rows = try Row.fetchAll(
            database.cachedStatement(sql: "\(sql) LIMIT ?2"), arguments: [owner.stored, most.databaseValue])
        return rows.map { row in
            var values: [String: String] = [:]
            for (column, value) in row where !value.isNull {
                let isMoment = column.hasSuffix("_at")
                let text =
                    isMoment ? Int64.fromDatabaseValue(value).map { Instant(secondsSinceEpoch: $0).rfc3339 } : nil
                values[column] = text ?? String.fromDatabaseValue(value) ?? value.description
            }
            return PersonRecord(kind: kind, values: values)
        }
    }
}
