import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import ProgramFile
import TestSupport
import Testing
import TimeZoneCatalog

/// What a program's file leaves out before anything of it was announced, though people know it.
@Suite("A season that is given up")
struct GivenUpSeasonTests {
    private static let a = "{ name: a, start: 2027-01-04, weeks: 4 }"
    private static let b = "{ name: b, start: 2027-03-01, weeks: 4 }"
    private static let code = "nova-b-w02-asia"

    private static func file(_ seasons: String...) -> String {
        small().replacing(
            "season: { start: 2027-01-04, weeks: 4 }", with: "seasons: [\(seasons.joined(separator: ", "))]")
    }

    /// Two seasons, of which b is planned; ann has a seat in its second week, or is enrolled in all of it, planned or not.
    private func season(_ how: String = "seat") async throws -> Fixture {
        let fixture = try await Fixture.with(Self.file(Self.a, Self.b))
        if how != "unplanned" {
            _ = try await fixture.service.plan("nova", publish: true, announceWeeks: 0, season: "b")
        }
        let ann = try await fixture.join("ann")
        if how == "seat" {
            _ = try await fixture.enroll("ann", in: Self.code)
        } else {
            _ = try await fixture.service.ask(EnrollForSeason(program: "nova", region: .asia, season: "b"), as: ann)
        }
        return fixture
    }

    private func states(_ fixture: Fixture) async throws -> [String] {
        try await fixture.service.ask(ListSeasons(program: "nova")).map {
            "\($0.season) \($0.from) \($0.state.rawValue)"
        }
    }

    @Test("keeps its name, its codes and its sessions, which can be read, and nothing is done in it any more")
    func kept() async throws {
        let fixture = try await season()
        let uid = try await fixture.session(Self.code).uid
        let said = try await fixture.apply(Self.file(Self.a), dryRun: true).map(\.description)
        #expect(said.contains("removed nova-b-w02-asia, which was tentative; ann is told"))
        #expect(said.contains { $0.hasPrefix("removed season b (2027-03-01, 4 weeks); people know its codes") })
        #expect(try await fixture.apply(Self.file(Self.a)).map(\.description) == said)
        #expect(try await fixture.apply(Self.file(Self.a)) == [])
        let session = try await fixture.session(Self.code)
        #expect((session.uid, session.code, session.status) == (uid, Self.code, .cancelled))
        #expect(try await states(fixture) == ["a 2027-01-04 next", "b 2027-03-01 given-up"])
        let listed = try await fixture.service.sessions(of: "nova", upcoming: false, season: "b", for: Viewer())
        #expect(listed.count == 12 && listed.allSatisfy { $0.status == .cancelled && $0.season == "b" })
        #expect(try await fixture.service.publicSeason(of: "nova", season: "b").program.season == "b")
        for work in [
            { _ = try await fixture.service.plan("nova", publish: true, season: "b") },
            { _ = try await fixture.service.ask(ExplainSession(session: Self.code)) },
        ] {
            let refusal = try await #require(throws: Refusal.self) { try await work() }
            #expect(refusal.description.contains("the season b of nova, from 2027-03-01, was given up"))
        }
        await #expect(throws: Refusal.self) { try await fixture.enroll("ann", in: Self.code) }
        // A command without a season never means it.
        #expect(try await fixture.service.sessions(of: "nova", upcoming: true, for: Viewer()).isEmpty)
        let exported = try await fixture.service.ask(ExportProgram(program: "nova")).text
        #expect(try await fixture.apply(exported, prune: true) == [])
        #expect(try await states(fixture).count == 2)
    }

    @Test(
        "is taken up again by the file that has it once more, with the seats of before",
        arguments: ["2027-03-01", "2027-04-05"], ["name: b, ", ""])
    func again(start: String, name: String) async throws {
        let fixture = try await season()
        let uid = try await fixture.session(Self.code).uid
        try await fixture.apply(Self.file(Self.a))
        let again = Self.file(Self.a, "{ \(name)start: \(start), weeks: 4 }")
        guard !name.isEmpty || start == "2027-03-01" else {
            // Without its name and its day it is another.
            #expect(try await fixture.apply(again).map(\.description) == ["added season 202704 (2027-04-05, 4 weeks)"])
            return
        }
        let said = try await fixture.apply(again, dryRun: true)
        #expect(said.count == 1 && said[0].what.hasPrefix("season b (\(start), 4 weeks), which was given up"))
        #expect(try await fixture.apply(again) == said)
        #expect(try await fixture.apply(again) == [])
        #expect(try await states(fixture) == ["a 2027-01-04 next", "b \(start) later"])
        let plan = try await fixture.service.plan("nova", publish: true, announceWeeks: 0, season: "b")
        #expect(plan.toldNames.contains("ann"))
        let session = try await fixture.session(Self.code)
        #expect((session.uid, session.status, session.enrolled) == (uid, .tentative, 1))
    }

    @Test("has its name for itself: whatever else is called so in the file is refused in words, or is that season")
    func taken() async throws {
        let fixture = try await season()
        try await fixture.apply(Self.file(Self.a))
        let other = Self.file(Self.a, "{ name: c, start: 2027-03-01, weeks: 4 }")
        let refusal = try await #require(throws: BadInput.self) { try await fixture.apply(other) }
        #expect(refusal.description.contains("which was given up, cannot be called c: people know its codes"))
        // It is in nobody's way otherwise.
        let beside = Self.file(Self.a, "{ name: c, start: 2027-03-08, weeks: 4 }")
        #expect(try await fixture.apply(beside).map(\.description) == ["added season c (2027-03-08, 4 weeks)"])
        let both = Self.file(Self.a, Self.b, "{ name: c, start: 2027-03-08, weeks: 4 }")
        let overlap = try await #require(throws: BadInput.self) { try await fixture.apply(both) }
        #expect(overlap.description.contains("overlap"))
        // Nor is its name another program's.
        let clash = try await #require(throws: BadInput.self) {
            try await fixture.apply(small().replacing("program: nova", with: "program: nova-b"))
        }
        #expect(clash.description.contains("the season b of the program nova and the program nova-b would share codes"))
    }

    @Test("tells those enrolled in all of it, also where it has no session yet", arguments: ["standing", "unplanned"])
    func standing(how: String) async throws {
        let fixture = try await season(how)
        let said = try await fixture.apply(Self.file(Self.a)).map(\.description)
        let place = "removed the place of ann in every session in Asia of the season b; they are told"
        #expect(said.contains(place) == (how == "unplanned"))
        #expect(said.contains { $0.hasPrefix("removed season b (2027-03-01, 4 weeks); people know its codes") })
        #expect(try await fixture.mail().contains { $0.contains("seasonGivenUp") } == (how == "unplanned"))
        #expect(try await fixture.store.read { try $0.standingEnrollments(of: "nova") }.isEmpty)
        #expect(try await states(fixture).last == "b 2027-03-01 given-up")
        // Their place comes back with it.
        try await fixture.apply(Self.file(Self.a, Self.b))
        _ = try await fixture.service.plan("nova", publish: true, announceWeeks: 0, season: "b")
        for week in 1...4 { #expect(try await fixture.session("nova-b-w0\(week)-asia").enrolled == 1) }
    }

    @Test("of which nobody knew anything leaves its name and its day to others")
    func unspoken() async throws {
        let fixture = try await Fixture.with(Self.file(Self.a, Self.b))
        _ = try await fixture.service.plan("nova", publish: true, announceWeeks: 0, season: "b")
        #expect(
            try await fixture.apply(Self.file(Self.a)).map(\.description).last
                == "removed season b (2027-03-01, 4 weeks)")
        #expect(try await states(fixture) == ["a 2027-01-04 next"])
        try await fixture.apply(small().replacing("program: nova", with: "program: nova-b"), dryRun: true)
        try await fixture.apply(Self.file(Self.a, "{ name: c, start: 2027-03-01, weeks: 4 }"))
        try await fixture.apply(
            Self.file(Self.a, "{ name: c, start: 2027-03-01, weeks: 4 }", "{ name: b, start: 2027-05-03, weeks: 4 }"))
        for name in ["b", "c"] {
            _ = try await fixture.service.plan("nova", publish: true, announceWeeks: 0, season: name)
            let sessions = try await fixture.service.sessions(of: "nova", upcoming: false, season: name, for: Viewer())
            #expect(sessions.count == 12 && sessions.allSatisfy { $0.code.hasPrefix("nova-\(name)-") })
        }
    }

    @Test("has no seat for whoever has left the program meanwhile")
    func left() async throws {
        let fixture = try await season("standing")
        try await fixture.apply(Self.file(Self.a))
        _ = try await fixture.service.ask(LeaveProgram(program: "nova"), as: EmailAddress("ann@example.org"))
        try await fixture.apply(Self.file(Self.a, Self.b))
        _ = try await fixture.service.plan("nova", publish: true, announceWeeks: 0, season: "b")
        let sessions = try await fixture.service.sessions(of: "nova", upcoming: false, season: "b", for: Viewer())
        #expect(sessions.count == 12 && sessions.allSatisfy { $0.status == .tentative && $0.enrolled == 0 })
    }

    @Test("ends what was offered of its sessions, and tells those who were asked")
    func offered() async throws {
        let mei = "  - { name: Mei, email: mei@example.org, zone: Asia/Tokyo, min-gap-weeks: 1 }\n"
        func file(_ seasons: String...) -> String {
            small().replacing(
                "season: { start: 2027-01-04, weeks: 4 }", with: "seasons: [\(seasons.joined(separator: ", "))]"
            ).replacing("mentors:\n", with: "mentors:\n\(mei)")
        }
        let fixture = try await Fixture.with(file(Self.a, Self.b))
        _ = try await fixture.service.plan("nova", publish: true, announceWeeks: 0, season: "b")
        let akira = try EmailAddress("akira@example.org")
        _ = try await fixture.service.ask(OfferSwap(session: Self.code), as: akira)
        let mails = try await fixture.mail().count
        let said = try await fixture.apply(file(Self.a)).map(\.description)
        #expect(said.contains("removed nova-b-w02-asia, which was tentative; Mei is told"))
        #expect(try await fixture.mail(after: mails) == ["swap withdrawn nova-b-w02-asia → mei"])
    }

    @Test("two that people know move by the length of one, and exchange their places")
    func moved() async throws {
        let fixture = try await season()
        _ = try await fixture.service.plan("nova", publish: true, announceWeeks: 0, season: "a")
        _ = try await fixture.enroll("ann", in: "nova-a-w01-asia")
        for starts in [("2027-03-01", "2027-03-29"), ("2027-03-29", "2027-03-01"), ("2027-01-04", "2027-02-01")] {
            let (a, b) = (
                Self.a.replacing("2027-01-04", with: starts.0), Self.b.replacing("2027-03-01", with: starts.1)
            )
            try await fixture.apply(Self.file(a, b))
            #expect(try await Set(states(fixture).map { String($0.prefix(12)) }) == ["a \(starts.0)", "b \(starts.1)"])
            for name in ["a", "b"] {
                _ = try await fixture.service.plan("nova", publish: true, announceWeeks: 0, season: name)
            }
            #expect(try await fixture.session("nova-a-w01-asia").enrolled == 1)
            #expect(try await fixture.session(Self.code).enrolled == 1)
            #expect("\(try await fixture.session(Self.code).localStart.date)" > starts.1)
        }
    }
}
