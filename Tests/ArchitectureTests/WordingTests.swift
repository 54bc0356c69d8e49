import Foundation
import Testing

/// What is said to people stands in Wording (docs/decisions/words-in-one-room.md).
@Suite("What is said to people")
struct WordingTests {
    @Test("planning gives reasons, and words none but its refusals")
    func planning() throws {
        let files = try files(in: "SeasonPlanning")
        #expect(files.count > 30)
        for file in files { try expectNoSentence(in: file) }
    }

    @Test("what is done with a season and its file gives effects, and words none but its refusals")
    func season() throws {
        // Keys that are stored, a file without a name, and a fault of the planner.
        let others = ["FileKeys", "FileMemory", "ApplyProgram", "SeasonRevision"].map {
            "MentoringService/Season/\($0).swift"
        }
        let files = try files(in: "MentoringService/Season")
        #expect(files.count > 30 && Set(files).isSuperset(of: others))
        for file in files where !others.contains(file) { try expectNoSentence(in: file) }
    }

    @Test(
        "what changes people and their turns gives effects, and words none but its refusals",
        arguments: [
            "Accounts/AddressMoves", "Accounts/ArchiveProgram", "Accounts/Departure", "Accounts/Farewell",
            "Accounts/TermsChange", "Slots/ImportSlots", "Slots/PublishSlot", "Swaps/EndedOffers", "Swaps/SwapLedger",
        ])
    func effects(file: String) throws {
        try expectNoSentence(in: "MentoringService/\(file).swift")
    }

    @Test(
        "pages of one matter, and the lines of others, ask for their words, and make none",
        arguments: ["MailMatterPage", "MailMatterPage+Move", "MailMatterPage+StandingOffer", "DutyLine", "OwnSession"])
    func pages(file: String) throws {
        try expectNoSentence(in: "WebServer/Pages/\(file).swift")
    }

    @Test(
        "a sentence is found in code, and in no comment, refusal, or name of a key",
        arguments: [
            (#"return "\(name) is away then""#, 1), (#"// As in "is away then"."#, 0),
            (#"let key = "min-gap-weeks""#, 0),
            ("throw Refusal(\n    .conflict,\n    \"too many to plan with\")", 0),
            (#"id = "slot \(number) \(local)""#, 0),
            (#"memory.say("listed mentor", of: person.id)"#, 0),
            ("throw BadInput(\n    \"say what to set\")", 0),
        ])
    func found(code: String, count: Int) {
        #expect(sentences(in: code).count == count)
    }

    private let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources")

    /// The sources that lie in a folder.
    private func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: sources.appending(path: folder).path)
            .filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
    }

    private func expectNoSentence(in file: String) throws {
        let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
        for sentence in sentences(in: text) { Issue.record("\(file) says “\(sentence)” itself") }
    }

    /// The texts of several words in code, but for those of refusals, and for the keys of what the file said.
    private func sentences(in text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.flatMap { index -> [String] in
            let line = lines[index]
            guard !line.trimmingCharacters(in: .whitespaces).hasPrefix("//"),
                !lines[max(0, index - 2)...index].contains(where: { $0.contains(/Refusal\(|BadInput\(/) }),
                !line.contains("memory.")
            else { return [] }
            return line.matches(of: /"(?:\\.|[^"\\])*"/).map { String($0.output) }
                .filter { $0.replacing(/\\\([^)]*\)/, with: "").contains(/[a-z]{2,} [a-z]{2,}/) }
        }
    }
}
