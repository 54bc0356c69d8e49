import CivilTime
import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

extension ListSeasons: HandledRequest {
    /// A program's seasons, those that are over or were given up too, by start.
    /// - Throws: `Refusal` not-found for an unknown program.
    public func carryOut(for client: Client) async throws -> [SeasonView] {
        let name = program
        let service = client.service
        let now = service.clock.now()
        return try await service.store.read { transaction in
            let seasons = try transaction.seasonsWithStates(of: transaction.requireProgram(name), at: now)
            let held = try seasons.map { season, state in
                let program = try transaction.requireProgram(name, season: season.name)
                let facts = try SeasonFacts(
                    of: program, in: transaction, by: service.zones, now: now, told: client.principal)
                return SeasonView(
                    season, of: name, state: state, sessions: facts.standingSessions.count,
                    uncovered: facts.turnsWithoutSession)
            }
            let left = try transaction.givenUpSeasonsThatPeopleKnow(of: name).map {
                SeasonView($0, of: name, state: .givenUp, sessions: 0, uncovered: 0)
            }
            return (held + left).sorted { ($0.from, $0.season) < ($1.from, $1.season) }
        }
    }
}

extension StoreReading {
    /// A program's seasons by start, each with where it stands.
    func seasonsWithStates(of program: Program, at now: Instant) throws -> [(Season, SeasonView.State)] {
        let next = program.seasons.first { $0.start.midnightUTC > now }
        let isArchived = try archivedPrograms().contains(program.name)
        return program.seasons.map { season in
            let goesOn: SeasonView.State = season.start.midnightUTC <= now ? .running : season == next ? .next : .later
            return (season, season.isOver(at: now) ? .past : isArchived ? .archived : goesOn)
        }
    }
}
