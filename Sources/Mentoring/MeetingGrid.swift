public import TimeZoneCatalog

/// The weeks of a season in which each region may meet, and why not in the others: the one place that says what a meeting week is.
///
/// It follows from the file and the freezes alone. What was held, called off or announced stands beside it, and whose turn it is
/// where regions take turns is counted over it. A turn's week is the week in which it takes place: a postponed session
/// bears the number of the week to which it was postponed.
public struct MeetingGrid: Hashable, Sendable {
    /// What a week is to a region.
    public enum Week: Hashable, Sendable {
        /// A meeting week.
        case meets
        /// No meeting week, but the meeting of an earlier one, which was frozen, is held in it.
        case meetsInstead(of: Int)
        /// No meeting week.
        case noMeeting
        /// A meeting week that is frozen for these reasons; its meeting is left out.
        case skipped(String, Loss)
        /// A meeting week that is frozen for these reasons; its meeting is held in a later week.
        case postponed(String, to: Int)
    }

    /// Why the meeting of a frozen week is held in no other.
    public enum Loss: Hashable, Sendable {
        /// Frozen weeks are to be skipped.
        case asWished
        /// Another region has the week's turn.
        case anotherRegion
        /// No week is left before the next meeting week, or these are frozen too.
        case noWeekBefore(Int)
        /// The season ends before such a week.
        case seasonEnds
    }

    /// The season whose weeks they are.
    public let season: Season
    /// Which weeks meet, freezes aside.
    public let meets: MeetingWeeks
    /// What is done about frozen ones.
    public let whenFrozen: WhenFrozen
    let weeks: [Region: [Week]]

    /// Lays the grid; that a week is frozen moves no other meeting week.
    ///
    /// - Parameters:
    ///   - season: the season, whose first week every interval is counted from.
    ///   - meets: which weeks meet.
    ///   - whenFrozen: what becomes of a meeting whose week is frozen.
    ///   - cadence: whether every region meets; where they take turns a meeting is frozen when all of them are.
    ///   - regions: those that take part.
    ///   - freezes: the program's.
    public init(
        _ season: Season, meets: MeetingWeeks, whenFrozen: WhenFrozen, cadence: Cadence, regions: [Region],
        freezes: [Freeze]
    ) {
        self.season = season
        self.meets = meets
        self.whenFrozen = whenFrozen
        func reason(_ region: Region, _ week: Int) -> String? {
            freezes.reason(forWeekOf: season.monday(ofWeek: week), in: region)
        }
        // Whoever shares a meeting is postponed together; with every region meeting, each for itself.
        let groups = cadence == .everyRegion ? regions.map { [$0] } : [regions]
        var weeks: [Region: [Week]] = [:]
        for group in groups {
            func isFrozen(_ week: Int) -> Bool { group.allSatisfy { reason($0, week) != nil } }
            let fates = Self.fates(in: season, meets, whenFrozen, isFrozen)
            for region in group {
                weeks[region] = fates.enumerated().map { index, fate in
                    guard let reason = reason(region, index + 1) else { return fate }
                    return switch fate {
                    case .meets: .skipped(reason, .anotherRegion)
                    case .meetsInstead, .noMeeting: .noMeeting
                    case .skipped(_, let loss): .skipped(reason, loss)
                    case .postponed(_, let later): .postponed(reason, to: later)
                    }
                }
            }
        }
        self.weeks = weeks
    }

    /// What each week is to those who meet together; whoever of them is frozen in it is looked at later.
    private static func fates(
        in season: Season, _ meets: MeetingWeeks, _ whenFrozen: WhenFrozen, _ isFrozen: (Int) -> Bool
    ) -> [Week] {
        var fates = [Week](repeating: .noMeeting, count: season.weeks)
        for week in 1...season.weeks where meets.meets(inWeek: week, of: season) {
            guard isFrozen(week) else {
                fates[week - 1] = .meets
                continue
            }
            guard whenFrozen == .postpone else {
                fates[week - 1] = .skipped("", .asWished)
                continue
            }
            let next = meets.next(after: week, of: season)
            if let later = (week + 1..<next).first(where: { !isFrozen($0) }) {
                if later <= season.weeks {
                    fates[week - 1] = .postponed("", to: later)
                    fates[later - 1] = .meetsInstead(of: week)
                } else {
                    fates[week - 1] = .skipped("", .seasonEnds)
                }
            } else {
                fates[week - 1] = .skipped("", next > season.weeks ? .seasonEnds : .noWeekBefore(next))
            }
        }
        return fates
    }

    /// What a week is to a region; no week outside the season, and none of a region that takes no part, meets.
    public subscript(region: Region, week: Int) -> Week {
        guard let own = weeks[region], own.indices.contains(week - 1) else { return .noMeeting }
        return own[week - 1]
    }

    /// Whether a region may meet in a week.
    public func mayMeet(_ region: Region, in week: Int) -> Bool {
        switch self[region, week] {
        case .meets, .meetsInstead: true
        case .noMeeting, .skipped, .postponed: false
        }
    }

    /// The weeks in which the meeting of a week may be held: the one that meets, freezes aside, and those after it before the next.
    ///
    /// A meeting is one, in whichever of them it comes to be held. Weeks before the season's first meeting week are of none, and each
    /// stands alone.
    package func weeksOfMeeting(in week: Int) -> Range<Int> {
        guard let own = (1...max(1, week)).last(where: { meets.meets(inWeek: $0, of: season) }) else {
            return week..<week + 1
        }
        return own..<max(week + 1, meets.next(after: own, of: season))
    }

    /// The week in which the meeting of a meeting week is to be held, itself or a later one; nil where it is left out, and of a
    /// week that has none.
    package func weekOfMeeting(_ region: Region, of week: Int) -> Int? {
        switch self[region, week] {
        case .meets: week
        case .postponed(_, let later): later
        case .meetsInstead, .noMeeting, .skipped: nil
        }
    }

    /// The first week after another in which a region may meet.
    public func next(after week: Int, for region: Region) -> Int? {
        guard week < season.weeks else { return nil }
        return (max(1, week + 1)...season.weeks).first { mayMeet(region, in: $0) }
    }
}
