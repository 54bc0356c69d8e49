import Foundation
import Testing

@testable import meridian

/// docs/browser.md says of each command where the same is done in a browser, or why not.
@Suite("The table of commands and pages")
struct BrowserDocumentTests {
    @Test("has every command, and nothing else")
    func complete() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/browser.md")
        let rows = try String(contentsOf: file, encoding: .utf8).matches(of: /\n\| `([a-z -]+)` \|/).map {
            String($0.1)
        }
        let commands = CommandTree.ways().map { way in way.map { $0.ownName }.joined(separator: " ") }
        #expect(Set(rows) == Set(commands))
        #expect(rows.count == commands.count)
    }
}
