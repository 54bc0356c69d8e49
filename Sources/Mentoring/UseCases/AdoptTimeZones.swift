public import CivilTime
import TimeZoneCatalog

/// What a new release of the tz data moves.
public struct TimeZoneAdoption: Codable, Hashable, Sendable {
    /// A session whose wall-clock time stays and whose instant moves.
    public struct Move: Codable, Hashable, Sendable {
        /// The session's code.
        public var session: String
        /// When it begins on the wall in `zone`, as ever.
        public var localStart: LocalDateTime
        /// The zone in which it was agreed.
        public var zone: TimeZoneID
        /// The instant under the release before.
        public var from: Instant
        /// The instant under the release in force.
        public var to: Instant
    }

    /// The release under which instants were computed before; nil when there was none.
    public var from: String?
    /// The release in force.
    public var to: String
    /// The sessions to come that move.
    public var moves: [Move] = []
    /// The names of those who are told, because their own local time changes; in the order of the names.
    public var told: [String] = []

    /// Nothing that moves.
    public init(from: String?, to: String) {
        self.from = from
        self.to = to
    }
}

extension TrainingOffice {
    /// Recomputes the instants of all sessions to come when the tz data in force are not those they were computed under.
    ///
    /// The wall-clock time of a session's zone stays, its instant moves and its SEQUENCE rises; told are exactly those on whose
    /// own wall a session that they lead or have a seat in moves, wherever the change comes from.
    /// - Parameter dryRun: take everything back in the end.
    /// - Returns: what moves; nothing when the release is the same.
    /// - Throws: `StorageFailure`, or what an unreadable zone throws.
    public func adoptTimeZones(dryRun: Bool) async throws -> TimeZoneAdoption {
        let now = clock.now()
        return try await store.write(forGood: !dryRun) { try adoptTimeZones(in: $0, at: now).adoption }
    }

    /// The same within a transaction, and the people who are told.
    @discardableResult
    func adoptTimeZones(
        in books: any StoreWriting, at now: Instant
    ) throws -> (adoption: TimeZoneAdoption, told: Set<Person>) {
        let release = zones.release
        var adoption = TimeZoneAdoption(from: try books.timeZoneRelease(), to: release)
        guard let before = adoption.from, before != release else { return (adoption, []) }
        var told: Set<Person> = []
        for program in try books.programs() {
            let stored = try books.sessions(of: program.name).filter { $0.season == program.season.start }
            for known in stored where known.isUpcoming(at: now) {
                var session = known.timed(by: zones)
                if session.start != known.start {
                    session.revise(at: now)
                    try books.update(session)
                    adoption.moves.append(
                        .init(
                            session: "\(known.code)", localStart: known.localStart, zone: known.zone, from: known.start,
                            to: session.start))
                }
                told.formUnion(try tellOfNewClocks(session, in: books))
            }
        }
        try books.setTimeZoneRelease(release)
        adoption.told = told.map(\.name).sorted()
        return (adoption, told)
    }
}
