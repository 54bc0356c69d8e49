package import CivilTime
package import Mentoring

/// How moments are written for people: short and with marks, or in whole words where they are to be heard.
package enum When {
    /// `Tue 05 Jan`; said, `Tuesday 5 January`.
    package static func day(_ date: LocalDate) -> String {
        "\(weekday(date)) \(dayOfMonth(date))"
    }

    /// `05 Jan`; said, `5 January`.
    package static func dayOfMonth(_ date: LocalDate) -> String {
        isSaid ? "\(date.day) \(date.monthName)" : "\(date.day < 10 ? "0" : "")\(date.day) \(date.shortMonthName)"
    }

    /// `Tue 05 Jan 2027`.
    package static func dayAndYear(_ date: LocalDate) -> String { "\(day(date)) \(date.year)" }

    /// `2027-01-05..2027-01-09`, as commands take days; on a page, `Tuesday 5 January 2027 to Saturday 9 January 2027`, or one day.
    package static func days(_ from: LocalDate, _ to: LocalDate) -> String {
        guard Layout.current.isOnPage else { return "\(from)..\(to)" }
        return from == to ? dayAndYear(from) : "\(dayAndYear(from)) to \(dayAndYear(to))"
    }

    /// `Tue 05 Jan 17:00`, followed by a mark when it is not humane.
    package static func dayAndTime(_ local: LocalDateTime, _ hours: Hours? = nil) -> String {
        "\(day(local.date)) \(local.time)\(mark(hours))"
    }

    /// `17:00`, or `Mon 23:00` when the day differs from the one named before.
    package static func time(_ local: LocalDateTime, besides date: LocalDate, _ hours: Hours? = nil) -> String {
        (local.date == date ? "" : "\(weekday(local.date)) ") + "\(local.time)\(mark(hours))"
    }

    /// What the marks mean; nothing where words stand for them.
    package static var legend: [String] {
        isSaid ? [] : ["~ edge of the day (before 08:00, after 22:00)", "* night (00:00 to 06:00)"]
    }

    private static var isSaid: Bool { Layout.current.isInWords }

    private static func weekday(_ date: LocalDate) -> String {
        isSaid ? date.weekday.name : date.weekday.shortName
    }

    /// `+60 minutes`, of a clock that is changed; said, `60 minutes forward`.
    package static func change(minutes: Int) -> String {
        let sign = minutes < 0 ? (said: "back", drawn: "-") : (said: "forward", drawn: "+")
        return isSaid ? "\(abs(minutes)) minutes \(sign.said)" : "\(sign.drawn)\(abs(minutes)) minutes"
    }

    private static func mark(_ hours: Hours?) -> String {
        switch hours {
        case .edge: isSaid ? " (at the edge of the day)" : "~"
        case .night: isSaid ? " (at night)" : "*"
        case .humane, nil: ""
        }
    }
}
