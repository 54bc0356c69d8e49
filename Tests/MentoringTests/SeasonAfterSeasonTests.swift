import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import ProgramFile
import TestSupport
import Testing
import TimeZoneCatalog

/// A program lives on: the next season is prepared while one runs, and nothing of the last is lost.
@Suite("season after season") struct SeasonAfterSeasonTests {
    private static let c = "{ name: c, start: 2027-04-05, weeks: 4, cadence: one-region-a-week }"
    private static let inA = "2027-02-01T09:00:00Z"

    /// The first season half over, and the second published.
    private func twoSeasons() async throws -> Fixture {
        let fixture = try await Fixture.with(TwoSeasons.yaml(TwoSeasons.a))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann")
        for moment in ["2027-01-18T09:00:00Z", Self.inA] {
            try fixture.clock.set(moment)
            try await fixture.service.keepSeasonsRolling()
        }
        try await fixture.apply(TwoSeasons.yaml(TwoSeasons.a, TwoSeasons.b))
        _ = try await fixture.service.plan("nova", publish: true, season: "b")
        return fixture
    }

    private func sessions(_ fixture: Fixture, _ season: String?, upcoming: Bool = false) async throws -> [SessionView] {
        try await fixture.service.sessions(of: "nova", upcoming: upcoming, season: season, for: Viewer())
    }

    @Test("the next one is planned and published while one runs, and changes nothing of it")
    func beside() async throws {
        let fixture = try await twoSeasons()
        let (first, second) = (try await sessions(fixture, "a"), try await sessions(fixture, "b"))
        #expect(first.count == 18 && second.count == 18)
        #expect(Set((first + second).map(\.code)).count == 36 && Set((first + second).map(\.uid)).count == 36)
        #expect(first.allSatisfy { $0.season == "a" && $0.code.hasPrefix("nova-a-w") })
        #expect(second.allSatisfy { $0.season == "b" && $0.code.hasPrefix("nova-b-w") })
        #expect(try await sessions(fixture, nil) == first)
        let coming = try await sessions(fixture, nil, upcoming: true)
        #expect(Set(coming.map(\.season)) == ["a", "b"])
        #expect(first.allSatisfy { $0.capacity == 2 } && second.allSatisfy { $0.capacity == 3 })
        let seasons = try await fixture.service.ask(ListSeasons(program: "nova"), by: .onThisMachine(as: nil))
        #expect(
            seasons.map { "\($0.season) \($0.state) \($0.sessions) \($0.uncovered)" } == [
                "a running 18 0", "b next 18 0",
            ])
        #expect(try await fixture.apply(TwoSeasons.yaml(TwoSeasons.a, TwoSeasons.b)).isEmpty)
    }

    @Test("a season meets in the regions it names, whoever else leads in the program")
    func ownRegions() async throws {
        let fixture = try await twoSeasons()
        let europe = TwoSeasons.b.replacing("weeks: 6", with: "weeks: 6, regions: [europe]")
        try await fixture.apply(TwoSeasons.yaml(TwoSeasons.a, europe))
        _ = try await fixture.service.plan("nova", publish: true, season: "b")
        let held = try await sessions(fixture, "b").filter { $0.status != .cancelled }
        #expect(held.count == 6 && held.allSatisfy { $0.region == .europe && !$0.mentor.name.isEmpty })
        _ = try await fixture.service.keepSeasonsRolling()
        #expect(try await sessions(fixture, "a").count { $0.status != .cancelled } == 18)
        let why = try await fixture.service.ask(ExplainSession(session: "nova-b-w02-europe"))
        #expect(!why.reasons.isEmpty)
    }

    @Test("one made shorter loses what was only planned, and says which announced sessions the next plan takes back")
    func shorter() async throws {
        let fixture = try await Fixture.with(TwoSeasons.yaml(TwoSeasons.a))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann")
        _ = try await fixture.enroll("ann", in: "nova-a-w06-asia")
        let shortest = TwoSeasons.a.replacing("weeks: 6", with: "weeks: 1")
        let changes = try await fixture.apply(TwoSeasons.yaml(shortest)).map(\.what)
        #expect(changes.contains("nova-a-w06-asia, which was tentative; ann is told"))
        let announced = try await sessions(fixture, "a").filter { $0.status == .announced && $0.week > 1 }
        #expect(!announced.isEmpty)
        #expect(
            changes.contains { $0.hasPrefix("the next plan changes \(announced.count) announced sessions, and tells") })
        #expect(try await sessions(fixture, "a").allSatisfy { $0.status != .tentative || $0.week == 1 })
        await #expect(throws: Refusal.self) { try await fixture.enroll("ann", in: "nova-a-w05-asia") }
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await sessions(fixture, "a").allSatisfy { $0.status == .cancelled || $0.week == 1 })
        #expect(try await fixture.apply(TwoSeasons.yaml(shortest)).isEmpty)
    }

    @Test("a code without its season means the one that runs, and names both where it may change either")
    func short() async throws {
        let fixture = try await twoSeasons()
        // Week 1 of the first is over, week 6 of both is to come.
        #expect(try await fixture.session("nova-w01-asia").code == "nova-a-w01-asia")
        #expect(try await fixture.session("nova-w06-asia").code == "nova-a-w06-asia")
        let refusal = try await #require(throws: Refusal.self) { try await fixture.enroll("ann", in: "nova-w06-asia") }
        #expect(refusal.description.contains("nova-a-w06-asia or nova-b-w06-asia"))
        #expect(try await fixture.enroll("ann", in: "nova-b-w06-asia").session == "nova-b-w06-asia")
        #expect(
            try await fixture.service.publicSession(coded: "nova-w06-asia", of: "nova").choice.map(\.code) == [
                "nova-a-w06-asia", "nova-b-w06-asia",
            ])
        try fixture.clock.set("2027-03-01T09:00:00Z")
        #expect(try await fixture.session("nova-w06-asia").code == "nova-b-w06-asia")
        #expect(try await fixture.enroll("ann", in: "nova-w06-asia").session == "nova-b-w06-asia")
    }

    @Test("a season that was announced keeps its name and its first day, and stays when its file leaves it out")
    func kept() async throws {
        let fixture = try await twoSeasons()
        for season in ["{ name: x, start: 2027-01-04, weeks: 6 }", "{ name: a, start: 2027-01-11, weeks: 4 }"] {
            await #expect(throws: BadInput.self) { try await fixture.apply(TwoSeasons.yaml(season, TwoSeasons.b)) }
        }
        let overlap = try await #require(throws: BadInput.self) {
            try await fixture.apply(
                TwoSeasons.yaml(TwoSeasons.a, TwoSeasons.b, "{ name: d, start: 2027-03-22, weeks: 2 }"))
        }
        #expect(
            overlap.description.contains(
                "the seasons b (2027-02-15 to 2027-03-28) and d (2027-03-22 to 2027-04-04) overlap"))
        #expect(try await fixture.apply(TwoSeasons.yaml(TwoSeasons.b)).isEmpty)
        #expect(try await sessions(fixture, "a").count == 18)
        try fixture.clock.set("2027-03-01T09:00:00Z")
        _ = try await fixture.service.ask(
            RecordAttendance(session: "nova-a-w01-asia", present: [EmailAddress("ann@example.org")]))
        let seasons = try await fixture.service.ask(ListSeasons(program: "nova"), by: .onThisMachine(as: nil))
        #expect(seasons.map { "\($0.season) \($0.state)" } == ["a past", "b running"])
    }

    @Test("what is exported is what is in force")
    func exported() async throws {
        let fixture = try await twoSeasons()
        let yaml = try await fixture.service.ask(ExportProgram(program: "nova")).text
        #expect(yaml.contains("name: \"a\"") && yaml.contains("name: \"b\"") && yaml.contains("capacity: 3"))
        #expect(try await fixture.apply(yaml).isEmpty)
        let unnamed = try await Fixture.with(small())
        #expect(
            try await unnamed.service.ask(ExportProgram(program: "nova")).text.contains(
                "season: {start: 2027-01-04, weeks: 4}"))
    }

    @Test(
        "three seasons: every code is one session's, each line of evidence leads to it, and turns are shared over all")
    func three() async throws {
        let fixture = try await twoSeasons()
        let ann = try EmailAddress("ann@example.org")
        var attended: [String] = []
        func attend(_ code: String, on date: String) async throws {
            try fixture.clock.set("\(date)T23:00:00Z")
            _ = try await fixture.service.ask(RecordAttendance(session: code, present: [ann]))
            attended.append(code)
        }
        try await attend("nova-a-w06-asia", on: "2027-02-09")
        try await attend("nova-b-w01-asia", on: "2027-02-16")
        try fixture.clock.set("2027-03-20T09:00:00Z")
        try await fixture.service.keepSeasonsRolling()
        try await fixture.apply(TwoSeasons.yaml(TwoSeasons.b, Self.c))
        _ = try await fixture.service.plan("nova", publish: true, season: "c")
        let third = try await sessions(fixture, "c")
        // After 36 sessions the regions take turns, and the grid begins anew.
        #expect(third.map(\.week) == [1, 2, 3, 4] && Set(third.map(\.region)).count == 3)
        if let first = third.first { try await attend(first.code, on: "\(first.localStart.date)") }
        let evidence = try await fixture.service.ask(ShowEvidence(program: "nova", person: ann))
        #expect(evidence.attended.map(\.session) == attended)
        for line in evidence.attended { #expect(try await fixture.session(line.session).start == line.start) }
        let all = try await fixture.store.read { try $0.sessions(of: "nova") }
        #expect(all.count == 40 && Set(all.map(\.code)).count == 40)
        let carry = try await fixture.service.ask(ReportSeason(program: "nova", season: "c")).ledger.mentors.map(
            \.carry)
        #expect(carry == [0, 0, 0])
    }

    @Test("two seasons of which nobody was told may exchange their names, and more than two go round")
    func namesExchanged() async throws {
        let days = ["2027-01-04", "2027-02-15", "2027-04-05"]
        func file(_ names: [String]) -> String {
            let seasons = zip(names, days).map { "{ name: \($0), start: \($1), weeks: 4 }" }
            return small(weeks: 6).replacing(
                "season: { start: 2027-01-04, weeks: 6 }", with: "seasons: [\(seasons.joined(separator: ", "))]")
        }
        let fixture = try await Fixture.with(file(["a", "b", "c"]))
        _ = try await fixture.service.plan("nova", publish: true, announceWeeks: 0, season: "b")
        for names in [
            ["a", "c", "b"], ["b", "a", "c"], ["c", "b", "a"], ["d", "c", "b"],
            // Whatever a season is called, no other is in its way meanwhile.
            ["between0", "between1", "between2"], ["between1", "d", "between2"], ["between2", "between0", "d"],
        ] {
            try await fixture.apply(file(names))
            let stored = try await fixture.store.read { try $0.program("nova")?.seasons ?? [] }
            #expect(stored.map(\.name) == names && stored.map { "\($0.start)" } == days)
            // What belongs to a season goes with it.
            #expect(try await sessions(fixture, names[1]).count == 12)
        }
    }

    @Test(
        "a season of which somebody knows a code keeps its name, though nothing was announced and they have left again",
        arguments: ["seat", "standing", "left"])
    func spoken(how: String) async throws {
        let start = "season: { start: 2027-01-04, weeks: 4 }"
        func file(_ season: String) -> String { small().replacing(start, with: "season: { \(season), weeks: 4 }") }
        let fixture = try await Fixture.with(small())
        _ = try await fixture.service.plan("nova", publish: true, announceWeeks: 0)
        // Until then it has another name whenever the file says so.
        try await fixture.apply(file("name: x, start: 2027-01-04"))
        #expect(try await sessions(fixture, "x").first?.code == "nova-x-w01-asia")
        try await fixture.apply(file("name: a, start: 2027-01-04"))
        let ann = try await fixture.join("ann")
        let code = "nova-a-w02-asia"
        switch how {
        case "standing":
            _ = try await fixture.service.ask(EnrollForSeason(program: "nova", region: .asia, season: "a"), as: ann)
        default: _ = try await fixture.enroll("ann", in: code)
        }
        if how == "left" { _ = try await fixture.service.ask(Leave(session: code), as: ann) }
        for isDryRun in [true, false] {
            let refusal = try await #require(throws: BadInput.self) {
                try await fixture.apply(file("name: b, start: 2027-01-04"), dryRun: isDryRun)
            }
            #expect(refusal.description.contains("cannot be called b: people know its codes"))
        }
        #expect(try await fixture.session(code).code == code)
        // It moves, and keeps its name; the file that says none, too.
        let uid = try await fixture.session(code).uid
        let moved = try await fixture.apply(small(start: "2027-02-01"))
        #expect(moved.contains { $0.description.hasPrefix("changed season a (2027-01-04, 4 weeks) → a (2027-02-01") })
        _ = try await fixture.service.plan("nova", publish: true, announceWeeks: 0)
        #expect(try await fixture.session(code).uid == uid)
        #expect(try await fixture.apply(small(start: "2027-02-01")) == [])
        // The next season has a name of its own.
        let next = small().replacing(
            start, with: "seasons: [{ start: 2027-02-01, weeks: 4 }, { name: b, start: 2027-03-01, weeks: 4 }]")
        #expect(try await fixture.apply(next).map(\.description) == ["added season b (2027-03-01, 4 weeks)"])
    }

    @Test("weeks of duties announced in the next season keep their gap to those planned in this one, afterwards, too")
    func dutiesAround() async throws {
        func file(_ volunteers: [String]) -> String {
            triage(weeks: 4, by: volunteers).replacing(
                "season: { start: 2027-01-04, weeks: 4 }",
                with: "seasons: [{ name: a, start: 2027-01-04, weeks: 4 }, { name: b, start: 2027-02-01, weeks: 4 }]")
        }
        let fixture = try await Fixture.with(file(["ana", "bo"]))
        let next = try await fixture.service.plan("nova", publish: true, announceWeeks: 12, season: "b")
        let first = try #require(next.duties.first?.turns.first)
        #expect(first.status == .announced)
        // With two weeks between turns, whoever has the first week of the next season has not the last of this one.
        let this = try await fixture.service.plan("nova", publish: true, announceWeeks: 12, season: "a")
        let last = try #require(this.duties.first?.turns.last)
        #expect(last.week == 4 && last.volunteer.name != first.volunteer.name)
        #expect(this.duties.first?.uncovered == [])
        // Where there is nobody else, weeks stay open rather than lie too near.
        let alone = try await Fixture.with(file(["ana"]))
        for season in ["b", "a"] {
            _ = try await alone.service.plan("nova", publish: true, announceWeeks: 12, season: season)
        }
        let weeks = try await alone.store.read { try $0.dutyTurns(of: "nova") }.map(\.monday).sorted()
        #expect(weeks.count >= 3)
        #expect(zip(weeks, weeks.dropFirst()).allSatisfy { $0.days(until: $1) >= 14 }, "\(weeks)")
    }

    @Test("planned weeks of duties end with the season that a file leaves or moves", arguments: [true, false])
    func dutiesLeft(isMoved: Bool) async throws {
        func file(_ seasons: String...) -> String {
            triage(weeks: 4, by: ["ana", "bo"]).replacing(
                "season: { start: 2027-01-04, weeks: 4 }", with: "seasons: [\(seasons.joined(separator: ", "))]")
        }
        let (a, b) = ("{ name: a, start: 2027-01-04, weeks: 4 }", "{ name: b, start: 2027-03-01, weeks: 4 }")
        let fixture = try await Fixture.with(file(a, b))
        _ = try await fixture.service.plan("nova", publish: true, announceWeeks: 0, season: "b")
        let c = isMoved ? "{ name: b, start: 2027-03-08, weeks: 4 }" : "{ name: c, start: 2027-03-15, weeks: 4 }"
        let said = try await fixture.apply(file(a, c)).map(\.what)
        #expect(said.filter { $0.contains("-triage, which was tentative") }.count == 4)
        let turns = try await fixture.store.read { try $0.dutyTurns(of: "nova") }
        #expect(turns.map(\.status) == Array(repeating: .cancelled, count: 4))
        // Nobody is kept from the next one's weeks by them.
        let plan = try await fixture.service.plan("nova", publish: true, announceWeeks: 0, season: isMoved ? "b" : "c")
        #expect(plan.duties.first?.uncovered == [] && plan.duties.first?.turns.count == 4)
    }

    @Test(
        "what was not recorded, or passed without being announced, is named of every season, and what was held is made up for"
    )
    func missing() async throws {
        let fixture = try await Fixture.with(TwoSeasons.yaml(TwoSeasons.a, TwoSeasons.b))
        for season in ["a", "b"] { _ = try await fixture.service.plan("nova", publish: true, season: season) }
        let ann = try await fixture.join("ann")
        for code in ["nova-a-w01-asia", "nova-a-w03-asia", "nova-b-w01-asia", "nova-b-w06-asia"] {
            _ = try await fixture.enroll("ann", in: code)
        }
        #expect(try await fixture.service.unrecordedSessions().isEmpty)
        try fixture.clock.set("2027-03-02T00:00:00Z")
        func unrecorded() async throws -> [String] {
            try await fixture.service.unrecordedSessions().map { "\($0.season) \($0.count) \($0.first) \($0.last)" }
        }
        #expect(
            try await unrecorded() == [
                "a 2 nova-a-w01-asia nova-a-w03-asia", "b 1 nova-b-w01-asia nova-b-w01-asia",
            ])
        let missed = try await fixture.service.missedSessions()
        #expect(missed.map { "\($0.season ?? "") \($0.count) \($0.seasonIsOver)" } == ["a 6 true"])
        let health = try await fixture.service.ask(ShowHealth(program: "nova"), by: .onThisMachine(as: nil))
        #expect(health.seasonStart == (try day("2027-02-15")) && health.missed == missed)
        #expect(health.unrecorded?.map(\.season) == ["a", "b"])
        for (people, code) in [([ann], "nova-a-w03-asia"), ([], "nova-b-w01-asia")] {
            _ = try await fixture.service.ask(RecordAttendance(session: code, present: people))
        }
        #expect(try await unrecorded() == ["a 1 nova-a-w01-asia nova-a-w01-asia"])
        // Nothing can be recorded any more in what is archived.
        _ = try await fixture.service.ask(ArchiveProgram(program: "nova"))
        #expect(try await unrecorded().isEmpty)
    }

    @Test(
        "an announced one that is to begin on another day is told why, and what can be done: where they overlap, not another name"
    )
    func moved() async throws {
        let fixture = try await Fixture.with(TwoSeasons.yaml(TwoSeasons.a))
        _ = try await fixture.service.plan("nova", publish: true)
        for (start, says) in [("2027-01-11", "would overlap it"), ("2027-02-15", "it is the next season")] {
            let refusal = await #expect(throws: (any Error).self) {
                try await fixture.apply(TwoSeasons.yaml(TwoSeasons.a.replacing("2027-01-04", with: start)))
            }
            #expect(refusal.map { "\($0)" }?.contains(says) == true, "\(start)")
        }
    }

    @Test("a program whose name is another's code is refused in words")
    func clash() async throws {
        let fixture = try await Fixture.with(TwoSeasons.yaml(TwoSeasons.a))
        let refusal = try await #require(throws: BadInput.self) {
            try await fixture.apply(small().replacing("program: nova", with: "program: nova-a"))
        }
        #expect(
            refusal.description.contains("the season a of the program nova and the program nova-a would share codes"))
    }
}
