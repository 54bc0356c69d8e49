import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog
import Wording

/// What a project lives through in nine months, told once from end to end; see `ThreeSeasons` for who takes part.
@Suite("Three seasons of a project")
struct ThreeSeasonStoryTests {
    private static let newAkira = "email: akira@new.example.net, formerly: [akira@example.org]"

    @Test("keep every code, hour, line of evidence and turn, whoever moves, leaves and comes back meanwhile")
    func story() async throws {
        var story = try await ThreeSeasons()
        try await autumn(&story)
        try await moves(&story, "Lars", to: "America/New_York", region: .americas)
        try await holidays(&story)
        try await newAddress(&story)
        try await departure(&story)
        try await secondSeason(&story)
        try await moves(&story, "Lars", to: "Europe/Lisbon", region: .europe)
        try await homecoming(&story)
        try await thirdSeason(&story)
        try await story.wait(until: "2027-06-28")
        try await ending(&story)
    }

    /// The first season meets every other week.
    ///
    /// Ann comes to all that is Asia's, Bob to two of Europe's.
    private func autumn(_ story: inout ThreeSeasons) async throws {
        for name in ["ann", "bob"] { _ = try await story.fixture.join(name) }
        _ = try await story.fixture.service.ask(
            EnrollForSeason(program: "nova", region: .asia, season: "a"), as: ThreeSeasons.email("ann"))
        for code in ["nova-a-w01-europe", "nova-a-w09-europe"] { _ = try await story.fixture.enroll("bob", in: code) }
        #expect(try await story.weeks(of: .asia, in: "a") == [1, 3, 5, 7, 9, 11, 13])
        // Week 5 is frozen for the Americas alone, and only their session waits a week.
        #expect(try await story.weeks(of: .americas, in: "a") == [1, 3, 6, 7, 9, 11, 13])
        try await story.wait(until: "2026-11-02")
    }

    /// A mentor moves: what was announced stays at its instant, and what is only planned follows.
    private func moves(
        _ story: inout ThreeSeasons, _ name: String, to zone: String, region: Region
    ) async throws {
        try await story.wait(forAnnouncedOf: name)
        var kept: [SessionView] = []
        for session in try await story.announced(name) { kept.append(try await story.fixture.session(session.code)) }
        #expect(!kept.isEmpty)
        let email = try ThreeSeasons.email(name.lowercased())
        _ = try await story.fixture.service.ask(SetMentor(program: "nova", zone: zone), as: email)
        _ = try await story.fixture.service.keepSeasonsRolling()
        try await story.look()
        for session in kept {
            let after = try await story.fixture.session(session.code)
            #expect(after == session)
        }
        let mentor = try await story.fixture.service.ask(ListMentors(program: "nova")).first { $0.email == email }
        #expect(mentor?.region == region && mentor?.zone.name == zone)
        let planned = try await story.sessions().filter { $0.mentor.name == name && $0.status == .tentative }
        let now = story.fixture.clock.now()
        #expect(planned.allSatisfy { $0.region == region || $0.start <= now })
    }

    /// The last week of the year, the 53rd, is frozen once its sessions are announced: they wait for January.
    private func holidays(_ story: inout ThreeSeasons) async throws {
        try await story.wait(until: "2026-12-07")
        let frozen = try await story.sessions("a").filter { $0.week == 9 }
        #expect(frozen.count == 3 && frozen.allSatisfy { $0.status == .announced })
        let freeze = AddFreeze(
            program: "nova", from: try day("2026-12-24"), to: try day("2027-01-03"), reason: "holidays")
        #expect(try await story.fixture.service.ask(freeze).remarks == ["postpones week 9 to week 10"])
        let plan = try await story.publish("a")
        let said = (plan.postponed ?? []).map { $0.inWords(calling: plan.regionTitles) }
        #expect(said.contains("week 9, Asia, Europe, Americas: postponed to week 10 (holidays)"))
        for region in [Region.asia, .europe] {
            #expect(try await story.weeks(of: region, in: "a") == [1, 3, 5, 7, 10, 11, 13])
        }
        #expect(try await story.weeks(of: .americas, in: "a") == [1, 3, 6, 7, 10, 11, 13])
        let january = try await story.sessions("a").filter { $0.week == 10 }
        let (first, last) = (try day("2027-01-04"), try day("2027-01-10"))
        #expect(january.allSatisfy { (first...last).contains($0.localStart.date) })
        // Another session under another code, never the old one at another time.
        #expect(Set(january.map(\.uid)).isDisjoint(with: frozen.map(\.uid)))
        for session in frozen {
            let after = try await story.fixture.session(session.code)
            #expect(after.status == .cancelled && after.start == session.start)
        }
    }

    /// In mid-season the file has Akira under another address, and the next season.
    private func newAddress(_ story: inout ThreeSeasons) async throws {
        try await story.wait(until: "2026-12-14")
        let led = try await story.sessions().filter { $0.mentor.name == "Akira" }
        let announced = try await story.announced("Akira").map(\.code)
        let lars = try await story.fixture.service.ask(ListMentors(program: "nova")).first { $0.name == "Lars" }
        let changes = try await story.apply(ThreeSeasons.file([ThreeSeasons.a, ThreeSeasons.b], akira: Self.newAkira))
        #expect(changes.contains { $0.what.hasPrefix("Akira: address akira@example.org → akira@new.example.net; ") })
        // Lars has said himself where he lives, and the organizer's freeze is none of the file's.
        #expect(try await story.fixture.service.ask(ListMentors(program: "nova")).first { $0.name == "Lars" } == lars)
        #expect(changes.contains { $0.kind == .kept && $0.what.contains("Lars") })
        let count = try await story.fixture.service.ask(ListOutbox()).count
        let mails = try await story.fixture.store.read { try $0.outbox([.pending]) }
        let proof = try #require(mails.last { $0.subject == "move: prove" })
        #expect(proof.recipient.description == "akira@new.example.net")
        _ = try await story.fixture.service.ask(ConfirmMove(secret: String(decoding: proof.bytes, as: UTF8.self)))
        let readdressed = try await story.fixture.service.ask(ListOutbox()).dropFirst(count).map {
            "\($0.subject) → \($0.to)"
        }
        #expect(
            Set(readdressed)
                == Set(
                    announced.flatMap { code in
                        ["akira@example.org", "akira@new.example.net"].map { "readdressed \(code) → \($0)" }
                    }))
        #expect(try await story.sessions().filter { $0.mentor.name == "Akira" } == led)
    }

    /// Nia leaves before Christmas; whoever is left in the Americas leads what she was to.
    private func departure(_ story: inout ThreeSeasons) async throws {
        try await story.wait(until: "2026-12-21")
        _ = try await story.fixture.service.ask(RemoveMentor(program: "nova", email: ThreeSeasons.email("nia")))
        try await story.publish("a")
        let now = story.fixture.clock.now()
        let coming = try await story.sessions().filter { $0.start > now && $0.status != .cancelled }
        #expect(!coming.isEmpty && !coming.contains { $0.mentor.name == "Nia" })
    }

    /// The second season is published while the first runs, and meets every week.
    ///
    /// Cyd comes to all that is Europe's.
    private func secondSeason(_ story: inout ThreeSeasons) async throws {
        try await story.wait(until: "2027-01-11")
        let before = try await story.sessions("a")
        let plan = try await story.publish("b")
        #expect(try await story.sessions("a") == before)
        try await checkTurns(story, "b", plan)
        _ = try await story.fixture.join("cyd")
        _ = try await story.fixture.service.ask(
            EnrollForSeason(program: "nova", region: .europe, season: "b"), as: ThreeSeasons.email("cyd"))
        for region in [Region.asia, .europe, .americas] {
            #expect(try await story.weeks(of: region, in: "b") == Array(1...8))
        }
        try await story.wait(until: "2027-02-15")
        try await checkEvidence(story)
        let again = try await story.publish("b")
        try await checkTurns(story, "b", again)
    }

    /// Nia comes back in March, and begins neither behind nor ahead of the others.
    private func homecoming(_ story: inout ThreeSeasons) async throws {
        try await story.wait(until: "2027-03-08")
        let nia = try ThreeSeasons.email("nia")
        _ = try await story.fixture.service.ask(
            AddMentor(
                program: "nova", name: "Nia", email: nia, zone: "America/New_York", maxPerMonth: 5, minGapWeeks: 1))
        _ = try await story.fixture.service.ask(PublishSlot(program: "nova", when: "Tue 12:00"), as: nia)
        let plan = try await story.publish("b", changes: nil)
        try await checkTurns(story, "b", plan)
    }

    /// The third season meets by the month; the file leaves the first one out.
    ///
    /// Bob is back for one session, and Eve is new.
    private func thirdSeason(_ story: inout ThreeSeasons) async throws {
        try await story.wait(until: "2027-03-15")
        let before = try await story.sessions("a")
        _ = try await story.apply(ThreeSeasons.file([ThreeSeasons.b, ThreeSeasons.c], akira: Self.newAkira))
        #expect(try await story.sessions("a") == before)
        try await story.wait(until: "2027-03-22")
        let plan = try await story.publish("c")
        try await checkTurns(story, "c", plan)
        _ = try await story.fixture.join("eve")
        _ = try await story.fixture.service.ask(
            EnrollForSeason(program: "nova", region: .americas, season: "c"), as: ThreeSeasons.email("eve"))
        _ = try await story.fixture.enroll("bob", in: "nova-c-w05-asia")
        for region in [Region.asia, .europe, .americas] {
            #expect(try await story.weeks(of: region, in: "c") == [1, 3, 5, 7, 9])
        }
        try await checkEvidence(story)
        try await story.wait(until: "2027-05-03")
        let again = try await story.publish("c")
        try await checkTurns(story, "c", again)
    }

    private func ending(_ story: inout ThreeSeasons) async throws {
        let sessions = try await story.sessions()
        #expect(sessions.allSatisfy { $0.status == .held || $0.status == .cancelled })
        #expect(sessions.count { $0.status == .held } == 21 + 24 + 15)
        #expect(Set(sessions.map(\.code)).count == sessions.count)
        let weeks = story.diary.uids.keys.filter { $0.hasSuffix("-triage") }
        #expect(["a", "b", "c"].allSatisfy { season in weeks.contains { $0.hasPrefix("nova-\(season)-w") } })
        try await checkEvidence(story)
        #expect(Set(story.diary.lines.map(\.who)) == ["ann", "bob", "cyd", "eve"])
        for season in ["b", "c"] { try await checkCarry(story, season) }
        try await checkMail(story)
    }
}

// What is checked again and again.
extension ThreeSeasonStoryTests {
    /// What a plan says that everybody leads and brings along is what is counted.
    private func checkTurns(_ story: ThreeSeasons, _ season: String, _ plan: PlanView) async throws {
        let counted = try await counted(story)
        let start = try #require(counted.sessions.first { $0.code.season == season }?.season)
        for mentor in counted.mentors {
            let share = try #require(plan.fairness.first { $0.mentor == mentor.person.name })
            #expect(share.turns == counted.turns(of: mentor, from: start), "\(share.mentor) in \(season)")
        }
        let carry = Dictionary(uniqueKeysWithValues: plan.fairness.map { ($0.mentor, $0.carry) })
        #expect(carry == counted.into(season))
        try await checkCarry(story, season)
    }

    /// What the ledger says that everybody brings into a season is what is counted.
    private func checkCarry(_ story: ThreeSeasons, _ season: String) async throws {
        let ledger = try await story.fixture.service.ask(ReportSeason(program: "nova", season: season)).ledger
        let carry = Dictionary(uniqueKeysWithValues: ledger.mentors.map { ($0.mentor, $0.carry) })
        let counted = try await counted(story).into(season)
        #expect(carry == counted, "\(season)")
    }

    private func counted(_ story: ThreeSeasons) async throws -> CountedCarry {
        let mentors = try await story.fixture.store.read { try $0.mentors(of: "nova") }
        return CountedCarry(mentors: mentors, sessions: try await story.stored(), now: story.fixture.clock.now())
    }

    /// Each line of somebody's evidence leads to the session to which they came.
    private func checkEvidence(_ story: ThreeSeasons) async throws {
        let service = story.fixture.service
        for name in Set(story.diary.lines.map(\.who)).sorted() {
            let email = try ThreeSeasons.email(name)
            let lines = story.diary.lines.filter { $0.who == name }.sorted { $0.start < $1.start }
            let evidence = try await service.ask(ShowEvidence(program: "nova", person: email))
            #expect(evidence.attended.map(\.session) == lines.map(\.code))
            for (attended, line) in zip(evidence.attended, lines) {
                let session = try await story.fixture.session(attended.session)
                #expect((session.uid, session.start, session.status) == (line.uid, line.start, .held))
                #expect(attended.start == line.start && attended.mentor == session.mentor.name)
                let came = try await service.ask(ShowAttendance(session: attended.session))
                #expect(came.session == attended.session)
            }
            let progress = try await service.ask(ShowProgress(program: "nova", person: email))
            #expect(progress.sessions == lines.count)
        }
    }

    /// Nobody hears of a season in which they neither lead, nor volunteer, nor learn.
    private func checkMail(_ story: ThreeSeasons) async throws {
        let learners: [String: Set<String>] = ["a": ["ann", "bob"], "b": ["cyd"], "c": ["bob", "eve"]]
        var heard: [String: Set<String>] = [:]
        var asked: [String] = []
        for mail in try await story.fixture.service.ask(ListOutbox()) {
            let who = String(mail.to.localPart)
            if mail.subject.hasPrefix("goOn") { asked.append(who) }
            guard let code = mail.subject.firstMatch(of: /nova-([a-z0-9]+)-w\d\d-[a-z]+/) else { continue }
            heard[String(code.1), default: []].insert(who)
        }
        #expect(heard.keys.sorted() == ["a", "b", "c"])
        for (season, people) in heard {
            let concerned = (learners[season] ?? []).union(story.diary.workers[season] ?? [])
            #expect(people.subtracting(concerned) == [], "\(season)")
            #expect(people.isSuperset(of: learners[season] ?? []), "\(season)")
        }
        // Whose place in a region's sessions ends is asked once whether to go on.
        #expect(asked == ["ann", "cyd"])
    }
}
