import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension TrainingService {
    /// What a page shows of all programs, by name, read at one moment.
    public func publicPrograms() async throws -> PublicPrograms {
        let now = clock.now()
        return try await store.read { transaction in
            let entries = try transaction.programs().map { program in
                let next = try nextSession(of: program, at: now, in: transaction).map { session in
                    SessionView(
                        session, counts: try transaction.enrollmentCounts(in: session.id), yours: nil, at: now)
                }
                return PublicPrograms.Entry(try ProgramView(program, in: transaction), next: next)
            }
            return PublicPrograms(entries, asOf: now)
        }
    }

    /// The session of the season in focus that is under way or comes next; a few are read, however long the season.
    private func nextSession(
        of program: Program, at now: Instant, in transaction: any StoreReading
    ) throws -> Session? {
        var page = Page.first(8)
        while true {
            let stored = try transaction.sessions(
                of: program.name, after: now.adding(seconds: -Int64(Program.lengths.upperBound) * 60), without: nil,
                page: page)
            let ahead = stored.map { $0.timed(by: zones).asItStands(at: now) }.filter {
                $0.season == program.season.start && $0.end > now
                    && ($0.status == .announced || $0.status == .tentative)
            }
            if let next = ahead.min(by: { ($0.start, $0.code) < ($1.start, $1.code) }) { return next }
            guard stored.count == page.limit else { return nil }
            page = page.next
        }
    }
}
