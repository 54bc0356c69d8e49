import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("An answer that comes in")
struct ReceiveMailTests {
    let code = "nova-202701-w01-asia"

    /// One seat, taken by ann; bob waits.
    func queue() async throws -> Fixture {
        let fixture = try await Fixture.with(small(capacity: 1))
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] {
            _ = try await fixture.join(name)
            _ = try await fixture.enroll(name, in: code)
        }
        return fixture
    }

    /// The same where Mei could lead as well as Akira.
    func queueWithMei() async throws -> Fixture {
        let fixture = try await queue()
        try await fixture.apply(
            small(capacity: 1) + """

                  - { name: Mei, email: mei@example.org, zone: Asia/Tokyo, slots: [{ every: "Fri 17:00" }] }
                """)
        return fixture
    }

    func invitation(_ name: String, _ fixture: Fixture) async throws -> InvitationShown {
        try await fixture.invitation(of: EmailAddress("\(name)@example.org"), to: code)
    }

    /// What a calendar program answers to the invitation that somebody has.
    func answer(
        _ name: String, _ participation: ParticipationStatus, _ fixture: Fixture,
        edit: (inout CalendarAnswer, inout IncomingMail) throws -> Void = { _, _ in }
    ) async throws -> ReceivedMail {
        let shown = try await invitation(name, fixture)
        var answer = CalendarAnswer(
            method: .reply, uid: shown.session.uid,
            organizer: ReplyAddress.of(shown.program.contact, token: shown.invitation.token),
            attendee: shown.invitation.person.email, sequence: shown.invitation.sequence,
            stamp: fixture.clock.now(), participation: participation)
        var mail = IncomingMail(sender: answer.attendee, content: .unusable(""))
        try edit(&answer, &mail)
        if case .unusable("") = mail.content { mail.content = .answer(answer) }
        return try await fixture.service.receive([0x41], with: GivenMail(mail: mail))
    }

    @Test("that declines frees the seat for whoever waits, and is not told what it said")
    func declined() async throws {
        let fixture = try await queue()
        let mails = try await fixture.service.ask(ListOutbox()).count
        let received = try await answer("ann", .declined, fixture)
        #expect((received.outcome, received.session) == (.left, code))
        #expect(try await fixture.mail(after: mails) == ["promoted \(code) → bob"])
        let entry = try #require(try await fixture.service.ask(ShowLog(program: "nova")).first)
        #expect((entry.actor?.description, entry.way, entry.action) == ("ann@example.org", .mail, "answerInvitation"))
        #expect(entry.subject == code)
        // Who comes back is invited again.
        _ = try await fixture.service.ask(Leave(session: code), as: EmailAddress("bob@example.org"))
        try fixture.clock.set("2026-12-14T10:00:00Z")
        #expect(try await fixture.enroll("ann", in: code).state == .enrolled)
        #expect(try await fixture.mail().last == "enrolled \(code) → ann")
        #expect(try await invitation("ann", fixture).invitation.participation == .accepted)
    }

    @Test("with words of somebody's own is done, and its words go to who organizes, once, whoever wrote it")
    func words() async throws {
        let fixture = try await queue()
        _ = try await fixture.service.addOrganizer(EmailAddress("olga@example.org"), to: "nova")
        let words = WrittenWords(author: "Ann <ann@example.org>", text: "My child is ill, can I take next week?")
        func say(_ participation: ParticipationStatus, from sender: String? = nil) async throws -> ReceivedMail {
            try await answer("ann", participation, fixture) { _, mail in
                mail.words = words
                mail.identity = "<1@example.org> \(sender ?? "")"
                if let sender { mail.sender = try EmailAddress(sender) }
            }
        }
        let mails = try await fixture.service.ask(ListOutbox()).count
        let forged = try await say(.declined, from: "eve@example.net")
        #expect((forged.outcome, forged.isAsked) == (.forwarded, true))
        #expect(try await fixture.session(code).enrolled == 1)
        #expect(try await say(.declined).outcome == .left)
        #expect(try await say(.declined).outcome == .known)
        let news = try await fixture.mail(after: mails)
        #expect(
            news.sorted() == [
                "asking answer DECLINED \(code) → ann", "forwarded 1 → olga", "forwarded 2 → olga",
                "promoted \(code) → bob",
            ])
        let shown = try await fixture.service.ask(ShowMail(mail: Identifier(2)))
        #expect(shown.text == words.text + "\n\n(They wrote it in an answer to \(code): declined.)")
        #expect(shown.sender == "Ann <ann@example.org>")
        // A session that has begun takes no answer, and what they wrote is read all the same.
        try fixture.clock.set("2027-01-10T09:00:00Z")
        #expect(try await answer("bob", .declined, fixture) { _, mail in mail.words = words }.outcome == .refused)
        #expect(try await fixture.mail().last == "forwarded 3 → olga")
        // Without words nothing is sent on.
        _ = try await answer("bob", .declined, fixture)
        #expect(try await fixture.mail().count { $0.hasPrefix("forwarded") } == 3)
    }

    @Test("that accepts confirms a seat that came by promotion")
    func accepted() async throws {
        let fixture = try await queue()
        _ = try await fixture.service.ask(Leave(session: code), as: EmailAddress("ann@example.org"))
        #expect(try await answer("bob", .accepted, fixture).outcome == .recorded)
        #expect(try await fixture.enroll("bob", in: code).confirmBy == nil)
        try fixture.clock.set("2026-12-20T09:00:00Z")
        #expect(try await fixture.service.doWhatIsDue().isEmpty)
    }

    @Test("that accepts after a no takes a seat again, or a place on the list, and they are told which")
    func changeOfMind() async throws {
        let fixture = try await queue()
        #expect(try await answer("ann", .declined, fixture).outcome == .left)
        let mails = try await fixture.service.ask(ListOutbox()).count
        let later = fixture.clock.now().adding(seconds: 60)
        let again = try await answer("ann", .accepted, fixture) { answer, _ in answer.stamp = later }
        #expect(again.outcome == .waitlisted)
        #expect(try await fixture.mail(after: mails) == ["waiting \(code) → ann"])
        _ = try await fixture.service.ask(Leave(session: code), as: EmailAddress("bob@example.org"))
        #expect(try await fixture.mail().last == "promoted \(code) → ann")
        #expect(
            try await answer("ann", .declined, fixture) { answer, _ in answer.stamp = later.adding(seconds: 60) }
                .outcome == .left)
        let seated = try await answer("ann", .accepted, fixture) { answer, _ in
            answer.stamp = later.adding(seconds: 120)
        }
        #expect(seated.outcome == .enrolled)
        #expect(try await fixture.mail().last == "enrolled \(code) → ann")
        #expect(try await fixture.session(code).enrolled == 1)
    }

    @Test("says maybe after a no takes no seat, and tells how to take one")
    func maybe() async throws {
        let fixture = try await queue()
        _ = try await answer("ann", .declined, fixture)
        let received = try await answer("ann", .tentative, fixture) { answer, _ in
            answer.stamp = answer.stamp.adding(seconds: 60)
        }
        #expect((received.outcome, received.isAsked) == (.setAside, true))
        #expect(try await fixture.mail().last == "asking enroll \(code) → ann")
        #expect(try await invitation("ann", fixture).invitation.participation == .declined)
    }

    @Test("stamped in the future counts as its receipt: the next counts, and a replay does not")
    func future() async throws {
        let fixture = try await queue()
        let ahead = try instant("2030-01-01T00:00:00Z")
        #expect(try await answer("ann", .tentative, fixture) { answer, _ in answer.stamp = ahead }.outcome == .recorded)
        #expect(try await answer("ann", .declined, fixture).outcome == .left)
        let replay = try await answer("ann", .tentative, fixture) { answer, _ in answer.stamp = ahead }
        #expect(replay.outcome == .known)
    }

    @Test("stamped in the future like the one before is another answer: the one received last counts, and no replay")
    func sameFuture() async throws {
        let fixture = try await queue()
        let ahead = try instant("2030-01-01T00:00:00Z")
        func say(_ participation: ParticipationStatus) async throws -> ReceivedMail.Outcome {
            try await answer("ann", participation, fixture) { answer, _ in answer.stamp = ahead }.outcome
        }
        #expect(try await say(.tentative) == .recorded)
        #expect(try await say(.declined) == .left)
        #expect(try await say(.tentative) == .known)
        #expect(try await say(.declined) == .known)
        #expect(try await say(.accepted) == .waitlisted)
        #expect(try await say(.declined) == .known)
    }

    @Test("of a mentor who can lead after all is told to those who know that they cannot")
    func mentorReturns() async throws {
        let fixture = try await queue()
        _ = try await answer("akira", .declined, fixture)
        let received = try await answer("akira", .accepted, fixture) { answer, _ in
            answer.stamp = answer.stamp.adding(seconds: 60)
        }
        #expect(received.outcome == .recorded)
        #expect(try await fixture.mail().last == "returned \(code) → contact")
        #expect(try await invitation("akira", fixture).invitation.participation == .accepted)
    }

    @Test("a mentor's no offers the turn to the others and tells the contact")
    func mentor() async throws {
        let fixture = try await queue()
        let mails = try await fixture.service.ask(ListOutbox()).count
        #expect(try await answer("akira", .declined, fixture).outcome == .offered)
        #expect(try await fixture.mail(after: mails) == ["declined \(code) → contact"])
        #expect(try await fixture.session(code).mentor.name == "Akira")
        #expect(try await invitation("akira", fixture).invitation.participation == .declined)
        // Said again with a newer stamp, it is no news to anybody.
        let told = try await fixture.service.ask(ListOutbox()).count
        let again = try await answer("akira", .declined, fixture) { answer, _ in
            answer.stamp = answer.stamp.adding(seconds: 60)
        }
        #expect(again.outcome == .known)
        #expect(try await fixture.service.ask(ListOutbox()).count == told)
    }

    @Test("a mentor's yes is kept as long as nothing changes")
    func mentorAccepts() async throws {
        let fixture = try await queue()
        #expect(try await answer("akira", .accepted, fixture).outcome == .recorded)
        _ = try await fixture.service.ask(Leave(session: code), as: EmailAddress("ann@example.org"))
        #expect(try await invitation("akira", fixture).invitation.participation == .accepted)
    }

    @Test("with another time is noted for the mentor, and moves nothing")
    func counter() async throws {
        let fixture = try await queue()
        let before = try await fixture.session(code)
        let received = try await answer("ann", .tentative, fixture) { answer, _ in
            answer.method = .counter
            answer.proposedStart = try instant("2027-01-05T10:00:00Z")
            answer.comment = "two hours later?"
        }
        #expect(received.outcome == .noted)
        #expect(try await fixture.session(code) == before)
        let seen = try await fixture.service.session(code, for: Viewer(email: EmailAddress("akira@example.org")))
        #expect(seen.proposals?.map(\.comment) == ["two hours later?"])
        #expect(
            try await fixture.service.session(code, for: Viewer(email: EmailAddress("bob@example.org"))).proposals
                == nil
        )
    }

    @Test("counts, however slow the clock is that it was written by")
    func slowClock() async throws {
        let fixture = try await queue()
        let received = try await answer("ann", .declined, fixture) { answer, _ in
            answer.stamp = answer.stamp.adding(seconds: -7200)
        }
        #expect(received.outcome == .left)
    }

    @Test("that the receiving host vouches for needs no token")
    func authentic() async throws {
        let fixture = try await queue()
        let received = try await answer("ann", .declined, fixture) { answer, mail in
            answer.organizer = try EmailAddress("contact@example.org")
            mail.isAuthentic = true
        }
        #expect(received.outcome == .left)
    }

    @Test(
        "a mail that asks to leave does, when it goes to the address made for its sender, and takes it off their calendar"
    )
    func leave() async throws {
        let fixture = try await queue()
        let token = try await invitation("ann", fixture).invitation.token
        let address = ReplyAddress.of(try EmailAddress("contact@example.org"), token: token)
        let ask = { (sender: String, to: EmailAddress) in
            try await fixture.service.receive(
                [],
                with: GivenMail(
                    mail: IncomingMail(
                        sender: try EmailAddress(sender), recipients: [to], content: .leave(session: code))))
        }
        #expect(try await ask("bob@example.org", address).outcome == .setAside)
        #expect(try await ask("ann@example.org", EmailAddress("contact@example.org")).outcome == .setAside)
        let mails = try await fixture.service.ask(ListOutbox()).count
        #expect(try await ask("ann@example.org", address).outcome == .left)
        #expect(try await fixture.mail(after: mails) == ["left \(code) → ann", "promoted \(code) → bob"])
        #expect(try await invitation("ann", fixture).invitation.method == .cancel)
        #expect(try await ask("ann@example.org", address).outcome == .known)
        #expect(try await fixture.mail(after: mails).count == 2)
    }

    @Test("a bounce that went to the token's address stops mail to it, any other does not")
    func bounce() async throws {
        let fixture = try await queue()
        let token = try await invitation("ann", fixture).invitation.token
        let address = ReplyAddress.of(try EmailAddress("contact@example.org"), token: token)
        let report = { (of: String, to: [EmailAddress]) in
            try await fixture.service.receive(
                [],
                with: GivenMail(
                    mail: IncomingMail(
                        sender: nil, recipients: to, content: .bounce(of: try EmailAddress(of), "5.1.1 no such user"))))
        }
        #expect(try await report("ann@example.org", []).outcome == .setAside)
        #expect(try await report("bob@example.org", [address]).outcome == .setAside)
        #expect(try await report("ann@example.org", [address]).outcome == .suppressed)
        #expect(try await fixture.service.ask(ListSuppressed()).map(\.address.description) == ["ann@example.org"])
    }
}
