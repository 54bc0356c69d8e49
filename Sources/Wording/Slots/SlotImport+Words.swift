package import Mentoring
package import MentoringAPI

extension SlotImport {
    /// What a mentor reads: what was taken, what was left and why.
    package func text(dryRun: Bool) -> String {
        let lines = taken.flatMap { taken in
            let note = taken.note.map { " (\($0))" } ?? ""
            let days = [taken.slot.from.map { "from \($0)" }, taken.slot.until.map { "until \($0)" }]
            let span = days.compactMap(\.self).map { ", " + $0 }.joined()
            // Numbers are given for good, so a rehearsal's are worth nothing.
            let slot = dryRun && taken.outcome == .added ? "slot" : "slot \(taken.slot.id)"
            return ["line \(taken.line): \(taken.outcome.rawValue) \(slot), \(taken.slot.summary)\(span)\(note)"]
                + (taken.remarks ?? []).map { "! \($0)" }
        }
        let changes = taken.count { $0.outcome != .known }
        let summary = "slots added or changed: \(changes) of \(taken.count); entries left: \(left.count)"
        return importReport(lines, left, summary, dryRun: dryRun && changes > 0)
    }
}

/// What an import did, line by line, and in one line.
package func importReport(
    _ lines: [String], _ left: [LeftOut], _ summary: String, dryRun: Bool, then: [String] = []
) -> String {
    let reasons = left.map { part in
        let more = part.count.map { " (\($0) in all)" } ?? ""
        return "line \(part.line): \(part.what) left: \(part.reason)\(more)"
    }
    let outcome =
        summary
        + (dryRun
            ? Layout.current.isOnPage ? "; \(Preview.nothing)" : "; this was a rehearsal, nothing was changed" : "")
    return ((lines + reasons + [outcome]).map { Paragraph.of($0) } + then).joined(separator: "\n")
}
