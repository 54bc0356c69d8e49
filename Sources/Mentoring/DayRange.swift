public import CivilTime

/// Days, the first and the last included.
public struct DayRange: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The first day.
    public let from: LocalDate
    /// The last day, not before the first.
    public let to: LocalDate

    /// - Throws: `BadInput` when the last day precedes the first.
    public init(from: LocalDate, to: LocalDate) throws(BadInput) {
        guard from <= to else {
            throw BadInput("\(from)..\(to) ends before it begins; expected FROM..TO, both included")
        }
        self.from = from
        self.to = to
    }

    /// Reads `2027-03-08..2027-03-21`, or a single day.
    public init(_ text: String) throws(BadInput) {
        let ends = text.split(separator: "..", omittingEmptySubsequences: false)
        guard (1...2).contains(ends.count), let from = LocalDate(iso: String(ends[0])),
            let to = LocalDate(iso: String(ends[ends.count - 1]))
        else {
            throw BadInput(
                "“\(OneLine.shown(text))” is not a range of days; expected FROM..TO, such as 2027-03-08..2027-03-21")
        }
        try self.init(from: from, to: to)
    }

    /// Whether the day is one of these.
    public func contains(_ day: LocalDate) -> Bool { from <= day && day <= to }

    /// Orders by the first day, then the last.
    public static func < (left: DayRange, right: DayRange) -> Bool { (left.from, left.to) < (right.from, right.to) }

    /// `2027-03-08..2027-03-21`.
    public var description: String { "\(from)..\(to)" }
}
