import CivilTime
import Mentoring
import MentoringAPI
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog
import Wording

@testable import MentoringService

@Suite("Swapping a turn")
struct SwapTests {
    /// Three mentors in asia, one of them in whose night Akira's hour lies; four weeks, of which two are announced.
    private func season(announce: Int = 2) async throws -> Fixture {
        let yaml =
            small(announce: announce, regions: "asia") + """

                  - { name: Priya, email: priya@example.org, zone: Asia/Kolkata, slots: [{ every: "Thu 17:00" }] }
                  - { name: Kai, email: kai@example.org, zone: Pacific/Auckland, region: asia, slots: [{ every: "Fri 17:00" }] }
                """
        let fixture = try await Fixture.with(yaml)
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] { _ = try await fixture.join(name) }
        return fixture
    }

    /// The sessions that Akira leads, by week.
    private func akiras(_ fixture: Fixture) async throws -> [SessionView] {
        try await fixture.service.sessions(of: "nova", upcoming: true, for: Viewer()).filter {
            $0.mentor.name == "Akira"
        }
    }

    /// The same with one session announced; Priya has taken a tentative one of Akira's.
    private func taken() async throws -> (Fixture, SessionView, SwapOfferView) {
        let fixture = try await season(announce: 1)
        let session = try #require(try await akiras(fixture).first { $0.status == .tentative })
        let offer = try await fixture.service.ask(OfferSwap(session: session.code, to: who("priya")), as: who("akira"))
        return (fixture, session, try await fixture.service.ask(AcceptSwap(offer: offer.id), as: who("priya")))
    }

    private func who(_ name: String) throws -> EmailAddress { try EmailAddress("\(name)@example.org") }

    @Test("is offered to those in whose day it lies, with what it does to the ledger")
    func offer() async throws {
        let fixture = try await season()
        let session = try #require(try await akiras(fixture).first)
        let mails = try await fixture.service.ask(ListOutbox()).count
        let offer = try await fixture.service.ask(OfferSwap(session: session.code), as: who("akira"))
        // 17:00 in Tokyo is 13:30 in Kolkata and 21:00 in Auckland, whose session ends at 22:00.
        #expect(offer.candidates.map(\.mentor).sorted() == ["Kai", "Priya"])
        #expect(offer.turns.after == offer.turns.before - 1)
        #expect(offer.candidates.allSatisfy { $0.turns.after == $0.turns.before + 1 })
        #expect(
            try await fixture.mail(after: mails).sorted() == [
                "swap \(session.code) → kai", "swap \(session.code) → priya",
            ])
        #expect(try await fixture.session(session.code) == session)
    }

    @Test(
        "once taken it tells the two mentors, those with a seat and whoever was asked as well, and nobody else; planning leaves it"
    )
    func accept() async throws {
        let fixture = try await season()
        let session = try #require(try await akiras(fixture).first { $0.status == .announced })
        _ = try await fixture.enroll("ann", in: session.code)
        let mails = try await fixture.service.ask(ListOutbox()).count
        let offer = try await fixture.service.ask(OfferSwap(session: session.code), as: who("akira"))
        let taken = try await fixture.service.ask(AcceptSwap(offer: offer.id), as: who("priya"))
        #expect((taken.state, taken.told) == (.accepted, 4))
        let code = session.code
        #expect(
            try await fixture.mail(after: mails) == [
                "swap \(code) → kai", "relieved \(code) → akira", "entrusted \(code) → priya",
                "mentorChanged \(code) → ann",
                "swap withdrawn \(code) → kai",
            ])
        let now = try await fixture.session(code)
        #expect((now.mentor.name, now.uid, now.sequence) == ("Priya", session.uid, session.sequence + 1))
        #expect(try await fixture.service.plan("nova", publish: true).changes == [])
        // It is announced, so it can no longer be undone.
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(WithdrawSwap(offer: offer.id), as: who("akira"))
        }
    }

    @Test("that is looked at before it is taken has the ledger of whoever takes it, and the names of those told")
    func lookedAt() async throws {
        let fixture = try await season()
        let session = try #require(try await akiras(fixture).first { $0.status == .announced })
        _ = try await fixture.enroll("ann", in: session.code)
        let offer = try await fixture.service.ask(OfferSwap(session: session.code), as: who("akira"))
        #expect(offer.toldNames?.sorted() == ["Kai", "Priya"])
        let priya = fixture.client(.machine(as: try who("priya")))
        let ahead = try await priya.at(fixture.service.rehearsing).ask(AcceptSwap(offer: offer.id))
        let row = try #require(offer.candidates.first { $0.mentor == "Priya" })
        #expect(ahead.candidates.map(\.mentor) == ["Priya"] && ahead.candidates.first?.turns == row.turns)
        #expect(ahead.turns == offer.turns && ahead.toldNames?.contains("ann") == true)
        let clock = try fixture.service.zones.rules(for: .utc)
        let words = Layout.$current.withValue(Layout(.page, as: .conditional)) { ahead.words(on: clock) }
        #expect(words.contains("Priya would lead \(session.code) instead of Akira"), "\(words)")
        #expect(words.contains("4 people would be told") && words.contains("told: "), "\(words)")
        #expect(try await fixture.session(session.code).mentor.name == "Akira")
        // In lists an offer that was taken asks nobody.
        _ = try await priya.ask(AcceptSwap(offer: offer.id))
        let listed = try await fixture.service.ask(ListSwaps(program: "nova")).filter { !$0.candidates.isEmpty }
        #expect(listed.isEmpty)
    }

    @Test("of a tentative session stays with who took it through planning, and can be undone until it is announced")
    func undo() async throws {
        let fixture = try await season(announce: 1)
        let session = try #require(try await akiras(fixture).first { $0.status == .tentative })
        let before = try await fixture.service.ask(ListOutbox()).count
        let offer = try await fixture.service.ask(OfferSwap(session: session.code, to: who("priya")), as: who("akira"))
        _ = try await fixture.client(.machine(as: who("priya"))).ask(AcceptSwap(offer: offer.id))
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.session(session.code).mentor.name == "Priya")
        #expect(try await fixture.service.ask(ListSwaps(program: "nova")).map(\.acceptedBy) == ["Priya"])
        _ = try await fixture.client(.machine(as: who("priya"))).ask(WithdrawSwap(offer: offer.id))
        #expect(try await fixture.session(session.code).mentor.name == "Akira")
        // Whoever does it knows; Priya's question was settled before it left.
        #expect(
            try await fixture.mail(after: before) == [
                "handed over \(session.code) → akira", "handed back by Priya \(session.code) → akira",
            ])
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(WithdrawSwap(offer: offer.id), as: who("priya"))
        }
    }

    @Test("its list says the number that the mail says, to whoever is asked, and no other number to anybody")
    func number() async throws {
        let fixture = try await season()
        // Where Priya, whom nova merely names, leads every week.
        try await fixture.apply(
            small(regions: "europe").replacing("program: nova", with: "program: two")
                .replacing("name: Zoe, email: zoe", with: "name: Priya, email: priya")
                .replacing("zone: Europe/Berlin", with: "zone: Asia/Kolkata, region: europe"))
        _ = try await fixture.service.plan("two", publish: true)
        let session = try #require(try await akiras(fixture).first)
        let offer = try await fixture.service.ask(OfferSwap(session: session.code, to: who("priya")), as: who("akira"))
        func remark(to name: String) async throws -> String {
            let token = try await fixture.service.ask(CreateToken(email: who(name))).token
            let client = fixture.client(try #require(try await fixture.service.principal(token: token)))
            let remarks = try await client.ask(ListSwaps(program: "nova")).first { $0.id == offer.id }?.candidates
                .flatMap(\.remarks)
            return remarks?.first { $0.contains("in that month") } ?? ""
        }
        let own = try await fixture.store.read { transaction in
            let stored = try #require(try SessionCode(session.code).flatMap(transaction.session))
            let ledger = try SwapLedger(
                stored.timed(by: fixture.service.zones), in: transaction, zones: fixture.service.zones,
                at: fixture.clock.now(), told: .nobody)
            let priya = try #require(try transaction.person(who("priya")))
            let mentor = try #require(ledger.mentor(priya))
            return ledger.effect(on: mentor)
        }.first { $0.contains("in that month") }
        #expect(try await remark(to: "priya") == own)
        #expect(own?.hasPrefix("Number ") == true)
        #expect(try await !remark(to: "kai").contains("Number"))
    }

    @Test("of a tentative session that is taken back tells whoever had taken it")
    func takenBack() async throws {
        let (fixture, session, offer) = try await taken()
        let undone = try await fixture.client(.machine(as: who("akira"))).ask(WithdrawSwap(offer: offer.id))
        #expect(undone.told == 1)
        #expect(try await fixture.mail().contains("handed over \(session.code) → priya"))
    }

    @Test("is not given back to somebody who is away, or takes part elsewhere, by then")
    func notThere() async throws {
        for isAway in [true, false] {
            let (fixture, session, offer) = try await taken()
            if isAway {
                let day = session.localStart.date
                _ = try await fixture.service.ask(AddAway(email: who("akira"), days: DayRange(from: day, to: day)))
            } else {
                _ = try await fixture.join("akira", zone: "Asia/Tokyo", called: "Akira")
                try await fixture.apply(small(regions: "asia, europe").replacing("nova", with: "swift"))
                _ = try await fixture.service.plan("swift", publish: true)
            }
            let refusal = await #expect(throws: Refusal.self) {
                try await fixture.service.ask(WithdrawSwap(offer: offer.id), as: who("priya"))
            }
            #expect(
                refusal?.description.contains(isAway ? "Akira is away on" : "Akira leads swift-202701-w")
                    == true)
            #expect(try await fixture.session(session.code).mentor.name == "Priya")
        }
    }

    @Test("is not undone, nor an offer taken back, once the session has begun: nobody is told what is not so")
    func begun() async throws {
        let (fixture, session, taken) = try await taken()
        let sessions = try await fixture.service.sessions(of: "nova", upcoming: true, for: Viewer())
        let other = try #require(sessions.first { $0.code != session.code })
        let lead = try who(other.mentor.name.lowercased())
        let open = try await fixture.service.ask(OfferSwap(session: other.code), as: lead)
        try fixture.clock.set("2027-02-02T00:00:00Z")
        let mails = try await fixture.service.ask(ListOutbox()).count
        for (offer, who) in [(taken, try who("akira")), (open, lead)] {
            let refusal = await #expect(throws: Refusal.self) {
                try await fixture.service.ask(WithdrawSwap(offer: offer.id), as: who)
            }
            #expect(refusal?.description == "\(offer.session) has begun; it stays as it is")
        }
        #expect(try await fixture.session(session.code).mentor.name == "Priya")
        #expect(try await fixture.service.ask(ListOutbox()).count == mails)
    }

    @Test("shows the fair shares that the report shows, whatever was carried over")
    func fairShares() async throws {
        let fixture = try await season()
        try fixture.clock.set("2027-02-02T00:00:00Z")
        _ = try await fixture.service.plan("nova", publish: true)
        let late =
            small(start: "2027-02-01", announce: 2, regions: "asia") + """

                  - { name: Priya, email: priya@example.org, zone: Asia/Kolkata, weight: 2, slots: [{ every: "Thu 17:00" }] }
                  - { name: Kai, email: kai@example.org, zone: Pacific/Auckland, region: asia, slots: [{ every: "Fri 17:00" }] }
                """
        try fixture.clock.set("2027-01-30T00:00:00Z")
        try await fixture.apply(late)
        _ = try await fixture.service.plan("nova", publish: true, season: "202702")
        let ledger = try await fixture.service.ask(ReportSeason(program: "nova", season: "202702")).ledger
        #expect(ledger.mentors.contains { $0.carry > 0 })
        let sessions = try await fixture.service.sessions(of: "nova", upcoming: true, season: "202702", for: Viewer())
        let session = try #require(sessions.first { $0.mentor.name == "Akira" })
        let offer = try await fixture.service.ask(OfferSwap(session: session.code), as: who("akira"))
        let shares = Dictionary(uniqueKeysWithValues: ledger.mentors.map { ($0.mentor, $0.fairShare) })
        #expect(offer.turns.fairShare == shares["Akira"])
        for candidate in offer.candidates { #expect(candidate.turns.fairShare == shares[candidate.mentor]) }
        let health = try await fixture.service.ask(
            ShowHealth(program: "nova", season: "202702"), by: .onThisMachine(as: nil))
        for load in health.mentors { #expect(load.fairShare == shares[load.mentor]) }
    }

    @Test("is not given back to somebody who has left the program since")
    func gone() async throws {
        let (fixture, session, offer) = try await taken()
        _ = try await fixture.service.block(who("akira"), in: "nova", by: .onThisMachine(as: nil))
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(WithdrawSwap(offer: offer.id), as: who("priya"))
        }
        #expect(try await fixture.session(session.code).mentor.name == "Priya")
    }

    @Test("an agreed session is announced when its time comes, with whom it was agreed")
    func announced() async throws {
        let (fixture, session, _) = try await taken()
        let mails = try await fixture.service.ask(ListOutbox()).count
        _ = try await fixture.service.plan("nova", publish: true, announceWeeks: 4)
        #expect(try await fixture.session(session.code).status == .announced)
        #expect(try await fixture.mail(after: mails).contains("announced \(session.code) → priya"))
    }

    @Test("a mentor who had a seat in it gives the seat to whoever waits")
    func seat() async throws {
        let fixture = try await season()
        let session = try #require(try await akiras(fixture).first { $0.status == .announced })
        for name in ["ann", "priya", "bob"] { _ = try await fixture.enroll(name, in: session.code) }
        let offer = try await fixture.service.ask(OfferSwap(session: session.code, to: who("priya")), as: who("akira"))
        let mails = try await fixture.service.ask(ListOutbox()).count
        _ = try await fixture.service.ask(AcceptSwap(offer: offer.id), as: who("priya"))
        #expect(try await fixture.mail(after: mails).contains("promoted \(session.code) → bob"))
        #expect(try await fixture.session(session.code).enrolled == 2)
    }

    @Test("what cannot be is refused with a reason")
    func refusals() async throws {
        let fixture = try await season()
        let mine = try await akiras(fixture)
        let session = try #require(mine.first)
        let refused = { (words: String, body: () async throws -> SwapOfferView) in
            let refusal = try await #require(throws: Refusal.self) { _ = try await body() }
            #expect(refusal.description.contains(words), "\(refusal)")
        }
        try await refused("led by somebody else") {
            try await fixture.service.ask(OfferSwap(session: session.code), as: who("priya"))
        }
        try await refused("there is no mentor") {
            try await fixture.service.ask(OfferSwap(session: session.code, to: who("nobody")), as: who("akira"))
        }
        let offer = try await fixture.service.ask(OfferSwap(session: session.code, to: who("priya")), as: who("akira"))
        try await refused("is offered already") {
            try await fixture.service.ask(OfferSwap(session: session.code), as: who("akira"))
        }
        try await refused("made to somebody else") {
            try await fixture.service.ask(AcceptSwap(offer: offer.id), as: who("kai"))
        }
        try await refused("there is no offer 99") {
            try await fixture.service.ask(AcceptSwap(offer: Identifier(99)), as: who("kai"))
        }
        try await refused("neither made nor taken by you") {
            try await fixture.service.ask(WithdrawSwap(offer: offer.id), as: who("kai"))
        }
        _ = try await fixture.service.ask(WithdrawSwap(offer: offer.id), as: who("akira"))
        try await refused("it was withdrawn") {
            try await fixture.service.ask(AcceptSwap(offer: offer.id), as: who("priya"))
        }
        let day = session.localStart.date
        for name in ["priya", "kai"] {
            _ = try await fixture.service.ask(AddAway(email: who(name), days: DayRange(from: day, to: day)))
        }
        try await refused("Kai is away on") {
            try await fixture.service.ask(OfferSwap(session: session.code), as: who("akira"))
        }
    }
}
