public import CivilTime
public import TimeZoneCatalog

// The season in focus: the one that planning, pages and lists mean where no other is named.

extension Program {
    /// How many minutes a session can have.
    public static let lengths = 5...480
    /// How many seats a session can have.
    public static let capacities = 1...1000

    /// The season in focus; a new one takes its place.
    public var season: Season {
        get { seasons[focus] }
        set { replaceSeason(with: newValue) }
    }

    /// What holds in the season in focus.
    public var terms: TrainingTerms { season.terms.over(usual) }

    /// Whether every region meets, or one a week.
    public var cadence: Cadence {
        get { terms.cadence }
        set { usual.cadence = newValue }
    }
    /// Which weeks meet.
    public var meets: MeetingWeeks {
        get { terms.meets }
        set { usual.meets = newValue }
    }
    /// What becomes of a week that would meet and is frozen.
    public var whenFrozen: WhenFrozen {
        get { terms.whenFrozen }
        set { usual.whenFrozen = newValue }
    }
    /// Minutes of a session.
    public var minutes: Int {
        get { terms.minutes }
        set { usual.minutes = newValue }
    }
    /// Seats of a session.
    public var capacity: Int {
        get { terms.capacity }
        set { usual.capacity = newValue }
    }
    /// The regions that take part, in the order in which they take turns.
    public var regions: [Region] {
        get { terms.regions }
        set { usual.regions = newValue }
    }
    /// How many weeks ahead sessions are fixed and announced.
    public var announceWeeks: Int {
        get { terms.announceWeeks }
        set { usual.announceWeeks = newValue }
    }
    /// How many hours ahead a session is at least when it is planned.
    public var noticeHours: Int {
        get { terms.noticeHours }
        set { usual.noticeHours = newValue }
    }

    /// Every region that takes part in any of its seasons, or would.
    public var allRegions: Set<Region> {
        seasons.reduce(into: Set(usual.regions)) { $0.formUnion($1.terms.regions ?? []) }
    }

    /// The season that a moment means where none is named: the one that runs, else the next one, else the last.
    public func seasonMeant(at now: Instant) -> Season {
        seasons.first { !$0.isOver(at: now) } ?? seasons[seasons.count - 1]
    }

    /// The weeks from the season that a moment means to the last one, as one season.
    package func span(at now: Instant) -> Season {
        let first = seasonMeant(at: now)
        let end = seasons.last?.end ?? first.end
        let weeks = min((first.start.days(until: end) + 1) / 7, Season.lengths.upperBound)
        return (try? Season(name: first.name, start: first.start, weeks: weeks)) ?? first
    }

    /// The same program without the seasons that are over, though never without any.
    package func withoutPastSeasons(at now: Instant) -> Program {
        let left = seasons.filter { !$0.isOver(at: now) }
        var program = self
        program.seasons = left.isEmpty ? [season] : left
        program.focus = 0
        return program
    }

    /// All but its seasons.
    package var withoutSeasons: Program {
        var program = self
        program.seasons = []
        program.focus = 0
        return program
    }

    /// The season of that name.
    public func season(named name: Season.Name) -> Season? { seasons.first { $0.name == name } }

    /// The season that begins on that day.
    public func season(from start: LocalDate) -> Season? { seasons.first { $0.start == start } }

    /// The same program with another of its seasons in focus; one that it does not have leaves it as it is.
    public func focused(on name: Season.Name) -> Program {
        var other = self
        other.focus = seasons.firstIndex { $0.name == name } ?? focus
        return other
    }

    /// The same program as it was with a season that it has given up, which is in focus, and alone.
    package func lookingBack(at season: Season) -> Program {
        var other = self
        other.seasons = [season]
        other.focus = 0
        return other
    }

    /// The same program with the season in focus that a moment means.
    public func focused(at now: Instant) -> Program { focused(on: seasonMeant(at: now).name) }

    /// The program once for each of its seasons that are not over, with that in focus, by start; once as it is when all are.
    public func focusedOnEachToCome(at now: Instant) -> [Program] {
        let left = seasons.filter { !$0.isOver(at: now) }.map { focused(on: $0.name) }
        return left.isEmpty ? [self] : left
    }
}
