import CivilTime
import Mentoring
import Rotation

/// The weeks of a duty as a problem for the planner: one demand a week, in a region of its own and without an audience.
struct DutyProblem {
    package let problem: Rotation.Problem
    /// The weeks that are wanted, by the names of their demands.
    package let weeks: [String: Int]
    /// Whose each slot is.
    package let people: [String: Person]
    package let carry: [Identifier<Person>: Int]

    /// Who has other turns of the program in which week.
    struct Others {
        /// They get another week of the duty where that costs no fairness.
        var leading: [Int: Set<Identifier<Person>>] = [:]
        /// They get none in that week.
        var onDuty: [Int: Set<Identifier<Person>>] = [:]
    }

    /// Builds the problem.
    init(_ duty: DutyFacts, of facts: SeasonFacts, beside others: Others) throws {
        let wanted = duty.weeks(of: facts)
        let standing = wanted.compactMap { duty.turns[$0] }.filter { duty.stands($0, in: facts) }
        let open = Set(wanted).subtracting(standing.map(\.code.week))
        var (slots, people): ([Rotation.Slot], [String: Person]) = ([], [:])
        func offer(_ id: String, _ person: Person, _ week: Int, preference: Int = 0) {
            people[id] = person
            slots.append(
                Rotation.Slot(
                    id: id, mentor: "\(person.id)", week: week - 1,
                    start: facts.program.season.monday(ofWeek: week).epochDay * Self.dayInMinutes,
                    minutes: Self.dayInMinutes, offset: 0, preference: preference))
        }
        for turn in standing { offer(Self.standing(turn.code.week), turn.person, turn.code.week) }
        for week in open.sorted() where facts.isPlannable(week) {
            let monday = facts.program.season.monday(ofWeek: week)
            for person in duty.volunteers.map(\.person)
            where !duty.isAway(person.id, inWeekOf: monday) && !duty.isOnDutyElsewhere(person.id, inWeekOf: monday)
                && !(others.onDuty[week]?.contains(person.id) ?? false)
                && duty.hindranceOfOtherSeasons(person.id, inWeekOf: monday) == nil
            {
                let leads = others.leading[week]?.contains(person.id) ?? false
                offer(Self.slot(week, person.id), person, week, preference: leads ? 3 : 0)
            }
        }
        let carry = Carry(earlier: duty.earlier, at: facts.now).carry(
            of: duty.volunteers, into: Array(duty.turns.values))
        self.carry = carry
        self.people = people
        weeks = Dictionary(uniqueKeysWithValues: wanted.map { (Self.demand($0), $0) })
        let previous = Self.previous(duty, standing: standing)
        problem = try Rotation.Problem(
            id: "\(facts.program.name) \(duty.duty.name) \(facts.program.season.start)",
            levels: previous.isEmpty ? Self.freshLevels : Self.replanningLevels,
            weeks: (1...facts.program.season.weeks).map {
                Rotation.Week(monday: facts.program.season.monday(ofWeek: $0).epochDay)
            },
            regions: [duty.duty.name], programs: [facts.program.name],
            demands: wanted.map {
                Rotation.Demand(
                    id: Self.demand($0), program: facts.program.name, week: $0 - 1, region: duty.duty.name)
            },
            mentors: duty.volunteers.map {
                let fairShare = (wanted.count + duty.volunteers.count - 1) / duty.volunteers.count
                return Rotation.Leader(
                    id: "\($0.person.id)", region: duty.duty.name, programs: [facts.program.name],
                    weight: $0.weight, carry: carry[$0.person.id] ?? 0, minGap: duty.duty.minGapWeeks,
                    preferredGap: 2 * duty.duty.minGapWeeks, maxPerMonth: duty.duty.maxPerMonth, cap: fairShare + 1)
            },
            slots: slots, previous: previous.isEmpty ? nil : previous, limitsBindAnnounced: false)
    }

    private static let dayInMinutes = 1440

    /// Besides the usual order: nobody leads in a week of theirs unless the load could not be shared fairly otherwise.
    private static let freshLevels: [Level] = [
        .uncovered, .overload, .load, .preference, .spacing, .misery, .painmax, .stability,
    ]
    private static let replanningLevels: [Level] = [
        .uncovered, .stability, .overload, .load, .preference, .spacing, .misery, .painmax,
    ]

    private static func demand(_ week: Int) -> String { "w\(String(week).zeroPadded(to: 3))" }
    private static func standing(_ week: Int) -> String { "standing \(demand(week))" }
    private static func slot(_ week: Int, _ person: Identifier<Person>) -> String {
        "\(demand(week)) \(String(person.rawValue).zeroPadded(to: 8))"
    }

    /// What was planned before: standing weeks are announced, tentative ones are to change as little as can be.
    private static func previous(_ duty: DutyFacts, standing: [DutyTurn]) -> [Rotation.PreviousAssignment] {
        let announced = standing.map {
            Rotation.PreviousAssignment(
                demand: demand($0.code.week), slot: Self.standing($0.code.week), announced: true)
        }
        let tentative = duty.turns.values.filter { $0.status == .tentative && !$0.isAgreed }.map {
            Rotation.PreviousAssignment(
                demand: demand($0.code.week), slot: slot($0.code.week, $0.person.id), announced: false)
        }
        return announced + tentative.sorted { $0.demand < $1.demand }
    }
}

extension SeasonFacts {
    /// Nobody is given a week of a duty at shorter notice than this, in seconds: two days, whatever the sessions have.
    private static let dutyNotice: Int64 = 2 * 86_400

    /// Whether a week begins late enough for somebody to be given it.
    func isPlannable(_ week: Int) -> Bool {
        program.season.monday(ofWeek: week).midnightUTC >= now.adding(seconds: Self.dutyNotice)
    }
}
