import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Somebody who moves to another address")
struct MovePersonTests {
    let ann: EmailAddress
    let new: EmailAddress
    static let code = "nova-202701-w01-asia"

    init() throws {
        ann = try EmailAddress("ann@example.org")
        new = try EmailAddress("ann@new.example.net")
    }

    /// Ann has a seat in the first session of Asia.
    func season() async throws -> Fixture {
        let fixture = try await Fixture.with(small(weeks: 2, regions: "asia, europe"))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann")
        _ = try await fixture.enroll("ann", in: Self.code)
        return fixture
    }

    /// The secret that was mailed last for a purpose.
    func secret(_ purpose: String, _ fixture: Fixture) async throws -> String {
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        return String(decoding: try #require(mails.last { $0.subject == "move: \(purpose)" }).bytes, as: UTF8.self)
    }

    /// What Ann was told last of her session, whatever her address is.
    func invitation(_ fixture: Fixture) async throws -> Invitation {
        try await fixture.store.read { transaction in
            let session = try #require(try transaction.sessions(of: "nova").first { $0.code.description == Self.code })
            return try #require(try transaction.invitations(for: session.id).first { $0.person.name == "ann" })
        }
    }

    /// The mails beyond the first ones, with whole addresses.
    func mails(after count: Int, _ fixture: Fixture) async throws -> [String] {
        try await fixture.service.ask(ListOutbox()).dropFirst(count).map { "\($0.subject) → \($0.to)" }
    }

    func move(
        _ old: EmailAddress, _ new: EmailAddress, _ fixture: Fixture, as caller: EmailAddress? = nil
    ) async throws -> MoveView {
        let request = MovePerson(old: old, new: new)
        if let caller { return try await fixture.service.ask(request, as: caller) }
        return try await fixture.service.ask(request)
    }

    @Test("keeps seats and history; what they act with ends, and mail goes to the old one until the new one is proved")
    func seats() async throws {
        let fixture = try await season()
        let token = try await fixture.service.ask(CreateToken(email: ann)).token
        let feed = try await fixture.service.ask(ShowPersonalFeed(), as: ann, at: fixture.addresses).url
        let before = try await fixture.service.ask(ListOutbox()).count
        let said = try await fixture.service.ask(MovePerson(old: ann, new: new, dryRun: true))
        #expect(!said.done)
        #expect(try await fixture.service.ask(ListOutbox()).count == before)
        let done = try await move(ann, new, fixture)
        #expect(done.effects == said.effects && done.end == said.end)
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email) == [new])
        #expect(try await fixture.service.principal(token: token) == nil)
        let secretOfFeed = try #require(feed.split(separator: "/").last?.split(separator: ".").first)
        await #expect(throws: Refusal.self) { try await fixture.service.personalFeed(at: String(secretOfFeed)) }
        #expect(
            try await mails(after: before, fixture) == [
                "move: prove → ann@new.example.net", "move: undo → ann@example.org",
            ])
        // Nothing acts at the new one yet, and nothing is sent there.
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(CreateToken(email: new))
        }
        let unproved = try await fixture.service.ask(ListOutbox()).count
        _ = try await fixture.service.ask(
            MoveSession(session: Self.code, to: local("2027-01-06T17:00")))
        #expect(
            try await mails(after: unproved, fixture).filter { $0.contains("ann@") } == [
                "moved \(Self.code) → ann@example.org"
            ])
        // CALENDAR.md rule 25.
        let (person, session) = try await fixture.store.read { transaction in
            (try #require(try transaction.person(new)), try #require(try transaction.sessions(of: "nova").first).id)
        }
        let last = try await fixture.store.read { try $0.invitation(to: person.id, for: session) }
        let proved = try await fixture.service.ask(ListOutbox()).count
        let settled = try await fixture.service.ask(ConfirmMove(secret: secret("prove", fixture)))
        #expect(settled.email == new && settled.invitations == 1 && !settled.undone)
        let sent = try await fixture.store.read { try $0.outbox([.pending]) }.dropFirst(proved)
        #expect(sent.map(\.recipient) == [ann, new])
        let texts = sent.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(texts[0].hasPrefix("cancel") && texts[1].hasPrefix("request"))
        let given = try #require(try await fixture.store.read { try $0.invitation(to: person.id, for: session) })
        #expect(given.method == .request && given.sequence >= (last?.sequence ?? 0) && given.participation == .accepted)
        #expect(given.token != last?.token)
        // Proved once, the link is over; from now on they act and get mail there.
        let secret = try await secret("prove", fixture)
        await #expect(throws: Refusal.self) { try await fixture.service.ask(ConfirmMove(secret: secret)) }
        let fresh = try await fixture.service.ask(CreateToken(email: new)).token
        #expect(try await fixture.service.principal(token: fresh) != nil)
        let feedNow = try await fixture.service.ask(ShowPersonalFeed(), as: new, at: fixture.addresses).url
        #expect(feedNow != feed)
        #expect(try await fixture.session(Self.code).enrolled == 1)
    }

    @Test(
        "and whose old address undoes it is who they were; the link does it once, and for 14 days",
        arguments: [true, false])
    func undone(isProved: Bool) async throws {
        let fixture = try await season()
        let organizer = try await invitation(fixture).token
        _ = try await move(ann, new, fixture)
        if isProved { _ = try await fixture.service.ask(ConfirmMove(secret: secret("prove", fixture))) }
        let isKept = try await invitation(fixture).token == organizer
        #expect(isKept == !isProved)
        let token =
            isProved
            ? try await fixture.service.ask(CreateToken(email: new)).token : nil
        let link = try await secret("undo", fixture)
        let before = try await fixture.service.ask(ListOutbox()).count
        let settled = try await fixture.service.ask(UndoMove(secret: link))
        // Their calendar knows the invitation's organizer, and refuses another.
        #expect(try await invitation(fixture).token == organizer)
        #expect(settled.email == ann && settled.undone && settled.invitations == (isProved ? 1 : 0))
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email) == [ann])
        if let token { #expect(try await fixture.service.principal(token: token) == nil) }
        #expect(
            try await mails(after: before, fixture)
                == (isProved
                    ? ["readdressed \(Self.code) → ann@new.example.net", "readdressed \(Self.code) → ann@example.org"]
                    : []))
        // Neither link does anything any more.
        let proof = try await secret("prove", fixture)
        await #expect(throws: Refusal.self) { try await fixture.service.ask(UndoMove(secret: link)) }
        await #expect(throws: Refusal.self) { try await fixture.service.ask(ConfirmMove(secret: proof)) }
    }

    @Test("and proves it cannot be undone after 14 days; who never proves it is who they were by then")
    func afterwards() async throws {
        for isProved in [true, false] {
            let fixture = try await season()
            _ = try await move(ann, new, fixture)
            if isProved { _ = try await fixture.service.ask(ConfirmMove(secret: secret("prove", fixture))) }
            let link = try await secret("undo", fixture)
            try fixture.clock.set("2026-12-28T09:00:00Z")
            await #expect(throws: Refusal.self) { try await fixture.service.ask(UndoMove(secret: link)) }
            _ = try await fixture.service.doWhatIsDue()
            #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email) == [isProved ? new : ann])
            // The address is free once nobody can come back to it.
            if isProved { _ = try await fixture.join("ann") }
        }
    }

    @Test("by nobody but themself, an organizer of theirs whom no other program concerns, or an administrator")
    func rights() async throws {
        let fixture = try await season()
        try await fixture.apply(
            small(weeks: 2, regions: "asia, europe").replacing("program: nova", with: "program: swift"))
        let (olga, otto, bob) = (
            try EmailAddress("olga@example.org"), try EmailAddress("otto@example.org"), try await fixture.join("bob")
        )
        _ = try await fixture.service.addOrganizer(olga, to: "nova")
        _ = try await fixture.service.addOrganizer(otto, to: "swift")
        func client(_ email: EmailAddress) async throws -> Client {
            let token = try await fixture.service.ask(CreateToken(email: email)).token
            return fixture.client(try #require(try await fixture.service.principal(token: token)))
        }
        let (zoe, request) = (try EmailAddress("zoe@example.org"), MovePerson(old: ann, new: new))
        for stranger in [otto, bob, zoe] {
            let asker = try await client(stranger)
            let refusal = await #expect(throws: Refusal.self) { try await asker.ask(request) }
            #expect(refusal?.reason == .notAllowed)
        }
        let anonymous = fixture.client(.nobody)
        await #expect(throws: Refusal.self) { try await anonymous.ask(request) }
        // Akira leads in both programs.
        let organizer = try await client(olga)
        let akira = MovePerson(old: try EmailAddress("akira@example.org"), new: new)
        await #expect(throws: Refusal.self) { try await organizer.ask(akira) }
        // Whom the organizer of one program made its organizer, too, is no more theirs by it.
        _ = try await fixture.service.addOrganizer(ann, to: "swift")
        await #expect(throws: Refusal.self) { try await organizer.ask(request) }
        _ = try await fixture.service.removeOrganizer(ann, from: "swift")
        _ = try await organizer.ask(request)
        let own = try await client(bob)
        _ = try await own.ask(MovePerson(old: bob, new: EmailAddress("bob@new.example.net")))
        // Each is listed at the old one until the new one is proved.
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email) == [ann, bob])
        try await fixture.confirmMove()
        #expect(
            try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email) == [
                ann, EmailAddress("bob@new.example.net"),
            ])
    }

    @Test("to none that is somebody's, a program's, blocked, silent, or kept for who left it")
    func refused() async throws {
        let fixture = try await season()
        _ = try await fixture.join("bob")
        let blocked = try EmailAddress("spam@example.net")
        _ = try await fixture.service.block(blocked, in: "nova", by: .onThisMachine(as: nil))
        let silent = try EmailAddress("gone@example.net")
        let refused = SuppressedAddress(
            address: silent, since: try instant("2026-12-01T00:00:00Z"), reason: "no such user")
        try await fixture.store.write { try $0.add(refused) }
        for address in [
            "bob@example.org", "contact@example.org", "spam@example.net", "spam+x@example.net", "gone@example.net",
            "ann@example.org",
        ] {
            let email = try EmailAddress(address)
            await #expect(throws: (any Error).self, "\(address)") { try await move(ann, email, fixture) }
        }
        #expect(
            try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email.description) == [
                "ann@example.org", "bob@example.org",
            ])
        // Whoever is blocked does not come in by another address.
        try await fixture.apply(
            small(weeks: 2, regions: "asia, europe").replacing("program: nova", with: "program: swift"))
        _ = try await fixture.service.ask(JoinProgram(program: "swift", name: "ann", email: ann, zone: "Etc/UTC"))
        _ = try await fixture.service.block(ann, in: "nova", by: .onThisMachine(as: nil))
        await #expect(throws: Refusal.self) { try await move(ann, new, fixture) }
        _ = try await fixture.service.unblock(ann, in: "nova")
        _ = try await move(ann, new, fixture)
        await #expect(throws: Refusal.self) { try await fixture.join("ann") }
        await #expect(throws: Refusal.self) { try await move(EmailAddress("bob@example.org"), ann, fixture) }
    }

    @Test("by their own token, or their organizer's, is not told whose the new address is, nor by the dry run")
    func unseen() async throws {
        for organizes in [true, false] {
            let fixture = try await season()
            let (bob, olga) = (try await fixture.join("bob"), try EmailAddress("olga@example.org"))
            _ = try await fixture.service.addOrganizer(olga, to: "nova")
            try await fixture.apply(
                small(weeks: 2, regions: "europe").replacing("program: nova", with: "program: swift"))
            let known = try EmailAddress("known@example.net")
            _ = try await fixture.service.ask(
                JoinProgram(program: "swift", name: "Known", email: known, zone: "Etc/UTC"))
            let blocked = try EmailAddress("spam@example.net")
            _ = try await fixture.service.block(blocked, in: "swift", by: .onThisMachine(as: nil))
            func ask(_ new: EmailAddress, dryRun: Bool) async throws -> String {
                let token = try await fixture.service.ask(CreateToken(email: organizes ? olga : bob)).token
                let asker = fixture.client(try #require(try await fixture.service.principal(token: token)))
                let view = try await asker.ask(MovePerson(old: bob, new: new, dryRun: dryRun))
                return "\(view)".replacing(new.description, with: "NEW").replacing(/\d+ tokens? ends?/, with: "TOKENS")
            }
            let stranger = try await ask(new, dryRun: true)
            for address in [known, blocked] { #expect(try await ask(address, dryRun: true) == stranger) }
            let before = try await fixture.service.ask(ListOutbox()).count
            let done = try await ask(known, dryRun: false)
            #expect(
                try await mails(after: before, fixture).filter { $0.contains("move") } == [
                    "move: prove → known@example.net", "move: undo → bob@example.org",
                ])
            // Whoever reads its mail is told, and nobody has become anybody else.
            let proof = try await secret("prove", fixture)
            let refusal = await #expect(throws: Refusal.self) {
                try await fixture.service.ask(ConfirmMove(secret: proof))
            }
            #expect(refusal?.description.hasPrefix("this address is somebody's here already") == true)
            #expect(refusal?.description.contains("bob") == false)
            #expect(try await fixture.service.ask(ListTrainees(program: "swift")).map(\.email) == [known])
            #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email) == [ann, bob])
            _ = try await fixture.service.ask(UndoMove(secret: secret("undo", fixture)))
            #expect(try await ask(new, dryRun: false) == done)
        }
    }

    @Test("is blocked by whichever of their addresses, and gets rid of it by none", arguments: [true, false])
    func blocked(isProved: Bool) async throws {
        for typed in [ann, new] {
            let fixture = try await season()
            _ = try await move(ann, new, fixture)
            if isProved { _ = try await fixture.service.ask(ConfirmMove(secret: secret("prove", fixture))) }
            let said = try await fixture.service.block(typed, in: "nova", by: .onThisMachine(as: nil))
            #expect(said.effects.contains { $0.person == "ann" })
            #expect(try await fixture.service.ask(ListTrainees(program: "nova")).isEmpty)
            #expect(try await fixture.session(Self.code).enrolled == 0)
            _ = try await fixture.service.ask(UndoMove(secret: secret("undo", fixture)))
            await #expect(throws: Refusal.self) { try await fixture.join("ann") }
        }
    }

    @Test("is let in again by whichever of their addresses, when a block of any of them ends")
    func unblocked() async throws {
        for (typed, ended) in [(ann, new), (new, ann), (ann, ann), (new, new)] {
            let fixture = try await season()
            _ = try await move(ann, new, fixture)
            _ = try await fixture.service.ask(ConfirmMove(secret: secret("prove", fixture)))
            _ = try await fixture.service.block(typed, in: "nova", by: .onThisMachine(as: nil))
            _ = try await fixture.service.unblock(ended, in: "nova")
            #expect(try await fixture.service.blocks(in: "nova").isEmpty)
            _ = try await fixture.service.ask(JoinProgram(program: "nova", name: "ann", email: new, zone: "Etc/UTC"))
            await #expect(throws: Refusal.self) { try await fixture.service.unblock(ended, in: "nova") }
        }
    }

    @Test("is no organizer who could be blocked, and nobody blocks themself, by an address of before")
    func blockedOrganizer() async throws {
        let fixture = try await season()
        _ = try await fixture.service.addOrganizer(ann, to: "nova")
        _ = try await move(ann, new, fixture)
        for typed in [ann, new] {
            await #expect(throws: Refusal.self) {
                try await fixture.service.block(typed, in: "nova", by: .onThisMachine(as: nil))
            }
        }
        _ = try await fixture.service.ask(ConfirmMove(secret: secret("prove", fixture)))
        for typed in [ann, new] {
            await #expect(throws: Refusal.self) {
                try await fixture.service.block(typed, in: "nova", by: .onThisMachine(as: nil))
            }
        }
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email) == [new])
    }

    @Test("and back, or in a circle, or twice at once, is one person all the same")
    func circle() async throws {
        let fixture = try await season()
        let third = try EmailAddress("ann@third.example.net")
        _ = try await move(ann, new, fixture)
        let early = try await secret("prove", fixture)
        // Never proved, it was never theirs: the next move replaces it.
        _ = try await move(new, third, fixture)
        await #expect(throws: Refusal.self) { try await fixture.service.ask(ConfirmMove(secret: early)) }
        #expect(try await mails(after: 0, fixture).last == "move: undo → ann@example.org")
        // Back to the one that is proved needs no proof.
        let back = try await move(third, ann, fixture)
        #expect(back.end == nil)
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email) == [ann])
        _ = try await move(ann, new, fixture)
        let first = try await secret("undo", fixture)
        _ = try await fixture.service.ask(ConfirmMove(secret: secret("prove", fixture)))
        _ = try await move(new, third, fixture)
        _ = try await fixture.service.ask(ConfirmMove(secret: secret("prove", fixture)))
        _ = try await move(third, ann, fixture)
        _ = try await fixture.service.ask(ConfirmMove(secret: secret("prove", fixture)))
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email) == [ann])
        // The first address takes back all that came after.
        let settled = try await fixture.service.ask(UndoMove(secret: first))
        #expect(settled.email == ann)
        // Of two at once one finds that the other was first.
        let targets = [new, third]
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for target in targets { group.addTask { (try? await move(ann, target, fixture)) != nil } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(outcomes == 1)
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).count == 1)
    }
}
