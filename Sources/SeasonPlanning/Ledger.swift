import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog

/// Who gives how much of their time to a program, by its database and its plan.
struct Ledger {
    package let facts: SeasonFacts
    package let plan: SeasonPlan
    package let history: SeasonHistory
    package let zones: TimeZoneCatalog

    package func view(calling name: (Person) -> String) throws -> LedgerView {
        let mentors = try mentors(calling: name)
        let spread = Dictionary(grouping: mentors, by: \.region).sorted { $0.key < $1.key }.map { region, mentors in
            let loads = mentors.map { Double($0.turns + $0.carry) / Double($0.weight) }
            return LedgerView.Spread(
                region: region, least: tenths(loads.min() ?? 0), most: tenths(loads.max() ?? 0))
        }
        return LedgerView(mentors: mentors, spread: spread, trainees: try trainees(calling: name))
    }

    private func mentors(calling name: (Person) -> String) throws -> [LedgerView.MentorAccount] {
        let shares = try plan.shares(facts, zones: zones, calling: name)
        let earlier = try earlierTurns()
        let fairShare = FairShare(facts.mentors, sharing: plan.season.turns, carry: plan.carry)
        let mentors = Dictionary(uniqueKeysWithValues: facts.mentors.map { ($0.person.id, $0) })
        return shares.map { mentor, share in
            .init(
                mentor: share.mentor, region: share.region, weight: share.weight, carry: share.carry,
                turns: share.turns, fairShare: mentors[mentor].map(fairShare.of) ?? 0,
                unsocialHours: share.unsocialHours,
                earlier: earlier[mentor] ?? [])
        }
    }

    /// What today's mentors led in the seasons before.
    private func earlierTurns() throws -> [Identifier<Person>: [LedgerView.Earlier]] {
        var accounts: [Identifier<Person>: Account] = [:]
        for mentor in facts.mentors {
            accounts[mentor.person.id] = Account(mentor.person, rules: try zones.rules(for: mentor.person.shownZone))
        }
        for held in history.sessions where held.session.season < facts.program.season.start && held.session.wasLed {
            accounts[held.session.mentor.id]?.take(held.session, counts: true)
        }
        return accounts.mapValues { $0.earlier(than: facts.program.season.start) }
    }

    private func trainees(calling name: (Person) -> String) throws -> [LedgerView.TraineeAccount] {
        var accounts: [Identifier<Person>: Account] = [:]
        func account(of person: Person, _ change: (inout Account) -> Void) throws {
            var account = try accounts[person.id] ?? Account(person, rules: zones.rules(for: person.shownZone))
            change(&account)
            accounts[person.id] = account
        }
        for person in history.trainees { try account(of: person) { _ in } }
        for held in history.sessions {
            let seen = Dictionary(held.attendance.map { ($0.person.id, $0.kind == .present) }) { $1 }
            for person in held.seated {
                try account(of: person) { $0.take(held.session, counts: seen[person.id] ?? true) }
            }
            for attendance in held.attendance where attendance.tookPart {
                let hadSeat = held.seated.contains { $0.id == attendance.person.id }
                try account(of: attendance.person) { account in
                    if !hadSeat, attendance.kind == .present { account.take(held.session, counts: true, isSeat: false) }
                    account.attended[held.session.season, default: 0] += 1
                }
            }
        }
        let season = facts.program.season.start
        return accounts.values.map { account in
            .init(
                trainee: name(account.person), zone: account.person.shownZone,
                region: zones.region(of: account.person.shownZone), seats: account.sessions[season] ?? 0,
                attended: account.attended[season] ?? 0, unsocialHours: account.unsocialHours(in: season),
                earlier: account.earlier(than: season))
        }.sorted { ($0.region, $0.trainee, $0.zone) < ($1.region, $1.trainee, $1.zone) }
    }

    private func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}

/// One person's sessions and minutes outside the day, by season.
private struct Account {
    let person: Person
    let rules: ZoneRules
    private(set) var sessions: [LocalDate: Int] = [:]
    var attended: [LocalDate: Int] = [:]
    private var unsocialMinutes: [LocalDate: Int] = [:]

    init(_ person: Person, rules: ZoneRules) {
        self.person = person
        self.rules = rules
    }

    /// Enters a session; one that the person missed does not count as hours.
    mutating func take(_ session: Session, counts: Bool, isSeat: Bool = true) {
        sessions[session.season, default: 0] += isSeat ? 1 : 0
        guard counts else { return }
        unsocialMinutes[session.season, default: 0] += Hours.minutesOutsideDay(
            from: session.start, minutes: session.minutes, in: rules)
    }

    func unsocialHours(in season: LocalDate) -> Double { Double(unsocialMinutes[season] ?? 0) / 60 }

    func earlier(than season: LocalDate) -> [LedgerView.Earlier] {
        sessions.keys.filter { $0 < season }.sorted().map {
            .init(season: $0, sessions: sessions[$0] ?? 0, unsocialHours: unsocialHours(in: $0))
        }
    }
}

extension Session {
    /// Whether it took place, as far as anybody knows.
    var wasLed: Bool { status == .held || status == .announced }
}
