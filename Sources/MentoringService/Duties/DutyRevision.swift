import CivilTime
import Mentoring
import MentoringAPI
import SeasonPlanning
import Wording

/// Brings the stored weeks of a duty in line with a plan, inside one transaction.
struct DutyRevision {
    let service: TrainingService
    let facts: SeasonFacts
    let transaction: any StoreWriting
    /// How many weeks ahead turns are announced.
    let announceWeeks: Int
    /// Makes the UID of what is new, by its code.
    let makeUID: @Sendable (String) -> String

    private(set) var changes: [DutyPlanView.Change] = []
    private(set) var announced = 0

    init(
        service: TrainingService, facts: SeasonFacts, transaction: any StoreWriting, announceWeeks: Int,
        makeUID: @escaping @Sendable (String) -> String
    ) {
        self.service = service
        self.facts = facts
        self.transaction = transaction
        self.announceWeeks = announceWeeks
        self.makeUID = makeUID
    }

    /// Stores what the plan says of every week of the season, and tells those concerned.
    mutating func carryOut(_ plan: DutyPlan) throws {
        for week in Set(plan.people.keys).union(plan.facts.turns.keys).sorted() {
            let known = plan.facts.turns[week]
            guard let person = plan.people[week] else {
                try known.map { try drop($0, of: plan) }
                continue
            }
            if let known {
                try revise(known, to: person, of: plan.facts)
            } else {
                try create(week, for: person, of: plan.facts.duty)
            }
        }
    }

    private mutating func create(_ week: Int, for person: Person, of duty: Duty) throws {
        let code = DutyCode(
            program: facts.program.name, season: facts.program.season.name, week: week, duty: duty.name)
        var turn = DutyTurn(
            code: code, season: facts.program.season.start, uid: makeUID("\(code)"), status: .tentative,
            person: person, revised: facts.now)
        if isWithinReach(turn) { (turn.status, turn.contact) = (.announced, facts.program.contact) }
        turn = try transaction.add(turn)
        changes.append(.init(turn: "\(code)", kind: .new, from: nil, to: turn.summary))
        if turn.status == .announced { announced += 1 }
        _ = try service.tell(turn, after: nil, of: duty, in: transaction)
    }

    private mutating func revise(_ known: DutyTurn, to person: Person, of duty: DutyFacts) throws {
        var turn = known
        if duty.stands(known, in: facts) {
            if known.status == .announced, facts.isOver(turn.sunday) { turn.status = .held }
        } else {
            turn.person = person
            turn.cancellation = nil
            turn.isAgreed = false
            if turn.person.id != known.person.id { turn.offer = nil }
            if known.status == .cancelled { turn.status = .tentative }
        }
        // Of a week that is over nobody is told any more.
        if turn.status == .tentative, isWithinReach(turn), !facts.isOver(turn.sunday) { turn.status = .announced }
        guard turn != known else { return }
        if known.status == .cancelled {
            changes.append(.init(turn: "\(turn.code)", kind: .new, from: nil, to: turn.summary))
        } else if known.person.id != turn.person.id {
            changes.append(.init(turn: "\(turn.code)", kind: .person, from: known.summary, to: turn.summary))
        }
        try store(turn, after: known, of: duty.duty)
    }

    private mutating func drop(_ known: DutyTurn, of plan: DutyPlan) throws {
        guard known.isUpcoming(at: facts.now) else { return }
        var turn = known
        turn.status = .cancelled
        turn.isAgreed = false
        turn.offer = nil
        turn.cancellation = plan.reason(without: known.code.week, of: facts).text
        changes.append(.init(turn: "\(known.code)", kind: .dropped, from: known.summary, to: nil))
        try store(turn, after: known, of: plan.facts.duty)
    }

    private mutating func store(_ edited: DutyTurn, after known: DutyTurn, of duty: Duty) throws {
        var turn = edited
        try service.store(&turn, after: known, of: duty, at: facts.now, in: transaction)
        if turn.status == .announced, known.status != .announced { announced += 1 }
    }

    private func isWithinReach(_ turn: DutyTurn) -> Bool {
        facts.isWithinReach(turn.monday, announceWeeks: announceWeeks)
    }
}

extension DutyTurn {
    /// `2027-01-18..2027-01-24, Akira Sato`.
    fileprivate var summary: String { "\(monday)..\(sunday), \(person.name)" }
}
