import TimeZoneCatalog

/// Work of a program that falls to one volunteer a week, without seats, such as the triage of new bugs.
public struct Duty: Hashable, Sendable {
    /// The name in codes: 1 to 32 of `a-z 0-9`, and no region's.
    public typealias Name = String

    /// The short name, unique within a program.
    public var name: Name
    /// What people call it.
    public var title: String
    /// Where the work is found, such as a list of new bugs.
    public var link: String?
    /// A volunteer's turns lie at least so many weeks apart; 1 allows every week.
    public var minGapWeeks: Int
    /// The most weeks that one volunteer gets of those that begin in a calendar month.
    public var maxPerMonth: Int

    /// What the most weeks of those that begin in a calendar month can be.
    public static let monthlyLimits = 1...5

    /// A duty; without more, nobody has it two weeks in a row, or more than twice a month.
    public init(name: Name, title: String, link: String? = nil, minGapWeeks: Int = 2, maxPerMonth: Int = 2) {
        self.name = name
        self.title = title
        self.link = link
        self.minGapWeeks = minGapWeeks
        self.maxPerMonth = maxPerMonth
    }

    /// Checks a duty's short name.
    /// - Throws: `BadInput` when it is not 1 to 32 of `a-z 0-9`, or a region's name, which ends the codes of sessions.
    public static func validatedName(_ text: String) throws(BadInput) -> Name {
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
        guard (1...32).contains(text.utf8.count), text.utf8.allSatisfy(allowed.contains) else {
            throw BadInput(
                "“\(OneLine.shown(text))” is not a duty's name; expected 1 to 32 lower-case letters and digits, such as triage"
            )
        }
        guard Region(rawValue: text) == nil else {
            throw BadInput("“\(text)” cannot be a duty's name, since it is a region's")
        }
        return text
    }
}
