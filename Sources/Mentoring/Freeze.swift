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

    /// What whoever adds it should know: that it freezes nothing of the season, or what is frozen already.
    package func remarks(in program: Program, besides others: [Freeze], at now: Instant) -> [String] {
        let outside = program.span(at: now).lacks(from: days.from, to: days.to).map {
            "\($0), so it freezes nothing of it"
        }
        let apart = regions.filter { !program.allRegions.contains($0) }
        let titles = apart.map { program.regionTitles[$0] }.inWords(joinedBy: "and")
        let idle =
            apart.isEmpty
            ? nil
            : "is of \(titles), which \(apart.count == 1 ? "takes" : "take") no part in \(program.name)"
                + (apart.count == regions.count ? ", so it freezes nothing" : "")
        return [outside, idle].compactMap(\.self)
            + others.filter { $0.id != id && overlaps($0) }.map {
                "overlaps the freeze \($0.days), \(OneLine.shown($0.reason))"
            }
    }
}

extension Freeze {
    /// What becomes of meetings of seasons to come that are to be postponed, by the weeks alone: whether they were held already is not
    /// looked at.
    package func moves(in program: Program, besides others: [Freeze], at now: Instant) -> [String] {
        program.remarksOnSeasons(at: now) { program in
            MeetingGrid(of: program, others + [self]).remarks(
                since: MeetingGrid(of: program, others), calling: program.regionTitles)
        }
    }
}

extension Program {
    /// What is to be said of each season to come, with its name where they are several.
    package func remarksOnSeasons<Problem: Error>(
        at now: Instant, _ remarks: (Program) throws(Problem) -> [String]
    ) throws(Problem) -> [String] {
        let seasons = focusedOnEachToCome(at: now)
        var all: [String] = []
        for program in seasons {
            let name = program.season.name
            all += try remarks(program).map { seasons.count == 1 ? $0 : "\($0) (\(name))" }
        }
        return all
    }
}

extension [Freeze] {
    /// Why a region's whole week is frozen: the reason of each freeze that touches it; nil when some day of it is not.
    package func reason(forWeekOf monday: LocalDate, in region: Region) -> String? {
        let touching = filter { freeze in
            freeze.days.from <= monday.adding(days: 6) && monday <= freeze.days.to
                && (freeze.regions.isEmpty || freeze.regions.contains(region))
        }
        guard !touching.isEmpty,
            (0..<7).allSatisfy({ day in touching.contains { $0.days.contains(monday.adding(days: day)) } })
        else { return nil }
        return Set(touching.map(\.reason)).sorted().joined(separator: ", ")
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
