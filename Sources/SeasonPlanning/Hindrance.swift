package import CivilTime
package import Mentoring
package import MentoringAPI
import TimeZoneCatalog

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
    func clause(in program: Program.Name, seeing others: Set<Program.Name>) -> String {
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
    func words(in program: Program.Name, seeing others: Set<Program.Name>) -> String {
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

/// A time of a slot that is not on offer.
package struct HinderedTime: Hashable, Sendable {
    package let mentor: Identifier<Person>
    /// On the slot's wall.
    package let local: LocalDateTime
    package let hindrance: Hindrance
}

extension SeasonFacts {
    /// What keeps a mentor from leading at a time; nil when nothing does.
    ///
    /// What the season itself holds is the planner's, and the notice does not count of a turn that is looked back at.
    package func hindrance(to mentor: Mentor, at time: ZonedDateTime, lookingBack: Bool) -> Hindrance? {
        let day = time.local.date
        if let freeze = freezes.first(where: { $0.covers(mentor.region, on: day) }) { return .frozen(freeze.reason) }
        if let away = absence(of: mentor.person.id, from: time.instant, minutes: program.minutes) {
            return isTold(away, of: mentor.person) ? .away(away) : .untold
        }
        if !lookingBack, !isPlannable(at: time.instant) {
            return time.instant <= now ? .past : .shortNotice(hours: program.noticeHours)
        }
        return otherHindrance(to: mentor, at: time)
    }

    /// What keeps a mentor from leading at a time because of what they do beside this season.
    func otherHindrance(to mentor: Mentor, at time: ZonedDateTime) -> Hindrance? {
        let day = time.local.date
        let all = engagements[mentor.person.id] ?? []
        func isTold(_ other: Engagement) -> Bool { self.isTold(other, of: mentor.person) }
        let thatDay = untoldEngagements(of: mentor.person, onDayOf: time.instant, minutes: program.minutes)
        guard thatDay.allSatisfy(isTold) else { return .untold }
        if let other = all.first(where: {
            $0.isBinding && $0.session.overlaps(from: time.instant, minutes: program.minutes)
        }) {
            return .engaged(other)
        }
        if let other = thatDay.first { return .engagedThatDay(other) }
        let led = all.filter(\.leads)
        if let near = led.first(where: { abs($0.session.localStart.date.weeks(from: day)) < mentor.minGapWeeks }) {
            return isTold(near) ? .tooNear(near, minGap: mentor.minGapWeeks) : .untold
        }
        let inMonth = led.filter { $0.session.localStart.date.isSameMonth(as: day) }
        guard inMonth.count >= mentor.maxPerMonth else { return nil }
        guard inMonth.allSatisfy(isTold) else { return .untold }
        return .monthFull(
            led: inMonth.count, limit: mentor.maxPerMonth,
            elsewhere: inMonth.allSatisfy { $0.session.code.program != program.name })
    }

    /// As in "is away", as far as those may know it whom these facts are for, though it was found out for somebody else.
    func words(of time: HinderedTime, to mentor: Mentor) -> String {
        let person = mentor.person
        let isTold =
            switch time.hindrance {
            case .away(let away): self.isTold(away, of: person)
            case .engaged(let other), .engagedThatDay(let other), .tooNear(let other, _): self.isTold(other, of: person)
            case .monthFull:
                (engagements[person.id] ?? []).allSatisfy {
                    !$0.leads || !$0.session.localStart.date.isSameMonth(as: time.local.date)
                        || self.isTold($0, of: person)
                }
            case .leftOut, .frozen, .untold, .past, .shortNotice: true
            }
        return (isTold ? time.hindrance : .untold).words(in: program.name, seeing: seen(of: person.id))
    }

    /// What somebody who was merely named in the program does elsewhere on a day of theirs on which a session would lie.
    ///
    /// Whoever is named without having been asked has no hours of theirs found out: such a day is a day off to the program, all of it.
    package func untoldEngagements(of person: Person, onDayOf start: Instant, minutes: Int) -> [Engagement] {
        (engagements[person.id] ?? []).filter {
            $0.isBinding && !$0.isTold(of: person, in: program.name)
                && walls.isSameDay(of: person.id, as: $0.session, from: start, minutes: minutes)
        }
    }
}
