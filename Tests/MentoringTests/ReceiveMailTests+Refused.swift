import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

// What comes too late, or cannot be trusted, and what becomes of it.

extension ReceiveMailTests {
    @Test("of somebody's that comes too late is answered once, and what is so anyhow is not")
    func tooLate() async throws {
        let fixture = try await queue()
        func told(_ act: () async throws -> ReceivedMail) async throws -> [String] {
            let before = try await fixture.mail().count
            let outcome = try await act().outcome
            let mails = try await fixture.mail(after: before)
            #expect(mails.isEmpty || outcome == .refused)
            return mails
        }
        // A session that is called off: nobody comes.
        let off = "nova-202701-w02-asia"
        _ = try await fixture.enroll("ann", in: off)
        let shown = try await fixture.invitation(of: EmailAddress("ann@example.org"), to: off)
        _ = try await fixture.service.ask(CancelSession(session: off, reason: "ill"))
        func toOff(_ participation: ParticipationStatus) async throws -> ReceivedMail {
            try await answer("ann", participation, fixture) { answer, _ in
                answer.uid = shown.session.uid
                answer.organizer = ReplyAddress.of(shown.program.contact, token: shown.invitation.token)
            }
        }
        let cancelled = "refused(\"\(off) is cancelled\") accepted \(off) → ann"
        for (participation, mails) in [(.accepted, [cancelled]), (.accepted, []), (.declined, [])]
            as [(ParticipationStatus, [String])]
        {
            let news = try await told { try await toOff(participation) }
            #expect(news == mails)
        }
        // One that has begun: who is in it is, and who leads it leads.
        try fixture.clock.set("2027-01-05T12:00:00Z")
        let begun = "refused(\"\(code) has begun\")"
        let late: [(name: String, says: ParticipationStatus, mails: [String])] = [
            ("ann", .accepted, []), ("ann", .declined, ["\(begun) declined \(code) → ann"]), ("ann", .declined, []),
            ("akira", .declined, ["\(begun) declined \(code) → akira"]), ("akira", .declined, []),
            ("akira", .accepted, []),
        ]
        for (name, participation, mails) in late {
            let news = try await told { try await answer(name, participation, fixture) }
            #expect(news == mails, "\(name)")
        }
        // From another of their addresses, too, in a mail that nothing proves.
        let alias = try EmailAddress("akira@example.net")
        let before = try await fixture.mail().count
        let forged = try await answer("akira", .tentative, fixture) { _, mail in mail.sender = alias }
        #expect(forged.outcome == .setAside)
        let damaged = try await answer("akira", .declined, fixture) { answer, mail in
            mail.recipients = [answer.organizer].compactMap(\.self)
            mail.content = .damagedAnswer("cut off")
        }
        #expect(damaged.outcome == .setAside)
        #expect(try await fixture.mail(after: before) == ["\(begun) an answer to \(code) → akira"])
        #expect(try await fixture.session(code).mentor.name == "Akira")
    }

    @Test("of a mentor who leads no more is answered, and so is a mentor who leaves what they lead")
    func leadsNoMore() async throws {
        let fixture = try await queueWithMei()
        let (akira, mei) = (try EmailAddress("akira@example.org"), try EmailAddress("mei@example.org"))
        let contact = try EmailAddress("contact@example.org")
        func leave(_ name: String) async throws -> ReceivedMail {
            let token = try await invitation(name, fixture).invitation.token
            return try await fixture.service.receive(
                [],
                with: GivenMail(
                    mail: IncomingMail(
                        sender: EmailAddress("\(name)@example.org"),
                        recipients: [ReplyAddress.of(contact, token: token)],
                        content: .leave(session: code))))
        }
        #expect(try await leave("akira").outcome == .refused)
        #expect(try await fixture.mail().last?.contains("you lead \(code), and have no seat in it") == true)
        let offer = try await fixture.service.ask(OfferSwap(session: code, to: mei), as: akira)
        _ = try await fixture.service.ask(AcceptSwap(offer: offer.id), as: mei)
        try fixture.clock.set("2026-12-14T10:00:00Z")
        #expect(try await answer("akira", .accepted, fixture).outcome == .refused)
        #expect(try await answer("akira", .accepted, fixture).outcome == .known)
        let told = try await fixture.mail().filter { $0.contains("Mei leads") }
        #expect(told == ["refused(\"Mei leads \(code) by now\") accepted \(code) → akira"])
        #expect(try await answer("akira", .declined, fixture).outcome == .known)
        // What nobody is told is not said to be told; a day later it is told again.
        #expect(try await leave("mei").outcome == .refused)
        #expect(
            try await leave("mei").reason?.hasSuffix("meridian swap offer \(code), as they were told within a day")
                == true)
        try fixture.clock.set("2026-12-15T10:00:00Z")
        #expect(try await leave("mei").outcome == .refused)
    }

    @Test("that cannot be trusted is asked of the one it speaks for, once a day, and one click does it, once")
    func asked() async throws {
        let fixture = try await queue()
        try await fixture.service.keepPublicAddress(fixture.addresses)
        let alias = try EmailAddress("ann+work@example.org")
        for _ in 1...3 { _ = try await answer("ann", .declined, fixture) { _, mail in mail.sender = alias } }
        let letters = try await fixture.mail().filter { $0.hasPrefix("asking") }
        #expect(letters == ["asking answer DECLINED \(code) → ann"])
        let secret = try #require(try await fixture.link().split(separator: "/").last.map(String.init))
        let state = { (name: String) in
            try await fixture.service.session(code, for: Viewer(email: EmailAddress("\(name)@example.org"))).yours?
                .enrollment.rawValue
        }
        // Looking changes nothing.
        #expect(try await fixture.service.mailMatter(secret)?.wish == .answer(.declined))
        #expect(try await fixture.service.mailMatter(secret) != nil)
        #expect(try await state("ann") == "enrolled")
        #expect(try await fixture.service.settle(secret, choosing: nil) == .out)
        #expect(try await state("ann") == "none")
        #expect(try await fixture.service.mailMatter(secret) == nil)
        #expect(try await fixture.service.settle(secret, choosing: nil) == nil)
        // One that reached nobody's own address asks nobody.
        _ = try await answer("ann", .accepted, fixture) { _, mail in mail.content = .damagedAnswer("cut off") }
        #expect(try await fixture.mail().count { $0.hasPrefix("asking") } == 1)
    }

    @Test("and wants this and that of one session in turn is one matter: one mail a day, and the last counts")
    func oneMatter() async throws {
        let fixture = try await queue()
        try await fixture.service.keepPublicAddress(fixture.addresses)
        let alias = try EmailAddress("ann+work@example.org")
        func say(_ participation: ParticipationStatus) async throws {
            _ = try await answer("ann", participation, fixture) { _, mail in mail.sender = alias }
        }
        try await say(.declined)
        let secret = try #require(try await fixture.link().split(separator: "/").last.map(String.init))
        try await say(.accepted)
        #expect(try await fixture.service.mailMatter(secret)?.wish == .answer(.accepted))
        try await say(.declined)
        #expect(try await fixture.mail().count { $0.hasPrefix("asking") } == 1)
        #expect(try await fixture.service.mailMatter(secret)?.wish == .answer(.declined))
        // What was pressed counts, though another mail came after the page was shown.
        try await say(.accepted)
        #expect(try await fixture.service.settle(secret, choosing: .declined) == .out)
        try fixture.clock.set("2026-12-15T10:00:00Z")
        try await say(.accepted)
        #expect(try await fixture.mail().count { $0.hasPrefix("asking") } == 2)
    }

    @Test("that asks for any answer goes on to do so")
    func openMatter() async throws {
        let fixture = try await queue()
        try await fixture.service.keepPublicAddress(fixture.addresses)
        _ = try await answer("ann", .declined, fixture) { answer, mail in
            mail.recipients = [answer.organizer].compactMap(\.self)
            mail.content = .damagedAnswer("cut off")
        }
        let secret = try #require(try await fixture.link().split(separator: "/").last.map(String.init))
        let alias = try EmailAddress("ann+work@example.org")
        _ = try await answer("ann", .declined, fixture) { _, mail in mail.sender = alias }
        #expect(try await fixture.service.mailMatter(secret)?.wish == .answer(nil))
        #expect(try await fixture.mail().count { $0.hasPrefix("asking") } == 1)
    }

    @Test("is told again not to be done once another answer was taken, as with weeks of duties")
    func refusedAgain() async throws {
        let fixture = try await queue()
        let contact = try EmailAddress("contact@example.org")
        let token = try await invitation("akira", fixture).invitation.token
        func leave() async throws -> ReceivedMail {
            try await fixture.receive(
                IncomingMail(
                    sender: EmailAddress("akira@example.org"), recipients: [ReplyAddress.of(contact, token: token)],
                    content: .leave(session: code)))
        }
        #expect(try await leave().outcome == .refused)
        #expect(try await leave().outcome == .known)
        try fixture.clock.set(fixture.clock.now().adding(seconds: 60).rfc3339)
        #expect(try await answer("akira", .accepted, fixture).outcome == .recorded)
        #expect(try await leave().outcome == .refused)
    }

    @Test("lets nobody back in who was removed, neither by an old link nor by asking them")
    func removed() async throws {
        let fixture = try await queue()
        try await fixture.service.keepPublicAddress(fixture.addresses)
        let ann = try EmailAddress("ann@example.org")
        let stranger = try EmailAddress("eve@example.com")
        _ = try await answer("ann", .accepted, fixture) { _, mail in mail.sender = stranger }
        let secret = try #require(try await fixture.link().split(separator: "/").last.map(String.init))
        _ = try await fixture.service.ask(RemoveTrainee(program: "nova", email: ann))
        #expect(try await fixture.service.mailMatter(secret) == nil)
        #expect(try await fixture.service.settle(secret, choosing: nil) == nil)
        try fixture.clock.set("2027-01-02T10:00:00Z")
        let before = try await fixture.mail().count
        for participation in [ParticipationStatus.accepted, .tentative, .declined] {
            _ = try await answer("ann", participation, fixture) { _, mail in mail.sender = stranger }
        }
        let own = try await answer("ann", .accepted, fixture)
        #expect(own.reason == "ann@example.org takes no part in nova any more, and says that they come")
        #expect(try await fixture.mail().count == before)
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.name) == ["bob"])
    }

    @Test("asked of a mentor who has handed the session over makes no trainee of them")
    func handedOver() async throws {
        let fixture = try await queueWithMei()
        try await fixture.service.keepPublicAddress(fixture.addresses)
        let (akira, mei) = (try EmailAddress("akira@example.org"), try EmailAddress("mei@example.org"))
        _ = try await answer("akira", .accepted, fixture) { _, mail in mail.sender = mei }
        let secret = try #require(try await fixture.link().split(separator: "/").last.map(String.init))
        let offer = try await fixture.service.ask(OfferSwap(session: code, to: mei), as: akira)
        _ = try await fixture.service.ask(AcceptSwap(offer: offer.id), as: mei)
        await #expect(throws: Refusal(.conflict, "Mei leads nova-202701-w01-asia by now")) {
            try await fixture.service.settle(secret, choosing: nil)
        }
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.name).sorted() == ["ann", "bob"])
    }

    @Test("repeated or late changes nothing")
    func replay() async throws {
        let fixture = try await queue()
        #expect(try await answer("ann", .tentative, fixture).outcome == .recorded)
        #expect(try await answer("ann", .tentative, fixture).outcome == .known)
        _ = try await fixture.service.ask(MoveSession(session: code, to: local("2027-01-06T18:00")))
        let late = try await answer("ann", .declined, fixture) { answer, _ in
            answer.sequence -= 1
            answer.stamp = try instant("2026-12-14T11:00:00Z")
        }
        #expect(late.reason == "the session has changed since the invitation it answers")
        #expect(try await fixture.session(code).enrolled == 1)
    }

    @Test("to an invitation that was taken back in the meantime changes nothing")
    func overtaken() async throws {
        let fixture = try await queue()
        let shown = try await invitation("ann", fixture).invitation
        _ = try await fixture.service.ask(Leave(session: code), as: EmailAddress("ann@example.org"))
        _ = try await fixture.service.ask(Leave(session: code), as: EmailAddress("bob@example.org"))
        _ = try await fixture.enroll("ann", in: code)
        let late = try await answer("ann", .declined, fixture) { answer, _ in
            answer.sequence = shown.sequence
            answer.stamp = shown.stamp
        }
        #expect(late.outcome == .known)
        #expect(try await fixture.session(code).enrolled == 1)
    }

    @Test("that reached only the contact is asked about once, and one click does it")
    func contact() async throws {
        let fixture = try await queue()
        let mails = try await fixture.service.ask(ListOutbox()).count
        for _ in 1...2 {
            _ = try await answer("ann", .declined, fixture) { answer, _ in
                answer.organizer = try EmailAddress("contact@example.org")
            }
        }
        #expect(try await fixture.mail(after: mails) == ["asking answer DECLINED \(code) → ann"])
        #expect(try await fixture.session(code).enrolled == 1)
    }

    @Test("that cannot be trusted is set aside with the reason, and changes nothing", arguments: Forgery.all)
    func forged(forgery: Forgery) async throws {
        let fixture = try await queue()
        let mails = try await fixture.service.ask(ListOutbox())
        let bob = try await invitation("akira", fixture).invitation
        let received = try await answer("ann", .declined, fixture) { try forgery.edit(&$0, &$1, bob) }
        #expect(received.outcome == .setAside)
        #expect(received.reason?.contains(forgery.reason) == true, "\(received.reason ?? "")")
        // Only whom it speaks for hears of it.
        let news = try await fixture.service.ask(ListOutbox()).dropFirst(mails.count)
        #expect(news.allSatisfy { $0.to.description == "\(forgery.asked ?? "")@example.org" })
        #expect(news.count == (forgery.asked == nil ? 0 : 1))
        #expect(try await fixture.session(code).enrolled == 1)
        #expect(try await fixture.service.ask(ListMailSetAside()).map(\.reason) == [received.reason])
    }
}

/// A way in which an answer lies.
struct Forgery: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let reason: String
    /// Who is asked whether they want it.
    var asked: String?
    /// Given the invitation of somebody else.
    let edit: @Sendable (inout CalendarAnswer, inout IncomingMail, Invitation) throws -> Void

    static let all: [Forgery] = [
        Forgery(testDescription: "from another sender", reason: "answers for ann@example.org", asked: "ann") {
            _, mail, _ in
            mail.sender = try EmailAddress("bob@example.org")
        },
        Forgery(testDescription: "for another attendee", reason: "answers for bob@example.org", asked: "ann") {
            answer, _, _ in
            answer.attendee = try EmailAddress("bob@example.org")
        },
        Forgery(testDescription: "without a sender", reason: "does not come from one address", asked: "ann") {
            _, mail, _ in
            mail.sender = nil
        },
        Forgery(testDescription: "without a token", reason: "nothing proves", asked: "ann") { answer, _, _ in
            answer.organizer = try EmailAddress("contact@example.org")
        },
        Forgery(testDescription: "with a token that was never made", reason: "nothing proves", asked: "ann") {
            answer, _, _ in
            answer.organizer = try EmailAddress("contact-abcdefghijklmnopqrstuvwxyz@example.org")
        },
        Forgery(testDescription: "from elsewhere, without a token", reason: "answers for ann@example.org", asked: "ann")
        {
            answer, mail, _ in
            answer.organizer = try EmailAddress("contact@example.org")
            mail.sender = try EmailAddress("ann@example.net")
        },
        Forgery(testDescription: "without a sender or a token", reason: "does not come from one address", asked: "ann")
        {
            answer, mail, _ in
            answer.organizer = nil
            mail.sender = nil
        },
        Forgery(testDescription: "of a stranger, without a token", reason: "nothing proves") { answer, mail, _ in
            answer.organizer = try EmailAddress("contact@example.org")
            answer.attendee = try EmailAddress("eve@example.net")
            mail.sender = answer.attendee
        },
        Forgery(testDescription: "about what nobody knows, without a token", reason: "nothing proves") { answer, _, _ in
            answer.organizer = try EmailAddress("contact@example.org")
            answer.uid = "another"
        },
        Forgery(testDescription: "with another's token", reason: "made for somebody else", asked: "akira") {
            answer, _, other in
            answer.organizer = ReplyAddress.of(try EmailAddress("contact@example.org"), token: other.token)
        },
        Forgery(testDescription: "about another session", reason: "UID is not that", asked: "ann") { answer, _, _ in
            answer.uid = "another"
        },
        Forgery(testDescription: "to a revision yet to come", reason: "there are only 0", asked: "ann") {
            answer, _, _ in
            answer.sequence = 7
        },
        Forgery(testDescription: "in a mail that cannot be read", reason: "unknown charset") { _, mail, _ in
            mail.content = .unusable("unknown charset x-klingon")
        },
    ]
}
