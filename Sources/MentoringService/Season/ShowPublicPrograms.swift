import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension TrainingService {
    /// What a page shows of all programs, by name, read at one moment.
    public func publicPrograms() async throws -> PublicPrograms {
        let now = clock.now()
        return try await store.read { transaction in
            // Each is one question, however many programs there are.
            let (programs, stages) = (try transaction.programs(), try transaction.stages())
            let (paused, archives) = (try transaction.pausedPrograms(), try transaction.archives())
            let few = try transaction.sessionsOfEveryProgram(after: Self.earliest(at: now), atMost: Self.few)
            let first = Dictionary(grouping: few, by: \.code.program)
            let next = try programs.map { program in
                try nextSession(of: program, among: first[program.name] ?? [], at: now, in: transaction)
            }
            let counts = try transaction.enrollmentCounts(in: next.compactMap { $0?.id })
            let entries = try zip(programs, next).map { program, next in
                PublicPrograms.Entry(
                    try ProgramView(
                        program, stages: stages[program.name] ?? [], isPaused: paused.contains(program.name),
                        archivedSince: archives[program.name]),
                    next: next.map {
                        SessionView($0, counts: counts[$0.id] ?? EnrollmentCounts(), yours: nil, at: now)
                    })
            }
            return PublicPrograms(entries, asOf: now)
        }
    }

    /// The session of the season in focus that is under way or comes next.
    ///
    /// It is nearly always among the first few that are asked for; when none of them is it, the next few are.
    private func nextSession(
        of program: Program, among few: [StoredSession], at now: Instant, in transaction: any StoreReading
    ) throws -> Session? {
        var (stored, page) = (few, Page.first(Self.few))
        while true {
            let ahead = stored.map { $0.timed(by: zones).asItStands(at: now) }.filter {
                $0.season == program.season.start && $0.end > now
                    && ($0.status == .announced || $0.status == .tentative)
            }
            if let next = ahead.min(by: { ($0.start, $0.code) < ($1.start, $1.code) }) { return next }
            guard stored.count == page.limit else { return nil }
            page = page.next
            stored = try transaction.sessions(
                of: program.name, after: Self.earliest(at: now), without: nil, page: page)
        }
    }

    private static let few = 3

    /// What started before is over.
    private static func earliest(at now: Instant) -> Instant {
        now.adding(seconds: -Int64(Program.lengths.upperBound) * 60)
    }
}
