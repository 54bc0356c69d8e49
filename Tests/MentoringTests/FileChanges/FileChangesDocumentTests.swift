import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

/// `docs/file-changes.md` says what ten changes of a file do; here they are made, and the page is what came of it.
@Suite("docs/file-changes.md")
struct FileChangesDocumentTests {
    @Test("has each change as it goes; make file-changes writes it anew")
    func fresh() async throws {
        var sections: [String] = []
        for (number, change) in zip(1..., ChangedFile.ten) { sections.append(try await section(number, change)) }
        let page = try GeneratedPage("file-changes.md")
        try page.expect(sections.joined(separator: "\n"), from: "## 1. ", writtenBy: "WRITE_FILE_CHANGES")
    }

    private func section(_ number: Int, _ change: ChangedFile) async throws -> String {
        var rows: [String] = []
        for meanwhile in change.meanwhile {
            let (plain, pruned) = (
                try await cells(change, meanwhile, prunes: false), try await cells(change, meanwhile, prunes: true)
            )
            rows.append("| \(meanwhile.words) | \(plain) |")
            if pruned != plain { rows.append("| the same, and `--prune` is given | \(pruned) |") }
        }
        return """
            ## \(number). \(change.testDescription)

            In the file \(change.words).

            | meanwhile | `apply` says | and then |
            |---|---|---|
            \(rows.joined(separator: "\n"))

            """
    }

    /// What is said and what happens, of which a dry run says the same and does nothing.
    private func cells(_ change: ChangedFile, _ meanwhile: ChangedFile.Meanwhile, prunes: Bool) async throws -> String {
        let fixture = try await change.fixture()
        try await meanwhile.does(fixture)
        let before = try await ProgramAtAGlance(fixture)
        let said = await answer { try await fixture.apply(change.after, prune: prunes, dryRun: true) }
        let rehearsed = try await ProgramAtAGlance(fixture)
        #expect(rehearsed == before, "\(change.testDescription): a dry run changes nothing")
        let did = await answer { try await fixture.apply(change.after, prune: prunes) }
        #expect(said == did, "\(change.testDescription): a dry run says what happens")
        let after = try await ProgramAtAGlance(fixture)
        let plan = try await fixture.service.plan("nova", publish: false)
        let outcome = before.outcome(after: after) + [next(plan)]
        return [did, outcome].map { $0.joined(separator: "<br>").replacing("|", with: "\\|") }.joined(separator: " | ")
    }

    private func answer(_ ask: () async throws -> [ProgramChange]) async -> [String] {
        do {
            let changes = try await ask()
            return changes.isEmpty ? ["nothing to change"] : changes.map(\.description)
        } catch {
            return ["refused: \(error)"]
        }
    }

    /// What planning does then.
    private func next(_ plan: PlanView) -> String {
        guard !plan.changes.isEmpty else { return "The next plan changes nothing." }
        let words: [(PlanView.Change.Kind, String)] = [
            (.new, "new"), (.moved, "moved"), (.mentor, "with another mentor"), (.dropped, "dropped"),
            (.capacity, "with other seats"), (.minutes, "of other length"), (.location, "elsewhere"),
        ]
        let counts = words.compactMap { kind, words in
            let count = plan.changes.count { $0.kind == kind }
            return count == 0 ? nil : "\(count) \(words)"
        }
        let told = plan.toldNames.isEmpty ? "nobody is told" : "told: \(plan.toldNames.joined(separator: ", "))"
        return "Sessions in the next plan: \(counts.joined(separator: ", ")); \(told)."
    }
}
