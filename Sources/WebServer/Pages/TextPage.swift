import CivilTime
import Mentoring
import MentoringAPI
import Pictures
import TimeZoneCatalog
import Wording

/// What a program's page says is to come, as a table of text for terminals.
///
/// What people wrote stands last in its line, so that no column depends on how wide its letters are.
struct TextPage {
    private let grid: SeasonGrid
    private let season: PublicSeason
    private let addresses: FeedAddresses

    init(_ grid: SeasonGrid, of season: PublicSeason, addresses: FeedAddresses) {
        self.grid = grid
        self.season = season
        self.addresses = addresses
    }

    /// - Throws: when a zone's rules cannot be read.
    func text(by zones: TimeZoneCatalog) throws -> String {
        let program = grid.program
        let clock = try grid.zone.map { try zones.rules(for: $0) }
        let ahead =
            try grid.ahead + season.following.map { LocalSession($0, in: try clock ?? zones.rules(for: $0.zone)) }
        var lines = [program.title, program.summary, "Held at \(program.location).", ""]
        if let archive = program.archiveNote { lines.insert(archive, at: 1) }
        if ahead.isEmpty {
            lines.append("No session is planned at the moment. \(program.contact) knows more.")
        } else {
            lines.append(grid.zone.map { "On the clock of \($0.name):" } ?? "Each on the clock by which it was agreed:")
            lines += Self.table(ahead.map(cells))
        }
        lines += ["", "Page: \(addresses.page(of: program.name))", "Calendar: \(addresses.feed(of: program.name))"]
        if grid.zone == nil {
            lines.append("Your own hours: \(addresses.page(of: program.name)).txt?zone=Europe/Berlin")
        }
        return lines.map { OneLine.shown($0) + "\n" }.joined()
    }

    private func cells(_ local: LocalSession) -> [String] {
        let session = local.session
        let clock = grid.zone == nil ? [local.zone.name] : [local.hours.inAWord]
        let state = session.isTentative ? "tentative" : session.start <= grid.now ? "under way" : session.seats
        return [local.start.date.inShort, "\(local.start.time)–\(local.end)"] + clock + [
            state, session.code, "with \(session.mentor.name)",
        ]
    }

    /// Lines whose columns are as wide as their widest cell, but for the last.
    private static func table(_ rows: [[String]]) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).dropLast().map { $0 + String(repeating: " ", count: $1 - $0.count) + "  " }.joined()
                + (row.last ?? "")
        }
    }
}
