import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("A mail whose first line asks for something")
struct MailCommandTests {
    private let code = "nova-202701-w01-asia"

    /// One seat a session; ann has that of the first week.
    private func season(announce: Int = 4) async throws -> Fixture {
        let fixture = try await Fixture.with(
            small(capacity: 1, announce: announce).replacing(
                "title: Nova", with: "title: Nova\norganizers: [olga@example.org]"))
        _ = try await fixture.service.plan("nova", publish: true)
        try await fixture.service.keepPublicAddress(fixture.addresses)
        for name in ["ann", "bob"] { _ = try await fixture.join(name) }
        _ = try await fixture.enroll("ann", in: code)
        return fixture
    }

    private func state(_ name: String, _ code: String, _ fixture: Fixture) async throws -> String? {
        try await fixture.service.session(code, for: Viewer(email: EmailAddress("\(name)@example.org"))).yours?
            .enrollment.rawValue
    }

    private func address(of name: String, for code: String, _ fixture: Fixture) async throws -> String {
        let token = try await fixture.invitation(of: EmailAddress("\(name)@example.org"), to: code).invitation
            .token
        return ReplyAddress.of(try EmailAddress("contact@example.org"), token: token).description
    }

    @Test(
        "is done for whom the receiving host vouches",
        arguments: [
            "enroll nova-202701-w02-asia", "Enroll NOVA-W2-ASIA.", "\n\n  enroll   nova-202701-w02-asia \n",
            "meridian enroll nova-202701-w02-asia",
            "meridian enroll nova-202701-w02-asia --as bob@example.org",
            "enroll nova-202701-w02-asia\n\n-- \nBob\nnova-w03-asia",
            "enroll nova-202701-w02-asia\n\nOn Tuesday Nova\nwrote:\n> Hello,\n> enroll\n>\n",
            "enroll nova-202701-w02-asia\n\n-----Original Message-----\nFrom: Nova\n",
        ])
    func done(text: String) async throws {
        let fixture = try await season()
        let mails = try await fixture.mail().count
        let received = try await fixture.write("bob@example.org", text, authentic: true)
        #expect((received.outcome, received.session) == (.enrolled, "nova-202701-w02-asia"))
        #expect(try await state("bob", "nova-202701-w02-asia", fixture) == "enrolled")
        // The invitation says it; nobody else is mailed.
        #expect(try await fixture.mail(after: mails) == ["enrolled nova-202701-w02-asia → bob"])
        let entry = try #require(try await fixture.service.ask(ShowLog(program: "nova")).first)
        #expect((entry.actor?.description, entry.way, entry.action) == ("bob@example.org", .mail, "enroll"))
    }

    @Test(
        "is words for a person when it says anything else",
        arguments: [
            "enroll", "enroll nova", "please enroll nova-202701-w02-asia", "enroll nova-202701-w02-asia please",
            "> enroll nova-202701-w02-asia",
            "join nova-202701-w02-asia", "enroll nova-202701-w02-asia --as ann@example.org",
            "Hello\nenroll nova-202701-w02-asia", "",
            "enroll nova-202701-w02-asia nova-202701-w03-asia", "enroll nova-202701-w00-asia",
            "enroll nova-202701-w02-mars",
        ])
    func words(text: String) async throws {
        let fixture = try await season()
        let mails = try await fixture.mail().count
        let received = try await fixture.write("bob@example.org", text, authentic: true)
        #expect(received.outcome == .forwarded)
        #expect(try await fixture.mail(after: mails) == ["forwarded 1 → olga"])
        #expect(try await state("bob", "nova-202701-w02-asia", fixture) == "none")
    }

    @Test("with more below it is done, and the rest is for the organizers to read")
    func more() async throws {
        let fixture = try await season()
        let mails = try await fixture.mail().count
        let received = try await fixture.write(
            "ann@example.org", "leave \(code)\n\nI am ill. Can you tell Akira?\n\nAnn", authentic: true)
        #expect(received.outcome == .left)
        #expect(try await fixture.mail(after: mails) == ["left \(code) → ann", "forwarded 1 → olga"])
    }

    @Test("tells what became of it, where no invitation does")
    func told() async throws {
        let fixture = try await season()
        let mails = try await fixture.mail().count
        func write(_ text: String) async throws -> ReceivedMail {
            defer { try? fixture.clock.set(fixture.clock.now().adding(seconds: 60).rfc3339) }
            return try await fixture.write("bob@example.org", text, authentic: true)
        }
        #expect(try await write("enroll \(code)").outcome == .waitlisted)
        #expect(try await write("enroll \(code)").outcome == .waitlisted)
        #expect(try await write("leave \(code)").outcome == .left)
        #expect(try await write("leave \(code)").reason == "you are not enrolled in \(code)")
        let missing = try await write("enroll nova-202701-w99-asia")
        #expect((missing.outcome, missing.session) == (.refused, "nova-202701-w99-asia"))
        #expect(try await write("enroll nova-202701-w02-asia").outcome == .enrolled)
        #expect(try await write("enroll nova-202701-w02-asia").outcome == .enrolled)
        let told = try await fixture.mail(after: mails).map { $0.replacing(" → bob", with: "") }
        #expect(told.count == 7)
        #expect(
            Array(told.prefix(3)) == ["waiting(1) enroll \(code)", "waiting(1) enroll \(code)", "left leave \(code)"])
        #expect(told[3] == "refused(\"you are not enrolled in \(code)\") leave \(code)")
        #expect(told[4].hasPrefix("refused(\"there is no session nova-202701-w99-asia; did you mean"))
        #expect(Array(told.suffix(2)) == ["enrolled nova-202701-w02-asia", "seated enroll nova-202701-w02-asia"])
    }

    @Test("is refused as the command line refuses it", arguments: ["cancelled", "begun", "clash", "own", "blocked"])
    func refused(reason: String) async throws {
        let fixture = try await season()
        var (sender, wanted) = ("bob@example.org", "nova-202701-w02-asia")
        switch reason {
        case "cancelled": _ = try await fixture.service.ask(CancelSession(session: wanted, reason: "ill"))
        case "begun": try fixture.clock.set("2027-01-13T09:00:00Z")
        case "clash":
            (sender, wanted) = ("ann@example.org", "nova-202701-w01-europe")
            let start = try await fixture.session(code).start
            let local = try TimeZoneCatalog.shipped.rules(for: #require(TimeZoneID("Europe/Berlin"))).local(at: start)
            _ = try await fixture.service.ask(MoveSession(session: wanted, to: local))
        case "own": sender = "akira@example.org"
        default: _ = try await fixture.service.ask(BlockPerson(program: "nova", email: EmailAddress(sender)))
        }
        let mails = try await fixture.mail().count
        let received = try await fixture.write(sender, "enroll \(wanted)", authentic: true)
        guard reason != "blocked" else {
            #expect((received.outcome, received.reason) == (.setAside, "\(sender) is blocked in nova"))
            #expect(try await fixture.mail(after: mails).isEmpty)
            return
        }
        #expect(received.outcome == .refused)
        let error = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(Enroll(session: wanted), as: EmailAddress(sender))
        }
        #expect(received.reason == error?.description)
        #expect(try await fixture.mail(after: mails).count == 1)
    }

    @Test("into what is only planned is told, since no invitation is sent yet")
    func tentative() async throws {
        let fixture = try await season(announce: 1)
        let mails = try await fixture.mail().count
        #expect(
            try await fixture.write("bob@example.org", "enroll nova-202701-w04-asia", authentic: true).outcome
                == .enrolled)
        #expect(try await fixture.mail(after: mails) == ["seated enroll nova-202701-w04-asia → bob"])
    }

    @Test("that comes twice does nothing the second time, whatever has happened since")
    func twice() async throws {
        let fixture = try await season()
        for _ in 1...2 {
            _ = try await fixture.write(
                "bob@example.org", "enroll nova-202701-w02-asia", authentic: true, identity: "<a@example.org>")
        }
        _ = try await fixture.service.ask(Leave(session: "nova-202701-w02-asia"), as: EmailAddress("bob@example.org"))
        let mails = try await fixture.mail().count
        let again = try await fixture.write(
            "bob@example.org", "enroll nova-202701-w02-asia", authentic: true, identity: "<a@example.org>")
        #expect((again.outcome, again.reason) == (.known, "it came before"))
        #expect(try await state("bob", "nova-202701-w02-asia", fixture) == "none")
        #expect(try await fixture.mail(after: mails).isEmpty)
    }

    @Test("to the address made for its sender needs no host: to enroll, and to leave that session")
    func token() async throws {
        let fixture = try await season()
        let address = try await address(of: "ann", for: code, fixture)
        _ = try await fixture.write("ann@example.org", "enroll nova-202701-w02-asia", to: [address])
        #expect(try await state("ann", "nova-202701-w02-asia", fixture) == "enrolled")
        // Who leaves another session is asked: whoever has the address of one would have that of all.
        let other = try await fixture.write("ann@example.org", "leave nova-202701-w02-asia", to: [address])
        #expect((other.outcome, other.isAsked) == (.setAside, true))
        #expect(try await state("ann", "nova-202701-w02-asia", fixture) == "enrolled")
        #expect(try await fixture.write("ann@example.org", "leave \(code)", to: [address]).outcome == .left)
        #expect(try await state("ann", code, fixture) == "none")
    }

    @Test("that nothing proves changes nothing: whom it speaks for is asked once, and one click does it")
    func unproven() async throws {
        let fixture = try await season()
        let mails = try await fixture.mail().count
        let first = try await fixture.write("bob@example.org", "enroll nova-202701-w02-asia")
        #expect((first.outcome, first.isAsked) == (.setAside, true))
        let second = try await fixture.write("bob@example.org", "enroll nova-202701-w02-asia\n", identity: "another")
        #expect((second.outcome, second.isAsked) == (.setAside, nil))
        #expect(try await fixture.mail(after: mails) == ["asking enroll nova-202701-w02-asia → bob"])
        #expect(try await state("bob", "nova-202701-w02-asia", fixture) == "none")
        let secret = try #require(try await fixture.link().split(separator: "/").last.map(String.init))
        #expect(try await fixture.service.settle(secret, choosing: nil) == .seated)
        #expect(try await state("bob", "nova-202701-w02-asia", fixture) == "enrolled")
    }

    @Test("that nothing proves is asked about once a day, however it is said")
    func otherWords() async throws {
        let fixture = try await season()
        let mails = try await fixture.mail().count
        let contact = try EmailAddress("contact@example.org")
        let ann = try EmailAddress("ann@example.org")
        let inSubject = try await fixture.receive(
            IncomingMail(sender: ann, recipients: [contact], content: .leave(session: code)))
        #expect(inSubject.isAsked == true)
        // What her calendar said cannot be read.
        let address = try EmailAddress(try await address(of: "ann", for: code, fixture))
        let damaged = try await fixture.receive(
            IncomingMail(sender: ann, recipients: [address], content: .damagedAnswer("cut off")))
        // It is the same matter.
        #expect(damaged.isAsked == nil)
        let enroll = try await fixture.write("ann@example.org", "enroll \(code)", identity: "another")
        #expect(enroll.isAsked == nil)
        let again = try await fixture.write("ann@example.org", "leave \(code)", identity: "a third")
        #expect(again.isAsked == nil)
        let told = try await fixture.mail(after: mails).filter { $0.hasPrefix("asking") }
        #expect(told == ["asking leave \(code) → ann"])
    }

    @Test("that nothing proves asks somebody five times a day; the rest is for people to read")
    func flood() async throws {
        let fixture = try await season()
        let mails = try await fixture.mail().count
        for week in 1...4 {
            for region in ["asia", "europe"] {
                _ = try await fixture.write("bob@example.org", "leave nova-202701-w0\(week)-\(region)")
            }
        }
        let told = try await fixture.mail(after: mails)
        #expect(told.count { $0.hasPrefix("asking") } == 5)
        #expect(Array(told.suffix(3)) == ["forwarded 6 → olga", "forwarded 7 → olga", "forwarded 8 → olga"])
        try fixture.clock.set("2026-12-15T10:00:00Z")
        #expect(try await fixture.write("bob@example.org", "leave nova-202701-w04-europe").isAsked == true)
    }

    @Test("that nothing proves asks, and what more it says is for the organizers to read, each time")
    func moreUnproven() async throws {
        let fixture = try await season()
        let mails = try await fixture.mail().count
        let first = try await fixture.write("bob@example.org", "leave nova-202701-w02-asia\n\nI am ill.")
        #expect((first.outcome, first.isAsked, first.number) == (.forwarded, true, Identifier(1)))
        let second = try await fixture.write("bob@example.org", "leave nova-202701-w02-asia\n\nPlease answer.")
        #expect((second.outcome, second.isAsked) == (.forwarded, nil))
        #expect(
            try await fixture.mail(after: mails) == [
                "asking leave nova-202701-w02-asia → bob", "forwarded 1 → olga", "forwarded 2 → olga",
            ])
    }

    @Test("to leave by a code of two seasons, in its subject as in its text, is answered with both, and leaves neither")
    func ambiguous() async throws {
        let fixture = try await Fixture.with(TwoSeasons.yaml(TwoSeasons.a, TwoSeasons.b))
        for season in ["a", "b"] { _ = try await fixture.service.plan("nova", publish: true, season: season) }
        _ = try await fixture.join("ann")
        let own = "nova-a-w02-asia"
        _ = try await fixture.enroll("ann", in: own)
        let recipient = try await address(of: "ann", for: own, fixture)
        for isSubject in [true, false] {
            let mails = try await fixture.mail().count
            let received =
                isSubject
                ? try await fixture.receive(
                    IncomingMail(
                        sender: EmailAddress("ann@example.org"), recipients: [EmailAddress(recipient)],
                        content: .leave(session: "nova-w02-asia"), identity: "subject"))
                : try await fixture.write("ann@example.org", "leave nova-w02-asia", to: [recipient])
            #expect(received.outcome == .refused, "\(received)")
            #expect(received.reason?.contains("nova-a-w02-asia or nova-b-w02-asia") == true, "\(received)")
            #expect(try await fixture.mail(after: mails).count == 1)
            #expect(try await state("ann", own, fixture) == "enrolled")
        }
    }

    @Test("to leave in its subject passes on what stands below it, proved or not", arguments: [true, false])
    func subjectWithText(isProved: Bool) async throws {
        let fixture = try await season()
        let mails = try await fixture.mail().count
        let recipient = isProved ? try await address(of: "ann", for: code, fixture) : "contact@example.org"
        for (text, identity) in [("I am ill. Can you tell Akira?", "a"), ("-- \nAnn", "b"), ("> Hello", "c")] {
            _ = try await fixture.receive(
                IncomingMail(
                    sender: EmailAddress("ann@example.org"), recipients: [EmailAddress(recipient)],
                    content: .leave(session: code), words: WrittenWords(author: "Ann", text: text), identity: identity))
        }
        #expect(
            try await fixture.mail(after: mails) == [
                isProved ? "left \(code) → ann" : "asking leave \(code) → ann", "forwarded 1 → olga",
            ])
    }

    @Test("from an alias to the address made for somebody asks them")
    func alias() async throws {
        let fixture = try await season()
        let address = try await address(of: "ann", for: code, fixture)
        let mails = try await fixture.mail().count
        let received = try await fixture.write("ann@work.example", "leave \(code)", to: [address])
        #expect((received.outcome, received.isAsked) == (.setAside, true))
        #expect(try await fixture.mail(after: mails) == ["asking leave \(code) → ann"])
        #expect(try await state("ann", code, fixture) == "enrolled")
    }

    @Test("of a stranger is words, and mails them nothing", arguments: [false, true])
    func stranger(authentic: Bool) async throws {
        let fixture = try await season()
        let mails = try await fixture.mail().count
        let received = try await fixture.write("eve@example.net", "enroll nova-202701-w02-asia", authentic: authentic)
        #expect(received.outcome == .forwarded)
        #expect(try await fixture.mail(after: mails) == ["forwarded 1 → olga"])
    }

    @Test("to leave in its subject is asked about, too, where nothing proves it")
    func subject() async throws {
        let fixture = try await season()
        let mails = try await fixture.mail().count
        let received = try await fixture.receive(
            IncomingMail(
                sender: EmailAddress("ann@example.org"), recipients: [EmailAddress("contact@example.org")],
                content: .leave(session: code)))
        #expect((received.outcome, received.isAsked) == (.setAside, true))
        #expect(try await fixture.mail(after: mails) == ["asking leave \(code) → ann"])
    }
}
