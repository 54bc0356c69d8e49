import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension TrainingService {
    /// Of each program in which something happens and each of its seasons, those that are over too, the sessions of which nobody
    /// recorded who came, by program, then season.
    public func unrecordedSessions() async throws -> [UnrecordedSessions] {
        let now = clock.now()
        return try await store.read { transaction in
            try transaction.livePrograms().flatMap {
                try transaction.unrecordedSessions(of: $0, by: zones, at: now)
            }
        }
    }
}

extension StoreReading {
    /// The sessions of a program of which nobody recorded who came, though somebody had a seat, by season.
    func unrecordedSessions(
        of program: Program, by zones: TimeZoneCatalog, at now: Instant
    ) throws -> [UnrecordedSessions] {
        let open = try sessionsWithoutAttendance(of: program.name, until: now.adding(seconds: Self.margin))
            .map { $0.timed(by: zones) }.filter { session in
                try session.end <= now && session.isOnOrHeld(at: now)
                    && visitors(in: session.id).without(program.bots).isEmpty
            }
        return program.seasons.compactMap { season in
            UnrecordedSessions(
                open.filter { $0.season == season.start }, of: program.name, season: season.name)
        }
    }

    /// The sessions of a program, and weeks of its duties, that passed without ever being announced, by season.
    func missedSessions(of program: Program, by zones: TimeZoneCatalog, at now: Instant) throws -> [MissedSessions] {
        let until = now.adding(seconds: Self.margin)
        let sessions = try tentativeSessions(of: program.name, until: until).map { $0.timed(by: zones) }
        let today = LocalDate(epochDay: Int(now.secondsSinceEpoch / 86_400))
        let turns = try tentativeDutyTurns(of: program.name, until: today)
        return program.seasons.map { program.focused(on: $0.name) }.compactMap { program in
            MissedSessions(
                sessions.filter { $0.season == program.season.start },
                turns.filter { $0.season == program.season.start }, of: program, at: now)
        }
    }

    /// In seconds: no change of tz data moves a session as far as that from when it was to start when it was stored.
    private static var margin: Int64 { 86_400 }
}
