import CivilTime

/// Everything that a program's books say about one of its duties, as planning needs it.
struct DutyFacts: Equatable, Sendable {
    let duty: Duty
    /// By address.
    let volunteers: [Volunteer]
    let absences: [Identifier<Person>: [Away]]
    /// Of the current season, by week.
    let turns: [Int: DutyTurn]
    /// Of the season before this one.
    let lastSeason: [DutyTurn]

    /// What the books say about each of a program's duties, in their order.
    static func all(of program: Program, in books: any StoreReading) throws -> [DutyFacts] {
        let duties = try books.duties(of: program.name)
        guard !duties.isEmpty else { return [] }
        let volunteers = try books.volunteers(of: program.name)
        let absences = try Dictionary(
            volunteers.map { ($0.person.id, try books.absences(of: $0.person.id, in: program.name)) },
            uniquingKeysWith: { first, _ in first }
        )
        let turns = try books.dutyTurns(of: program.name)
        return duties.map { duty in
            let own = turns.filter { $0.code.duty == duty.name }
            let current = own.filter { $0.season == program.season.start }
            let last = own.map(\.season).filter { $0 < program.season.start }.max()
            let those = volunteers.filter { $0.duty == duty.name }
            return DutyFacts(
                duty: duty, volunteers: those,
                absences: absences.filter { id, _ in those.contains { $0.person.id == id } },
                turns: Dictionary(uniqueKeysWithValues: current.map { ($0.code.week, $0) }),
                lastSeason: own.filter { $0.season == last })
        }
    }

    func isVolunteer(_ person: Identifier<Person>) -> Bool { volunteers.contains { $0.person.id == person } }

    /// Whether a person is away on any day of the week that begins on a Monday.
    func isAway(_ person: Identifier<Person>, inWeekOf monday: LocalDate) -> Bool {
        (absences[person] ?? []).contains { $0.days.from <= monday.adding(days: 6) && monday <= $0.days.to }
    }

    /// Whether a week stays whose it is: it was announced or agreed on, and what has happened since does not take it away.
    ///
    /// What has begun stands as long as its volunteer is one; what is to come unless they are away or it is frozen.
    func stands(_ turn: DutyTurn, in facts: SeasonFacts) -> Bool {
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
    func weeks(of facts: SeasonFacts) -> [Int] {
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
