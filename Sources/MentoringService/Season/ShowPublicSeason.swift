import CivilTime
public import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension TrainingService {
    /// What a page shows of a program's season, read at one moment, so that no part of it contradicts another.
    /// - Throws: `Refusal` not-found for an unknown program or season.
    public func publicSeason(of name: Program.Name, season: Season.Name? = nil) async throws -> PublicSeason {
        let now = clock.now()
        return try await store.read { try publicSeason(of: $0.requireProgram(name, season: season), at: now, in: $0) }
    }

    /// The same of every program, by name.
    public func publicSeasons() async throws -> [PublicSeason] {
        let now = clock.now()
        return try await store.read { transaction in
            try transaction.programs().map { try publicSeason(of: $0, at: now, in: transaction) }
        }
    }

    /// The sessions between which a code leaves a choice, as pages show them: one when it is clear, none when there is none.
    public func sessions(coded text: String) async throws -> [SessionView] {
        let now = clock.now()
        return try await store.read { transaction in
            guard let code = WrittenCode(text) else { return [] }
            let sessions = try transaction.choice(of: code, by: zones, at: now)
            guard let program = try sessions.first.map({ try transaction.requireProgram(of: $0.code) }) else {
                return []
            }
            return try views(of: sessions, in: program, for: Viewer(), transaction)
        }
    }

    private func publicSeason(
        of program: Program, at now: Instant, in transaction: any StoreReading
    ) throws -> PublicSeason {
        let sessions = try transaction.currentSessions(of: program, by: zones)
        return PublicSeason(
            program: try ProgramView(program, in: transaction),
            sessions: try views(of: sessions, in: program, for: Viewer(), transaction),
            freezes: try transaction.freezes(of: program.name).map(FreezeView.init),
            duties: try transaction.views(ofDutiesOf: program) { $0.status != .cancelled },
            following: try views(
                of: transaction.sessionsToCome(of: program.name, by: zones, at: now).filter {
                    $0.season > program.season.start
                }, in: program, for: Viewer(), transaction),
            seasons: program.seasonsWithStates(at: now).map {
                .init(name: $0.name, from: $0.start, to: $0.end, state: $1)
            }, asOf: now)
    }
}
