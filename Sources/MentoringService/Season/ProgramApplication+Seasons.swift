import CivilTime
import Mentoring
import MentoringAPI
import ProgramFile
import TimeZoneCatalog

// The seasons that the file has, and what becomes of those that it leaves, moves or makes shorter.

extension ProgramApplication {
    /// The file's program with its seasons and those that stay.
    ///
    /// Whoever gives the season another start while it is announced makes another of it, which needs a word where the two overlap.
    func having(_ seasons: SeasonsOfFile, of stored: Program) throws -> Program {
        do {
            return try document.program.having(seasons.seasons(after: stored.seasons))
        } catch {
            let (file, unnamed) = (document.program.seasons, document.program.seasons.filter(\.hasUsualName))
            guard let next = seasons.added.first(where: { season in unnamed.contains { $0.start == season.start } }),
                let left = stored.seasons.last(where: { season in
                    !file.contains { $0.start == season.start } && season.overlaps(next)
                })
            else { throw error }
            throw BadInput(
                "\(error.message); \(left.name) has begun or was announced, so it keeps its start, and another start in the file is the next season"
            )
        }
    }

    mutating func apply(_ seasons: SeasonsOfFile, of stored: Program) throws {
        for season in seasons.removed {
            try drop(season, of: stored, because: "the program has no season from \(season.start) any more")
            try transaction.removeSeason(season.name, of: stored.name)
            note(.removed, "season \(season.summary)")
        }
        for (known, season) in seasons.changed {
            if known.start != season.start {
                try drop(known, of: stored, because: "the season begins on \(season.start) now")
            } else if season.weeks < known.weeks {
                let end = season.weeks == 1 ? "its first week" : "week \(season.weeks)"
                try drop(known, of: stored, beyond: season.weeks, because: "the season ends with \(end) now")
            }
        }
        try transaction.change(
            seasons.changed.filter { ($0.known.name, $0.known.start) != ($0.to.name, $0.to.start) }
                .map { ($0.known.name, $0.to) }, of: stored.name)
        try service.keepAsked(about: seasons.changed, of: stored.name, in: transaction)
        for (known, season) in seasons.changed {
            if known.summary != season.summary { note(.changed, "season \(known.summary) → \(season.summary)") }
            let terms = FileField.changes(from: known.terms.fileFields, to: season.terms.fileFields)
            if !terms.isEmpty { note(.changed, "season \(season.name): \(terms.joined(separator: ", "))") }
        }
        for season in seasons.added { note(.added, "season \(season.summary)") }
    }

    /// What was only planned of a season that is left or moved, or beyond the week it ends with now, takes place no more, weeks of
    /// duties too: it makes nobody busy.
    ///
    /// Whoever has a seat in it, or waits, is told.
    private mutating func drop(
        _ season: Season, of stored: Program, beyond week: Int = 0, because reason: String
    ) throws {
        let stored = stored.focused(on: season.name)
        for var session in try transaction.currentSessions(of: stored, by: zones)
        where session.status == .tentative && session.code.week > week {
            session.status = .cancelled
            session.cancellation = reason
            let told = try service.store(&session, at: now, in: transaction).map(\.name).sorted()
            let words = told.isEmpty ? "" : "; \(told.named) \(told.count == 1 ? "is" : "are") told"
            note(.removed, "\(session.code), which was tentative\(words)")
        }
        for duty in try transaction.duties(of: stored.name) {
            for known in try transaction.dutyTurns(of: duty.name, in: stored)
            where known.status == .tentative && known.code.week > week {
                var turn = known
                turn.status = .cancelled
                turn.isAgreed = false
                turn.offer = nil
                turn.cancellation = reason
                _ = try service.store(&turn, after: known, of: duty, at: now, in: transaction)
                note(.removed, "\(turn.code), which was tentative")
            }
        }
    }
}
