package import CivilTime
package import Mentoring
import Wording

/// Everything that a program's database says about one of its duties, as planning needs it.
package struct DutyFacts: Equatable, Sendable {
    package let duty: Duty
    /// By address.
    package let volunteers: [Volunteer]
    package let absences: [Identifier<Person>: [Away]]
    /// The Mondays of the weeks in which volunteers have a duty of another program: nobody has two in one week.
    package let weeksElsewhere: [Identifier<Person>: Set<LocalDate>]
    /// Of the current season, by week.
    package let turns: [Int: DutyTurn]
    /// Of the seasons before this one, by season.
    package let earlier: [DutyTurn]
    /// Of the seasons after this one, which may be announced while this one is planned again; what is only planned of them gives way.
    package let later: [DutyTurn]

    package init(
        duty: Duty, volunteers: [Volunteer], absences: [Identifier<Person>: [Away]],
        weeksElsewhere: [Identifier<Person>: Set<LocalDate>], turns: [Int: DutyTurn], earlier: [DutyTurn],
        later: [DutyTurn] = []
    ) {
        self.duty = duty
        self.volunteers = volunteers
        self.absences = absences
        self.weeksElsewhere = weeksElsewhere
        self.turns = turns
        self.earlier = earlier
        self.later = later.filter { [.announced, .held].contains($0.status) || $0.status == .tentative && $0.isAgreed }
    }

    package func isVolunteer(_ person: Identifier<Person>) -> Bool { volunteers.contains { $0.person.id == person } }

    /// Whether a person is away on any day of the week that begins on a Monday.
    package func isAway(_ person: Identifier<Person>, inWeekOf monday: LocalDate) -> Bool {
        (absences[person] ?? []).contains { $0.days.from <= monday.adding(days: 6) && monday <= $0.days.to }
    }

    /// Whether a person has a duty of another program in the week that begins on a Monday.
    package func isOnDutyElsewhere(_ person: Identifier<Person>, inWeekOf monday: LocalDate) -> Bool {
        weeksElsewhere[person]?.contains(monday) ?? false
    }

    /// Whether the people of the program are told that somebody is away in such a week: of whoever was merely named there, what
    /// they have elsewhere is told no otherwise than a day off.
    package func seemsAway(_ person: Person, inWeekOf monday: LocalDate) -> Bool {
        isAway(person.id, inWeekOf: monday)
            || person.givenZone != nil && isOnDutyElsewhere(person.id, inWeekOf: monday)
    }

    /// What the seasons around keep a person from in the week that begins on a Monday; nil when nothing does.
    func hindranceOfOtherSeasons(
        _ person: Identifier<Person>, inWeekOf monday: LocalDate
    ) -> UncoveredDutyReason.Hindrance? {
        let had = earlier.filter { $0.person.id == person && $0.status != .cancelled }.map(\.monday)
        let has = later.filter { $0.person.id == person }.map(\.monday)
        func isNear(_ other: LocalDate) -> Bool { abs(other.days(until: monday)) < 7 * duty.minGapWeeks }
        if had.contains(where: isNear) { return .hadOne(minGap: duty.minGapWeeks) }
        if has.contains(where: isNear) { return .hasOne(minGap: duty.minGapWeeks) }
        func isThen(_ other: LocalDate) -> Bool { (other.year, other.month) == (monday.year, monday.month) }
        if had.count(where: isThen) >= duty.maxPerMonth { return .hadMonth(most: duty.maxPerMonth) }
        return (had + has).count(where: isThen) >= duty.maxPerMonth ? .monthFull(most: duty.maxPerMonth) : nil
    }

    /// Whether a week stays whose it is: it was announced or agreed on, and what has happened since does not take it away.
    ///
    /// What has begun stands as long as its volunteer is one; what is to come unless they are away or it is frozen.
    package func stands(_ turn: DutyTurn, in facts: SeasonFacts) -> Bool {
        switch turn.status {
        case .announced, .held: break
        case .tentative: guard turn.isAgreed else { return false }
        case .cancelled: return false
        }
        guard isVolunteer(turn.person.id) else { return false }
        return turn.start <= facts.now
            || !(isAway(turn.person.id, inWeekOf: turn.monday) || facts.isFrozen(turn.code.week))
    }

    /// The weeks of the season that want a volunteer, or have one for good.
    ///
    /// A week that has begun keeps whose it was and wants nobody else; one that is frozen for every region wants nobody.
    package func weeks(of facts: SeasonFacts) -> [Int] {
        (1...facts.program.season.weeks).filter { week in
            if let turn = turns[week], stands(turn, in: facts) { return true }
            return !facts.hasBegun(week) && !facts.isFrozen(week)
        }
    }
}

extension SeasonFacts {
    /// Whether a week has begun in UTC.
    func hasBegun(_ week: Int) -> Bool { program.season.monday(ofWeek: week).midnightUTC <= now }

    /// Whether all seven days of a week are frozen for every region.
    func isFrozen(_ week: Int) -> Bool { program.regions.allSatisfy { isFrozen($0, in: week) } }
}
