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
        let recorded = try Set(attendance(of: program.name).map(\.session))
            .union(visitors(of: program.name).without(program.bots).map(\.session))
        let open = try sessions(of: program.name, by: zones).filter { session in
            try session.end <= now && session.isOnOrHeld(at: now) && !recorded.contains(session.id)
                && enrollments(in: session.id).contains { $0.seat != nil && $0.person.id != session.mentor.id }
        }
        return program.seasons.compactMap { season in
            UnrecordedSessions(
                open.filter { $0.season == season.start }, of: program.name, season: season.name)
        }
    }

    /// The sessions of a program, and weeks of its duties, that passed without ever being announced, by season.
    func missedSessions(of program: Program, by zones: TimeZoneCatalog, at now: Instant) throws -> [MissedSessions] {
        let turns = try dutyTurns(of: program.name)
        return try program.seasons.map { program.focused(on: $0.name) }.compactMap { program in
            MissedSessions(
                try currentSessions(of: program, by: zones), turns.filter { $0.season == program.season.start },
                of: program, at: now)
        }
    }
}
