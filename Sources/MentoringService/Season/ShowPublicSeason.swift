import CivilTime
public import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension TrainingService {
    /// What a page shows of a program's season, read at one moment, so that no part of it contradicts another.
    /// - Throws: `Refusal` not-found for an unknown program or season.
    public func publicSeason(of name: Program.Name, season: Season.Name? = nil) async throws -> PublicSeason {
        let now = clock.now()
        return try await store.read { try publicSeason(of: name, season, at: now, in: $0) }
    }

    /// What a page shows of a session that people name, read at one moment: the sessions between which its code leaves a choice,
    /// one when it is clear, none when there is none; and the season of the one, else the program's own.
    ///
    /// - Parameters:
    ///   - text: the session's code, as people write it.
    ///   - name: the program.
    ///   - person: who looks, if that is known: then what is shown of the one session is as it is to them.
    /// - Returns: the sessions, the season, and what the one session is to whoever looks.
    /// - Throws: `Refusal` not-found for an unknown program.
    public func publicSession(
        coded text: String, of name: Program.Name, for person: Person? = nil
    ) async throws -> (choice: [SessionView], season: PublicSeason, standing: SessionStanding?) {
        let now = clock.now()
        return try await store.read { transaction in
            let sessions = try WrittenCode(text).map { try transaction.choice(of: $0, by: zones, at: now) } ?? []
            let known = sessions.first?.code
            let season = sessions.count == 1 && known?.program == name ? known?.season : nil
            let choice = try known.map {
                try views(
                    of: sessions, in: transaction.requireProgram(of: $0), for: Viewer(email: person?.email), transaction
                )
            }
            let standing =
                try sessions.count == 1
                ? person.flatMap { person in
                    try sessions.first.map { try self.standing(of: person.id, in: $0, at: now, transaction) }
                } : nil
            return (choice ?? [], try publicSeason(of: name, season, at: now, in: transaction), standing)
        }
    }

    private func publicSeason(
        of name: Program.Name, _ season: Season.Name?, at now: Instant, in transaction: any StoreReading
    ) throws -> PublicSeason {
        let program = try transaction.requireProgram(name, reading: season)
        // Somebody who looks at a season that was given up sees none of the others in it.
        let whole = season == nil ? program : try transaction.requireProgram(name)
        // Everything is read once: this is what a page costs.
        let all = try transaction.sessions(of: program.name, by: zones).sorted {
            ($0.start, $0.code) < ($1.start, $1.code)
        }
        let counts = try transaction.enrollmentCounts(of: program.name)
        let view = { (session: Session) in
            SessionView(session, counts: counts[session.id] ?? EnrollmentCounts(), yours: nil, at: now)
        }
        return PublicSeason(
            program: try ProgramView(program, in: transaction),
            sessions: all.filter { $0.season == program.season.start }.map(view),
            freezes: try transaction.freezes(of: program.name).map(FreezeView.init),
            duties: try transaction.views(ofDutiesOf: program, at: now, for: .nobody, by: secrets) {
                $0.status != .cancelled && !$0.sunday.isOver(at: now)
            },
            following: all.filter { $0.isUpcoming(at: now) && $0.season > program.season.start }.map(view),
            seasons: try transaction.seasonsWithStates(of: whole, at: now).map {
                .init(name: $0.name, from: $0.start, to: $0.end, state: $1)
            }, asOf: now)
    }
}
