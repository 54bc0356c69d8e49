import Foundation
import GRDB
import Testing

@testable import Persistence

@Suite("docs/schema.sql")
struct SchemaDocumentTests {
    @Test("is the schema of a new database; make schema writes it anew")
    func fresh() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("meridian.db")
        _ = try SQLiteStore(path: path)
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        let statements = try await queue.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT sql || ';' || char(10) FROM sqlite_schema
                    WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY tbl_name, type = 'table' DESC, type, name
                    """)
        }
        let document = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/schema.sql")
        let written = try String(contentsOf: document, encoding: .utf8)
        #expect(written == statements.map { $0 + "\n" }.joined())
    }
}
