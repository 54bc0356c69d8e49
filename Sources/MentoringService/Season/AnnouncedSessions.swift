import CivilTime
import Mentoring
import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog
import Wording

/// What a program's announced sessions rest on: once a file was applied, what became of it says which of them the next plan changes.
///
/// It plans nothing, so that it costs little: what was announced stays as long as its mentor may lead it, and its season has its region and its week.
struct AnnouncedSessions {
    /// What decides where a season's sessions are, but for who leads them.
    private struct Grid: Equatable {
        let cadence: Cadence
        let meets: MeetingWeeks
        let whenFrozen: WhenFrozen
        let weeks: Int
        let minutes: Int
    }

    private struct Terms {
        let grid: Grid
        /// Those that take part: one more leaves what was announced alone, without anybody being told.
        let regions: Set<Region>

        func isOther(than before: Terms) -> Bool { grid != before.grid || !regions.isSuperset(of: before.regions) }
    }

    /// The codes of those to come, by number.
    private var codes: [Identifier<Session>: SessionCode] = [:]
    /// Which of them stand and are where the program meets.
    private var fitting: Set<Identifier<Session>> = []
    private var terms: [Season.Name: Terms] = [:]
    private var slots: Set<Slot> = []

    /// None where the program is not there yet.
    init(of name: Program.Name, in transaction: any StoreReading, by zones: TimeZoneCatalog, now: Instant) throws {
        guard let program = try transaction.program(name) else { return }
        let announced = try transaction.sessionsToCome(of: name, by: zones, at: now).filter {
            $0.status == .announced
        }
        slots = Set(try transaction.slots(of: name))
        for season in program.seasons where !season.isOver(at: now) {
            let focused = program.focused(on: season.name)
            let grid = Grid(
                cadence: focused.cadence, meets: focused.meets, whenFrozen: focused.whenFrozen, weeks: season.weeks,
                minutes: focused.minutes)
            terms[season.name] = Terms(grid: grid, regions: Set(focused.regions))
            let own = announced.filter { $0.season == season.start }
            guard !own.isEmpty else { continue }
            let facts = try SeasonFacts(of: focused, in: transaction, by: zones, now: now, told: .nobody)
            for session in own {
                codes[session.id] = session.code
                let isAsWished = session.location == focused.location && session.capacity >= focused.capacity
                if isAsWished, facts.keeps(session) { fitting.insert(session.id) }
            }
        }
    }

    /// What the next plan does to them, after what has been applied; nil where nobody would expect it to do anything else
    /// than before.
    func outcome(now after: AnnouncedSessions) -> FileNote.Hint? {
        // It does what was due before, too.
        let lost = codes.filter { !after.fitting.contains($0.key) }.values.sorted()
        let isOther =
            !slots.isSubset(of: after.slots)
            || terms.contains { name, before in after.terms[name]?.isOther(than: before) ?? false }
        guard !codes.isEmpty, isOther || !lost.isEmpty && fitting != after.fitting else { return nil }
        return lost.isEmpty ? .leavesAnnounced(codes.count) : .changesAnnounced(lost)
    }
}
