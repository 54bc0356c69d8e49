package import CivilTime
package import Mentoring
import TimeZoneCatalog
package import Wording

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

    /// What hinders a time, as far as those may know it whom these facts are for, though it was found out for somebody else.
    func told(_ time: HinderedTime, of mentor: Mentor) -> Hindrance {
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
        return isTold ? time.hindrance : .untold
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
