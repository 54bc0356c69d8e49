import CivilTime
package import Mentoring
package import MentoringAPI

/// What keeps a mentor from leading at a time of a slot of theirs, whatever else the season holds.
package enum Hindrance: Hashable, Sendable {
    /// The slot itself leaves that day out, as an exception.
    case leftOut(Identifier<Slot>)
    /// The day is frozen, for this reason.
    case frozen(String)
    /// They are away on days that the program may know.
    case away(Away)
    /// They are away, or do something elsewhere: which, and when, is not told of whoever was merely named in the program.
    case untold
    case past
    /// It is not as many hours ahead as the program, or its season, asks for.
    case shortNotice(hours: Int)
    /// They lead or attend something else at that time.
    case engaged(Engagement)
    /// They lead or attend something elsewhere on that day, which counts whole for whoever was merely named in the program: for those who
    /// organize the other program, too.
    case engagedThatDay(Engagement)
    /// They lead something else fewer weeks away than they want between turns.
    case tooNear(Engagement, minGap: Int)
    /// They lead so often in that month, beside this season or all of it elsewhere, and agreed to no more than the limit.
    case monthFull(led: Int, limit: Int, elsewhere: Bool)

    package var ground: ObjectionView.Ground {
        switch self {
        case .leftOut: .noSlot
        case .frozen: .frozen
        case .away, .untold: .away
        case .past: .past
        case .shortNotice: .shortNotice
        case .engaged, .engagedThatDay: .engaged
        case .tooNear: .gap
        case .monthFull: .monthLimit
        }
    }

    /// As in "Mei’s slot on 2027-01-06 is in the past", as far as the people of a program may know it.
    package func clause(in program: Program.Name, seeing others: Set<Program.Name>) -> String {
        switch self {
        case .leftOut(let slot): "falls out: slot \(slot) leaves out that day"
        case .frozen(let reason): "is on a frozen day: \(reason)"
        case .away(let away): "is while they are away (\(away.days.from) to \(away.days.to))"
        case .untold: "is while they are away"
        case .past: "is in the past"
        case .shortNotice(let hours): "is less than \(hours.counted("hour")) ahead"
        case .engaged(let engagement):
            "is when they \(engagement.leads ? "lead" : "attend") \(engagement.what(in: program, seeing: others))"
        case .engagedThatDay(let engagement):
            "is on a day on which they \(engagement.leads ? "lead" : "attend") \(engagement.what(in: program, seeing: others))"
        case .tooNear(let engagement, let minGap):
            "is less than \(minGap.counted("week")) from \(engagement.what(in: program, seeing: others)) that they lead"
        case .monthFull(let led, let limit, let elsewhere):
            "is in a month in which they lead \(Self.sessions(led, elsewhere)), and they agreed to \(limit)"
        }
    }

    /// As in "Mei is away", as far as the people of a program may know it.
    package func words(in program: Program.Name, seeing others: Set<Program.Name>) -> String {
        switch self {
        case .leftOut(let slot): "has one that slot \(slot) leaves out"
        case .frozen(let reason): "has a frozen day (\(reason))"
        case .away, .untold: "is away"
        case .past: "has one in the past"
        case .shortNotice(let hours): "has one less than \(hours.counted("hour")) ahead"
        case .engaged(let engagement): "\(engagement.words(in: program, seeing: others)) then"
        case .engagedThatDay(let engagement): "\(engagement.words(in: program, seeing: others)) that day"
        case .tooNear(let engagement, let minGap):
            "\(engagement.words(in: program, seeing: others)) less than \(minGap.counted("week")) away"
        case .monthFull(let led, let limit, let elsewhere):
            "leads \(Self.sessions(led, elsewhere)) that month, having agreed to \(limit)"
        }
    }

    private static func sessions(_ count: Int, _ areElsewhere: Bool) -> String {
        "\(count.counted("session")) \(areElsewhere ? "of other programs" : "beside this season’s")"
    }
}
