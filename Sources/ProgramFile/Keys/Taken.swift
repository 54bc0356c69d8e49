import CivilTime
import Mentoring
import TimeZoneCatalog

/// What may stand behind a key of a program file, as a complaint says that it was expected.
public enum Taken: Hashable, Sendable {
    /// A whole number within bounds.
    case number(ClosedRange<Int>)
    /// One of these words.
    case oneOf([String])
    /// Anything else.
    case words(String)

    static let day = Taken.words("a date such as 2027-01-04")
    static let time = Taken.words("a time of day such as 17:00, in quotes")
    static let weekday = Taken.words("a weekday such as tue")
    static let line = Taken.words("one line of text")
    static let address = Taken.words("a mail address")
    static let zone = Taken.words("a time zone such as Europe/Berlin")
    static let meets = Taken.words(
        "every-week, every-2-weeks to every-\(MeetingWeeks.intervals.upperBound)-weeks, or { weeks-of-month: [2, 4], of: tue }"
    )
    static let regions = Taken.words(
        "one or more different regions of \(Region.allCases.map(\.rawValue).joined(separator: ", "))")

    static func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) -> Taken
    where Choice.RawValue == String {
        .oneOf(Choice.allCases.map(\.rawValue))
    }

    /// At most so many of something.
    static func list(of things: String, atMost limit: Int) -> Taken { .words("a list of at most \(limit) \(things)") }
}

extension Taken: CustomStringConvertible {
    /// `a whole number from 1 to 16`.
    public var description: String {
        switch self {
        case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .oneOf(let words): words.joined(separator: " or ")
        case .words(let words): words
        }
    }
}
