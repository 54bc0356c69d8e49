import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("The health of a training") struct HealthTests {
    private static let organizer = Caller.onThisMachine(as: nil)

    /// A season of twelve weeks with ten seats a session; so many came to each session of asia, from the first on.
    private func season(
        came: [Int], of region: String = "asia", zone: String = "Asia/Tokyo", capacity: Int = 10, people: Int = 10
    ) async throws -> Fixture {
        let fixture = try await Fixture.with(small(weeks: 12, capacity: capacity, announce: 12))
        _ = try await fixture.service.plan("nova", publish: true)
        let names = (1...people).map { "p\($0)" }
        for name in names { _ = try await fixture.join(name, zone: zone) }
        for week in 1...came.count {
            for name in names.prefix(capacity) { _ = try await fixture.enroll(name, in: code(week, region)) }
        }
        try fixture.clock.set("2027-03-31T12:00:00Z")
        for (index, count) in came.enumerated() {
            _ = try await fixture.service.ask(
                RecordAttendance(
                    session: code(index + 1, region),
                    present: names.prefix(count).map { try EmailAddress("\($0)@example.org") }), by: Self.organizer)
        }
        // The Monday after the last session that was recorded.
        let monday = try day("2027-01-04").adding(days: 7 * came.count)
        try fixture.clock.set("\(monday)T00:00:00Z")
        return fixture
    }

    private func code(_ week: Int, _ region: String) -> String {
        "nova-202701-w\(week < 10 ? "0" : "")\(week)-\(region)"
    }

    private func asia(_ fixture: Fixture) async throws -> HealthView.RegionHealth {
        try #require(try await health(fixture).regions.first { $0.region == .asia })
    }

    private func health(_ fixture: Fixture, for caller: Caller = organizer) async throws -> HealthView {
        try await fixture.service.ask(ShowHealth(program: "nova"), by: caller)
    }

    @Test("a region's numbers are those of its sessions so far")
    func numbers() async throws {
        let region = try await asia(season(came: [9, 8, 7, 6]))
        #expect(region.people == 10)
        #expect(region.meetings.map(\.came) == [9, 8, 7, 6])
        #expect(region.meetings.map(\.enrolled) == [10, 10, 10, 10])
        #expect((region.sum.came, region.sum.seats) == (30, 40))
        #expect((region.recent.came, region.earlier.came) == (21, 9))
        #expect(region.withers.isEmpty && region.remedies.isEmpty)
    }

    @Test(
        "a region withers by few people or by half the share, and not before three sessions tell",
        arguments: [
            ([2, 2], [HealthView.Sign]()),
            ([2, 2, 2], [.few]),
            ([2, 3, 2], []),
            ([10, 10, 10, 4, 5, 5], [.half]),
            ([10, 10, 10, 5, 5, 5], []),
            ([10, 10, 2, 2, 2], [.few]),
            ([6, 6, 6, 2, 2, 1], [.few, .half]),
            ([0, 0, 0], [.few]),
        ])
    func trend(came: [Int], signs: [HealthView.Sign]) async throws {
        #expect(try await asia(season(came: came)).withers == signs)
    }

    @Test("what withered at the end of a season goes on withering in the next, until its sessions tell otherwise")
    func acrossSeasons() async throws {
        let fixture = try await season(came: [10, 10, 10, 10, 10, 10, 10, 10, 10, 2, 2, 2])
        let before = try await asia(fixture)
        #expect(before.withers == [.few, .half] && before.seasonBefore == nil)
        // Monday in every region.
        try fixture.clock.set("2027-03-29T12:00:00Z")
        try await fixture.apply(small(start: "2027-03-29", weeks: 12, capacity: 10, announce: 12))
        _ = try await fixture.service.plan("nova", publish: true)
        let first = try await asia(fixture)
        #expect(first.withers == [.few, .half] && first.meetings.isEmpty && first.sum.meetings == 0)
        #expect(first.seasonBefore?.map(\.came) == [10, 10, 10, 10, 10, 10, 10, 10, 10, 2, 2, 2])
        #expect((first.recent.came, first.earlier.came) == (6, 90))

        func record(_ week: Int, came: Int) async throws {
            let monday = try day("2027-03-29").adding(days: 7 * week)
            try fixture.clock.set("\(monday)T00:00:00Z")
            let present = try (1...came).map { try EmailAddress("p\($0)@example.org") }
            _ = try await fixture.service.ask(
                RecordAttendance(session: "nova-202703-w0\(week)-asia", present: present), by: Self.organizer)
        }
        try await record(2, came: 1)
        let second = try await asia(fixture)
        #expect(second.withers == [.few, .half] && second.meetings.compactMap(\.came) == [1])
        #expect((second.recent.came, second.earlier.meetings) == (5, 10))
        try await record(3, came: 9)
        #expect(try await asia(fixture).withers == [.half])
        try await record(4, came: 9)
        #expect(try await asia(fixture).withers.isEmpty)
    }

    @Test("two people are not few where there are three seats")
    func smallSessions() async throws {
        #expect(try await asia(season(came: [2, 2, 2], capacity: 3, people: 3)).withers.isEmpty)
    }

    @Test("a session that nobody recorded has no number, and counts for nothing")
    func unrecorded() async throws {
        let fixture = try await season(came: [9, 8])
        try fixture.clock.set("2027-01-20T12:00:00Z")
        let region = try await asia(fixture)
        #expect(region.meetings.map(\.came) == [9, 8, nil])
        #expect(region.sum.meetings == 2)
    }

    @Test(
        "a session that passed without being announced is no session: not one that nobody recorded, and nobody led it")
    func missed() async throws {
        let fixture = try await Fixture.with(small(weeks: 4, announce: 1))
        _ = try await fixture.service.plan("nova", publish: true)
        try fixture.clock.set("2027-02-03T12:00:00Z")
        let missed = try #require(try await fixture.service.missedSessions().first)
        #expect((missed.count, missed.seasonIsOver) == (9, true))
        let seen = try await health(fixture)
        #expect(seen.regions.map { $0.meetings.map(\.week) } == [[1], [1], [1]])
        #expect(seen.mentors.map(\.turns) == [1, 1, 1])
        #expect(seen.mentors.map(\.hours) == [1, 1, 1])
    }

    @Test("a session that is over since the season rolled on is not recorded, unless nobody had a seat")
    func rolledOn() async throws {
        let fixture = try await season(came: [9, 8])
        _ = try await fixture.enroll("p1", in: code(3, "asia"))
        try fixture.clock.set("2027-01-27T12:00:00Z")
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.session(code(3, "asia")).status == .held)
        #expect(try await asia(fixture).meetings.map(\.came) == [9, 8, nil, 0])
    }

    @Test("a region whose people live elsewhere is told whom to join, and at which hour")
    func remedies() async throws {
        // In Anchorage, asia's 17:00 in Tokyo is 23:00 and europe's 17:00 in Berlin 07:00; americas' 14:00 in São Paulo is 08:00.
        let region = try await asia(season(came: [1, 1, 1], zone: "America/Anchorage"))
        #expect(region.withers == [.few])
        let merge = try #require(region.remedies.first { $0.kind == .merge })
        #expect((merge.region, merge.inDay, merge.inDayNow) == (.americas, 10, 0))
        #expect(merge.freeSeats == 10)
        let move = try #require(region.remedies.first { $0.kind == .move })
        #expect((move.mentor, move.slot, move.inDay, move.inDayNow) == ("Akira", nil, 10, 0))
        // 15:00 in Tokyo is 21:00 in Anchorage.
        #expect(move.localStart?.time == LocalTime(hour: 15, minute: 0))
        // Nobody else leads asia.
        #expect(!region.remedies.contains { $0.kind == .mentor })
    }

    @Test("a published slot comes before an hour that nobody publishes, and another mentor is named with their numbers")
    func otherMentors() async throws {
        let fixture = try await season(came: [1, 1, 1], zone: "America/Sao_Paulo")
        let mei = try EmailAddress("mei@example.org")
        _ = try await fixture.service.ask(
            AddMentor(program: "nova", name: "Mei", email: mei, zone: "Asia/Tokyo", region: .asia))
        let slot = try await fixture.service.ask(PublishSlot(program: "nova", mentor: mei, when: "Tue 21:00"))
        let region = try await asia(fixture)
        let move = try #require(region.remedies.first { $0.kind == .move })
        #expect((move.mentor, move.slot) == ("Mei", slot.slot.id))
        let other = try #require(region.remedies.first { $0.kind == .mentor })
        #expect((other.mentor, other.turns, other.fairShare) == ("Mei", 0, 4.5))
    }

    @Test("who waits is counted for all, and named only for organizers; others see nothing")
    func waiting() async throws {
        let fixture = try await Fixture.with(small(capacity: 1))
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob", "cid"] {
            _ = try await fixture.join(name)
            _ = try await fixture.enroll(name, in: "nova-202701-w01-asia")
        }
        let seen = try await health(fixture)
        #expect(seen.queues.map(\.waiting) == [2])
        #expect(seen.queues.first?.names == ["bob", "cid"])
        let akira = Caller(email: try EmailAddress("akira@example.org"), role: .mentor)
        #expect(try await health(fixture, for: akira).queues.first?.names == nil)
        for other in [Caller(email: try EmailAddress("ann@example.org"), role: .mentor), .anonymous] {
            let refusal = await #expect(throws: Refusal.self) { try await health(fixture, for: other) }
            #expect(refusal?.reason == .notAllowed)
        }
    }

    @Test("answers that wait for their mentor are counted until they are signed off")
    func signOffs() async throws {
        let fixture = try await season(came: [1])
        let p2 = try EmailAddress("p2@example.org")
        _ = try await fixture.service.ask(AnswerQuestions(session: "nova-202701-w01-asia", text: "because"), as: p2)
        let waiting = try #require(try await health(fixture).signOffs.first)
        #expect((waiting.session, waiting.mentor, waiting.waiting) == ("nova-202701-w01-asia", "Akira", 1))
        _ = try await fixture.service.ask(
            SignOffAnswers(session: "nova-202701-w01-asia", person: "p2"), by: Self.organizer)
        #expect(try await health(fixture).signOffs.isEmpty)
        #expect(try await asia(fixture).meetings.first?.asynchronous == 1)
    }

    @Test("answers of who was there after all wait for nobody, since nobody can sign them off")
    func cameAfterAll() async throws {
        let fixture = try await season(came: [1])
        let p2 = try EmailAddress("p2@example.org")
        _ = try await fixture.service.ask(AnswerQuestions(session: "nova-202701-w01-asia", text: "because"), as: p2)
        _ = try await fixture.service.ask(
            RecordAttendance(session: "nova-202701-w01-asia", present: [p2]), by: Self.organizer)
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(
                SignOffAnswers(session: "nova-202701-w01-asia", person: "p2"), by: Self.organizer)
        }
        #expect(try await health(fixture).signOffs.isEmpty)
    }

    @Test("a mentor who leads every week leads too many in a row, and no more than their share")
    func strains() async throws {
        let fixture = try await season(came: [1])
        let akira = try #require(try await health(fixture).mentors.first { $0.mentor == "Akira" })
        #expect((akira.turns, akira.fairShare, akira.inARow, akira.hours) == (12, 12, 12, 12))
        #expect(akira.strains == [.inARow])
        let mei = try EmailAddress("mei@example.org")
        _ = try await fixture.service.ask(
            AddMentor(program: "nova", name: "Mei", email: mei, zone: "Asia/Tokyo", region: .asia))
        #expect(try await health(fixture).mentors.first { $0.mentor == "Akira" }?.strains == [.turns, .inARow])
        #expect(try await health(fixture).mentors.first { $0.mentor == "Mei" }?.strains == [])
    }

    @Test("nights and offers to others are strains")
    func nights() async throws {
        let yaml = small(weeks: 8, announce: 8, regions: "asia").replacing("Tue 17:00", with: "Tue 23:00")
        let fixture = try await Fixture.with(yaml)
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.service.ask(
            AddMentor(
                program: "nova", name: "Mei", email: EmailAddress("mei@example.org"), zone: "Europe/Berlin",
                region: .asia))
        let akira = try EmailAddress("akira@example.org")
        for week in 1...2 {
            _ = try await fixture.service.ask(
                OfferSwap(session: code(week, "asia"), to: EmailAddress("mei@example.org")), as: akira)
        }
        let load = try #require(try await health(fixture).mentors.first { $0.mentor == "Akira" })
        #expect((load.unsocialHours, load.offered) == (load.hours, 2))
        #expect(load.strains.contains(.unsocial) && load.strains.contains(.offered))
    }

    @Test("a season that has not begun has regions and nothing else")
    func before() async throws {
        let fixture = try await Fixture.with(small())
        let seen = try await health(fixture)
        #expect(seen.regions.map(\.region) == [.asia, .europe, .americas])
        #expect(seen.regions.allSatisfy { $0.meetings.isEmpty && $0.withers.isEmpty && $0.people == 0 })
        #expect(seen.queues.isEmpty && seen.mentors.allSatisfy { $0.strains.isEmpty && $0.turns == 0 })
    }
}
