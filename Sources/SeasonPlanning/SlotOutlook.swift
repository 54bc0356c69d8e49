import CivilTime
package import Mentoring
package import MentoringAPI
package import TimeZoneCatalog
import Wording

/// What a slot means for the people of a program.
package struct SlotOutlook {
    package let facts: SeasonFacts
    package let zones: TimeZoneCatalog
    package let recurrence: any RecurrenceExpanding

    package init(facts: SeasonFacts, zones: TimeZoneCatalog, recurrence: any RecurrenceExpanding) {
        self.facts = facts
        self.zones = zones
        self.recurrence = recurrence
    }

    /// The next times of a slot within the season, with the hours they are elsewhere and what speaks against each.
    package func next(_ count: Int, of slot: Slot, by mentor: Mentor) throws -> [SlotPublication.Occurrence] {
        let season = facts.program.season
        let rules = try zones.rules(for: slot.zone)
        let today = rules.local(at: facts.now).date
        guard today <= season.end else { return [] }
        let days = try DayRange(from: max(today, season.start), to: season.end)
        let times = try SeasonFacts.times(of: slot, in: days, season: season, rules: rules, recurrence: recurrence)
        let regions = try facts.program.regions.map {
            ($0, try zones.rules(for: facts.representative(of: $0, by: zones)))
        }
        let own = try zones.rules(for: mentor.person.shownZone)
        let slotHours = try hours(of: slot, by: mentor)
        return try times.filter { $0.instant > facts.now }.prefix(count).map { time in
            SlotPublication.Occurrence(
                localStart: time.local, ownStart: own.id == slot.zone ? nil : own.local(at: time.instant),
                hours: Hours(of: time.instant, minutes: facts.program.minutes, in: own), start: time.instant,
                regions: regions.map { region, rules in
                    SlotPublication.RegionalHour(
                        region, from: time.instant, minutes: facts.program.minutes, in: rules)
                },
                conflicts: try conflicts(of: slot, at: time, by: mentor, hours: slotHours).map(\.text))
        }
    }

    /// What a mentor may not have meant by a slot: from when on its weeks are counted, that some of its dates to come, or all, are
    /// in weeks without a meeting, and what `SlotHours` says of dates behind the next `count`.
    package func remarks(on slot: Slot, by mentor: Mentor, beyond count: Int) throws -> [String] {
        let hours = try self.hours(of: slot, by: mentor)
        let today = try zones.rules(for: slot.zone).local(at: facts.now).date
        guard today <= facts.program.season.end else { return [] }
        return try [counting(of: slot.pattern), meetings(of: slot, by: mentor)].compactMap(\.self).map(\.text)
            + hours.remarks(at: facts.now, by: recurrence, beyond: count)
    }

    private func hours(of slot: Slot, by mentor: Mentor) throws -> SlotHours {
        try SlotHours(of: slot, ownZone: mentor.person.shownZone, in: facts.program, by: zones)
    }

    private func counting(of pattern: SlotPattern) -> SlotRemark? {
        pattern.isCounted && pattern.from == nil ? .counted(from: facts.program.season.start) : nil
    }

    private func meetings(of slot: Slot, by mentor: Mentor) throws -> SlotRemark? {
        let (program, season) = (facts.program, facts.program.season)
        guard program.meets != .everyWeek else { return nil }
        let rules = try zones.rules(for: slot.zone)
        let days = try DayRange(from: season.start, to: season.end)
        let times = try SeasonFacts.times(of: slot, in: days, season: season, rules: rules, recurrence: recurrence)
        let toCome = times.filter { $0.instant > facts.now }
        let meeting = toCome.count { time in
            season.week(of: time.local.date).map { facts.isMeeting(mentor.region, in: $0) } ?? false
        }
        guard meeting < toCome.count else { return nil }
        return .meetings(meeting, of: toCome.count, program.name, meets: program.meets.inWords)
    }

    /// That a time to come is too near for a session to be planned; nil where it is not, or one of that slot is announced for it.
    private func noticeTooShort(for slot: Slot, at time: ZonedDateTime) -> SlotRemark? {
        guard !facts.isPlannable(at: time.instant) else { return nil }
        let isAnnounced = facts.sessions.values.contains {
            $0.slot == slot.id && $0.start == time.instant && $0.status == .announced
        }
        return isAnnounced ? nil : .tooNear(hours: facts.program.noticeHours)
    }

    private func conflicts(
        of slot: Slot, at time: ZonedDateTime, by mentor: Mentor, hours: SlotHours
    ) throws -> [SlotRemark] {
        let day = time.local.date
        var conflicts = [hours.clockChange(at: time)].compactMap(\.self)
        if let week = facts.program.season.week(of: day), facts.grid[mentor.region, week] == .noMeeting,
            let reason = facts.grid.reason(against: mentor.region, in: week, of: facts.program.name)
        {
            conflicts.append(.noMeeting(reason))
        }
        for freeze in facts.freezes where freeze.covers(mentor.region, on: day) {
            conflicts.append(.frozen(freeze.reason))
        }
        if let notice = noticeTooShort(for: slot, at: time) { conflicts.append(notice) }
        let absence = facts.absence(of: mentor.person.id, from: time.instant, minutes: facts.program.minutes)
        if let away = absence, facts.isTold(away, of: mentor.person) {
            conflicts.append(.away(away.days))
        }
        if let remark = hours.outsideDay(at: time) { conflicts.append(remark) }
        if let hindrance = facts.otherHindrance(to: mentor, at: time), hindrance != .untold {
            conflicts.append(
                .hindered(
                    mentor: mentor.person.name, hindrance, in: facts.program.name,
                    seeing: facts.seen(of: mentor.person.id)))
        }
        let end = time.instant.adding(seconds: Int64(facts.program.minutes) * 60)
        for session in facts.sessions.values.sorted(by: { $0.code < $1.code })
        where session.mentor.id == mentor.person.id && session.status == .announced && session.start < end
            && time.instant < session.end && session.slot != slot.id
        {
            conflicts.append(.leads(session.code))
        }
        let others = facts.slots.filter { $0.mentor == slot.mentor && $0.id != slot.id }
        for other in others {
            let times = try SeasonFacts.times(
                of: other, in: DayRange(from: day, to: day), season: facts.program.season,
                rules: zones.rules(for: other.zone), recurrence: recurrence)
            if times.contains(where: {
                abs($0.instant.seconds(since: time.instant)) < Int64(facts.program.minutes) * 60
            }) {
                conflicts.append(.overlaps(other.id, other.pattern.summary))
            }
        }
        return conflicts
    }
}
