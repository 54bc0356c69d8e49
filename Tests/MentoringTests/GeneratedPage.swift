import Foundation
import Testing

/// A page of `docs/`, which begins as somebody wrote it; what follows may be made from what it tells of.
struct GeneratedPage {
    let text: String
    private let file: URL

    /// - Parameter name: what it is called in `docs/`.
    /// - Throws: when it cannot be read.
    init(_ name: String) throws {
        file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/\(name)")
        text = try String(contentsOf: file, encoding: .utf8)
    }

    /// Holds that from a heading on, or its beginning, the page is what is made; or writes that, where a variable is set.
    func expect(_ made: String, from heading: String, writtenBy variable: String) throws {
        let start = try #require(text.range(of: "\n\(heading)")).lowerBound
        let fresh = "\(text[..<start])\n\(made.trimmingCharacters(in: .newlines))\n"
        guard ProcessInfo.processInfo.environment[variable] == nil else {
            return try fresh.write(to: file, atomically: true, encoding: .utf8)
        }
        let (lines, expected) = (text.split(separator: "\n"), fresh.split(separator: "\n"))
        for (line, fresh) in zip(lines, expected) { #expect(line == fresh) }
        #expect(lines.count == expected.count)
    }
}
