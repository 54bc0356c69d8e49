import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

// MARK: - What proves the new address, and what comes to nothing before it does

extension MovePersonTests {
    @Test("proves it by signing up there, too; an organizer's rights go along only then")
    func signUp() async throws {
        let fixture = try await season()
        _ = try await fixture.service.addOrganizer(ann, to: "nova")
        _ = try await move(ann, new, fixture)
        #expect(try await fixture.service.organizers(of: "nova").map(\.email) == [ann])
        await #expect(throws: Refusal.self) { try await fixture.service.ask(CreateToken(email: ann)) }
        _ = try await fixture.service.ask(
            AskToJoin(program: "nova", name: "Ann", email: new, zone: "Africa/Lagos"), by: .nobody,
            at: fixture.addresses, joining: .open)
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        let secret = String(decoding: try #require(mails.last { $0.subject == "sign-up" }).bytes, as: UTF8.self)
        _ = try await fixture.service.ask(ConfirmJoining(secret: secret), by: .nobody, joining: .open)
        #expect(try await fixture.service.organizers(of: "nova").map(\.email) == [new])
        _ = try await fixture.service.ask(CreateToken(email: new))
    }

    @Test(
        "where an organizer asked is who signs up at the address to which they are moving, which proves it; nobody else learns of it"
    )
    func signUpBeforeProof() async throws {
        let fixture = try await season()
        let olga = try EmailAddress("olga@example.org")
        _ = try await fixture.service.addOrganizer(olga, to: "nova")
        let token = try await fixture.service.ask(CreateToken(email: olga)).token
        let asker = fixture.client(try #require(try await fixture.service.principal(token: token)))
        _ = try await asker.ask(MovePerson(old: ann, new: new))
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email) == [ann])
        // Whoever works on the machine may know, and makes no second person of them either.
        let refusal = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(JoinProgram(program: "nova", name: "Ann", email: new, zone: "Etc/UTC"))
        }
        #expect(refusal?.description.contains("known as ann@example.org") == true)
        var answers: [SignUpReceived] = []
        for email in [new, try EmailAddress("stranger@example.net")] {
            answers.append(
                try await fixture.service.ask(
                    AskToJoin(program: "nova", name: "Ann", email: email, zone: "Africa/Lagos"), by: .nobody,
                    at: fixture.addresses, joining: .open))
        }
        #expect(answers[0] == answers[1])
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email) == [ann])
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        let mail = try #require(mails.last { $0.subject == "sign-up" && $0.recipient == new })
        let secret = String(decoding: mail.bytes, as: UTF8.self)
        let proof = try await self.secret("prove", fixture)
        let proposal = try await fixture.service.signUpProposal(secret)
        #expect(proposal.name == "ann" && proposal.isMoving)
        let confirmed = try await fixture.service.ask(ConfirmJoining(secret: secret), by: .nobody, joining: .open)
        #expect((confirmed.joined.person.email, confirmed.joined.person.name) == (new, "ann"))
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email) == [new])
        #expect(try await fixture.session(Self.code).enrolled == 1)
        // It is proved by that, and by its own link no more.
        await #expect(throws: Refusal.self) { try await fixture.service.ask(ConfirmMove(secret: proof)) }
        _ = try await fixture.service.ask(UndoMove(secret: self.secret("undo", fixture)))
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email) == [ann])
    }

    @Test("who asks for their own move makes nobody who signs up there them, whoever's address it is")
    func signUpAtAClaimedAddress() async throws {
        let fixture = try await season()
        let token = try await fixture.service.ask(CreateToken(email: ann)).token
        let asker = fixture.client(try #require(try await fixture.service.principal(token: token)))
        _ = try await asker.ask(MovePerson(old: ann, new: new))
        _ = try await fixture.service.ask(
            AskToJoin(program: "nova", name: "Eve", email: new, zone: "Africa/Lagos"), by: .nobody,
            at: fixture.addresses, joining: .open)
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        let mail = try #require(mails.last { $0.subject == "sign-up" && $0.recipient == new })
        let secret = String(decoding: mail.bytes, as: UTF8.self)
        let proposal = try await fixture.service.signUpProposal(secret)
        #expect(proposal.name == "Eve" && !proposal.isMoving)
        let confirmed = try await fixture.service.ask(ConfirmJoining(secret: secret), by: .nobody, joining: .open)
        #expect((confirmed.joined.person.email, confirmed.joined.person.name) == (new, "Eve"))
        #expect(try await Set(fixture.service.ask(ListTrainees(program: "nova")).map(\.email)) == [ann, new])
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(ConfirmMove(secret: self.secret("prove", fixture)))
        }
    }

    @Test("answers by mail from where their mail goes, and from nowhere else", arguments: [false, true])
    func answers(isProved: Bool) async throws {
        let fixture = try await season()
        let before = try await invitation(fixture)
        _ = try await move(ann, new, fixture)
        if isProved { _ = try await fixture.service.ask(ConfirmMove(secret: secret("prove", fixture))) }
        let now = try await invitation(fixture)
        func decline(from sender: EmailAddress, by token: String?) async throws -> ReceivedMail.Outcome {
            let answer = CalendarAnswer(
                method: .reply, uid: try await fixture.session(Self.code).uid,
                organizer: ReplyAddress.of(try EmailAddress("contact@example.org"), token: token), attendee: sender,
                sequence: now.sequence, stamp: fixture.clock.now().adding(seconds: 1), participation: .declined)
            let mail = IncomingMail(sender: sender, content: .answer(answer))
            return try await fixture.service.receive([0x41], with: GivenMail(mail: mail)).outcome
        }
        let (right, wrong) = isProved ? (new, ann) : (ann, new)
        #expect(try await decline(from: wrong, by: now.token) != .left)
        // What the old mailbox knows is of no use once the new one is proved.
        if isProved { #expect(try await decline(from: new, by: before.token) != .left) }
        #expect(try await fixture.session(Self.code).enrolled == 1)
        #expect(try await decline(from: right, by: now.token) == .left)
        #expect(try await fixture.session(Self.code).enrolled == 0)
    }

    @Test("as an organizer asked comes to nothing once more than their programs know them", arguments: [true, false])
    func knownSince(isAdministrator: Bool) async throws {
        let (fixture, olga) = (try await season(), try EmailAddress("olga@example.org"))
        _ = try await fixture.service.addOrganizer(olga, to: "nova")
        let token = try await fixture.service.ask(CreateToken(email: olga)).token
        let asker = fixture.client(try #require(try await fixture.service.principal(token: token)))
        _ = try await asker.ask(MovePerson(old: ann, new: new))
        if isAdministrator {
            _ = try await fixture.service.addOrganizer(ann, to: nil)
        } else {
            try await fixture.apply(
                small(weeks: 2, regions: "europe").replacing("program: nova", with: "program: swift"))
            _ = try await fixture.service.ask(JoinProgram(program: "swift", name: "ann", email: ann, zone: "Etc/UTC"))
        }
        let proof = try await secret("prove", fixture)
        let refusal = await #expect(throws: Refusal.self) { try await fixture.service.ask(ConfirmMove(secret: proof)) }
        #expect(refusal?.description.contains("more than one program knows") == true)
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email) == [ann])
    }

    @Test(
        "ends what was given out since they asked, once it is proved, and leaves it to them where it comes to nothing")
    func givenSince() async throws {
        for isProved in [true, false] {
            let fixture = try await season()
            _ = try await move(ann, new, fixture, as: ann)
            let token = try await fixture.service.ask(CreateToken(email: ann)).token
            if isProved {
                let proof = try await secret("prove", fixture)
                _ = try await fixture.service.ask(ConfirmMove(secret: proof))
            } else {
                try fixture.clock.set(fixture.clock.now().adding(seconds: AddressMove.validity + 60).rfc3339)
                _ = try await fixture.service.doWhatIsDue()
                #expect(try await fixture.store.read { try $0.addressMoves(from: ann) }.allSatisfy { $0.undone != nil })
            }
            #expect(try await (fixture.service.principal(token: token) == nil) == isProved)
        }
    }
}
