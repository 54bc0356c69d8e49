import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Somebody who leaves a program")
struct RemovalTests {
    private let code = "nova-202701-w01-asia"

    /// One seat a session: ann has those of the first two weeks, and bob waits for the first.
    private func season() async throws -> Fixture {
        let fixture = try await Fixture.with(small(weeks: 2, capacity: 1, regions: "asia, europe"))
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] {
            _ = try await fixture.join(name)
            _ = try await fixture.enroll(name, in: code)
        }
        _ = try await fixture.enroll("ann", in: "nova-202701-w02-asia")
        return fixture
    }

    private func lines(_ view: DepartureView) -> [String] {
        view.effects.map { "\($0.person) \($0.what)\($0.session.map { ": \($0)" } ?? "")" }
    }

    @Test("as a trainee gives up seats to whoever waits, and is told by what ends each")
    func trainee() async throws {
        let fixture = try await season()
        let ann = try EmailAddress("ann@example.org")
        let before = try await fixture.service.ask(ListOutbox()).count
        let said = try await fixture.service.ask(RemoveTrainee(program: "nova", email: ann, dryRun: true))
        #expect(!said.done)
        #expect(try await fixture.service.ask(ListOutbox()).count == before)
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).count == 2)
        let done = try await fixture.service.ask(RemoveTrainee(program: "nova", email: ann))
        #expect(done.done)
        #expect(done.effects == said.effects)
        #expect(
            lines(done) == [
                "ann is a trainee of nova no more", "ann has no seat any more: nova-202701-w01-asia",
                "ann has no seat any more: nova-202701-w02-asia", "bob moves up to a seat: nova-202701-w01-asia",
            ])
        #expect(done.told == 2)
        #expect(
            try await fixture.mail(after: before) == [
                "unseated nova-202701-w01-asia → ann", "promoted nova-202701-w01-asia → bob",
                "unseated nova-202701-w02-asia → ann",
            ])
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.name) == ["bob"])
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(RemoveTrainee(program: "nova", email: ann))
        }
    }

    @Test("as a trainee keeps what they were seen in")
    func history() async throws {
        let fixture = try await season()
        try fixture.clock.set("2027-01-05T10:00:00Z")
        let ann = try EmailAddress("ann@example.org")
        _ = try await fixture.service.ask(RecordAttendance(session: code, present: [ann]))
        _ = try await fixture.service.ask(RemoveTrainee(program: "nova", email: ann))
        #expect(try await fixture.service.ask(ShowAttendance(session: code)).present == ["ann"])
    }

    @Test("as a mentor loses slots and offers at once; the next plan gives their turns away or cancels them, told once")
    func mentor() async throws {
        let fixture = try await season()
        let akira = try EmailAddress("akira@example.org")
        let before = try await fixture.service.ask(ListOutbox()).count
        let said = try await fixture.service.ask(RemoveMentor(program: "nova", email: akira, dryRun: true))
        let done = try await fixture.service.ask(RemoveMentor(program: "nova", email: akira))
        #expect(done.effects == said.effects)
        #expect(
            lines(done) == [
                "Akira mentors nova no more", "Akira 1 slot is withdrawn",
                "Akira leads it no more once the season is planned again: nova-202701-w01-asia",
                "Akira leads it no more once the season is planned again: nova-202701-w02-asia",
                "ann hears then who leads it, or that it is cancelled: nova-202701-w01-asia",
                "bob hears then who leads it, or that it is cancelled: nova-202701-w01-asia",
                "ann hears then who leads it, or that it is cancelled: nova-202701-w02-asia",
            ])
        #expect(try await fixture.service.ask(ListSlots(program: "nova")).map(\.mentor) == ["Zoe"])
        #expect(try await fixture.mail(after: before) == [])
        _ = try await fixture.service.keepSeasonsRolling()
        let mails = try await fixture.mail(after: before).sorted()
        #expect(
            mails == [
                "calledOff nova-202701-w01-asia → bob", "cancelled nova-202701-w01-asia → akira",
                "cancelled nova-202701-w01-asia → ann",
                "cancelled nova-202701-w02-asia → akira", "cancelled nova-202701-w02-asia → ann",
            ])
        #expect(try await fixture.service.keepSeasonsRolling().isEmpty)
    }

    @Test("as a mentor leaves what was held as it was")
    func heldSessions() async throws {
        let fixture = try await season()
        try fixture.clock.set("2027-01-05T10:00:00Z")
        _ = try await fixture.service.ask(RemoveMentor(program: "nova", email: EmailAddress("akira@example.org")))
        _ = try await fixture.service.keepSeasonsRolling()
        #expect(try await fixture.session(code).mentor.name == "Akira")
        #expect(try await fixture.session(code).status != .cancelled)
    }

    @Test("as a mentor can lead nothing any more: an offer that was made to them is withdrawn")
    func offers() async throws {
        let fixture = try await Fixture.with(
            small(weeks: 1, regions: "asia").replacing(
                "mentors:",
                with: """
                    mentors:
                      - { name: Mei, email: mei@example.org, zone: Asia/Tokyo, min-gap-weeks: 1 }
                    """))
        _ = try await fixture.service.plan("nova", publish: true)
        let (akira, mei) = (try EmailAddress("akira@example.org"), try EmailAddress("mei@example.org"))
        let offer = try await fixture.service.ask(OfferSwap(session: code, to: mei), as: akira)
        let view = try await fixture.service.ask(RemoveMentor(program: "nova", email: mei))
        #expect(lines(view).contains("Akira offer \(offer.id) is withdrawn: nova-202701-w01-asia"))
        #expect(lines(view).contains("Akira is told that the offer \(offer.id) is withdrawn: nova-202701-w01-asia"))
        #expect(try await fixture.mail().last == "swap not answered by Mei nova-202701-w01-asia → akira")
        await #expect(throws: Refusal.self) { try await fixture.service.ask(AcceptSwap(offer: offer.id), as: mei) }
    }

    @Test("and is blocked joins, enrolls, proposes and answers no more, by any door, until they are unblocked")
    func blocked() async throws {
        let fixture = try await season()
        let ann = try EmailAddress("ann@example.org")
        let view = try await fixture.service.block(ann, in: "nova", by: .onThisMachine(as: nil))
        #expect(lines(view).contains("bob moves up to a seat: nova-202701-w01-asia"))
        let doors: [@Sendable () async throws -> Void] = [
            { _ = try await fixture.join("ann") },
            { _ = try await fixture.enroll("ann", in: "nova-202701-w01-europe") },
            { _ = try await fixture.service.ask(EnrollForSeason(program: "nova", region: .asia), as: ann) },
            {
                _ = try await fixture.service.ask(
                    ProposeReview(program: "nova", url: "https://review.example.org/c/nova/+/1"), as: ann)
            },
            { try await fixture.apply(small().replacing("akira@", with: "ann@")) },
        ]
        for door in doors {
            let refusal = await #expect(throws: Refusal.self) { try await door() }
            #expect(refusal?.reason == .notAllowed)
        }
        #expect(try await fixture.service.blocks(in: "nova").map(\.email) == [ann])
        _ = try await fixture.service.unblock(ann, in: "nova")
        _ = try await fixture.join("ann")
        await #expect(throws: Refusal.self) { try await fixture.service.unblock(ann, in: "nova") }
    }

    @Test("and is blocked on the whole server has tokens and rights in no program, until the address is unblocked")
    func everywhere() async throws {
        let fixture = try await season()
        let ann = try EmailAddress("ann@example.org")
        let token = try await fixture.service.ask(CreateToken(email: ann)).token
        _ = try await fixture.service.block(ann, in: nil, by: .onThisMachine(as: nil))
        #expect(try await fixture.service.principal(token: token) == nil)
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.name) == ["bob"])
        // An address can be blocked before it is anybody's.
        let eve = try EmailAddress("eve@example.org")
        _ = try await fixture.service.block(eve, in: nil, by: .onThisMachine(as: nil))
        await #expect(throws: Refusal.self) { try await fixture.join("eve") }
    }

    @Test(
        "and is blocked is let in under no spelling of the address, and nobody else is kept out",
        arguments: [
            ("ann@example.org", ["ann+x@example.org", "ANN@example.org"], ["anna@example.org", "ann@example.net"]),
            ("ann+x@example.org", ["ann@example.org", "ann+y@example.org"], ["x@example.org"]),
            ("a.n.n@gmail.com", ["ann@googlemail.com", "ann+1@gmail.com"], ["an@gmail.com", "ann@gmx.com"]),
            ("ann@proton.me", ["ann@pm.me", "ann+z@protonmail.com"], ["a.nn@proton.me"]),
        ])
    func spellings(blocked: String, same: [String], others: [String]) async throws {
        let fixture = try await season()
        _ = try await fixture.service.block(EmailAddress(blocked), in: "nova", by: .onThisMachine(as: nil))
        @Sendable func join(_ email: String) async throws {
            _ = try await fixture.service.ask(
                JoinProgram(program: "nova", name: "Eve", email: EmailAddress(email), zone: "Asia/Tokyo"))
        }
        for email in same { await #expect(throws: Refusal.self, "\(email)") { try await join(email) } }
        for email in others { try await join(email) }
        // Whichever spelling is named when the block ends.
        _ = try await fixture.service.unblock(EmailAddress(same[0]), in: "nova")
        try await join(same[0])
    }

    @Test("and is asked about where they take no part is nobody: what was typed is answered")
    func oracle() async throws {
        let fixture = try await season()
        try await fixture.apply(small().replacing("program: nova", with: "program: swift"))
        let zed = try EmailAddress("zed@example.net")
        _ = try await fixture.service.ask(
            JoinProgram(program: "swift", name: "Zed Secret", email: zed, zone: "Asia/Tokyo"))
        for typed in ["zed@example.net", "zed+q@example.net", "nobody@example.net"] {
            let view = try await fixture.service.block(
                EmailAddress(typed), in: "nova", by: .onThisMachine(as: nil), dryRun: true)
            #expect(view.person == typed)
            #expect(view.effects.isEmpty)
        }
    }

    @Test("or was only invited, or asks, is none any more; and whoever is blocked organizes nothing")
    func notYet() async throws {
        let fixture = try await season()
        let olga = try EmailAddress("olga@example.org")
        _ = try await fixture.service.addOrganizer(olga, to: "nova")
        let token = try await fixture.service.ask(CreateToken(email: olga)).token
        let organizer = try #require(try await fixture.service.principal(token: token))
        let eve = try EmailAddress("eve@example.net")
        let wish = JoinProgram(program: "nova", name: "Eve", email: eve, zone: "Asia/Tokyo")
        for ending in ["remove", "block"] {
            _ = try await fixture.service.ask(wish, by: organizer, at: fixture.addresses)
            #expect(try await fixture.service.ask(ListTrainees(program: "nova")).contains { $0.email == eve })
            if ending == "remove" {
                _ = try await fixture.service.ask(RemoveTrainee(program: "nova", email: eve))
            } else {
                _ = try await fixture.service.block(eve, in: "nova", by: .onThisMachine(as: nil))
            }
            #expect(try await fixture.service.ask(ListTrainees(program: "nova")).contains { $0.email == eve } == false)
        }
        await #expect(throws: Refusal.self) { try await fixture.service.addOrganizer(eve, to: "nova") }
        await #expect(throws: Refusal.self) {
            try await fixture.apply(
                small(weeks: 2, capacity: 1, regions: "asia, europe")
                    .replacing("title: Nova", with: "title: Nova\norganizers: [eve@example.net]"))
        }
    }

    @Test("and is blocked under one spelling of their address loses what they have under another")
    func otherSpelling() async throws {
        let fixture = try await season()
        let view = try await fixture.service.block(
            EmailAddress("ann+spam@example.org"), in: "nova", by: .onThisMachine(as: nil))
        #expect(lines(view).contains("bob moves up to a seat: nova-202701-w01-asia"))
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.name) == ["bob"])
    }

    @Test("cannot be an organizer, or oneself")
    func protected() async throws {
        let fixture = try await season()
        let ann = try EmailAddress("ann@example.org")
        _ = try await fixture.service.addOrganizer(ann, to: "nova")
        for (name, caller) in [("nova", nil), (nil, nil), ("nova", ann)] as [(String?, EmailAddress?)] {
            for spelling in [ann, try EmailAddress("ann+x@example.org")] {
                await #expect(throws: Refusal.self) {
                    try await fixture.service.block(spelling, in: name, by: .onThisMachine(as: caller))
                }
            }
        }
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).count == 2)
    }

    @Test("is found where they only take turns at a duty, and a mentor who does stays one")
    func volunteer() async throws {
        let fixture = try await Fixture.with(triage(by: ["kim", "zoe"]))
        let done = try await fixture.service.ask(RemoveTrainee(program: "nova", email: EmailAddress("kim@example.org")))
        #expect(lines(done) == ["kim takes turns at Bug triage no more"])
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(RemoveTrainee(program: "nova", email: EmailAddress("zoe@example.org")))
        }
        #expect(try await fixture.store.read { try $0.volunteers(of: "nova") }.map(\.person.name) == ["Zoe"])
    }
}
