package import CivilTime
import Mentoring
package import MentoringAPI

extension EnrollmentResult {
    /// A season's, a row each; nothing of none.
    package static func table(of results: [EnrollmentResult]) -> [String] {
        guard !results.isEmpty else { return [] }
        var table = Table([
            .init(title: "Session"), .init(title: "When", wraps: true, saying: { $0 }),
            .init(title: "Place", saying: { $0 }), .init(title: "Hours", wraps: true, saying: { $0 }),
        ])
        for result in results {
            let number = result.position ?? 0
            let place =
                result.state == .enrolled
                ? Table.Cell("seat", said: "you have a seat")
                : Table.Cell("waiting, number \(number)", said: "you wait as number \(number)")
            let when = "\(When.dayAndTime(result.localStart)) \(result.zone)"
            table.add([Table.Cell(result.session), Table.Cell(when), place, Table.Cell(result.hours.words)])
        }
        return [table.text()]
    }

    /// The answer on one screen; moments are shown as the person's clock shows them.
    package func text(in rules: ZoneRules, feed: String?) -> String {
        var lines = [
            state == .enrolled
                ? "you have a seat in \(session)"
                : "\(session) is full: you are number \(position ?? 0) on the waiting list, and move up as seats become free"
        ]
        if let yielding {
            lines = [
                "you are number \(position ?? 0) on the waiting list of \(session), and others go first until \(When.dayAndTime(rules.local(at: yielding.until)))",
                "since you had a seat in \(yielding.missed.joined(separator: " and ")) and did not come; what is free then is yours, in order",
            ]
        }
        if let confirmBy {
            lines.append(
                "confirm it by \(When.dayAndTime(rules.local(at: confirmBy))): meridian enroll \(session)")
        }
        let length = minutes.map { ", \($0) minutes" } ?? ""
        lines.append("\(When.dayAndYear(localStart.date)) \(localStart.time) \(zone)\(length), \(hours.words)")
        lines += [mentor.map { "led by \($0.name)" }, location.map { "at \($0)" }].compactMap(\.self).map(OneLine.shown)
        lines += reachable
        return (lines + Self.calendar(feed)).joined(separator: "\n")
    }

    /// Where one's own calendar is; nothing where nobody else could reach it.
    package static func calendar(_ feed: String?) -> [String] {
        feed.map { ["your calendar, secret: \($0)"] } ?? []
    }
}

extension EnrollmentResult {
    /// What else they could come to, a line each; a server of before does not say when.
    private var reachable: [String] {
        guard !nextReachable.isEmpty else { return ["no other session of the season falls in your day"] }
        guard let next else { return ["next in your day: \(nextReachable.joined(separator: ", "))"] }
        let times = Facts(next.map { ($0.session, When.dayAndTime($0.localStart)) })
        return ["next in your day:"]
            + times.text(in: Layout.current.narrower(by: 2)).split(separator: "\n").map { "  \($0)" }
    }
}

extension LeaveResult {
    /// What was left, and how many move up by it.
    package var line: String {
        let promotion =
            promoted == 0
            ? "" : "; \(promoted == 1 ? "somebody moves" : "\(promoted) people move") up from the waiting list"
        return "you left \(session)\(promotion)"
    }
}
