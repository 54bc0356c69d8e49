import CivilTime
package import MentoringAPI

extension DutyTurnView {
    /// Which duty, and which week.
    package var subject: String { "\(title), \(from.inShort) to \(to.inShort)" }

    /// The same to its volunteer, on a line of its own, and whether they have offered it.
    package var line: String { subject + (isOffered ? "; offered to the others" : "") }
}

extension Volunteering {
    /// Which duty, on a line of its own, and whether whoever reads it takes turns at it.
    package var line: String { isTheirs ? "\(title): you take turns at it" : title }
}
