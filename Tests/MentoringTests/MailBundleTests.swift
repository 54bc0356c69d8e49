import CivilTime
import Mentoring
import MentoringAPI
import Synchronization
import TestSupport
import Testing
import TimeZoneCatalog

@testable import MentoringService

/// What several mails of one session to one person become.
@Suite("Mails that gather")
struct MailBundleTests {
    /// What was written, `request moved`, `cancel left`, `letter changed` or of the reader's own deed `own moved`, with what the reader knew before the first.
    struct Story: Sendable, CustomTestStringConvertible {
        let written: [String]
        let knew: Invitation.Method?
        /// The numbers, from 1, of those that leave, and what is written instead.
        let kept: Set<Int64>
        var rewritten: Occasion?
        /// Whether that says that the reader did it.
        var isOwnDeed = false
        /// Whether a calendar shows in the end what it did before.
        var isAsKnown = false

        init(_ written: [String], knew: Invitation.Method? = nil, _ kept: Set<Int64>, _ rewritten: Occasion? = nil) {
            self.written = written
            self.knew = knew
            self.kept = kept
            self.rewritten = rewritten
        }

        /// The same where what is written instead says that the reader did it.
        func own() -> Story {
            var story = self
            story.isOwnDeed = true
            return story
        }

        /// The same where all is as it was in the end.
        func asKnown() -> Story {
            var story = self
            story.isAsKnown = true
            return story
        }

        var testDescription: String { "\(written), who knew \(knew?.rawValue ?? "nothing")" }
    }

    /// When the session begins, before and in the end.
    private static let known = "2027-01-05T08:00:00Z"
    private static let now = "2027-01-06T08:00:00Z"

    static let stories = [
        Story(["request announced"], [1]),
        Story(["request moved", "request moved"], knew: .request, [2]),
        Story(["request moved", "request reviewPicked"], knew: .request, [], .moved),
        Story(["request reviewPicked", "request moved"], knew: .request, [2]),
        Story(
            ["request questionsNoted", "request mentorChanged", "request reviewPicked"], knew: .request, [],
            .mentorChanged),
        // Who did not know of it is welcomed, and with the facts as they are by now.
        Story(["request promoted", "request moved"], [], .promoted),
        Story(["request announced", "request moved", "request relocated"], knew: .cancel, [], .announced),
        Story(["request entrusted", "cancel relieved", "request entrusted"], [3]),
        // An end is told to whom nothing was told, too: they waited, or had a seat in what was tentative.
        Story(["request promoted", "cancel cancelled"], [2]),
        Story(["request moved", "cancel cancelled"], knew: .request, [2]),
        Story(["cancel cancelled", "request announced"], knew: .request, []).asKnown(),
        Story(["cancel cancelled", "request reinstated"], knew: .request, []).asKnown(),
        Story(["request reinstated", "request reviewPicked"], knew: .cancel, [], .reinstated),
        Story(["cancel cancelled", "request announced"], knew: .request, [], .moved),
        Story(["cancel cancelled", "request announced", "request mentorChanged"], knew: .request, [3]),
        // Who takes part otherwise than they did is told, and who is to confirm.
        Story(["cancel left", "request promoted"], knew: .request, [2]),
        Story(["cancel relieved", "request entrusted", "request moved"], knew: .request, [], .entrusted),
        Story(["request entrusted", "request moved"], knew: .request, [], .entrusted).asKnown(),
        Story(["request moved", "request moved"], knew: .request, []).asKnown(),
        Story(["request moved", "request reviewPicked", "request moved"], knew: .request, [3]),
        // What somebody did is answered, and had been when it changed.
        Story(["request enrolled", "request moved"], [2]),
        Story(["request enrolled", "cancel left"], []),
        // Of what no calendar has, and its reader knows to be over, nothing is left to say.
        Story(["own enrolled", "own left"], []), Story(["own enrolled", "own left"], knew: .cancel, [2]),
        Story(["request announced", "cancel left"], []),
        Story(["request promoted", "request moved", "cancel left"], []),
        Story(["request enrolled", "cancel left", "request enrolled", "cancel left"], []),
        Story(["request moved", "cancel left"], knew: .request, [2]),
        Story(["request enrolled", "cancel clashed"], [2]), Story(["request enrolled", "cancel cancelled"], [2]),
        Story(["request entrusted", "cancel relieved"], []), Story(["own entrusted", "cancel relieved"], [2]),
        Story(["request announced", "cancel relieved"], [2]),
        Story(["cancel left", "request enrolled"], knew: .request, [2]),
        // What its reader did is no news to them; what others did is, before or after.
        Story(["own moved", "own moved"], knew: .request, [2]),
        Story(["own moved", "own reviewPicked"], knew: .request, [], .moved).own(),
        Story(["own moved", "request reviewPicked"], knew: .request, [2]),
        Story(["own moved", "request relocated"], knew: .request, [2]),
        Story(["request relocated", "own moved"], knew: .request, [], .relocated),
        Story(["request reviewPicked", "own moved", "own relocated"], knew: .request, [], .reviewPicked),
        Story(["own moved", "request moved"], knew: .request, [2]),
        Story(["request moved", "own moved"], knew: .request, [2]),
        Story(["request moved", "own moved", "own relocated"], knew: .request, [], .moved).own(),
        Story(["request moved", "own cancelled"], knew: .request, [2]),
        Story(["own moved", "request moved"], knew: .request, []).asKnown(),
        Story(["own enrolled", "own moved"], [2]),
        Story(["letter changed", "letter changed"], [2]),
        // Moved, and moved back, is what they know.
        Story(["letter changed", "letter changed"], []).asKnown(),
        Story(["letter changed", "letter other", "letter changed"], [2]).asKnown(),
        Story(["letter changed", "letter calledOff"], [2]),
        Story(["letter calledOff", "letter takesPlace"], []).asKnown(),
        Story(["letter changed", "letter calledOff", "letter takesPlace"], []).asKnown(),
        // Called off and taking place at another hour is one piece of news.
        Story(["letter calledOff", "letter takesPlace"], [2]),
        Story(["letter changed", "letter calledOff", "letter takesPlace"], [3]),
        // Whoever is invited in the end needs no letter of what came before, and reads when it was to begin.
        Story(["letter calledOff", "request enrolled"], [], .enrolled),
        Story(["letter calledOff", "request enrolled"], [2]).asKnown(),
        Story(["letter changed", "request announced"], [], .announced),
        Story(["letter changed", "request announced"], [2]).asKnown(),
        Story(["letter calledOff", "letter takesPlace", "request announced"], [], .announced),
        Story(["letter other", "letter calledOff", "request reinstated"], [1], .reinstated),
        Story(["letter calledOff", "request enrolled", "cancel cancelled"], [3]),
        // Of who waited and moves up, the letter says what the invitation does not.
        Story(["letter changed", "request promoted"], [1, 2]),
        Story(["letter takesPlace", "letter calledOff"], []),
        // What was settled before the question left is not asked; who was asked is told that it is settled.
        Story(["letter asked", "letter settled"], []),
        Story(["letter settled"], [1]),
        Story(["letter settled", "letter asked"], [2]),
        Story(["letter asked", "letter settled", "letter asked"], [3]),
        Story(["letter asked", "letter changed", "letter settled"], [2]),
        Story(["letter handedOver", "letter handedBack"], []),
        // Whoever is invited to lead it needs no letter about who does.
        Story(["letter asked", "request entrusted"], [2]), Story(["letter settled", "request entrusted"], [2]),
        Story(["letter handedBack", "request announced"], [2]),
        Story(["letter settled", "request announced"], [1, 2]),
        Story(["request entrusted", "letter asked"], knew: nil, [1, 2]),
        Story(["letter handedOver", "letter handedBack", "letter handedOver"], [3]),
        Story(["letter handedBack", "letter calledOff", "letter takesPlace"], [1]).asKnown(),
        Story(["letter other", "letter other", "request moved"], knew: .request, [1, 2, 3]),
        Story(["letter other", "request promoted", "request moved"], [1], .promoted),
    ]

    @Test("become one that says how things are, for the reason that its reader has", arguments: stories)
    func bundles(_ story: Story) throws {
        let outcome = MailBundle(mails: try mails(story)).outcome(
            known: story.isAsKnown ? "now" : "before", start: try instant(story.isAsKnown ? Self.known : Self.now))
        #expect(Set(outcome.kept.map(\.rawValue)) == story.kept)
        #expect(outcome.rewritten?.occasion == story.rewritten)
        #expect(outcome.rewritten?.isOwnDeed ?? false == story.isOwnDeed)
    }

    @Test("say what was picked, and not that it moved, of what was moved and moved back")
    func pickedMeanwhile() throws {
        let story = Story(["request moved", "request reviewPicked", "request moved"], knew: .request, [])
        let outcome = MailBundle(mails: try mails(story)).outcome(known: "before", start: try instant(Self.known))
        #expect(outcome == MailBundle.Outcome(kept: [], rewritten: .init(occasion: .reviewPicked, isOwnDeed: false)))
    }

    private func mails(_ story: Story) throws -> [SessionMail] {
        try story.written.enumerated().map { number, text in
            let parts = text.split(separator: " ").map(String.init)
            let isOwn = parts[0] == "own"
            let method: Invitation.Method? =
                isOwn
                ? (["cancelled", "left"].contains(parts[1]) ? .cancel : .request)
                : Invitation.Method(rawValue: parts[0])
            let word: SessionMail.Word =
                if let method {
                    .invitation(try #require(Occasion(rawValue: parts[1])), method)
                } else {
                    .letter(try #require(Letter.Topic(rawValue: parts[1])))
                }
            return SessionMail(
                mail: Identifier(Int64(number + 1)), recipient: try EmailAddress("ann@example.org"),
                created: try instant("2026-12-14T09:00:00Z"), session: Identifier(1), word: word, knew: story.knew,
                knewStart: try instant(Self.known), shows: "now", isOwnDeed: isOwn, isUrgent: false)
        }
    }
}

/// When mails about sessions leave a running server.
@Suite("Mail about sessions")
struct GatheredMailTests {
    private let post = Post()

    /// What leaves of a running server's mail at a moment.
    private func round(_ fixture: Fixture, at moment: String) async throws -> [String] {
        try fixture.clock.set(moment)
        let before = post.taken.withLock { $0.count }
        _ = try await fixture.service.sendOutbox(through: post, at: .gathered)
        return post.taken.withLock { $0 }.dropFirst(before).map { String($0.recipient.prefix { $0 != "@" }) }
    }

    private func published(weeks: Int = 1) async throws -> Fixture {
        let fixture = try await Fixture.with(small(weeks: weeks, announce: 8, regions: "asia"))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann")
        return fixture
    }

    private func move(_ fixture: Fixture, to time: String) async throws {
        _ = try await fixture.service.ask(MoveSession(session: "nova-202701-w01-asia", to: try local(time)))
    }

    @Test("answers who did something at once, and waits a quarter of an hour for the rest")
    func waits() async throws {
        let fixture = try await published()
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        #expect(try await round(fixture, at: "2026-12-14T09:00:00Z") == ["ann"])
        #expect(try await round(fixture, at: "2026-12-14T09:14:59Z") == [])
        #expect(try await round(fixture, at: "2026-12-14T09:15:00Z") == ["akira"])
    }

    @Test("is none of what somebody enrolled in and left again before anything was sent, however often")
    func enrolledAndLeft() async throws {
        let fixture = try await published()
        _ = try await round(fixture, at: "2026-12-14T09:20:00Z")
        let ann = try EmailAddress("ann@example.org")
        for _ in 1...2 {
            _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
            _ = try await fixture.service.ask(Leave(session: "nova-202701-w01-asia"), as: ann)
            #expect(try await round(fixture, at: "2026-12-14T09:21:00Z") == [])
        }
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        #expect(try await round(fixture, at: "2026-12-14T09:22:00Z") == ["ann"])
        _ = try await fixture.service.ask(Leave(session: "nova-202701-w01-asia"), as: ann)
        #expect(try await round(fixture, at: "2026-12-14T09:23:00Z") == ["ann"])
    }

    @Test("is one mail of several changes, under the reason that its reader has")
    func oneOfSeveral() async throws {
        let fixture = try await published()
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        _ = try await round(fixture, at: "2026-12-14T09:00:00Z")
        try await move(fixture, to: "2027-01-06T18:00")
        try fixture.clock.set("2026-12-14T09:10:00Z")
        try await move(fixture, to: "2027-01-07T18:00")
        let told = try await round(fixture, at: "2026-12-14T09:16:00Z").sorted()
        #expect(told == ["akira", "ann"])
        // The mentor had not been told of anything yet.
        let mail = try await fixture.mail()
        #expect(
            mail == [
                "enrolled nova-202701-w01-asia → ann", "moved nova-202701-w01-asia → ann",
                "entrusted nova-202701-w01-asia → akira",
            ])
        #expect(try await round(fixture, at: "2026-12-15T09:15:00Z") == [])
    }

    @Test("asks nobody what is settled by then, and tells who was asked that it is", arguments: [true, false])
    func settledQuestion(isTaken: Bool) async throws {
        let names = [("Akira", "Asia/Tokyo"), ("Priya", "Asia/Kolkata"), ("Kim", "Asia/Seoul")]
        let fixture = try await Fixture.with(
            asia(
                names.map { name, zone in
                    "name: \(name), email: \(name.lowercased())@example.org, zone: \(zone), min-gap-weeks: 1, "
                        + "slots: [{ every: \"Tue 17:00\" }]"
                }, weeks: 2))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await round(fixture, at: "2026-12-14T09:20:00Z")
        let tentative = try await fixture.service.sessions(of: "nova", upcoming: true, for: Viewer()).first {
            $0.status == .tentative
        }
        let session = try #require(tentative)
        func who(_ name: String) throws -> EmailAddress { try EmailAddress("\(name.lowercased())@example.org") }
        func settle(_ offer: SwapOfferView) async throws -> SwapOfferView {
            isTaken
                ? try await fixture.service.ask(AcceptSwap(offer: offer.id), as: who(offer.candidates[0].mentor))
                : try await fixture.service.ask(WithdrawSwap(offer: offer.id), as: who(session.mentor.name))
        }
        let offer = try await fixture.service.ask(OfferSwap(session: session.code), as: who(session.mentor.name))
        #expect(offer.candidates.count == 2)
        _ = try await settle(offer)
        // Whoever offered it is told who leads it, where that was not they.
        let told = isTaken ? [session.mentor.name.lowercased()] : []
        #expect(try await round(fixture, at: "2026-12-14T09:40:00Z") == told)
        guard !isTaken else { return }
        // A question that has left is taken back.
        let again = try await fixture.service.ask(OfferSwap(session: session.code), as: who(session.mentor.name))
        #expect(try await round(fixture, at: "2026-12-14T09:41:00Z").count == 2)
        _ = try await settle(again)
        #expect(
            try await round(fixture, at: "2026-12-14T10:00:00Z").sorted()
                == again.candidates.map { $0.mentor.lowercased() }.sorted())
    }

    @Test(
        "is one of each session when a season gets another start before anything of it is announced, and is planned then"
    )
    func anotherStart() async throws {
        func file(_ start: String) -> String { small(start: start, weeks: 6, regions: "asia") }
        let fixture = try await Fixture.with(file("2027-01-04"))
        _ = try await fixture.service.plan("nova", publish: true, announceWeeks: 0)
        let ann = try await fixture.join("ann")
        _ = try await fixture.service.ask(EnrollForSeason(program: "nova", region: .asia), as: ann)
        let mails = try await fixture.mail().count
        try await fixture.apply(file("2027-01-11"))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.service.sendOutbox(through: post, at: .atOnce)
        let told = try await fixture.mail(after: mails).filter { $0.hasSuffix("→ ann") }
        let weeks = (1...6).map { week in told.filter { $0.contains("-w0\(week)-asia") } }
        #expect(weeks.map(\.count) == [1, 1, 1, 1, 1, 1], "\(told)")
        #expect(weeks[..<4].allSatisfy { $0.first?.hasPrefix("enrolled ") == true }, "\(told)")
    }

    @Test("is none when everything is as it was")
    func movedBack() async throws {
        let fixture = try await published()
        _ = try await round(fixture, at: "2026-12-14T09:15:00Z")
        try await move(fixture, to: "2027-01-06T18:00")
        try await move(fixture, to: "2027-01-05T17:00")
        #expect(try await round(fixture, at: "2026-12-14T09:31:00Z") == [])
        let mail = try await fixture.mail()
        #expect(mail == ["entrusted nova-202701-w01-asia → akira"])
    }

    @Test("of what is near leaves at once, and of what was near, too")
    func near() async throws {
        let fixture = try await published()
        _ = try await round(fixture, at: "2026-12-14T09:15:00Z")
        // It begins on Tuesday, 08:00 by UTC.
        try fixture.clock.set("2027-01-03T07:00:00Z")
        try await move(fixture, to: "2027-01-08T18:00")
        #expect(try await round(fixture, at: "2027-01-03T07:00:00Z") == [])
        #expect(try await round(fixture, at: "2027-01-03T07:15:00Z") == ["akira"])
        try fixture.clock.set("2027-01-07T09:00:00Z")
        try await move(fixture, to: "2027-01-10T18:00")
        #expect(try await round(fixture, at: "2027-01-07T09:00:00Z") == ["akira"])
    }

    @Test("is three a day at most, the nearest first, but for answers and what is near")
    func threeADay() async throws {
        let fixture = try await published(weeks: 5)
        #expect(try await round(fixture, at: "2026-12-14T09:15:00Z") == ["akira", "akira", "akira"])
        #expect(try await round(fixture, at: "2026-12-15T09:14:59Z") == [])
        for week in 1...5 { _ = try await fixture.enroll("ann", in: "nova-202701-w0\(week)-asia") }
        #expect(try await round(fixture, at: "2026-12-15T09:14:59Z").filter { $0 == "ann" }.count == 5)
        #expect(try await round(fixture, at: "2026-12-15T09:15:00Z") == ["akira", "akira"])
        let states = try await fixture.service.ask(ListOutbox()).map(\.state)
        #expect(states.allSatisfy { $0 == .sent })
    }

    @Test("that was put off leaves as soon as it is near, and what was put off is still one mail")
    func putOff() async throws {
        let fixture = try await published(weeks: 5)
        _ = try await round(fixture, at: "2026-12-14T09:15:00Z")
        _ = try await fixture.service.ask(
            MoveSession(session: "nova-202701-w05-asia", to: try local("2027-02-03T18:00")))
        // Week 4 is the last one told of within the day's three; week 5 begins on 2 February.
        #expect(try await round(fixture, at: "2026-12-14T23:00:00Z") == [])
        #expect(try await round(fixture, at: "2027-02-02T10:00:00Z") == ["akira", "akira"])
        let mail = try await fixture.mail()
        #expect(mail.filter { $0.contains("w05") } == ["entrusted nova-202701-w05-asia → akira"])
    }

    /// It is told at once, whatever else the day has brought: whoever was told Tuesday would come then.
    @Test("of what was near is never put off, though it is far now")
    func fromNearToFar() async throws {
        let fixture = try await published(weeks: 5)
        _ = try await round(fixture, at: "2027-01-02T12:00:00Z")
        try await move(fixture, to: "2027-01-09T18:00")
        #expect(try await round(fixture, at: "2027-01-02T12:16:00Z") == [])
        #expect(try await round(fixture, at: "2027-01-03T08:00:01Z") == ["akira"])
    }

    @Test("that is called off, and takes place at another time after all, says when")
    func reinstatedElsewhere() async throws {
        let fixture = try await published()
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        try await move(fixture, to: "2027-01-05T19:00")
        _ = try await round(fixture, at: "2026-12-14T09:20:00Z")
        try await fixture.apply(
            small(weeks: 1, announce: 8, freezes: "{ from: 2027-01-04, to: 2027-01-10, reason: rest }", regions: "asia")
        )
        _ = try await fixture.service.plan("nova", publish: true)
        try await fixture.apply(small(weeks: 1, announce: 8, regions: "asia"), prune: true)
        _ = try await fixture.service.plan("nova", publish: true)
        let start = try await fixture.session("nova-202701-w01-asia").localStart
        #expect(try start == local("2027-01-05T17:00"))
        #expect(try await round(fixture, at: "2026-12-14T10:00:00Z").sorted() == ["akira", "ann"])
    }

    @Test("that a clock which ran ahead let go does not hold up what comes once it is right")
    func clockAhead() async throws {
        let fixture = try await published(weeks: 5)
        #expect(try await round(fixture, at: "2026-12-30T09:15:00Z").count == 3)
        #expect(try await round(fixture, at: "2026-12-14T09:30:00Z").count == 2)
    }

    @Test("leaves all at once for who asks for that, still as one per session")
    func atOnce() async throws {
        let fixture = try await published(weeks: 5)
        try await move(fixture, to: "2027-01-06T18:00")
        _ = try await fixture.service.sendOutbox(through: post)
        #expect(post.taken.withLock { $0.count } == 5)
    }

    @Test("of a program that pauses gathers until it goes on")
    func paused() async throws {
        let fixture = try await published()
        _ = try await fixture.client().service.store.write { try $0.pause("nova", at: instant("2026-12-14T09:00:00Z")) }
        #expect(try await round(fixture, at: "2026-12-14T10:00:00Z") == [])
        try await move(fixture, to: "2027-01-06T18:00")
        _ = try await fixture.service.store.write { try $0.resume("nova") }
        #expect(try await round(fixture, at: "2026-12-14T10:00:01Z") == ["akira"])
    }

    @Test("says nothing is wrong while it waits as it should")
    func noAlarm() async throws {
        let fixture = try await published(weeks: 5)
        _ = try await round(fixture, at: "2026-12-14T09:10:00Z")
        #expect(try await fixture.service.waitingMail().seconds == 0)
        _ = try await round(fixture, at: "2026-12-14T09:15:00Z")
        _ = try await round(fixture, at: "2026-12-15T09:00:00Z")
        let waiting = try await fixture.service.waitingMail()
        #expect(waiting.seconds == 0 && waiting.count == 2)
    }
}
