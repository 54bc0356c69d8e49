import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing

@Suite("What a calendar answers to a week of a duty")
struct AnswerForDutyTests {
    /// The first week, whose it is, and to which address their calendar answers.
    private struct Week {
        let fixture: Fixture
        let turn: DutyTurn
        let address: EmailAddress

        var owner: String { turn.person.name }
        var code: String { turn.code.description }

        /// Sends in what a calendar program answers.
        func answer(
            _ participation: ParticipationStatus, minute: Int64 = 0,
            edit: (inout CalendarAnswer, inout IncomingMail) throws -> Void = { _, _ in }
        ) async throws -> ReceivedMail {
            var answer = CalendarAnswer(
                method: .reply, uid: turn.uid, organizer: address, attendee: turn.person.email,
                sequence: turn.sequence, stamp: fixture.clock.now().adding(seconds: 60 * minute),
                participation: participation)
            var mail = IncomingMail(sender: turn.person.email, content: .unusable(""))
            try edit(&answer, &mail)
            mail.content = .answer(answer)
            return try await fixture.service.receive([0x41], with: GivenMail(mail: mail))
        }

        func stored() async throws -> DutyTurn {
            let code = turn.code
            return try #require(try await fixture.store.read { try $0.dutyTurn(code) })
        }
    }

    private func week(by volunteers: [String] = ["ana", "bo", "chi"]) async throws -> Week {
        let fixture = try await Fixture.with(triage(weeks: 6, by: volunteers))
        _ = try await fixture.service.plan("nova", publish: true)
        let turns = try await fixture.store.read { try $0.dutyTurns(of: "nova") }
        let turn = try #require(turns.first { $0.status == .announced })
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        let mail = try #require(mails.first { $0.subject == "entrusted \(turn.code)" })
        return Week(fixture: fixture, turn: turn, address: try #require(mail.sender))
    }

    @Test("a no asks the other volunteers, tells its sender that the week is theirs until then, and is known again")
    func declined() async throws {
        let week = try await week()
        #expect(ReplyAddress.of(try EmailAddress("contact@example.org"), token: "x") != week.address)
        let mails = try await week.fixture.mail().count
        let received = try await week.answer(.declined)
        #expect((received.outcome, received.session) == (.offered, week.code))
        let others = ["ana", "bo", "chi"].filter { $0 != week.owner }
        #expect(
            Set(try await week.fixture.mail(after: mails))
                == Set(
                    others.map { "offered \(week.code) → \($0)" } + ["offered(2) declined \(week.code) → \(week.owner)"]
                ))
        let stored = try await week.stored()
        #expect(stored.offer != nil && stored.person.id == week.turn.person.id)
        let after = try await week.fixture.mail().count
        #expect(try await week.answer(.declined).outcome == .known)
        #expect(try await week.answer(.declined, minute: 1).outcome == .known)
        #expect(try await week.fixture.mail().count == after)
        let entry = try #require(try await week.fixture.service.ask(ShowLog(program: "nova")).first)
        #expect((entry.way, entry.action, entry.subject) == (.mail, "answerInvitation", week.code))
        // Whoever takes it has it, and the other's calendar loses it.
        let taker = try EmailAddress("\(others[0])@example.org")
        _ = try await week.fixture.service.ask(AcceptDutyTurn(turn: week.code), as: taker)
        #expect(try await week.fixture.mail().contains("relieved \(week.code) → \(week.owner)"))
        #expect(try await week.answer(.declined, minute: 2).outcome == .known)
    }

    @Test(
        "a yes changes nothing and is told to nobody; after a no it takes the week back, and an old no does not count")
    func accepted() async throws {
        let week = try await week()
        let mails = try await week.fixture.mail().count
        for (participation, minute) in [(ParticipationStatus.accepted, Int64(1)), (.tentative, 2), (.needsAction, 3)] {
            _ = try await week.answer(participation, minute: minute)
        }
        #expect(try await week.fixture.mail().count == mails)
        #expect(try await week.stored() == week.turn)
        try week.fixture.clock.set("2026-12-15T12:00:00Z")
        #expect(try await week.answer(.declined).outcome == .offered)
        let told = try await week.fixture.mail().count
        #expect(try await week.answer(.accepted, minute: 1).outcome == .recorded)
        #expect(try await week.stored().offer == nil)
        #expect(try await week.answer(.declined).outcome == .known)
        #expect(try await week.stored().offer == nil)
        let others = ["ana", "bo", "chi"].filter { $0 != week.owner }
        #expect(
            Set(try await week.fixture.mail(after: told)) == Set(others.map { "withdrawn \(week.code) → \($0)" }))
    }

    @Test(
        "a no and a yes in turn ask the others twice a day and no more, and tell them each time that they are not asked"
    )
    func flips() async throws {
        let week = try await week()
        let before = try await week.fixture.mail().count
        for minute in 1...8 {
            try week.fixture.clock.set(week.fixture.clock.now().adding(seconds: 60).rfc3339)
            let (no, yes) = (try await week.answer(.declined).outcome, try await week.answer(.accepted, minute: 1))
            #expect((no, yes.outcome) == (minute <= 2 ? .offered : .refused, .recorded))
            try week.fixture.clock.set(week.fixture.clock.now().adding(seconds: 60).rfc3339)
        }
        let news = try await week.fixture.mail(after: before)
        #expect(news.count { $0.hasPrefix("offered \(week.code)") } == 4)
        #expect(news.count { $0.hasPrefix("withdrawn \(week.code)") } == 4)
        try week.fixture.clock.set(week.fixture.clock.now().adding(seconds: 86_400).rfc3339)
        #expect(try await week.answer(.declined).outcome == .offered)
    }

    @Test(
        "of one moment the one received last counts; an older one that says another thing is answered, and changes nothing"
    )
    func order() async throws {
        let week = try await week()
        #expect(try await week.answer(.accepted).outcome == .recorded)
        #expect(try await week.answer(.declined).outcome == .offered)
        try week.fixture.clock.set(week.fixture.clock.now().adding(seconds: 60).rfc3339)
        let older = try await week.answer(.accepted, minute: -5)
        #expect(older.outcome == .refused)
        #expect(older.reason?.hasSuffix("meridian swap withdraw \(week.code)") == true)
        #expect(try await week.stored().offer != nil)
        let mails = try await week.fixture.mail().count
        for minute in [Int64(-5), -4] { _ = try await week.answer(.accepted, minute: minute) }
        #expect(try await week.answer(.declined, minute: -3).outcome == .known)
        #expect(try await week.fixture.mail().count == mails)
        #expect(try await week.answer(.declined, minute: -1).outcome == .known)
    }

    @Test("only those are told that an offer is taken back whom it asked")
    func askedLast() async throws {
        let week = try await week()
        _ = try await week.answer(.declined)
        _ = try await week.answer(.accepted, minute: 1)
        let (owner, other) = (week.turn.person.email, ["ana", "bo", "chi"].first { $0 != week.owner } ?? "")
        try week.fixture.clock.set(week.fixture.clock.now().adding(seconds: 60).rfc3339)
        let service = week.fixture.service
        _ = try await service.ask(OfferDutyTurn(turn: week.code, to: EmailAddress("\(other)@example.org")), as: owner)
        let before = try await week.fixture.mail().count
        _ = try await service.ask(WithdrawDutyTurn(turn: week.code), as: owner)
        #expect(try await week.fixture.mail(after: before) == ["withdrawn \(week.code) → \(other)"])
    }

    @Test("what was offered by command stays offered, whatever a calendar accepts")
    func offeredByCommand() async throws {
        let week = try await week()
        _ = try await week.fixture.service.ask(OfferDutyTurn(turn: week.code), as: week.turn.person.email)
        #expect(try await week.answer(.accepted).outcome == .recorded)
        #expect(try await week.stored().offer != nil)
    }

    @Test("a no that comes to nothing is answered once, with the reason")
    func refused() async throws {
        let alone = try await week(by: ["ana"])
        let received = try await alone.answer(.declined)
        #expect(received.outcome == .refused)
        #expect(try await alone.fixture.mail().last?.contains("nobody else could take \(alone.code)") == true)
        let mails = try await alone.fixture.mail().count
        let again = try await alone.answer(.declined, minute: 1)
        #expect(again.outcome == .known && again.reason?.hasSuffix("as they were told within a day") == true)
        #expect(try await alone.fixture.mail().count == mails)
        #expect(try await alone.stored() == alone.turn)

        let late = try await week()
        try late.fixture.clock.set("2027-01-05T09:00:00Z")
        #expect(try await late.answer(.declined).reason == "\(late.code) has begun")
        #expect(
            try await late.fixture.mail().last
                == "refused(\"\(late.code) has begun\") declined \(late.code) → \(late.owner)")
        let other = try await week()
        // A revision that never was is no sign that the week has changed hands.
        let ahead = try await other.answer(.declined, minute: -2) { answer, _ in answer.sequence += 1 }
        #expect(
            ahead.outcome == .refused && ahead.reason?.hasPrefix("it answers revision 1, and there are only 0") == true)
        let counter = try await other.answer(.tentative) { answer, _ in answer.method = .counter }
        #expect(counter.reason == "a week of a duty is at no other time")
    }

    @Test("a no that comes to nothing is answered again after a day, and after a yes in between")
    func refusedAgain() async throws {
        let week = try await week(by: ["ana"])
        #expect(try await week.answer(.declined).outcome == .refused)
        #expect(try await week.answer(.accepted, minute: 1).outcome == .recorded)
        try week.fixture.clock.set(week.fixture.clock.now().adding(seconds: 600).rfc3339)
        #expect(try await week.answer(.declined).outcome == .refused)
        try week.fixture.clock.set(week.fixture.clock.now().adding(seconds: 86_399).rfc3339)
        #expect(try await week.answer(.declined).outcome == .known)
        try week.fixture.clock.set(week.fixture.clock.now().adding(seconds: 1).rfc3339)
        #expect(try await week.answer(.declined).outcome == .refused)
        #expect(try await week.fixture.mail().count { $0.hasPrefix("refused(") } == 3)
    }

    @Test("of somebody who has handed it over says who has it, where they think that it is theirs")
    func handedOver() async throws {
        let week = try await week()
        let taker = ["ana", "bo", "chi"].first { $0 != week.owner } ?? ""
        let email = try EmailAddress("\(taker)@example.org")
        _ = try await week.fixture.service.ask(OfferDutyTurn(turn: week.code, to: email), as: week.turn.person.email)
        _ = try await week.fixture.service.ask(AcceptDutyTurn(turn: week.code), as: email)
        #expect(try await week.answer(.accepted).outcome == .known)
        #expect(try await week.answer(.accepted, minute: 60).reason == "\(taker) has \(week.code) by now")
    }

    @Test("that nothing proves changes nothing, and tells nobody but whose week it is", arguments: 0..<7)
    func forged(kind: Int) async throws {
        let week = try await week()
        let other = try EmailAddress(week.owner == "ana" ? "bo@example.org" : "ana@example.org")
        let contact = try EmailAddress("contact@example.org")
        let before = try await week.fixture.mail().count
        let received = try await week.answer(.declined) { answer, mail in
            switch kind {
            case 0: mail.sender = other
            case 1: (mail.sender, answer.attendee) = (other, other)
            case 2: answer.attendee = other
            case 3: mail.sender = nil
            case 4: answer.organizer = contact
            case 5: answer.organizer = ReplyAddress.of(contact, token: "abcdefghijklmnopqrstuvwxyz")
            default: answer.uid = "another"
            }
        }
        #expect(received.outcome == .setAside)
        #expect(try await week.stored() == week.turn)
        let news = try await week.fixture.mail(after: before)
        #expect(news.allSatisfy { $0.hasPrefix("refused(") && $0.hasSuffix("→ \(week.owner)") } && news.count <= 1)
        #expect(news.isEmpty == (kind >= 4))
    }

    @Test("that is damaged is told of to whose week it is, once a day")
    func damaged() async throws {
        let week = try await week()
        let mail = IncomingMail(
            sender: try EmailAddress("ana@example.org"), recipients: [week.address], content: .damagedAnswer("cut off"))
        let before = try await week.fixture.mail().count
        for isTold in [true, nil] {
            let received = try await week.fixture.service.receive([0x41], with: GivenMail(mail: mail))
            #expect((received.outcome, received.isAsked) == (.setAside, isTold))
        }
        let news = try await week.fixture.mail(after: before)
        #expect(news.count == 1 && news[0].hasSuffix("an answer to \(week.code) → \(week.owner)"))
        try week.fixture.clock.set(week.fixture.clock.now().adding(seconds: 86_400).rfc3339)
        _ = try await week.fixture.service.receive([0x41], with: GivenMail(mail: mail))
        #expect(try await week.fixture.mail(after: before).count == 2)
    }

    @Test(
        "that is damaged and names many addresses is looked up in the first twenty that may be ours",
        arguments: [18, 5_000])
    func manyAddresses(before count: Int) async throws {
        let week = try await week()
        let made = try (1...count).map { number in
            let digits = String("\(number)".utf8.map { Character(UnicodeScalar($0 + 50)) })
            let filler = String(repeating: "a", count: 26 - digits.count)
            return try EmailAddress("contact-\(filler)\(digits)@example.org")
        }
        let plain = try (1...30).map { try EmailAddress("reader\($0)@example.org") }
        let mail = IncomingMail(
            sender: try EmailAddress("ana@example.org"), recipients: plain + made + [week.address],
            content: .damagedAnswer("cut off"))
        let before = try await week.fixture.mail().count
        _ = try await week.fixture.service.receive([0x41], with: GivenMail(mail: mail))
        #expect(try await week.fixture.mail(after: before).count == (count < 20 ? 1 : 0))
    }

    @Test(
        "goes with its words to who organizes the program of the week, and not to those of another with its contact",
        arguments: ["token", "uid", "words"])
    func words(kind: String) async throws {
        let week = try await week(by: ["ana"])
        let service = week.fixture.service
        try await week.fixture.apply(
            triage(weeks: 6, by: ["ana"]).replacing("program: nova", with: "program: swift"))
        _ = try await service.addOrganizer(EmailAddress("olga@example.org"), to: "nova")
        _ = try await service.addOrganizer(EmailAddress("otto@example.org"), to: "swift")
        let before = try await week.fixture.mail().count
        let words = WrittenWords(author: "Ana", text: "My child is ill")
        let contact = try EmailAddress("contact@example.org")
        if kind == "words" {
            let mail = IncomingMail(
                sender: week.turn.person.email, recipients: [week.address], content: .unusable("no calendar"),
                words: words)
            _ = try await service.receive([0x41], with: GivenMail(mail: mail))
        } else {
            _ = try await week.answer(.declined) { _, mail in
                mail.recipients = [kind == "uid" ? contact : week.address]
                mail.words = words
            }
        }
        let news = try await week.fixture.mail(after: before)
        #expect(news.filter { $0.hasPrefix("forwarded") } == ["forwarded 1 → olga"])
        guard kind != "words" else { return }
        let shown = try await service.ask(ShowMail(mail: Identifier(1)))
        #expect(shown.text == "My child is ill\n\n(They wrote it in an answer to \(week.code): declined.)")
    }

    @Test("counts where the receiving host vouches for its sender, and of nobody who is blocked")
    func vouched() async throws {
        let week = try await week()
        let received = try await week.answer(.declined) { answer, mail in
            answer.organizer = nil
            mail.isAuthentic = true
        }
        #expect(received.outcome == .offered)
        let other = try await self.week()
        _ = try await other.fixture.service.ask(BlockPerson(program: "nova", email: other.turn.person.email))
        #expect(try await other.answer(.declined).outcome == .setAside)
    }
}
