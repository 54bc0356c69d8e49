public import CivilTime
public import TimeZoneCatalog

/// Days on which a program, or some of its regions, holds no session.
public struct Freeze: Hashable, Sendable {
    /// The number that people see.
    public var id: Identifier<Freeze>
    /// The days, both included, as the mentor of a session reads them on the wall.
    public var days: DayRange
    /// Why, for people.
    public var reason: String
    /// The regions that are frozen; empty means all.
    public var regions: [Region]

    /// A freeze; the store numbers it.
    public init(id: Identifier<Freeze> = .unassigned, days: DayRange, reason: String, regions: [Region] = []) {
        self.id = id
        self.days = days
        self.reason = reason
        self.regions = regions.sorted()
    }

    /// Whether a session of the region may not be held on the day.
    public func covers(_ region: Region, on day: LocalDate) -> Bool {
        days.contains(day) && (regions.isEmpty || regions.contains(region))
    }
}

extension Freeze {
    /// Whether some region has a day frozen by both.
    func overlaps(_ other: Freeze) -> Bool {
        days.from <= other.days.to && other.days.from <= days.to
            && (regions.isEmpty || other.regions.isEmpty || !Set(regions).isDisjoint(with: other.regions))
    }

    /// What whoever adds it may not have meant: that it freezes nothing of the season, or what is frozen already.
    package func remarks(in season: Season, besides others: [Freeze]) -> [String] {
        let outside = season.lacks(from: days.from, to: days.to).map { "\($0), so it freezes nothing of it" }
        return [outside].compactMap(\.self)
            + others.filter { $0.id != id && overlaps($0) }.map {
                "overlaps the freeze \($0.days), \(OneLine.shown($0.reason))"
            }
    }
}

extension [Freeze] {
    /// Why a region's whole week is frozen; nil when some day of it is not.
    package func reason(forWeekOf monday: LocalDate, in region: Region) -> String? {
        let days = (0..<7).map { day in first { $0.covers(region, on: monday.adding(days: day)) }?.reason }
        let reasons = days.compactMap(\.self)
        guard reasons.count == days.count else { return nil }
        return reasons.enumerated().filter { $0 == 0 || reasons[$0 - 1] != $1 }.map(\.element).joined(separator: ", ")
    }
}

extension SlotPattern {
    /// What whoever offers it may not have meant: that it has no day of the season.
    package func remark(in season: Season) -> String? {
        season.lacks(from: from ?? season.start, to: until ?? season.end)
    }
}

extension Season {
    /// Says that no day from one to another is in the season, if that is so.
    fileprivate func lacks(from first: LocalDate, to last: LocalDate) -> String? {
        last < start || end < first ? "lies outside the season, \(start)..\(end)" : nil
    }
}
