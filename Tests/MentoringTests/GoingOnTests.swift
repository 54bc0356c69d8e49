import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import ProgramFile
import TestSupport
import Testing
import TimeZoneCatalog

/// A place in all of a region's sessions is for one season; near the next, its holder is asked.
@Suite("Whether to go on in the next season")
struct GoingOnTests {
    @Test("whoever was asked whether to go on is not asked again by another name or first day of the season")
    func goingOnByAnotherName() async throws {
        let fixture = try await Fixture.with(TwoSeasons.yaml(TwoSeasons.a))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann")
        _ = try await fixture.service.ask(
            EnrollForSeason(program: "nova", region: .asia), as: EmailAddress("ann@example.org"))
        try fixture.clock.set("2027-02-01T12:00:00Z")
        try await fixture.apply(TwoSeasons.yaml(TwoSeasons.a, TwoSeasons.b))
        _ = try await fixture.service.doWhatIsDue()
        let renamed = TwoSeasons.b.replacing("name: b", with: "name: c")
        let both = renamed.replacing("2027-02-15", with: "2027-02-22")
        try #require(renamed != TwoSeasons.b && both != renamed)
        try fixture.clock.set("2027-02-08T12:00:00Z")
        for season in [renamed, TwoSeasons.b, renamed, both, renamed, TwoSeasons.b] {
            try await fixture.apply(TwoSeasons.yaml(TwoSeasons.a, season))
            _ = try await fixture.service.doWhatIsDue()
            #expect(
                try await fixture.mail().filter { $0.hasPrefix("goOn") }.map { $0.suffix(3) } == ["ann"], "\(season)")
        }
    }

    @Test("whose region takes no part in the next season is told once that their place ends, and asked nothing")
    func ends() async throws {
        let fixture = try await Fixture.with(TwoSeasons.yaml(TwoSeasons.a))
        _ = try await fixture.service.plan("nova", publish: true)
        try await fixture.service.keepPublicAddress(fixture.addresses)
        _ = try await fixture.join("ann")
        _ = try await fixture.service.ask(
            EnrollForSeason(program: "nova", region: .asia), as: EmailAddress("ann@example.org"))
        try fixture.clock.set("2027-02-01T12:00:00Z")
        let europe = TwoSeasons.b.replacing("weeks: 6", with: "weeks: 6, regions: [europe]")
        try await fixture.apply(TwoSeasons.yaml(TwoSeasons.a, europe))
        for _ in 1...2 { _ = try await fixture.service.doWhatIsDue() }
        #expect(try await fixture.mail().filter { $0.hasPrefix("goOn") }.map { $0.suffix(3) } == ["ann"])
        let letter = try await fixture.store.read { try $0.outbox([.pending]) }.last { $0.subject.hasPrefix("goOn") }
        // No link by which to go on.
        #expect(letter?.bytes.isEmpty == true)
    }

    @Test("a place in every session of a region ends with its season, and its holder is asked once whether to go on")
    func goingOn() async throws {
        let fixture = try await Fixture.with(TwoSeasons.yaml(TwoSeasons.a))
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] {
            _ = try await fixture.join(name)
            _ = try await fixture.service.ask(
                EnrollForSeason(program: "nova", region: .asia), as: EmailAddress("\(name)@example.org"))
        }
        try fixture.clock.set("2027-01-25T12:00:00Z")
        try await fixture.apply(TwoSeasons.yaml(TwoSeasons.a, TwoSeasons.b))
        let asked = { try await fixture.mail().filter { $0.hasPrefix("goOn") }.map { $0.suffix(3) } }
        // Nothing of the next one is announced, and it is three weeks off.
        _ = try await fixture.service.doWhatIsDue()
        #expect(try await asked().isEmpty)
        _ = try await fixture.service.ask(
            EnrollForSeason(program: "nova", region: .asia, season: "b"), as: EmailAddress("bob@example.org"))
        try fixture.clock.set("2027-02-01T12:00:00Z")
        for _ in 1...2 { _ = try await fixture.service.doWhatIsDue() }
        #expect(try await asked() == ["ann"])
        // Another first day, and back: it is the same season.
        let moved = TwoSeasons.b.replacing("2027-02-15", with: "2027-02-22")
        try #require(moved != TwoSeasons.b)
        try fixture.clock.set("2027-02-08T12:00:00Z")
        for season in [moved, TwoSeasons.b, moved, TwoSeasons.b] {
            try await fixture.apply(TwoSeasons.yaml(TwoSeasons.a, season))
            _ = try await fixture.service.doWhatIsDue()
            #expect(try await asked() == ["ann"], "\(season)")
        }
        _ = try await fixture.service.plan("nova", publish: true, season: "b")
        let seated = try await fixture.store.read { transaction in
            try transaction.sessions(of: "nova").filter { $0.code.season == "b" && $0.code.region == .asia }
                .flatMap { try transaction.enrollments(in: $0.id).map(\.person.name) }
        }
        #expect(seated.count == 6 && Set(seated) == ["bob"])
        try fixture.clock.set("2027-02-20T12:00:00Z")
        _ = try await fixture.service.doWhatIsDue()
        #expect(try await asked() == ["ann"])
    }

    @Test(
        "nobody is asked whether to go on before the next season is near, though it is announced, or just after enrolling"
    )
    func askedNearIt() async throws {
        let fixture = try await Fixture.with(TwoSeasons.yaml(TwoSeasons.a, TwoSeasons.b))
        for season in ["a", "b"] { _ = try await fixture.service.plan("nova", publish: true, season: season) }
        _ = try await fixture.join("ann")
        let asked = { try await fixture.mail().filter { $0.hasPrefix("goOn") }.map { $0.suffix(3) } }
        func round(_ moment: String) async throws {
            try fixture.clock.set(moment)
            _ = try await fixture.service.doWhatIsDue()
        }
        try fixture.clock.set("2027-01-20T09:00:00Z")
        _ = try await fixture.service.ask(
            EnrollForSeason(program: "nova", region: .asia, season: "a"), as: EmailAddress("ann@example.org"))
        // All of the next season is announced, and it is more than three weeks off.
        try await round("2027-01-20T09:01:00Z")
        try await round("2027-01-31T23:59:00Z")
        #expect(try await asked().isEmpty)
        try fixture.clock.set("2027-02-01T08:00:00Z")
        let bob = try await fixture.join("bob")
        _ = try await fixture.service.ask(EnrollForSeason(program: "nova", region: .asia, season: "a"), as: bob)
        try await round("2027-02-01T08:00:00Z")
        #expect(try await asked() == ["ann"])
        try await round("2027-02-02T08:00:00Z")
        try await round("2027-02-10T08:00:00Z")
        #expect(try await asked() == ["ann", "bob"])
    }

    /// Ann and Bob have been asked whether they go on in the second season, which is published; their secrets.
    private func asked() async throws -> (fixture: Fixture, secrets: [String]) {
        let fixture = try await Fixture.with(TwoSeasons.yaml(TwoSeasons.a))
        try await fixture.service.keepPublicAddress(fixture.addresses)
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] {
            _ = try await fixture.service.ask(EnrollForSeason(program: "nova", region: .asia), as: fixture.join(name))
        }
        try fixture.clock.set("2027-01-25T12:00:00Z")
        try await fixture.apply(TwoSeasons.yaml(TwoSeasons.a, TwoSeasons.b))
        _ = try await fixture.service.plan("nova", publish: true, season: "b")
        try fixture.clock.set("2027-02-01T12:00:00Z")
        for _ in 1...2 { _ = try await fixture.service.doWhatIsDue() }
        let secrets = try await fixture.store.read { transaction in
            try transaction.outbox([.pending]).filter { $0.subject.hasPrefix("goOn") }.map {
                String(decoding: $0.bytes, as: UTF8.self).split(separator: "/").last.map(String.init) ?? ""
            }
        }
        try #require(secrets.count == 2 && secrets.allSatisfy { $0.utf8.count == 52 })
        return (fixture, secrets)
    }

    private func seated(_ fixture: Fixture) async throws -> [String: Int] {
        try await fixture.store.read { transaction in
            let names = try transaction.sessions(of: "nova").filter { $0.code.season == "b" }
                .flatMap { try transaction.enrollments(in: $0.id).map(\.person.name) }
            return Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        }
    }

    @Test(
        "one click goes on for all of the next season, another says no; each link ends with it, and nobody is asked again"
    )
    func clicks() async throws {
        let (fixture, secrets) = try await asked()
        // Looking changes nothing.
        for _ in 1...2 {
            #expect(try await fixture.service.standingOffer(secrets[0])?.program.season.name == "b")
        }
        #expect(try await seated(fixture).isEmpty)
        #expect(
            try await fixture.service.settleStandingOffer(secrets[0], goesOn: true)
                == .goesOn(seats: 6, waiting: 0, leftOut: []))
        #expect(try await fixture.service.settleStandingOffer(secrets[1], goesOn: false) == .ended)
        #expect(try await seated(fixture) == ["ann": 6])
        for secret in secrets + [String(repeating: "a", count: 52), ""] {
            #expect(try await fixture.service.standingOffer(secret) == nil)
            #expect(try await fixture.service.settleStandingOffer(secret, goesOn: true) == nil)
        }
        try fixture.clock.set("2027-02-20T12:00:00Z")
        _ = try await fixture.service.doWhatIsDue()
        #expect(try await fixture.mail().count { $0.hasPrefix("goOn") } == 2)
        let standing = try await fixture.store.read { try $0.standingEnrollments(of: "nova") }
        #expect(standing.filter { $0.season == "b" }.map(\.person.name) == ["ann"])
    }

    @Test(
        "the link is over when its matter is",
        arguments: ["enrolled", "left", "removed", "blocked", "archived", "season over"])
    func over(_ matter: String) async throws {
        let (fixture, secrets) = try await asked()
        let ann = try EmailAddress("ann@example.org")
        switch matter {
        case "enrolled":
            _ = try await fixture.service.ask(EnrollForSeason(program: "nova", region: .asia, season: "b"), as: ann)
        case "left": _ = try await fixture.service.ask(LeaveProgram(program: "nova"), by: .onThisMachine(as: ann))
        case "removed": _ = try await fixture.service.ask(RemoveTrainee(program: "nova", email: ann))
        case "blocked": _ = try await fixture.service.ask(BlockPerson(program: "nova", email: ann))
        case "archived": _ = try await fixture.service.ask(ArchiveProgram(program: "nova"))
        default: try fixture.clock.set("2027-04-01T12:00:00Z")
        }
        let before = try await seated(fixture)["ann"]
        #expect(try await fixture.service.standingOffer(secrets[0]) == nil)
        #expect(try await fixture.service.settleStandingOffer(secrets[0], goesOn: true) == nil)
        #expect(try await seated(fixture)["ann"] == before)
        // It does not begin again with who joins again.
        guard ["left", "removed", "blocked"].contains(matter) else { return }
        if matter == "blocked" { _ = try await fixture.service.unblock(ann, in: "nova") }
        _ = try await fixture.join("ann")
        #expect(try await fixture.service.standingOffer(secrets[0]) == nil)
    }

    @Test("a mentor who leaves as a trainee is no trainee again by the link of before")
    func leftByMentor() async throws {
        let (fixture, secrets) = try await asked()
        let ann = try EmailAddress("ann@example.org")
        _ = try await fixture.service.ask(
            AddMentor(program: "nova", name: "ann", email: ann, zone: "Asia/Tokyo", region: .asia))
        #expect(try await fixture.service.standingOffer(secrets[0]) != nil)
        _ = try await fixture.service.ask(LeaveProgram(program: "nova"), by: .onThisMachine(as: ann))
        #expect(try await fixture.service.settleStandingOffer(secrets[0], goesOn: true) == nil)
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).allSatisfy { $0.email != ann })
    }

    @Test("where nobody knows where people reach the server the letter has the command alone")
    func withoutAddress() async throws {
        let fixture = try await Fixture.with(TwoSeasons.yaml(TwoSeasons.a))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.service.ask(EnrollForSeason(program: "nova", region: .asia), as: fixture.join("ann"))
        try await fixture.apply(TwoSeasons.yaml(TwoSeasons.a, TwoSeasons.b))
        try fixture.clock.set("2027-02-01T12:00:00Z")
        _ = try await fixture.service.doWhatIsDue()
        #expect(try await fixture.mail().last?.hasPrefix("goOn") == true)
        #expect(try await fixture.link().isEmpty)
    }
}
