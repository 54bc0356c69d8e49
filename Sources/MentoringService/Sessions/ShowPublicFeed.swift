import CivilTime
public import Mentoring
public import MentoringAPI
public import TimeZoneCatalog

extension ShowFeedAddress: HandledRequest {
    public func carryOut(for client: Client) async throws -> FeedLink {
        _ = try await client.service.publicFeed(of: program, region: region)
        return FeedLink(url: client.addresses.feed(of: program, region: region))
    }
}

extension ShowFeed: HandledRequest {
    public func carryOut(for client: Client) async throws -> CalendarText {
        let feed = try await client.service.publicFeed(of: program, region: region)
        return CalendarText(try client.writer.calendar(of: feed, addresses: client.addresses))
    }
}

extension TrainingService {
    /// The sessions that a program, or one region of it, shows to everybody.
    /// - Throws: `Refusal` not-found for an unknown program, or a region that takes no part in it.
    public func publicFeed(of program: Program.Name, region: Region?) async throws -> PublicFeed {
        let now = clock.now()
        return try await store.read { transaction in
            let program = try transaction.requireProgram(program)
            if let region, !program.allRegions.contains(region) {
                throw Refusal.notFound(
                    "region of \(program.name)", region.rawValue, nearest: program.regions.map(\.rawValue))
            }
            let sessions = try transaction.sessions(of: program.name, by: zones)
                .filter { region == nil || $0.code.region == region }
                .sorted { ($0.start, $0.code) < ($1.start, $1.code) }
            return PublicFeed(
                program: program, region: region, sessions: sessions,
                duties: region == nil ? try transaction.dutyTurnsForFeed(of: program) : [], asOf: now)
        }
    }
}
