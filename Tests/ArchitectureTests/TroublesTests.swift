import Foundation
import Testing

/// The table of other people's troubles names tests as what holds each row: they are there, and each row names some.
@Suite("The table of other people's troubles")
struct TroublesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func rows() throws -> [String] {
        try String(contentsOf: root.appending(path: "docs/troubles.md"), encoding: .utf8).split(separator: "\n")
            .map(String.init).filter { $0.hasPrefix("| ") && !$0.contains("| held by |") }
    }

    /// The names of all suites and of what extends them.
    private static func suites() throws -> Set<String> {
        let folder = root.appending(path: "Tests")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try files.reduce(into: []) { names, file in
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for match in text.matches(of: /\b(?:struct|class) (\w+Tests)\b/) { names.insert(String(match.1)) }
        }
    }

    @Test("names in each row what holds it, and nothing that is not there")
    func named() throws {
        let (rows, suites) = (try Self.rows(), try Self.suites())
        #expect(rows.count > 40)
        for row in rows {
            let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let held = try #require(cells.last).matches(of: /`(\w+)`/).map { String($0.1) }
            #expect(!held.isEmpty, "\(row.prefix(60)) names no test")
            for name in held { #expect(suites.contains(name), "\(row.prefix(60)) names \(name), which is no suite") }
        }
    }
}
