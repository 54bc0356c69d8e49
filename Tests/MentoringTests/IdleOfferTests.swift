import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

/// What was asked of somebody, or by somebody, who is gone: no offer stays that nobody can take, and nobody waits for an answer that
/// cannot come.
@Suite("Offers that lead nowhere")
struct IdleOfferTests {
    private let code = "nova-202701-w01-asia"

    private func who(_ name: String) throws -> EmailAddress { try EmailAddress("\(name)@example.org") }

    /// A way in which a mentor can lead sessions of their region no more.
    enum Departure: String, CaseIterable {
        case removed, blocked, blockedEverywhere, leftOutOfTheFile, movedByTheFile, movedByAnOrganizer, movedByThemself
    }

    /// A way in which a volunteer takes turns at a duty no more.
    enum Stop: String, CaseIterable { case stops, leaves, removed, blocked, blockedEverywhere, leftOutOfTheFile }

    /// Akira leads the sessions of Asia, which Mei could lead, too.
    private func program(without name: String? = nil, mei region: String = "asia") -> String {
        let file = small(weeks: 1, regions: "asia, europe")
        let mei = "  - { name: Mei, email: mei@example.org, zone: Asia/Tokyo, region: \(region), min-gap-weeks: 1 }"
        let all = file.replacing("mentors:", with: "mentors:\n\(mei)")
        guard let name else { return all }
        let lines = all.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0.contains("name: \(name)") }) else { return all }
        let end = lines[(start + 1)...].firstIndex { $0.hasPrefix("  - ") || $0.isEmpty } ?? lines.endIndex
        return (lines[..<start] + lines[end...]).joined(separator: "\n")
    }

    private func depart(_ name: String, _ departure: Departure, _ fixture: Fixture) async throws {
        let email = try who(name.lowercased())
        switch departure {
        case .removed: _ = try await fixture.service.ask(RemoveMentor(program: "nova", email: email))
        case .blocked: _ = try await fixture.service.block(email, in: "nova", by: .onThisMachine(as: nil))
        case .blockedEverywhere: _ = try await fixture.service.block(email, in: nil, by: .onThisMachine(as: nil))
        case .leftOutOfTheFile: try await fixture.apply(program(without: name), prune: true)
        case .movedByTheFile: try await fixture.apply(program(mei: "europe"))
        case .movedByAnOrganizer:
            _ = try await fixture.service.ask(
                AddMentor(program: "nova", name: name, email: email, zone: "Asia/Tokyo", region: .europe))
        case .movedByThemself: _ = try await fixture.service.ask(SetPerson(zone: "Europe/Berlin"), as: email)
        }
    }

    @Test("of a session asked of one mentor alone: whoever asked is told, once", arguments: Departure.allCases)
    func asked(departure: Departure) async throws {
        let fixture = try await Fixture.with(program())
        _ = try await fixture.service.plan("nova", publish: true)
        let offer = try await fixture.service.ask(OfferSwap(session: code, to: who("mei")), as: who("akira"))
        let mails = try await fixture.mail().count
        try await depart("Mei", departure, fixture)
        #expect(try await fixture.mail(after: mails) == ["swap not answered by Mei \(code) → akira"])
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(AcceptSwap(offer: offer.id), as: who("mei"))
        }
        #expect(try await fixture.service.ask(ListSwaps(program: "nova")).isEmpty)
        // Whatever else happens to them, it is said.
        _ = try await fixture.service.block(who("mei"), in: "nova", by: .onThisMachine(as: nil))
        #expect(try await fixture.mail(after: mails).count == 1)
    }

    @Test("of a session asked of all: whoever asked is told once the last of them is gone")
    func askedAll() async throws {
        let ren = "  - { name: Ren, email: ren@example.org, zone: Asia/Tokyo, min-gap-weeks: 1 }\n"
        let fixture = try await Fixture.with(program().replacing("mentors:\n", with: "mentors:\n\(ren)"))
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.service.ask(OfferSwap(session: code), as: who("akira")).candidates.count == 2)
        let mails = try await fixture.mail().count
        _ = try await fixture.service.ask(RemoveMentor(program: "nova", email: who("mei")))
        #expect(try await fixture.mail(after: mails) == [])
        try await depart("Ren", .movedByAnOrganizer, fixture)
        #expect(try await fixture.mail(after: mails) == ["swap not answered by anybody \(code) → akira"])
    }

    @Test("of a session whose mentor is gone: those asked are told, once")
    func asker() async throws {
        let fixture = try await Fixture.with(program())
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.service.ask(OfferSwap(session: code), as: who("akira"))
        let mails = try await fixture.mail().count
        try await depart("Akira", .leftOutOfTheFile, fixture)
        #expect(try await fixture.mail(after: mails) == ["swap withdrawn \(code) → mei"])
    }

    @Test(
        "whoever mentors no more offers nothing, though they lead until the next plan",
        arguments: [Departure.removed, .leftOutOfTheFile])
    func gone(departure: Departure) async throws {
        let fixture = try await Fixture.with(program())
        _ = try await fixture.service.plan("nova", publish: true)
        try await depart("Akira", departure, fixture)
        let mails = try await fixture.mail().count
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(OfferSwap(session: code), as: who("akira"))
        }
        #expect(try await fixture.service.ask(ListSwaps(program: "nova")).isEmpty)
        #expect(try await fixture.mail(after: mails) == [])
    }

    @Test("and of a session that a plan has given to another mentor: those asked are told, but for who leads it now")
    func planned() async throws {
        let ren = """
              - { name: Ren, email: ren@example.org, zone: Asia/Tokyo, min-gap-weeks: 1, slots: [{ every: "Thu 18:00" }] }

            """
        let fixture = try await Fixture.with(program().replacing("mentors:\n", with: "mentors:\n\(ren)"))
        _ = try await fixture.service.plan("nova", publish: true)
        let leader = try await fixture.session(code).mentor.name.lowercased()
        let other = leader == "ren" ? "akira" : "ren"
        _ = try await fixture.service.ask(OfferSwap(session: code), as: who(leader))
        let mails = try await fixture.mail().count
        _ = try await fixture.service.ask(
            AddAway(email: who(leader), days: DayRange(from: day("2027-01-04"), to: day("2027-01-10"))))
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.session(code).mentor.name.lowercased() == other)
        let news = try await fixture.mail(after: mails)
        #expect(news.filter { $0.hasPrefix("swap") } == ["swap withdrawn \(code) → mei"])
    }

    @Test("between two mentors who become one are taken back, and nobody is told of it but who makes them one")
    func merged() async throws {
        let fixture = try await Fixture.with(program())
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.service.ask(OfferSwap(session: code, to: who("mei")), as: who("akira"))
        let mails = try await fixture.mail().count
        let view = try await fixture.service.ask(MovePerson(old: who("mei"), new: who("akira"), merge: true))
        #expect(view.effects.contains { $0.hasSuffix(": \(code) is offered no more") }, "\(view.effects)")
        try await fixture.confirmMove()
        #expect(try await fixture.service.ask(ListSwaps(program: "nova")).isEmpty)
        #expect(try await !fixture.mail(after: mails).contains { $0.hasPrefix("swap") })
    }

    /// A season of three volunteers: who has its first week, and the others.
    private func season(by names: [String] = ["ana", "bo", "chi"]) async throws -> (
        fixture: Fixture, turn: DutyTurnView, others: [String]
    ) {
        let fixture = try await Fixture.with(triage(weeks: 4, by: names))
        _ = try await fixture.service.plan("nova", publish: true)
        let turn = try #require(try await fixture.service.ask(ListDuties(program: "nova")).first?.turns.first)
        return (fixture, turn, names.filter { $0 != turn.volunteer.name })
    }

    private func stop(_ name: String, _ stop: Stop, _ fixture: Fixture) async throws {
        let email = try who(name)
        switch stop {
        case .stops: _ = try await fixture.service.ask(StopVolunteering(program: "nova", duty: "triage"), as: email)
        case .leaves: _ = try await fixture.service.ask(LeaveProgram(program: "nova"), as: email)
        case .removed: _ = try await fixture.service.ask(RemoveTrainee(program: "nova", email: email))
        case .blocked: _ = try await fixture.service.block(email, in: "nova", by: .onThisMachine(as: nil))
        case .blockedEverywhere: _ = try await fixture.service.block(email, in: nil, by: .onThisMachine(as: nil))
        case .leftOutOfTheFile:
            try await fixture.apply(triage(weeks: 4, by: ["ana", "bo", "chi"].filter { $0 != name }), prune: true)
        }
    }

    @Test("of a week asked of one volunteer alone: whoever asked is told, once", arguments: Stop.allCases)
    func askedForWeek(how: Stop) async throws {
        let (fixture, turn, others) = try await season()
        let owner = turn.volunteer.name
        _ = try await fixture.service.ask(OfferDutyTurn(turn: turn.code, to: who(others[0])), as: who(owner))
        let mails = try await fixture.mail().count
        try await stop(others[0], how, fixture)
        func news() async throws -> [String] { try await fixture.mail(after: mails).filter { $0.contains(turn.code) } }
        #expect(try await news() == ["unanswered \(turn.code) → \(owner)"])
        #expect(try await fixture.service.ask(ListDuties(program: "nova")).first?.turns.first?.isOffered == false)
        _ = try await fixture.service.block(who(others[0]), in: "nova", by: .onThisMachine(as: nil))
        #expect(try await news().count == 1)
        // It can be asked of the others again.
        #expect(
            try await fixture.service.ask(OfferDutyTurn(turn: turn.code), as: who(owner)).candidates.map(\.volunteer)
                == [others[1]])
    }

    @Test("of a week whose owner is gone: those asked are told, once", arguments: Stop.allCases)
    func weekWithoutOwner(how: Stop) async throws {
        let (fixture, turn, others) = try await season()
        _ = try await fixture.service.ask(OfferDutyTurn(turn: turn.code), as: who(turn.volunteer.name))
        let mails = try await fixture.mail().count
        try await stop(turn.volunteer.name, how, fixture)
        let news = try await fixture.mail(after: mails).filter { $0.contains(turn.code) }
        #expect(news.sorted() == others.map { "askerLeft \(turn.code) → \($0)" })
    }

    @Test("whoever volunteers no more offers no week", arguments: [Stop.stops, .leftOutOfTheFile])
    func goneVolunteer(how: Stop) async throws {
        let (fixture, turn, _) = try await season()
        try await stop(turn.volunteer.name, how, fixture)
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(OfferDutyTurn(turn: turn.code), as: who(turn.volunteer.name))
        }
    }

    @Test("of a week asked of all: whoever asked is told once the last of them is gone")
    func askedAllForWeek() async throws {
        let (fixture, turn, others) = try await season()
        _ = try await fixture.service.ask(OfferDutyTurn(turn: turn.code), as: who(turn.volunteer.name))
        let mails = try await fixture.mail().count
        try await stop(others[0], .stops, fixture)
        #expect(try await fixture.mail(after: mails) == [])
        try await stop(others[1], .removed, fixture)
        #expect(try await fixture.mail(after: mails) == ["unanswered \(turn.code) → \(turn.volunteer.name)"])
    }

    @Test("of a week that a plan gives to another, or whose duty ends: those asked are told")
    func weekPlannedAgain() async throws {
        let (fixture, turn, others) = try await season()
        _ = try await fixture.service.ask(OfferDutyTurn(turn: turn.code), as: who(turn.volunteer.name))
        _ = try await fixture.service.ask(
            AddAway(email: who(turn.volunteer.name), days: DayRange(from: turn.from, to: turn.to)))
        var mails = try await fixture.mail().count
        _ = try await fixture.service.plan("nova", publish: true)
        let again = try #require(try await fixture.service.ask(ListDuties(program: "nova")).first?.turns.first)
        let left = try #require(others.first { $0 != again.volunteer.name })
        var news = try await fixture.mail(after: mails).filter { $0.contains(turn.code) }
        #expect(
            news.sorted() == [
                "entrusted \(turn.code) → \(again.volunteer.name)", "relieved \(turn.code) → \(turn.volunteer.name)",
                "withdrawn \(turn.code) → \(left)",
            ])
        _ = try await fixture.service.ask(OfferDutyTurn(turn: turn.code, to: who(left)), as: who(again.volunteer.name))
        mails = try await fixture.mail().count
        let file = triage(weeks: 4, by: ["ana", "bo", "chi"])
        let end = try #require(file.firstRange(of: "duties:"))
        let said = try await fixture.apply(String(file[..<end.lowerBound]), prune: true)
        news = try await fixture.mail(after: mails).filter { $0.contains(turn.code) }
        #expect(
            news.sorted() == ["cancelled \(turn.code) → \(again.volunteer.name)", "withdrawn \(turn.code) → \(left)"])
        let words = said.map(\.description).joined(separator: "\n")
        #expect(words.contains("are told of \(turn.code)") && words.contains(left), "\(words)")
    }

    @Test("between two volunteers who become one are taken back")
    func mergedVolunteers() async throws {
        let (fixture, turn, others) = try await season()
        _ = try await fixture.service.ask(
            OfferDutyTurn(turn: turn.code, to: who(others[0])), as: who(turn.volunteer.name))
        let mails = try await fixture.mail().count
        let weeks = try await fixture.service.ask(ListDuties(program: "nova")).first?.turns ?? []
        // Nobody has two duties in one week, so the two can be one.
        #expect(weeks.count == 4)
        let view = try await fixture.service.ask(
            MovePerson(old: who(others[0]), new: who(turn.volunteer.name), merge: true))
        #expect(view.effects.contains { $0.contains(": \(turn.code) is offered no more") }, "\(view.effects)")
        try await fixture.confirmMove()
        #expect(try await !fixture.mail(after: mails).contains { $0.hasPrefix("unanswered") })
    }
}
