public import Mentoring
public import TimeZoneCatalog

/// What can be said of a mentor beside name and address; what is nil keeps its value, or gets the default.
public struct MentorTerms: Hashable, Sendable {
    /// The region; the default is that of the zone.
    public var region: Region?
    /// Share of the load, 1 to 16; the default is 1.
    public var weight: Int?
    /// Weeks between turns, 1 to 52; the default is 2.
    public var minGapWeeks: Int?
    /// Sessions in a calendar month, 1 to 31; the default is 2.
    public var maxPerMonth: Int?

    /// - Throws: `BadInput` for a number out of its range.
    public init(region: Region?, weight: Int?, minGapWeeks: Int?, maxPerMonth: Int?) throws(BadInput) {
        func check(_ value: Int?, _ range: ClosedRange<Int>, _ what: String) throws(BadInput) {
            guard value.map(range.contains) ?? true else {
                throw BadInput("\(what) is a number from \(range.lowerBound) to \(range.upperBound)")
            }
        }
        try check(weight, 1...16, "the weight")
        try check(minGapWeeks, 1...52, "the least gap in weeks")
        try check(maxPerMonth, 1...31, "the most sessions a month")
        self.region = region
        self.weight = weight
        self.minGapWeeks = minGapWeeks
        self.maxPerMonth = maxPerMonth
    }
}
