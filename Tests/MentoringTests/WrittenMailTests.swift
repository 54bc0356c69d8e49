import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("What somebody writes to a program in words")
struct WrittenMailTests {
    private let contact = "contact@example.org"

    private func organized(by organizers: String = "olga@example.org, oscar@example.org") async throws -> Fixture {
        try await Fixture.with(small().replacing("title: Nova", with: "title: Nova\norganizers: [\(organizers)]"))
    }

    private func principal(_ email: String, _ fixture: Fixture) async throws -> Principal {
        let token = try await fixture.service.ask(CreateToken(email: EmailAddress(email))).token
        return try #require(try await fixture.service.principal(token: token))
    }

    @Test("reaches its organizers, each in a mail of their own, and changes nothing else")
    func organizers() async throws {
        let fixture = try await organized()
        let received = try await fixture.write("ada@example.net", "May I come?")
        #expect((received.outcome, received.number) == (.forwarded, Identifier(1)))
        #expect(try await fixture.mail() == ["forwarded 1 → olga", "forwarded 1 → oscar"])
        #expect(try await fixture.service.ask(ListMailSetAside()).isEmpty)
        #expect(try await fixture.service.ask(ShowLog(program: "nova")).allSatisfy { $0.way != .mail })
    }

    @Test(
        "reaches the administrators where a program has no organizer, and is kept where there are none until there is one"
    )
    func nobody() async throws {
        let fixture = try await Fixture.with(small())
        #expect(try await fixture.service.programsWithUnreadMail().isEmpty)
        let kept = try await fixture.write("ada@example.net", "One")
        #expect((kept.outcome, kept.number) == (.later, Identifier(1)))
        #expect(kept.reason == "nobody organizes nova, so it is kept for meridian mail show 1")
        #expect(try await fixture.service.programsWithUnreadMail() == ["nova"])
        #expect(try await fixture.service.ask(ShowHealth(program: "nova")).mails.readers == 0)
        try fixture.clock.set("2026-12-16T09:00:00Z")
        _ = try await fixture.service.doWhatIsDue()
        #expect(try await fixture.mail().isEmpty)
        _ = try await fixture.service.addOrganizer(EmailAddress("root@example.org"), to: nil)
        #expect(try await fixture.service.programsWithUnreadMail().isEmpty)
        _ = try await fixture.write("ada@example.net", "Two")
        #expect(try await fixture.mail() == ["rest 1 → root", "forwarded 2 → root"])
    }

    @Test("loses the links that it quotes, with which its organizers could act for who wrote it")
    func quotedLinks() async throws {
        let fixture = try await organized()
        let secret = String(repeating: "a2", count: 26)
        let text =
            "May I come?\n> https://training.example.org/m/\(secret)\n> https://training.example.org/feeds/\(secret).ics\n"
            + "> https://training.example.org/m/\(secret.prefix(30))\n> \(secret.suffix(22))\nhttps://example.org/m/short (\(secret))\n> To: nova-training-\(secret.prefix(26))@example.org"
        let received = try await fixture.write("ada@example.net", text)
        let shown = try await fixture.service.ask(ShowMail(mail: #require(received.number)))
        #expect(
            shown.text
                == "May I come?\n> https://training.example.org/m/…\n> https://training.example.org/feeds/….ics\n"
                + "> https://training.example.org/m/…\n> \(secret.suffix(22))\nhttps://example.org/m/short (…)\n> To: nova-training-…@example.org"
        )
    }

    @Test("by one of the organizers reaches the others, and them alone where there is no other")
    func own() async throws {
        let fixture = try await organized()
        _ = try await fixture.write("olga@example.org", "Who takes this?")
        #expect(try await fixture.mail() == ["forwarded 1 → oscar"])
        let alone = try await organized(by: "olga@example.org")
        _ = try await alone.write("olga@example.org", "Is anybody there?")
        #expect(try await alone.mail() == ["forwarded 1 → olga"])
    }

    @Test("is not sent to an organizer who is the contact, and has had it, unless nobody else organizes the program")
    func contactOrganizes() async throws {
        let fixture = try await organized(by: "contact@example.org, olga@example.org")
        _ = try await fixture.write("ada@example.net", "May I come?")
        #expect(try await fixture.mail() == ["forwarded 1 → olga"])
        _ = try await fixture.write("olga@example.org", "Who takes this?")
        #expect(try await fixture.mail().count == 2)
        let alone = try await organized(by: "contact@example.org")
        _ = try await alone.write("ada@example.net", "May I come?")
        #expect(try await alone.mail() == ["forwarded 1 → contact"])
    }

    @Test("is no mail that waits, for whoever watches how mail leaves")
    func waiting() async throws {
        let fixture = try await organized()
        let before = try await fixture.service.waitingMail().count
        _ = try await fixture.write("ada@example.net", "May I come?")
        try fixture.clock.set("2026-12-15T09:00:00Z")
        let waiting = try await fixture.service.waitingMail()
        #expect((waiting.count, waiting.seconds) == (before, 0))
    }

    @Test("that comes twice is one mail")
    func twice() async throws {
        let fixture = try await organized()
        _ = try await fixture.write("ada@example.net", "May I come?", identity: "<a@example.net>")
        let again = try await fixture.write("ada@example.net", "May I come?", identity: "<a@example.net>")
        #expect((again.outcome, again.number) == (.known, Identifier(1)))
        #expect(try await fixture.mail().count == 2)
        // Somebody else's of the same name is another.
        #expect(try await fixture.write("eve@example.net", "No", identity: "<a@example.net>").outcome == .forwarded)
    }

    @Test(
        "is passed on of nobody who is blocked, of ourselves, and of no program",
        arguments: [
            ("spam@example.net", "spam@example.net is blocked in nova"),
            ("spam+1@example.net", "spam+1@example.net is blocked in nova"),
            ("contact@example.org", "it comes from contact@example.org, which is our own address"),
            (
                "contact-abcdefghijklmnopqrstuvwxyz@example.org",
                "it comes from contact-abcdefghijklmnopqrstuvwxyz@example.org, which is our own address"
            ),
        ])
    func loops(sender: String, reason: String) async throws {
        let fixture = try await organized()
        _ = try await fixture.service.ask(BlockPerson(program: "nova", email: EmailAddress("spam@example.net")))
        let received = try await fixture.write(sender, "Hello")
        #expect((received.outcome, received.reason) == (.setAside, reason))
        let automatic = try await fixture.receive(
            IncomingMail(
                sender: EmailAddress("ada@example.net"), recipients: [EmailAddress(contact)],
                content: .unusable("it is an automatic reply")))
        #expect(automatic.outcome == .setAside)
        #expect(try await fixture.mail().isEmpty)
        #expect(try await fixture.service.ask(ListWrittenMail(program: "nova")).isEmpty)
    }

    @Test(
        "beside an answer goes to organizers also of a mentor who is the contact, and is never dropped",
        arguments: [0, 1])
    func contactAnswers(kind: Int) async throws {
        let fixture = try await Fixture.with(
            small().replacing("title: Nova", with: "title: Nova\norganizers: [olga@example.org]")
                .replacing("akira@example.org", with: "contact@example.org"))
        _ = try await fixture.service.plan("nova", publish: true)
        let code = "nova-202701-w01-asia"
        let shown = try await fixture.invitation(of: EmailAddress(contact), to: code)
        let address = ReplyAddress.of(shown.program.contact, token: shown.invitation.token)
        let before = try await fixture.mail().count
        let answer = CalendarAnswer(
            method: .reply, uid: shown.session.uid, organizer: address, attendee: try EmailAddress(contact),
            sequence: shown.invitation.sequence, stamp: fixture.clock.now(), participation: .accepted)
        let received = try await fixture.receive(
            IncomingMail(
                sender: EmailAddress(contact), recipients: [address], subject: "Accepted",
                content: kind == 0 ? .answer(answer) : .unusable("it holds no answer"),
                words: WrittenWords(author: contact, text: "I may be late")))
        #expect(received.outcome == (kind == 0 ? .recorded : .forwarded))
        #expect(try await fixture.mail(after: before) == ["forwarded 1 → olga"])
        #expect(try await fixture.service.ask(ShowMail(mail: Identifier(1))).text.hasPrefix("I may be late"))
    }

    @Test("to the address of their own week of a duty is kept for people also where they are the contact")
    func contactWithDuty() async throws {
        let fixture = try await Fixture.with(triage(weeks: 6, by: ["contact"]))
        _ = try await fixture.service.plan("nova", publish: true)
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        let mail = try #require(
            mails.first { $0.subject.hasPrefix("entrusted nova-202701-w") && $0.recipient.description == contact })
        let received = try await fixture.receive(
            IncomingMail(
                sender: EmailAddress(contact), recipients: [try #require(mail.sender)], subject: "My week",
                content: .unusable("it holds no answer"), words: WrittenWords(author: contact, text: "I may be late")))
        #expect(received.outcome == .later)
        #expect(try await fixture.service.ask(ShowMail(mail: Identifier(1))).text.hasPrefix("I may be late"))
    }

    @Test("is passed on twenty times a day; the rest is named once, when the day is over in UTC")
    func digest() async throws {
        let fixture = try await organized(by: "olga@example.org")
        for number in 1...20 {
            #expect(try await fixture.write("ada@example.net", "\(number)").outcome == .forwarded)
        }
        for number in 21...22 {
            let received = try await fixture.write("ada@example.net", "\(number)")
            #expect((received.outcome, received.number) == (.later, Identifier(Int64(number))))
        }
        // Everybody else's are passed on.
        #expect(try await fixture.write("bob@example.net", "Hello").outcome == .forwarded)
        #expect(try await fixture.mail(after: 20) == ["forwarded 23 → olga"])
        try fixture.clock.set("2026-12-14T23:59:59Z")
        _ = try await fixture.service.doWhatIsDue()
        #expect(try await fixture.mail(after: 21).isEmpty)
        try fixture.clock.set("2026-12-15T00:00:00Z")
        _ = try await fixture.service.doWhatIsDue()
        #expect(try await fixture.mail(after: 21) == ["rest 21 22 → olga"])
        _ = try await fixture.service.doWhatIsDue()
        #expect(try await fixture.write("ada@example.net", "Tomorrow").outcome == .forwarded)
        #expect(try await fixture.mail(after: 22) == ["forwarded 24 → olga"])
        let states = try await fixture.service.ask(ListWrittenMail(program: "nova")).map(\.state)
        #expect(states.count { $0 == .forwarded } == 22 && states.count { $0 == .listed } == 2)
    }

    @Test("beyond twenty is named by the next mail, too, where no server does what is due; once a day")
    func digestByMail() async throws {
        let fixture = try await organized(by: "olga@example.org")
        for sender in ["ada", "bob"] {
            for number in 1...21 { _ = try await fixture.write("\(sender)@example.net", "\(number)") }
        }
        try fixture.clock.set("2026-12-15T09:00:00Z")
        for number in 1...21 { _ = try await fixture.write("ada@example.net", "next \(number)") }
        try fixture.clock.set("2026-12-16T09:00:00Z")
        _ = try await fixture.service.doWhatIsDue()
        #expect(
            try await fixture.mail().filter { $0.hasPrefix("rest") } == [
                "rest 21 42 → olga", "rest 63 → olga",
            ])
    }

    @Test(
        "of strangers is passed on sixty times a day under however many names; who takes part, or is proved, is not held by it"
    )
    func flood() async throws {
        let fixture = try await organized(by: "olga@example.org")
        _ = try await fixture.join("tom")
        let mails = try await fixture.mail().count
        for number in 1...60 {
            #expect(try await fixture.write("s\(number)@example.net", "Buy").outcome == .forwarded)
        }
        let late = try await fixture.write("s61@example.net", "Buy")
        #expect((late.outcome, late.number) == (.later, Identifier(61)))
        #expect(late.reason == "people who take no part in nova have written too much today to be sent on")
        _ = try await fixture.write("s62@example.net", "Buy", authentic: true)
        #expect(try await fixture.mail(after: mails).count == 60)
        #expect(try await fixture.write("tom@example.org", "Hello").outcome == .forwarded)
        #expect(try await fixture.write("akira@example.org", "Hello").outcome == .forwarded)
        try await fixture.apply(
            small().replacing("program: nova", with: "program: swift").replacing("contact@", with: "swift@")
                .replacing("title: Nova", with: "title: Swift\norganizers: [otto@example.org]"))
        #expect(try await fixture.write("otto@example.org", "Hello").outcome == .later)
        try fixture.clock.set("2026-12-15T00:00:00Z")
        _ = try await fixture.service.doWhatIsDue()
        #expect(try await fixture.mail().last { $0.hasPrefix("rest") } == "rest 61 62 65 → olga")
    }

    @Test("is for the organizers of its program and for administrators, and for nobody else to read")
    func rights() async throws {
        let fixture = try await organized()
        try await fixture.apply(
            small().replacing("program: nova", with: "program: swift")
                .replacing("title: Nova", with: "title: Swift\norganizers: [otto@example.org]")
                .replacing("contact@", with: "swift@"))
        let trainee = try await fixture.join("tom")
        _ = try await fixture.service.addOrganizer(EmailAddress("root@example.org"), to: nil)
        let number = try #require(
            try await fixture.write("ada@example.net", "May I come?", attachments: ["a.pdf"]).number)
        let aside = try #require(
            try await fixture.receive(
                IncomingMail(sender: nil, subject: "Odd", content: .unusable("it is odd")),
                bytes: "Subject: Odd\n\nHm\u{1B}"
            ).number)
        #expect(aside == Identifier(2))
        for reader in ["olga@example.org", "root@example.org"] {
            let shown = try await fixture.client(principal(reader, fixture)).ask(ShowMail(mail: number))
            #expect((shown.program, shown.sender, shown.text) == ("nova", "ada@example.net", "May I come?"))
            #expect((shown.attachments, shown.reason) == (["a.pdf"], nil))
        }
        let missing = Refusal(
            .notFound, "there is no mail 1; see those that there are: meridian mail list PROGRAM")
        let otto = try await principal("otto@example.org", fixture)
        await #expect(throws: missing) { try await fixture.client(otto).ask(ShowMail(mail: number)) }
        for (reader, mail) in [(trainee.description, number), ("akira@example.org", number)] {
            let principal = try await principal(reader, fixture)
            await #expect(throws: Refusal.self) { try await fixture.client(principal).ask(ShowMail(mail: mail)) }
            await #expect(throws: Refusal.self) {
                try await fixture.client(principal).ask(ListWrittenMail(program: "nova"))
            }
        }
        await #expect(throws: Refusal.self) { try await fixture.client(.nobody).ask(ShowMail(mail: number)) }
        await #expect(throws: Refusal.self) { try await fixture.client(otto).ask(ListWrittenMail(program: "nova")) }
        // What was set aside is no program's.
        let olga = try await principal("olga@example.org", fixture)
        await #expect(throws: Refusal.self) { try await fixture.client(olga).ask(ShowMail(mail: aside)) }
        let root = try await principal("root@example.org", fixture)
        let odd = try await fixture.client(root).ask(ShowMail(mail: aside))
        #expect((odd.program, odd.reason, odd.text) == (nil, "it is odd", "Subject: Odd\n\nHm\u{FFFD}"))
    }

    @Test("goes to each program that it names, and of one address's programs to that of its sender")
    func programs() async throws {
        let fixture = try await organized(by: "olga@example.org")
        func apply(_ name: String, _ contact: String) async throws {
            try await fixture.apply(
                small().replacing("program: nova", with: "program: \(name)")
                    .replacing("title: Nova", with: "title: \(name)\norganizers: [\(name)-organizer@example.org]")
                    .replacing("contact@", with: "\(contact)@"))
        }
        try await apply("glance", "contact")
        try await apply("swift", "swift")
        let both = try await fixture.write(
            "ada@example.net", "Hello", to: ["contact@example.org", "swift@example.org"])
        #expect(both.outcome == .forwarded)
        #expect(
            try await fixture.mail() == [
                "forwarded 1 → glance-organizer", "forwarded 2 → olga", "forwarded 3 → swift-organizer",
            ])
        _ = try await fixture.join("tom")
        _ = try await fixture.write("tom@example.org", "Hello")
        #expect(try await fixture.mail(after: 3) == ["forwarded 4 → olga"])
        // Who takes part in one program writes to it; a stranger's is nobody's.
        _ = try await fixture.write("tom@example.org", "Hello again", to: [])
        #expect(try await fixture.mail(after: 4) == ["forwarded 5 → olga"])
        #expect(try await fixture.write("ada@example.net", "Hello again", to: []).outcome == .setAside)
        // A stranger's goes to all of one address's programs, and to one alone that it names at its top.
        _ = try await fixture.write("ada@example.net", "Where are you?")
        #expect(try await fixture.mail(after: 5) == ["forwarded 7 → glance-organizer", "forwarded 8 → olga"])
        for (sender, text) in [
            ("ada@example.net", "Hello,\n\nis Nova full?"), ("ada@example.net", "Who leads nova-202701-w01-asia?"),
            ("eve@example.net", "> glance\nnova?"),
        ] {
            let mails = try await fixture.mail().count
            _ = try await fixture.write(sender, text)
            #expect(try await fixture.mail(after: mails).map { $0.suffix(6) } == ["→ olga"])
        }
        // Blocked in one of them, it still reaches the other.
        _ = try await fixture.service.ask(BlockPerson(program: "nova", email: EmailAddress("eve@example.net")))
        let before = try await fixture.mail().count
        #expect(try await fixture.write("eve@example.net", "Anybody?").outcome == .forwarded)
        #expect(try await fixture.mail(after: before).map { $0.hasSuffix("→ glance-organizer") } == [true])
        // The address of an invitation is its program's.
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.enroll("tom", in: "nova-202701-w01-asia")
        let token = try await fixture.invitation(
            of: EmailAddress("tom@example.org"), to: "nova-202701-w01-asia"
        ).invitation.token
        let address = ReplyAddress.of(try EmailAddress(contact), token: token)
        let mails = try await fixture.mail().count
        _ = try await fixture.write("tim@example.net", "From an alias", to: [address.description, contact])
        #expect(try await fixture.mail(after: mails).map { $0.suffix(6) } == ["→ olga"])
    }

    @Test("without one readable sender is passed on, too")
    func anonymous() async throws {
        let fixture = try await organized(by: "olga@example.org")
        let received = try await fixture.receive(
            IncomingMail(
                sender: nil, recipients: [EmailAddress(contact)], content: .unusable("it holds no answer"),
                words: WrittenWords(author: "a@example.org, b@example.org", text: "We are two")))
        #expect(received.outcome == .forwarded)
        #expect(
            try await fixture.service.ask(ListWrittenMail(program: "nova")).map(\.sender) == [
                "a@example.org, b@example.org"
            ])
    }

    @Test("is forgotten with whoever wrote it, and after half a year")
    func forgotten() async throws {
        let fixture = try await organized(by: "olga@example.org")
        let ann = try await fixture.join("ann")
        _ = try await fixture.write(ann.description, "Mine")
        _ = try await fixture.write("ada@example.net", "Another's")
        let left = try await fixture.service.ask(RemoveTrainee(program: "nova", email: ann))
        #expect(left.effects.map(\.what).contains("1 mail of theirs is forgotten"))
        let texts = { try await fixture.service.ask(ListWrittenMail(program: "nova")).map(\.id) }
        #expect(try await texts() == [Identifier(2)])
        try fixture.clock.set("2027-06-12T09:00:00Z")
        _ = try await fixture.service.doWhatIsDue()
        #expect(try await texts() == [Identifier(2)])
        try fixture.clock.set("2027-06-13T09:00:00Z")
        _ = try await fixture.service.doWhatIsDue()
        #expect(try await texts().isEmpty)
        // A number is never another mail's.
        #expect(try await fixture.write("ada@example.net", "Later").number == Identifier(3))
    }

    @Test("is kept of the last thousand; what is set aside has numbers of the same kind")
    func bounded() async throws {
        let fixture = try await Fixture.with(small())
        try await fixture.store.write { transaction in
            for number in 1...1002 {
                let digest = Array(repeating: UInt8(number % 256), count: 31) + [UInt8(number / 256)]
                _ = try transaction.add(
                    WrittenMail(
                        program: "nova", sender: nil, author: "", subject: "", received: .distantPast, text: "",
                        attachments: [], digest: digest, state: .forwarded))
            }
            let aside = try transaction.add(
                SetAsideMail(received: .distantPast, sender: "", subject: "", reason: "", bytes: []))
            #expect(aside.id == Identifier(1003))
            #expect(try transaction.writtenMail(to: "nova").map(\.id.rawValue) == Array(3...1002))
            #expect(try transaction.mailSetAside().map(\.id.rawValue) == [1003])
        }
    }

    @Test("goes first where strangers wrote it, and not before it was told of")
    func flooded() async throws {
        let fixture = try await Fixture.with(small())
        _ = try await fixture.join("tom")
        try await fixture.store.write { transaction in
            func add(_ number: Int, _ sender: String, _ state: WrittenMail.State) throws {
                let digest = Array(repeating: UInt8(number % 256), count: 31) + [UInt8(number / 256)]
                _ = try transaction.add(
                    WrittenMail(
                        program: "nova", sender: EmailAddress(sender), author: "", subject: "", received: .distantPast,
                        text: "", attachments: [], digest: digest, state: state))
            }
            try add(1, "ada@example.net", .later)
            try add(2, "tom@example.org", .forwarded)
            try add(3, "akira@example.org", .listed)
            for number in 4...1100 { try add(number, "s\(number)@example.net", .listed) }
            let kept = try transaction.writtenMail(to: "nova").map(\.id.rawValue)
            #expect(kept.count == 1000 && Array(kept.prefix(4)) == [1, 2, 3, 104])
            for number in 1101...1200 { try add(number, "s\(number)@example.net", .later) }
            let later = try transaction.writtenMail(to: "nova").map(\.id.rawValue)
            #expect(later.count == 1000 && Array(later.prefix(4)) == [1, 2, 3, 204])
        }
    }

    @Test("is counted by health and for whoever watches the server")
    func counted() async throws {
        let fixture = try await organized(by: "olga@example.org")
        _ = try await fixture.write("ada@example.net", "Before the season")
        try fixture.clock.set("2027-01-05T09:00:00Z")
        for text in ["One", "Two"] { _ = try await fixture.write("ada@example.net", text) }
        try fixture.clock.set("2027-01-13T09:00:00Z")
        _ = try await fixture.write("ada@example.net", "Three")
        let mails = try await fixture.service.ask(ShowHealth(program: "nova")).mails
        #expect((mails.week, mails.season) == (1, 3))
        #expect(try await fixture.service.writtenMailOfTheWeek() == 1)
    }
}

extension Fixture {
    /// Takes in a mail that was read already.
    func receive(_ mail: IncomingMail, bytes: String = "") async throws -> ReceivedMail {
        try await service.receive(Array(bytes.utf8), with: GivenMail(mail: mail))
    }

    /// Takes in a mail in words; without an identity each is another.
    func write(
        _ sender: String, _ text: String, to recipients: [String] = ["contact@example.org"], authentic: Bool = false,
        attachments: [String] = [], identity: String? = nil
    ) async throws -> ReceivedMail {
        try await receive(
            IncomingMail(
                sender: EmailAddress(sender), isAuthentic: authentic,
                recipients: recipients.map { try EmailAddress($0) },
                subject: "Hello", content: .unusable("it holds no answer to an invitation"),
                words: WrittenWords(author: sender, text: text, attachments: attachments),
                identity: identity ?? "\(text) \(clock.now().rfc3339)"))
    }
}
