import CivilTime
import Mentoring

/// How moments are written for people.
enum When {
    /// `Tue 05 Jan`.
    static func day(_ date: LocalDate) -> String {
        "\(date.weekday.shortName) \(dayOfMonth(date))"
    }

    /// `05 Jan`.
    static func dayOfMonth(_ date: LocalDate) -> String {
        "\(date.day < 10 ? "0" : "")\(date.day) \(date.shortMonthName)"
    }

    /// `Tue 05 Jan 2027`.
    static func dayAndYear(_ date: LocalDate) -> String { "\(day(date)) \(date.year)" }

    /// `Tue 05 Jan 17:00`, followed by a mark when it is not humane.
    static func dayAndTime(_ local: LocalDateTime, _ hours: Hours? = nil) -> String {
        "\(day(local.date)) \(local.time)\(mark(hours))"
    }

    /// `17:00`, or `Mon 23:00` when the day differs from the one named before.
    static func time(_ local: LocalDateTime, besides date: LocalDate, _ hours: Hours? = nil) -> String {
        (local.date == date ? "" : "\(local.date.weekday.shortName) ") + "\(local.time)\(mark(hours))"
    }

    /// What the marks mean.
    static let legend = "~ edge of the day (before 08:00, after 22:00)   * night (00:00 to 06:00)"

    private static func mark(_ hours: Hours?) -> String {
        switch hours {
        case .edge: "~"
        case .night: "*"
        case .humane, nil: ""
        }
    }
}
