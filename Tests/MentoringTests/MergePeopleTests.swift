import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Two people who are one")
struct MergePeopleTests {
    private let ann: EmailAddress
    private let new: EmailAddress

    init() throws {
        ann = try EmailAddress("ann@example.org")
        new = try EmailAddress("ann@new.example.net")
    }

    private func move(_ fixture: Fixture, keep: KeptSeat? = nil, dryRun: Bool? = nil) async throws -> MoveView {
        try await fixture.service.ask(MovePerson(old: ann, new: new, merge: true, keep: keep, dryRun: dryRun))
    }

    /// Ann joined twice: both have a seat in the first session of Asia, and bob waits for one; of the others each has one.
    private func season() async throws -> Fixture {
        let fixture = try await Fixture.with(small(weeks: 2, capacity: 2, regions: "asia, europe"))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann")
        _ = try await fixture.service.ask(JoinProgram(program: "nova", name: "Ann Lee", email: new, zone: "Asia/Tokyo"))
        _ = try await fixture.join("bob")
        for email in [ann, new, try EmailAddress("bob@example.org")] {
            _ = try await fixture.service.ask(Enroll(session: "nova-202701-w01-asia"), as: email)
        }
        _ = try await fixture.service.ask(Enroll(session: "nova-202701-w01-europe"), as: ann)
        _ = try await fixture.service.ask(Enroll(session: "nova-202701-w02-asia"), as: new)
        return fixture
    }

    @Test("are made one when it is said which of their seats stays, and keep all else")
    func merged() async throws {
        let fixture = try await season()
        let token = try await fixture.service.ask(CreateToken(email: new)).token
        let refusal = await #expect(throws: Refusal.self) { try await move(fixture) }
        #expect(refusal?.description.contains("nova-202701-w01-asia, in both") == true)
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).count == 3)
        let said = try await move(fixture, keep: .earlier, dryRun: true)
        let done = try await move(fixture, keep: .earlier)
        #expect(said.effects == done.effects)
        #expect(done.effects.contains { $0.hasSuffix("; two who are one by then stay one, at ann@example.org") })
        #expect(
            done.effects.prefix(2) == [
                "once \(new) has proved itself: nova-202701-w01-asia: the place of \(new) is given up, since the other stays",
                "once \(new) has proved itself: nova-202701-w01-asia: bob moves up from the waiting list, and is told",
            ])
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).count == 3)
        #expect(try await fixture.service.principal(token: token) != nil)
        try await fixture.confirmMove()
        let bob = try EmailAddress("bob@example.org")
        let mails = try await fixture.service.ask(ListOutbox()).filter { $0.to == bob }
        #expect(mails.last?.subject.hasPrefix("promoted nova-202701-w01-asia") == true, "\(mails.map(\.subject))")
        #expect(
            try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email) == [
                new, EmailAddress("bob@example.org"),
            ])
        #expect(try await fixture.service.principal(token: token) == nil)
        // Bob moved up, and each seat is one person's.
        for (code, seats) in [("nova-202701-w01-asia", 2), ("nova-202701-w01-europe", 1), ("nova-202701-w02-asia", 1)] {
            #expect(try await fixture.session(code).enrolled == seats, "\(code)")
        }
        let own = try await fixture.store.read { transaction in
            try transaction.enrollments(of: try #require(try transaction.person(new)).id).count
        }
        #expect(own == 3)
    }

    @Test("give up no seat of which nobody was asked: one that clashes since they were to be made one keeps them two")
    func clashedSince() async throws {
        let fixture = try await Fixture.with(small(weeks: 2, capacity: 2, regions: "asia"))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann")
        _ = try await fixture.service.ask(
            JoinProgram(program: "nova", name: "Ann Lee", email: new, zone: "Asia/Tokyo"))
        _ = try await move(fixture)
        for email in [ann, new] {
            _ = try await fixture.service.ask(Enroll(session: "nova-202701-w01-asia"), as: email)
        }
        let refusal = await #expect(throws: Refusal.self) { try await fixture.confirmMove() }
        #expect(refusal?.description.contains("nova-202701-w01-asia, in both") == true)
        #expect(try await fixture.session("nova-202701-w01-asia").enrolled == 2)
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).count == 2)
    }

    @Test("and nothing waits of a nickname that one has and the other says is theirs", arguments: [true, false])
    func nicknames(isTheFirstOnes: Bool) async throws {
        let fixture = try await season()
        let (owner, other) = isTheFirstOnes ? (ann, new) : (new, ann)
        _ = try await fixture.service.ask(AddNickname(program: "nova", nickname: "ann_l", person: owner), as: owner)
        #expect(
            try await fixture.service.ask(AddNickname(program: "nova", nickname: "ann_l", person: other), as: other)
                .word == .waiting)
        _ = try await move(fixture, keep: .earlier)
        try await fixture.confirmMove()
        #expect(try await fixture.service.ask(ListNicknames(program: "nova", everybody: true)).map(\.word) == [.own])
    }

    @Test("are not made one where there is nobody, or by who may not")
    func refused() async throws {
        let fixture = try await season()
        let akira = try EmailAddress("akira@example.org")
        for caller in [ann, new, akira] {
            await #expect(throws: Refusal.self) {
                try await fixture.service.ask(MovePerson(old: ann, new: new, merge: true, keep: .old), as: caller)
            }
        }
        let nobody = try EmailAddress("nobody-here@example.net")
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(MovePerson(old: ann, new: nobody, merge: true))
        }
        // Nobody leads twice in a week.
        let zoe = try EmailAddress("zoe@example.org")
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(MovePerson(old: akira, new: zoe, merge: true, keep: .earlier))
        }
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).count == 3)
        #expect(try await fixture.service.ask(ListMentors(program: "nova")).count == 2)
    }

    @Test("and are two as long as the one whom nobody asked yet has not confirmed it: nothing of theirs goes anywhere")
    func unconfirmed() async throws {
        for isUndone in [true, false] {
            let fixture = try await season()
            func theirs() async throws -> [String] {
                try await fixture.store.read { transaction in
                    let person = try #require(try transaction.person(new))
                    return try transaction.sessions(of: person.id, starting: .distantPast..<(.distantFuture))
                        .map(\.code.description).sorted()
                }
            }
            let before = try await (theirs(), fixture.service.ask(ListTrainees(program: "nova")))
            _ = try await move(fixture, keep: .old)
            let mails = try await fixture.service.ask(ListOutbox()).count
            #expect(try await theirs() == before.0)
            // Whoever has the address goes on, and signs in without saying that the two are one.
            let token = try await fixture.service.ask(CreateToken(email: new)).token
            #expect(try await fixture.service.principal(token: token) != nil)
            if isUndone {
                let letter = try #require(
                    try await fixture.store.read { try $0.outbox([.pending]) }.last { $0.subject == "move: undo" })
                _ = try await fixture.service.ask(UndoMove(secret: String(decoding: letter.bytes, as: UTF8.self)))
            } else {
                try fixture.clock.set("2026-12-28T09:00:00Z")
                _ = try await fixture.service.doWhatIsDue()
            }
            #expect(try await fixture.service.ask(ListTrainees(program: "nova")) == before.1)
            #expect(try await theirs() == before.0)
            let sent = try await fixture.service.ask(ListOutbox()).dropFirst(mails).map(\.subject)
            #expect(!sent.contains { $0.hasPrefix("readdressed") || $0.hasPrefix("left") }, "\(sent)")
            await #expect(throws: (any Error).self) { try await fixture.confirmMove() }
        }
    }

    @Test("and get one REQUEST each where both calendars are theirs, and none for what the new one has already")
    func calendars() async throws {
        let fixture = try await season()
        _ = try await move(fixture, keep: .earlier)
        let mails = try await fixture.service.ask(ListOutbox()).count
        try await fixture.confirmMove()
        let sent = try await fixture.service.ask(ListOutbox()).dropFirst(mails)
        #expect(!sent.contains { $0.subject == "readdressed nova-202701-w02-asia" }, "\(sent.map(\.subject))")
        let europe = sent.filter { $0.subject == "readdressed nova-202701-w01-europe" }
        #expect(europe.map(\.to) == [ann, new])
    }

    @Test("are not made one while an address of before can take back the one who goes")
    func undoable() async throws {
        let fixture = try await season()
        let third = try EmailAddress("ann@third.example.net")
        _ = try await fixture.service.ask(MovePerson(old: new, new: third))
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        let letter = try #require(mails.last { $0.subject == "move: prove" })
        _ = try await fixture.service.ask(ConfirmMove(secret: String(decoding: letter.bytes, as: UTF8.self)))
        let merge = MovePerson(old: ann, new: third, merge: true, keep: .old)
        await #expect(throws: Refusal.self) { try await fixture.service.ask(merge) }
        try fixture.clock.set("2026-12-28T09:00:00Z")
        _ = try await fixture.service.doWhatIsDue()
        _ = try await fixture.service.ask(merge)
    }

    @Test("are not told of to an organizer who may not know of the other")
    func unknown() async throws {
        let fixture = try await season()
        try await fixture.apply(
            small(weeks: 2, regions: "asia, europe").replacing("program: nova", with: "program: swift"))
        let (olga, eve) = (try EmailAddress("olga@example.org"), try EmailAddress("eve@example.org"))
        _ = try await fixture.service.addOrganizer(olga, to: "nova")
        _ = try await fixture.service.ask(JoinProgram(program: "swift", name: "eve", email: eve, zone: "Etc/UTC"))
        let token = try await fixture.service.ask(CreateToken(email: olga)).token
        let organizer = fixture.client(try #require(try await fixture.service.principal(token: token)))
        var words: Set<String> = []
        for other in [eve, try EmailAddress("xyz@example.org")] {
            let request = MovePerson(old: ann, new: other, merge: true)
            let refusal = await #expect(throws: Refusal.self) { try await organizer.ask(request) }
            words.insert("\(refusal.map { "\($0.reason) \($0)" } ?? "")".replacing("\(other)", with: "OTHER"))
        }
        #expect(words.count == 1 && words.first?.contains("OTHER") == true)
    }

    @Test("and of whom one leads what the other has a seat in are a mentor, who needs none")
    func mentor() async throws {
        let fixture = try await season()
        let akira = try EmailAddress("akira@example.org")
        let done = try await fixture.service.ask(MovePerson(old: akira, new: ann, merge: true, keep: .new))
        #expect(
            done.effects.first
                == "once \(ann) has proved itself: nova-202701-w01-asia: the place of \(ann) is given up, since the other stays"
        )
        try await fixture.confirmMove()
        #expect(
            try await fixture.service.ask(ListMentors(program: "nova")).map(\.email) == [
                ann, EmailAddress("zoe@example.org"),
            ])
        #expect(try await fixture.session("nova-202701-w01-europe").enrolled == 1)
        #expect(try await fixture.session("nova-202701-w01-asia").mentor.name == "Akira")
    }

    @Test("and are not parted when the old address undoes it")
    func undone() async throws {
        let fixture = try await season()
        _ = try await move(fixture, keep: .earlier)
        try await fixture.confirmMove()
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        let secret = String(decoding: try #require(mails.last { $0.subject == "move: undo" }).bytes, as: UTF8.self)
        let settled = try await fixture.service.ask(UndoMove(secret: secret))
        #expect(settled.email == ann)
        #expect(
            try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email) == [
                ann, EmailAddress("bob@example.org"),
            ])
        let seats = try await fixture.store.read { transaction in
            try transaction.enrollments(of: try #require(try transaction.person(ann)).id).count
        }
        #expect(seats == 3)
    }

    @Test("and what the file said of either is known of the one they became, so that their own limits stay")
    func fileFacts() async throws {
        let fixture = try await season()
        let akira = try EmailAddress("akira@example.org")
        _ = try await fixture.service.ask(SetMentor(program: "nova", email: akira, maxPerMonth: 1))
        _ = try await fixture.service.ask(MovePerson(old: akira, new: ann, merge: true, keep: .new))
        try await fixture.confirmMove()
        let file = small(weeks: 2, capacity: 2, regions: "asia, europe").replacing("akira@example.org", with: "\(ann)")
        let changes = try await fixture.apply(file, dryRun: true)
        #expect(changes.contains { $0.kind == .kept && $0.what.contains("own max-per-month 1") })
    }
}
