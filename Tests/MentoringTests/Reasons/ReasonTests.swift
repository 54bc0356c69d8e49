import CivilTime
import ICalendar
import Mentoring
import MentoringAPI
import Rotation
import SeasonPlanning
import Testing
import TimeZoneCatalog

/// What `why` and `why-not` say of every turn of random seasons, held against the plan that it is about.
@Suite("Every reason is so")
struct ReasonTests {
    /// Enough to plan so small a season anew around a choice.
    private static let effort = Effort(rounds: 1, steps: 40, work: 200_000, limit: Effort.usualLimit / 20)

    @Test("for all turns of a season, whoever asks", arguments: 1...30)
    func season(seed: Int) throws {
        let facts = try RandomSeason(seed: seed).facts()
        let recurrence = RecurrenceExpander()
        let zones = TimeZoneCatalog.shipped
        let times = try PlainReading.times(in: facts)
        // Both ways in which the program asks: one turn changes hands alone (`plan --explain`), or all is planned around it.
        let effort = seed.isMultiple(of: 2) ? nil : Self.effort
        let common = try SeasonWhy(facts, effort: effort, zones: zones, recurrence: recurrence)
        for week in 1...facts.program.season.weeks {
            for region in facts.program.regions {
                let turn = Turn(week: week, region: region)
                let isKnown = facts.sessions[turn].map { facts.stands($0) } ?? false
                let why =
                    isKnown
                    ? try SeasonWhy(facts, into: turn, effort: effort, zones: zones, recurrence: recurrence) : common
                let check = ReasonCheck(
                    reading: PlainReading(
                        facts: facts, offers: why.plan.offers, turns: Set(why.plan.season.turns),
                        known: isKnown ? turn : nil, times: times), turn: turn)
                let complaints = try check.complaints(about: try why.view(of: turn))
                #expect(complaints == [], "season \(seed), \(turn)")
                for mentor in facts.mentors where mentor.region == region {
                    let objection = try why.objection(to: mentor, at: turn)
                    let isTrue = try check.isTrue(objection, of: mentor)
                    #expect(isTrue, "season \(seed), \(turn): \(objection.sentence)")
                }
            }
        }
    }

    @Test("and the seasons hold what is asked about: the reasons differ, and so do the seasons")
    func variety() throws {
        var grounds: Set<ObjectionView.Ground> = []
        var seasons: Set<String> = []
        for seed in stride(from: 2, through: 30, by: 2) {
            let facts = try RandomSeason(seed: seed).facts()
            let why = try SeasonWhy(facts, effort: nil, zones: .shipped, recurrence: RecurrenceExpander())
            grounds.formUnion(try why.views().flatMap(\.objections).map(\.ground))
            seasons.insert("\(facts.mentors.map(\.minGapWeeks)) \(facts.slots.map(\.pattern.rule)) \(facts.now)")
        }
        #expect(seasons.count == 15)
        #expect(grounds.isSuperset(of: [.noSlot, .away, .gap, .level]))
        #expect(grounds.count >= 8, "\(grounds)")
    }

    @Test("a check notices what is not so")
    func control() throws {
        var noticed = 0
        for seed in 1...6 {
            let facts = try RandomSeason(seed: seed).facts()
            let why = try SeasonWhy(facts, effort: nil, zones: .shipped, recurrence: RecurrenceExpander())
            let turn = why.plan.offers.filter { $0.value.local.instant > facts.now }.keys.min()
            guard let turn else { continue }
            let check = ReasonCheck(
                reading: PlainReading(
                    facts: facts, offers: why.plan.offers, turns: Set(why.plan.season.turns), known: nil,
                    times: try PlainReading.times(in: facts)), turn: turn)
            var view = try why.view(of: turn)
            for untrue in [
                "it was called off: typhoon",
                "nobody leads it: no mentor of \(turn.region.usualTitle) has a slot that week",
                "Zoe leads 99 turns this season, a fair share being 1 turn", "anything else",
            ] {
                view.reasons = [untrue]
                noticed += try check.complaints(about: view).contains(untrue) ? 1 : 0
            }
            view.objections = facts.mentors.filter { $0.region == turn.region }.prefix(1).map {
                ObjectionView(
                    mentor: $0.person.name, ground: .level, isProved: true,
                    sentence:
                        "\($0.person.name) could lead, but they would lead 9 turns instead of 8 (a fair share is 8 turns)"
                )
            }
            noticed += try check.complaints(about: view).contains { $0.contains("9 turns instead of 8") } ? 1 : 0
        }
        #expect(noticed > 0 && noticed.isMultiple(of: 5))
        let check = ReasonCheck.hasWrongNumber
        #expect(check("would lead 1 turns") && check("2 week away") && !check("1.1 turns, 11 turns, 1 turn (0 points)"))
    }
}
