import Foundation
import Testing

/// What is said to people stands in Wording (docs/decisions/words-in-one-room.md).
@Suite("What is said to people")
struct WordingTests {
    @Test("planning gives reasons, and words none but its refusals")
    func planning() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        #expect(files.count > 30)
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for sentence in sentences(in: text) { Issue.record("\(file) says “\(sentence)” itself") }
        }
    }

    @Test(
        "a sentence is found in code, and in no comment, refusal, or name of a key",
        arguments: [
            (#"return "\(name) is away then""#, 1), (#"// As in "is away then"."#, 0),
            (#"let key = "min-gap-weeks""#, 0),
            ("throw Refusal(\n    .conflict,\n    \"too many to plan with\")", 0),
            (#"id = "slot \(number) \(local)""#, 0),
        ])
    func found(code: String, count: Int) {
        #expect(sentences(in: code).count == count)
    }

    private let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/SeasonPlanning")

    /// The texts of several words in code, but for those of refusals.
    private func sentences(in text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.flatMap { index -> [String] in
            let line = lines[index]
            guard !line.trimmingCharacters(in: .whitespaces).hasPrefix("//"),
                !lines[max(0, index - 2)...index].contains(where: { $0.contains("Refusal(") })
            else { return [] }
            return line.matches(of: /"(?:\\.|[^"\\])*"/).map { String($0.output) }
                .filter { $0.replacing(/\\\([^)]*\)/, with: "").contains(/[a-z]{2,} [a-z]{2,}/) }
        }
    }
}
