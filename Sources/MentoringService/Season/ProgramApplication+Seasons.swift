import CivilTime
import Mentoring
import MentoringAPI
import ProgramFile
import TimeZoneCatalog
import Wording

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
            let told = try drop(
                season, of: stored, because: .noSeason(from: season.start))
            try tellStanding(in: season, of: stored, besides: told)
            let isSpoken = try transaction.spokenSeasons(of: stored.name).contains(season.name)
            try transaction.giveUpSeason(season.name, of: stored.name)
            note(.removed(.season(season, isSpoken: isSpoken)))
        }
        for (known, season) in seasons.changed {
            if known.start != season.start {
                try drop(known, of: stored, because: .seasonBegins(season.start))
            } else if season.weeks < known.weeks {
                try drop(known, of: stored, beyond: season.weeks, because: .seasonEnds(withWeek: season.weeks))
            }
        }
        try transaction.change(
            (seasons.changed + seasons.takenUp).filter { ($0.known.name, $0.known.start) != ($0.to.name, $0.to.start) }
                .map { ($0.known.name, $0.to) }, of: stored.name)
        try service.keepAsked(about: seasons.changed + seasons.takenUp, of: stored.name, in: transaction)
        for (known, season) in seasons.changed {
            if known.summary != season.summary { note(.changed(.season(known, to: season))) }
            // What a change of its capacity does is told by itself.
            let isCapacityTold =
                !season.isOver(at: now)
                && stored.focused(on: known.name).capacity != program.focused(on: season.name).capacity
            let terms = FileField.changes(from: known.terms.fileFields, to: season.terms.fileFields)
                .filter { !isCapacityTold || $0.key != "capacity" }
            let kept = try terms.contains { $0.key == "minutes" } ? lengthsKept(of: stored) : []
            if !terms.isEmpty { note(.changed(.terms(season.name, terms, lengthsKept: kept))) }
        }
        for (known, season) in seasons.takenUp {
            note(.added(.takenUp(season, before: known)))
        }
        for season in seasons.added.sorted(by: { $0.start < $1.start }) {
            note(.added(.season(season)))
        }
    }

    /// Says, once, which seasons to come stay though the file leaves them out.
    mutating func tellOfSeasonsLeft() {
        for season in seasonsLeft {
            let listed = FileMemory.listed("season \(season.name)")
            if !memory.knew(listed, of: nil) {
                note(.extra(.season(season)))
            }
            memory.say(listed, of: nil)
        }
    }

    /// What was only planned of a season that is left or moved, or beyond the week it ends with now, takes place no more, weeks of
    /// duties too: it makes nobody busy.
    ///
    /// Whoever has a seat in it, or waits, is told.
    /// - Returns: those who are told.
    @discardableResult
    private mutating func drop(
        _ season: Season, of stored: Program, beyond week: Int = 0, because reason: CancellationReason
    ) throws -> Set<Identifier<Person>> {
        let stored = stored.focused(on: season.name)
        let name = try names
        var all: Set<Identifier<Person>> = []
        for var session in try transaction.currentSessions(of: stored, by: zones)
        where session.status == .tentative && session.code.week > week {
            session.status = .cancelled
            session.cancellation = reason.text
            let people = try service.store(&session, at: now, in: transaction)
            all.formUnion(people.map(\.id))
            note(.removed(.tentative("\(session.code)", told: people.called { name($0) })))
        }
        for duty in try transaction.duties(of: stored.name) {
            for known in try transaction.dutyTurns(of: duty.name, in: stored)
            where known.status == .tentative && known.code.week > week {
                var turn = known
                turn.status = .cancelled
                turn.isAgreed = false
                turn.offer = nil
                turn.cancellation = reason.text
                let people = try service.store(&turn, after: known, of: duty, at: now, in: transaction)
                note(.removed(.tentative("\(turn.code)", told: people.called { name($0) })))
            }
        }
        return all
    }

    /// Tells those enrolled in every session of a season that is given up, where no session's end told them.
    private mutating func tellStanding(
        in season: Season, of stored: Program, besides told: Set<Identifier<Person>>
    ) throws {
        let name = try names
        for standing in try transaction.standingEnrollments(of: stored.name)
        where standing.season == season.name && !told.contains(standing.person.id) {
            let letter = JoinLetter(
                reader: standing.person.email, program: stored.focused(on: season.name),
                occasion: .seasonGivenUp(standing.region), date: now)
            try service.tell(.joining(letter), in: transaction)
            let region = stored.regionTitles[standing.region]
            note(.removed(.standing(name(standing.person), region: region, season.name)))
        }
    }
}
