import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension TrainingService {
    /// The tz release under which instants were last computed; nil before the first published plan.
    public func timeZoneRelease() async throws -> String? {
        try await store.read { try $0.timeZoneRelease() }
    }

    /// Recomputes the instants of all sessions to come when the tz data in force are not those they were computed under.
    ///
    /// The wall-clock time of a session's zone stays, its instant moves and its SEQUENCE rises; told are exactly those on whose
    /// own wall a session that they lead or have a seat in moves, wherever the change comes from.
    /// - Parameter dryRun: take everything back in the end.
    /// - Returns: what moves; nothing when the release is the same.
    /// - Throws: `StorageFailure`, or what an unreadable zone throws.
    public func adoptTimeZones(dryRun: Bool) async throws -> TimeZoneAdoption {
        let now = clock.now()
        return try await store.write(forGood: !dryRun) { try adoptTimeZones(in: $0, at: now) }
    }

    /// The same within a transaction.
    @discardableResult
    func adoptTimeZones(
        in transaction: any StoreWriting, at now: Instant
    ) throws -> TimeZoneAdoption {
        let release = zones.release
        var adoption = TimeZoneAdoption(from: try transaction.timeZoneRelease(), to: release)
        guard let before = adoption.from, before != release else { return adoption }
        var told: Set<Person> = []
        for program in try transaction.livePrograms() {
            try follow(program, &adoption, &told, at: now, in: transaction)
        }
        try transaction.setTimeZoneRelease(release)
        adoption.told = told.map(\.name).sorted()
        return adoption
    }

    /// Lets a program that was archived meanwhile follow the tz data that all others follow already.
    func catchUp(_ program: Program, at now: Instant, in transaction: any StoreWriting) throws -> TimeZoneAdoption {
        var adoption = TimeZoneAdoption(from: try transaction.timeZoneRelease(), to: zones.release)
        // What is new to all programs is taken over by the next round.
        guard adoption.from == adoption.to else { return adoption }
        var told: Set<Person> = []
        try follow(program, &adoption, &told, at: now, in: transaction)
        adoption.told = told.map(\.name).sorted()
        return adoption
    }

    private func follow(
        _ program: Program, _ adoption: inout TimeZoneAdoption, _ told: inout Set<Person>, at now: Instant,
        in transaction: any StoreWriting
    ) throws {
        for stored in try transaction.sessions(of: program.name) where stored.asStored.isUpcoming(at: now) {
            let known = stored.asStored
            var session = stored.timed(by: zones)
            if session.start != known.start {
                told.formUnion(
                    try transaction.writingDown(.about(session, "adoptTimeZones", way: .itself), at: now) {
                        try store(&session, about: .clocksChanged, at: now, in: transaction)
                    })
                adoption.moves.append(
                    .init(
                        session: "\(known.code)", localStart: known.localStart, zone: known.zone, from: known.start,
                        to: session.start))
            } else {
                told.formUnion(try tell(session, about: .clocksChanged, at: now, in: transaction))
            }
        }
    }
}
