import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

@Suite("One person, one clock, over all programs")
struct OneClockTests {
    private func program(
        _ name: String, _ mentors: [String], capacity: Int = 4, regions: String = "europe"
    ) -> String {
        """
        program: \(name)
        title: \(name) training
        contact: \(name)@example.org
        location: ircs://irc.example.org/\(name)
        season: { start: 2027-01-04, weeks: 6 }
        cadence: every-region
        session: { minutes: 60, capacity: \(capacity) }
        regions: [\(regions)]
        announce-weeks: 4
        mentors:
        \(mentors.map { "  - { \($0) }" }.joined(separator: "\n"))
        """
    }

    private func mentor(
        _ name: String, _ slot: String, gap: Int = 1, month: Int = 5, region: String = "europe",
        zone: String = "Europe/Berlin"
    ) -> String {
        "name: \(name), email: \(name.lowercased())@example.org, zone: \(zone), region: \(region), "
            + "max-per-month: \(month), min-gap-weeks: \(gap), slots: [ { every: \"\(slot)\" } ]"
    }

    /// The programs one and two, planned and published one after the other.
    ///
    /// Ann has joined both herself, unless they merely name her.
    private func both(
        _ one: [String], _ two: [String], publish: Bool = true, hasAnnSpoken: Bool = true
    ) async throws -> Fixture {
        let fixture = try await Fixture.with(program("one", one))
        try await fixture.apply(program("two", two))
        for name in ["one", "two"] where hasAnnSpoken {
            _ = try await fixture.service.ask(
                JoinProgram(program: name, name: "Ann", email: EmailAddress("ann@example.org"), zone: "Europe/Berlin"))
        }
        if publish {
            for name in ["one", "two"] { _ = try await fixture.service.plan(name, publish: true) }
        }
        return fixture
    }

    private func sessions(_ name: String, _ fixture: Fixture) async throws -> [SessionView] {
        try await fixture.service.sessions(of: name, upcoming: true, for: Viewer())
    }

    /// Whoever has proved who they are, and organizes some of the programs.
    private func client(_ name: String, organizing programs: [Program.Name] = [], _ fixture: Fixture) async throws
        -> Client
    {
        let email = try EmailAddress("\(name)@example.org")
        for program in programs { _ = try await fixture.service.addOrganizer(email, to: program) }
        let token = try await fixture.service.ask(CreateToken(email: email)).token
        return fixture.client(try #require(try await fixture.service.principal(token: token)))
    }

    @Test("a mentor of two programs is booked once at an hour, and a free colleague takes the other")
    func sameHour() async throws {
        let fixture = try await both(
            [mentor("Ann", "Tue 17:00")], [mentor("Ann", "Tue 17:00"), mentor("Ben", "Wed 17:00")])
        #expect(try await sessions("one", fixture).map(\.mentor.name) == Array(repeating: "Ann", count: 6))
        #expect(try await sessions("two", fixture).map(\.mentor.name) == Array(repeating: "Ben", count: 6))
    }

    @Test("without a colleague the turn is uncovered, and why names no program")
    func uncovered() async throws {
        let fixture = try await both([mentor("Ann", "Tue 17:00")], [mentor("Ann", "Tue 17:30")])
        #expect(try await sessions("two", fixture).isEmpty)
        let plan = try await fixture.service.plan("two", publish: false, asked: .nobody)
        #expect(plan.uncovered.count == 6)
        #expect(plan.uncovered.allSatisfy { $0.reason.contains("another program") && !$0.reason.contains("one") })
        let why = try await fixture.service.ask(
            ExplainAbsence(program: "two", mentor: EmailAddress("ann@example.org"), week: 2), by: Principal.nobody)
        #expect("\(why)".contains("another program") && !"\(why)".contains("one-202701-w0"))
    }

    /// Both programs merely name Ann, who leads in one at the hour at which she could in two.
    @Test("whoever organizes both programs is told which session it is, and nobody else", arguments: [true, false])
    func organizesBoth(hasAnnSpoken: Bool) async throws {
        let fixture = try await both(
            [mentor("Ann", "Tue 17:00")], [mentor("Ann", "Tue 17:00"), mentor("Ben", "Tue 17:00")],
            hasAnnSpoken: hasAnnSpoken)
        let ann = try EmailAddress("ann@example.org")
        func answers(to client: Client) async throws -> [String] {
            let why = try await client.ask(ExplainAbsence(program: "two", mentor: ann, week: 5))
            let other = try await client.ask(ExplainSession(session: "two-202701-w05-europe"))
            let ground = other.objections.first { $0.mentor == "Ann" }
            return [
                why.objection.sentence, ground?.sentence ?? "",
                "\(why.objection.ground) \(ground.map { "\($0.ground)" } ?? "")",
            ]
        }
        let code = "Ann’s slot on 2027-02-02 17:00 is when they lead one-202701-w05-europe"
        let machine = try await answers(to: fixture.client(.machine(as: nil)))
        let both = try await answers(to: client("olga", organizing: ["one", "two"], fixture))
        for told in [machine, both] { #expect(told == [code, code, "engaged engaged"]) }
        let hidden =
            hasAnnSpoken
            ? "Ann’s slot on 2027-02-02 17:00 is when they lead a session of another program" : "Ann is away then"
        let ground = hasAnnSpoken ? "engaged engaged" : "away away"
        #expect(try await answers(to: client("pia", organizing: ["two"], fixture)) == [hidden, hidden, ground])
        // So do plans and offers.
        let ben = try EmailAddress("ben@example.org")
        let offer = OfferSwap(session: "two-202701-w05-europe")
        let refusal = await #expect(throws: Refusal.self) { try await fixture.client(.machine(as: ben)).ask(offer) }
        #expect(refusal?.description.hasSuffix(": Ann leads one-202701-w05-europe at that time") == true)
        let own = try await client("ben", fixture)
        let ofBen = await #expect(throws: Refusal.self) { try await own.ask(offer) }
        let words = hasAnnSpoken ? "Ann leads a session of another program at that time" : "Ann is away on 2027-02-02"
        #expect(ofBen?.description.hasSuffix(": \(words)") == true, "\(ofBen as Any)")
    }

    /// Both programs merely name Ann.
    @Test(
        "every answer tells Ann herself, and whoever organizes both, what she does elsewhere, and nobody else",
        arguments: [("ann", [Program.Name](), true), ("olga", ["one", "two"], true), ("pia", ["two"], false)])
    func everyAnswer(name: String, organizing: [Program.Name], isTold: Bool) async throws {
        let fixture = try await both(
            [mentor("Ann", "Tue 17:00")], [mentor("Ann", "Tue 17:00")], hasAnnSpoken: false)
        let asker = try await client(name, organizing: organizing, fixture)
        let reason = isTold ? "(Ann leads one-202701-w02-europe then)" : "(Ann is away)"
        if !organizing.isEmpty {
            let report = try await asker.ask(ReportSeason(program: "two")).turns.first { $0.week == 2 }?.reason
            #expect(report?.hasSuffix(reason) == true, "\(report as Any)")
        }
        let forecast = try await asker.ask(ForecastSeason(program: "two")).uncovered.first { $0.week == 2 }?.reason
        #expect(forecast?.hasSuffix(reason) == true, "\(forecast as Any)")
        let published = try await asker.ask(
            PublishSlot(program: "two", mentor: EmailAddress("ann@example.org"), when: "Tue 17:30"))
        let conflicts = published.next.flatMap(\.conflicts).filter { $0.hasPrefix("Ann leads one-202701-w0") }
        #expect(conflicts.count == (isTold ? 6 : 0))
    }

    @Test("a day that counts whole, since its mentor was merely named, is told as one to whoever organizes both")
    func wholeDay() async throws {
        let fixture = try await both(
            [mentor("Ann", "Tue 17:00")], [mentor("Ann", "Tue 09:00")], hasAnnSpoken: false)
        let told = try await fixture.service.plan("two", publish: false).uncovered.first { $0.week == 2 }?.reason
        #expect(
            told
                == "no mentor of Europe has a slot that can be used that week (Ann leads one-202701-w02-europe that day)"
        )
        let hidden = try await fixture.service.plan("two", publish: false, asked: .nobody).uncovered
        #expect(hidden.first { $0.week == 2 }?.reason.hasSuffix("(Ann is away)") == true)
    }

    @Test(
        "gaps and monthly limits count the turns of all programs",
        arguments: [
            // Ann leads every week in one; in two she would lead at another hour.
            (1, 5, 0), (2, 5, 0), (1, 9, 0),
        ])
    func gaps(gap: Int, month: Int, expected: Int) async throws {
        let fixture = try await both(
            [mentor("Ann", "Tue 17:00", gap: gap, month: month)], [mentor("Ann", "Fri 10:00", gap: gap, month: month)])
        #expect(try await sessions("two", fixture).count == expected)
    }

    @Test("what is left of a month is what the other program has not taken")
    func months() async throws {
        // One wants Ann in weeks 1, 3 and 5 at most twice a month; two may have her in the weeks between.
        let rule = "name: Ann, email: ann@example.org, zone: Europe/Berlin, region: europe, min-gap-weeks: 1, "
        let fixture = try await both(
            [rule + "max-per-month: 3, slots: [ { rrule: \"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU\", at: \"17:00\" } ]"],
            [rule + "max-per-month: 3, slots: [ { every: \"Fri 10:00\" } ]"])
        let one = try await sessions("one", fixture)
        let two = try await sessions("two", fixture)
        for month in [1, 2] {
            let led = (one + two).filter { $0.localStart.date.month == month }
            #expect(led.count <= 3)
        }
        #expect(Set(one.map(\.week)).isDisjoint(with: two.map(\.week)))
        #expect(!two.isEmpty)
    }

    /// One has Ann in weeks 1, 3 and 5, at least two apart, and announces four weeks; two, which is planned later, may have her in every
    /// week.
    private func bookedBehindOne(hasAnnSpoken: Bool = true) async throws -> Fixture {
        let rule = mentor("Ann", "Tue 17:00", gap: 2).replacing(
            "every: \"Tue 17:00\"", with: "rrule: \"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU\", at: \"17:00\"")
        return try await both([rule], [mentor("Ann", "Fri 10:00")], hasAnnSpoken: hasAnnSpoken)
    }

    private func weeks(_ name: String, _ fixture: Fixture) async throws -> [Int] {
        try await sessions(name, fixture).filter { $0.status != .cancelled }.map(\.week)
    }

    @Test("what another program books later leaves an announced turn, and takes a tentative one by the next plan")
    func bookedLater() async throws {
        let fixture = try await bookedBehindOne()
        #expect(try await weeks("one", fixture) == [1, 3, 5])
        #expect(try await weeks("two", fixture) == [2, 4, 6])
        let plan = try await fixture.service.plan("one", publish: true, asked: .nobody)
        #expect(try await weeks("one", fixture) == [1, 3])
        let reason = plan.uncovered.first { $0.week == 5 }?.reason
        #expect(reason?.contains("Ann leads a session of another program less than 2 weeks away") == true)
    }

    @Test(
        "health tells of turns that stand beyond their mentor's terms, as far as whoever asks may know it",
        arguments: [
            (["one"], true, "a turn in another program"), (["one", "two"], true, "two-202701-w02-europe"),
            (["one"], false, nil),
        ] as [([String], Bool, String?)])
    func beyondTerms(organizes: [String], hasAnnSpoken: Bool, what: String?) async throws {
        let fixture = try await bookedBehindOne(hasAnnSpoken: hasAnnSpoken)
        let pia = try await client("pia", organizing: organizes, fixture)
        let load = try #require(try await pia.ask(ShowHealth(program: "one")).mentors.first)
        let expected = what.map { what in
            [1, 3].map { week in
                "one-202701-w0\(week)-europe: Less than 2 weeks from \(what); their turns are to lie at least 2 weeks apart."
            }
        }
        #expect(load.beyondTerms == expected)
        #expect(load.strains == (what == nil ? [] : [.terms]))
        guard organizes.contains("two") else { return }
        // By her terms there nothing is wrong.
        #expect(try await pia.ask(ShowHealth(program: "two")).mentors.first?.beyondTerms == nil)
    }

    @Test(
        "publishing a slot says on which of its dates another program has its mentor, and not which program",
        arguments: [
            ("Tue 17:00", "then"), ("Tue 17:30", "then"), ("Tue 16:01", "then"), ("Tue 18:00", "less than 1 week away"),
            ("Wed 10:00", "less than 1 week away"),
        ])
    func publishing(when: String, words: String) async throws {
        // One has Ann in every second week; two has no sessions.
        let terms = "name: Ann, email: ann@example.org, zone: Europe/Berlin, region: europe, max-per-month: 5, "
        let slots = "slots: [ { rrule: \"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU\", at: \"17:00\" } ]"
        let fixture = try await both([terms + "min-gap-weeks: 1, \(slots)"], [terms + "min-gap-weeks: 1"])
        let published = try await client("pia", organizing: ["two"], fixture).ask(
            PublishSlot(program: "two", mentor: EmailAddress("ann@example.org"), when: when))
        let told = published.next.map { $0.conflicts.filter { $0.hasPrefix("Ann ") } }
        let weekly = ["Ann leads a session of another program \(words)"]
        #expect(told == [weekly, [], weekly, [], weekly, []])
    }

    @Test(
        "of whoever was merely named nothing is told of what they do elsewhere, nor at which hour, by no reason and no refusal",
        arguments: [("Tue 17:00", true), ("Tue 09:00", true), ("Tue 21:00", true), ("Wed 10:00", false)])
    func named(when: String, isHindered: Bool) async throws {
        // Ben leads in one, where Ann has seats on Tuesdays; two's file names Ann, who knows nothing of it.
        let named = try await Fixture.with(program("one", [mentor("Ben", "Tue 17:00")]))
        _ = try await named.service.ask(
            JoinProgram(
                program: "one", name: "Ann Secret", email: EmailAddress("ann@example.org"), zone: "Europe/Berlin"))
        _ = try await named.service.plan("one", publish: true)
        for week in 1...4 { _ = try await named.enroll("ann", in: "one-202701-w0\(week)-europe") }
        try await named.apply(program("two", [mentor("Ann", when)]))
        let published = try await client("pia", organizing: ["two"], named).ask(
            PublishSlot(program: "two", mentor: EmailAddress("ann@example.org"), when: when, prefer: 1))
        #expect(
            published.next.allSatisfy { !"\($0.conflicts)".contains("Ann") && !"\($0.conflicts)".contains("program") })
        let plan = try await named.service.plan("two", publish: false, asked: .nobody)
        #expect(plan.uncovered.map(\.week) == (isHindered ? [1, 2, 3, 4] : []))
        #expect(
            plan.uncovered.allSatisfy {
                $0.reason == "no mentor of Europe has a slot that can be used that week (Ann is away)"
            })
        let why = try await named.service.ask(
            ExplainAbsence(program: "two", mentor: EmailAddress("ann@example.org"), week: 2), by: Principal.nobody)
        #expect(!isHindered || (why.objection.ground, why.objection.sentence) == (.away, "Ann is away then"))
        _ = try await named.service.plan("two", publish: true)
        let led = try await named.service.sessions(of: "two", upcoming: true, for: Viewer()).filter { $0.week <= 4 }
        #expect(led.isEmpty == isHindered)
    }

    @Test("of whoever was merely named no hour elsewhere is found out by moving a session of theirs to and fro")
    func movedAround() async throws {
        let fixture = try await both(
            [mentor("Ben", "Tue 17:00")], [mentor("Ann", "Thu 17:00")], publish: false, hasAnnSpoken: false)
        let ann = try EmailAddress("ann@example.org")
        _ = try await fixture.service.ask(
            JoinProgram(program: "one", name: "Ann Secret", email: ann, zone: "Europe/Berlin"))
        for name in ["one", "two"] { _ = try await fixture.service.plan(name, publish: true) }
        _ = try await fixture.enroll("ann", in: "one-202701-w02-europe")
        let asker = try await client("olga", organizing: ["two"], fixture)
        for hour in ["09", "16", "17", "20"] {
            let move = MoveSession(
                session: "two-202701-w02-europe", to: try local("2027-01-12T\(hour):00"), dryRun: true)
            let refusal = await #expect(throws: Refusal.self) { try await asker.ask(move) }
            #expect(
                refusal?.description
                    == "Ann is away on 2027-01-12, and cannot lead two-202701-w02-europe as well")
        }
        let wednesday = MoveSession(
            session: "two-202701-w02-europe", to: try local("2027-01-13T17:00"), dryRun: true)
        #expect(try await asker.ask(wednesday).effects?.remarks == [])
        // Who administers both is told, and only the hour itself is taken.
        let open = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(
                MoveSession(session: "two-202701-w02-europe", to: local("2027-01-12T17:00"), dryRun: true))
        }
        #expect(open?.description.hasPrefix("Ann attends one-202701-w02-europe at that time") == true)
        _ = try await fixture.service.ask(
            MoveSession(session: "two-202701-w02-europe", to: local("2027-01-12T20:00"), dryRun: true))
    }

    @Test("why a plan calls a session off is kept and mailed in words for everybody, whoever plans")
    func keptReason() async throws {
        let fixture = try await Fixture.with(program("one", [mentor("Ben", "Tue 17:00")]))
        try await fixture.apply(program("two", [mentor("Ann", "Tue 09:00")]))
        let ann = try EmailAddress("ann@example.org")
        _ = try await fixture.service.ask(
            JoinProgram(program: "one", name: "Ann Secret", email: ann, zone: "Europe/Berlin"))
        _ = try await fixture.service.plan("one", publish: true)
        _ = try await fixture.service.plan("two", publish: true, announceWeeks: 0)
        _ = try await fixture.enroll("ann", in: "one-202701-w02-europe")
        let plan = try await fixture.service.plan("two", publish: true, announceWeeks: 0)
        // Whoever administers both plans, and is told more.
        #expect(
            plan.uncovered.first { $0.week == 2 }?.reason.hasSuffix("(Ann attends one-202701-w02-europe that day)")
                == true)
        #expect(try await fixture.session("two-202701-w02-europe").cancellation?.hasSuffix("(Ann is away)") == true)
    }

    @Test("a program planned while the other is published does not book the mentor twice")
    func atTheSameMoment() async throws {
        let fixture = try await both(
            [mentor("Ann", "Tue 17:00")], [mentor("Ann", "Tue 17:00")], publish: false)
        async let one = fixture.service.plan("one", publish: true)
        async let two = fixture.service.plan("two", publish: true)
        _ = try await (one, two)
        let led = try await sessions("one", fixture) + sessions("two", fixture)
        #expect(led.count == 6)
        #expect(Set(led.map(\.start)).count == 6)
    }

    @Test("a session is not moved onto an hour at which its mentor has a seat elsewhere")
    func move() async throws {
        let fixture = try await both([mentor("Ann", "Tue 17:00")], [mentor("Cem", "Thu 17:00")])
        let own = try #require(try await sessions("one", fixture).first)
        let other = try #require(try await sessions("two", fixture).first { $0.week == own.week })
        _ = try await fixture.service.ask(Enroll(session: other.code), as: EmailAddress("ann@example.org"))
        let refusal = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(MoveSession(session: own.code, to: other.localStart))
        }
        // An administrator may look into both programs.
        #expect(refusal?.description.contains("Ann attends \(other.code)") == true, "\(refusal as Any)")
        #expect(try await sessions("one", fixture).first == own)
    }

    @Test("a seat that a move makes impossible goes, and whose it was is told")
    func movedOntoAnother() async throws {
        let fixture = try await both([mentor("Ann", "Tue 17:00")], [mentor("Ben", "Wed 17:00")])
        let ada = try EmailAddress("ada@example.org")
        _ = try await fixture.service.ask(JoinProgram(program: "one", name: "ada", email: ada, zone: "Europe/Paris"))
        for code in ["one-202701-w02-europe", "two-202701-w02-europe"] { _ = try await fixture.enroll("ada", in: code) }
        let mails = try await fixture.service.ask(ListOutbox()).count
        let tuesday = try await fixture.session("one-202701-w02-europe").localStart
        _ = try await fixture.service.ask(MoveSession(session: "two-202701-w02-europe", to: tuesday))
        #expect(try await fixture.session("two-202701-w02-europe").enrolled == 0)
        #expect(try await fixture.session("one-202701-w02-europe").enrolled == 1)
        #expect(try await fixture.mail(after: mails).contains("clashed two-202701-w02-europe → ada"))
    }

    @Test("whoever waits is passed over while they are elsewhere, hears of it once, and moves up when they are free")
    func passedOver() async throws {
        let fixture = try await Fixture.with(
            program(
                "duo",
                [
                    mentor("Zoe", "Tue 17:00"),
                    mentor("Aki", "Tue 17:00", region: "asia", zone: "Asia/Tokyo"),
                ], capacity: 1, regions: "europe, asia"))
        _ = try await fixture.service.plan("duo", publish: true)
        for name in ["ada", "bob"] {
            _ = try await fixture.service.ask(
                JoinProgram(
                    program: "duo", name: name, email: EmailAddress("\(name)@example.org"), zone: "Europe/Paris"))
        }
        _ = try await fixture.enroll("bob", in: "duo-202701-w02-europe")
        _ = try await fixture.enroll("ada", in: "duo-202701-w02-europe")
        _ = try await fixture.enroll("ada", in: "duo-202701-w02-asia")
        // Asia's session moves onto Europe's hour, in which ada only waits.
        let zoe = try await fixture.session("duo-202701-w02-europe")
        let onto = try local("2027-01-13T01:00")
        _ = try await fixture.service.ask(MoveSession(session: "duo-202701-w02-asia", to: onto))
        #expect(try await fixture.session("duo-202701-w02-asia").start == zoe.start)
        let mails = try await fixture.service.ask(ListOutbox()).count
        _ = try await fixture.service.ask(Leave(session: "duo-202701-w02-europe"), as: EmailAddress("bob@example.org"))
        #expect(try await fixture.session("duo-202701-w02-europe").enrolled == 0)
        #expect(try await fixture.mail(after: mails).contains("passedOver duo-202701-w02-europe → ada"))
        let told = try await fixture.service.ask(ListOutbox()).count
        #expect(try await fixture.service.doWhatIsDue().promoted == 0)
        #expect(try await fixture.service.ask(ListOutbox()).count == told)
        // Free again, she has the seat.
        _ = try await fixture.service.ask(Leave(session: "duo-202701-w02-asia"), as: EmailAddress("ada@example.org"))
        #expect(try await fixture.session("duo-202701-w02-europe").enrolled == 1)
    }

    @Test("a tentative session that is called off is told to whoever has a seat in it or waits for one")
    func tentativeCalledOff() async throws {
        let fixture = try await both([mentor("Ann", "Tue 17:00")], [mentor("Ben", "Wed 17:00")])
        let session = try #require(try await sessions("one", fixture).last)
        #expect(session.status == .tentative)
        _ = try await fixture.service.ask(
            JoinProgram(program: "one", name: "ada", email: EmailAddress("ada@example.org"), zone: "Europe/Paris"))
        _ = try await fixture.enroll("ada", in: session.code)
        let mails = try await fixture.service.ask(ListOutbox()).count
        _ = try await fixture.service.ask(CancelSession(session: session.code, reason: "a storm"))
        #expect(try await fixture.mail(after: mails) == ["calledOff \(session.code) → ada"])
    }
}
