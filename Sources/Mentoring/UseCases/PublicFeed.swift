public import CivilTime
public import TimeZoneCatalog

/// What a public calendar feed is made of.
public struct PublicFeed: Sendable {
    /// The program.
    public let program: Program
    /// The region, when the feed has only one's sessions.
    public let region: Region?
    /// The sessions of every season, by start, then code.
    public let sessions: [Session]
    /// The weeks of duties, which no region's own feed has.
    public let duties: [DutyTurnInFeed]
    /// The moment at which it was asked for; what was cancelled leaves the feed by it.
    public let asOf: Instant
}

extension TrainingOffice {
    /// The sessions that a program, or one region of it, shows to everybody.
    /// - Throws: `Refusal` not-found for an unknown program, or a region that takes no part in it.
    public func publicFeed(of program: Program.Name, region: Region?) async throws -> PublicFeed {
        let now = clock.now()
        return try await store.read { books in
            let program = try books.requireProgram(program)
            if let region, !program.regions.contains(region) {
                throw Refusal.notFound(
                    "region of \(program.name)", region.rawValue, nearest: program.regions.map(\.rawValue))
            }
            let sessions = try books.sessions(of: program.name, by: zones)
                .filter { region == nil || $0.code.region == region }
                .sorted { ($0.start, $0.code) < ($1.start, $1.code) }
            return PublicFeed(
                program: program, region: region, sessions: sessions,
                duties: region == nil ? try books.dutyTurnsForFeed(of: program) : [], asOf: now)
        }
    }
}
