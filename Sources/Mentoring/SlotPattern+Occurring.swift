package import CivilTime

extension SlotPattern {
    /// Leap days come round in eight years at most, also over a century that has none.
    private static let span = 8 * 366

    /// Refuses a slot that never comes: a rule such as the 30th of February, or one whose last day is before its first date.
    ///
    /// In a season it may well have no date; what has none in eight years has none. Days that are left out do not count: whoever left
    /// them out knows.
    ///
    /// - Parameters:
    ///   - start: from when it is looked at, where it does not say itself when it begins.
    ///   - recurrence: what expands rules.
    /// - Throws: `BadInput`.
    package func refuseUnlessItOccurs(from start: LocalDate, by recurrence: any RecurrenceExpanding) throws {
        let first = from ?? start
        let end = first.adding(days: Self.span)
        let last = until.map { min($0, end) } ?? end
        let anchor = LocalDateTime(date: first, time: at)
        // Most come soon; only what seems never to is looked at for years.
        var day = first
        for days in [35, 366, Self.span] where day <= last {
            let through = min(first.adding(days: days), last)
            guard try recurrence.occurrences(of: rule, from: anchor, in: DayRange(from: day, to: through)).isEmpty
            else { return }
            day = through.adding(days: 1)
        }
        throw BadInput("the slot “\(OneLine.shown(summary))” has no date from \(first) to \(last)")
    }

    /// Refuses one that has never come and never will, for where slots stand whose time may be over.
    ///
    /// - Parameters:
    ///   - season: the season in which it begins, where it says nothing else.
    ///   - recurrence: what expands rules.
    /// - Throws: `BadInput`.
    package func refuseUnlessItEverOccurs(in season: Season, by recurrence: any RecurrenceExpanding) throws {
        let start = until.map { min(season.start, $0.adding(days: -Self.span)) } ?? season.start
        try refuseUnlessItOccurs(from: start, by: recurrence)
    }
}
