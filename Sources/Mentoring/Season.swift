public import CivilTime

/// The numbered weeks of a program, each from Monday to Sunday, with a name.
public struct Season: Hashable, Sendable {
    /// The name in codes and addresses: 1 to 16 of `a-z 0-9`, unique in the program.
    public typealias Name = String

    /// How many weeks a season can have.
    public static let lengths = 1...104

    /// What it is called; `202701` where nobody named it.
    public package(set) var name: Name
    /// The Monday on which week 1 begins.
    public let start: LocalDate
    /// How many weeks, 1 to 104.
    public let weeks: Int
    /// What it has otherwise than its program.
    public var terms: SeasonTerms

    /// A season; without a name it is called after its start.
    /// - Throws: `BadInput` when the start is no Monday, or the name or the number of weeks is none.
    public init(
        name: Name? = nil, start: LocalDate, weeks: Int, terms: SeasonTerms = SeasonTerms()
    ) throws(BadInput) {
        let start = try Self.validatedStart(start)
        guard Self.lengths.contains(weeks) else {
            throw BadInput("a season has 1 to \(Self.lengths.upperBound) weeks, not \(weeks)")
        }
        guard start.adding(days: 7 * weeks).year <= Limits.lastYear else {
            throw BadInput(
                "a season from \(start) of \(weeks.counted("week")) ends after \(Limits.lastYear), the last year of seasons; start it earlier"
            )
        }
        self.name = if let name { try Self.validatedName(name) } else { Self.usualName(from: start) }
        self.start = start
        self.weeks = weeks
        self.terms = terms
    }

    /// What a season is called that nobody named: year and month of its start, `202701`.
    public static func usualName(from start: LocalDate) -> Name {
        String(start.year).zeroPadded(to: 4) + String(start.month).zeroPadded(to: 2)
    }

    /// Whether its name says no more than its start does.
    public var hasUsualName: Bool { name == Self.usualName(from: start) }

    /// Whether a text has the form of a season's name.
    public static func canBeName(_ text: String) -> Bool {
        (1...16).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
    }

    /// Checks a season's name.
    /// - Throws: `BadInput` when it is not 1 to 16 of `a-z 0-9`.
    public static func validatedName(_ name: String) throws(BadInput) -> Name {
        guard canBeName(name) else {
            throw BadInput(
                "“\(OneLine.shown(name))” is not a season's name; expected 1 to 16 lower-case letters and digits, such as 2027a"
            )
        }
        return name
    }

    /// Checks the first day of a season.
    /// - Throws: `BadInput` when it is no Monday, or before the first year of seasons.
    public static func validatedStart(_ start: LocalDate) throws(BadInput) -> LocalDate {
        guard start.weekday == .monday else {
            throw BadInput(
                "the season starts on \(start), a \(start.weekday.name); expected a Monday, such as \(start.mondayOfWeek)"
            )
        }
        guard start.year >= Limits.firstYear else {
            throw BadInput(
                "a season from \(start) starts before \(Limits.firstYear), the first year of seasons; start it later")
        }
        return start
    }

    /// The Monday of a week; weeks are counted from 1 and may lie outside the season.
    public func monday(ofWeek week: Int) -> LocalDate { start.adding(days: 7 * (min(max(week, -9999), 9999) - 1)) }

    /// Whether the season's last day has ended everywhere on earth.
    package func isOver(at now: Instant) -> Bool { end.isOver(at: now) }

    /// The week in which a day lies, or nil when it is outside the season.
    public func week(of day: LocalDate) -> Int? {
        let days = start.days(until: day)
        guard days >= 0, days < 7 * weeks else { return nil }
        return days / 7 + 1
    }

    /// The last day, a Sunday.
    public var end: LocalDate { start.adding(days: 7 * weeks - 1) }

    /// `2027a (2027-01-04, 26 weeks)`.
    package var summary: String { "\(name) (\(start), \(weeks) \(weeks == 1 ? "week" : "weeks"))" }

    /// What is wrong with seasons beside each other, each with the place of the one that begins later: every two that overlap.
    package static func overlaps(among seasons: [Season]) -> [(place: Int, complaint: BadInput)] {
        let sorted = seasons.indices.sorted { (seasons[$0].start, $0) < (seasons[$1].start, $1) }
        return sorted.enumerated().flatMap { rank, place in
            sorted[..<rank].map { (seasons[$0], seasons[place]) }.filter { $0.overlaps($1) }.map { earlier, later in
                (
                    place,
                    BadInput(
                        "the seasons \(earlier.name) (\(earlier.start) to \(earlier.end)) and \(later.name) (\(later.start) to \(later.end)) overlap; let the earlier one have fewer weeks, or start the later one on \(earlier.end.adding(days: 1))"
                    )
                )
            }
        }
    }

    /// What is wrong with the names of seasons, each with the place of whoever has one that is taken; nil is one not known.
    package static func repetitions(among names: [Name?]) -> [(place: Int, complaint: BadInput)] {
        names.enumerated().compactMap { place, name in
            guard let name, names[..<place].contains(name) else { return nil }
            return (place, BadInput("two seasons are called \(name); give one of them another name"))
        }
    }

    /// Whether any week belongs to both.
    public func overlaps(_ other: Season) -> Bool { start <= other.end && other.start <= end }
}
