import CivilTime
public import Mentoring
public import MentoringAPI
public import TimeZoneCatalog

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
