import CivilTime
import Mentoring
import MentoringService
import Persistence
import Testing

@Suite("duties come back as they were stored") struct DutyRoundTripTests {
    let store: SQLiteStore
    let triage = Duty(name: "triage", title: "Bug triage", link: "https://bugs.example.org", minGapWeeks: 3)
    let release = Duty(name: "release", title: "Release notes", maxPerMonth: 1)

    init() throws { store = try .inMemory() }

    @Test("in their order, with volunteers and weeks, all of which go with the duty")
    func all() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            try store.save(triage, at: 1, of: "nova")
            try store.save(release, at: 2, of: "nova")
            #expect(try store.duties(of: "nova") == [triage, release])
            for person in [nova.trainee, nova.mentor, nova.mentor] {
                try store.add(Volunteer(duty: "triage", person: person, since: now), to: "nova")
            }
            #expect(try store.volunteers(of: "nova").map(\.person) == [nova.mentor, nova.trainee])
            #expect(try store.removeVolunteer(nova.mentor.id, for: "triage", from: "nova"))
            #expect(try !store.removeVolunteer(nova.mentor.id, for: "triage", from: "nova"))
            var turn = try store.add(week(of: nova.mentor))
            #expect(try store.dutyTurn(turn.code) == turn)
            turn.person = nova.trainee
            turn.status = .cancelled
            turn.cancellation = "frozen"
            turn.contact = try EmailAddress("before@example.org")
            turn.isAgreed = true
            turn.sequence = 1
            try store.update(turn)
            #expect(try store.dutyTurns(of: "nova") == [turn])
            #expect(try store.dutyTurns(of: nova.trainee.id) == [turn])
            #expect(try store.dutyTurns(of: nova.mentor.id) == [])
            try store.save(triage, at: 3, of: "nova")
            #expect(try store.duties(of: "nova") == [release, triage])
            #expect(try store.dutyTurns(of: "nova") == [turn])
            try store.removeDuty("triage", from: "nova")
            #expect(try store.dutyTurns(of: "nova") == [])
            #expect(try store.volunteers(of: "nova") == [])
        }
    }

    @Test("of weeks that have begun those are found that nobody announced")
    func begun() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            try store.save(triage, at: 1, of: "nova")
            _ = try store.add(week(of: nova.mentor))
            var other = try week(of: nova.mentor, uid: "other")
            other.code = DutyCode(program: "nova", season: "202701", week: 3, duty: "triage")
            other.status = .tentative
            other = try store.add(other)
            #expect(try store.tentativeDutyTurns(of: "nova", until: other.monday) == [other])
            #expect(try store.tentativeDutyTurns(of: "nova", until: other.monday.adding(days: -1)).isEmpty)
        }
    }

    @Test("a week changes hands only with a higher sequence, and is there once")
    func invariants() async throws {
        let nova = try await Nova(in: store)
        let turn = try await store.write { store in
            try store.save(triage, at: 1, of: "nova")
            return try store.add(week(of: nova.mentor))
        }
        await #expect(throws: StorageFailure.self) {
            try await store.write { _ = try $0.add(week(of: nova.trainee, uid: "other")) }
        }
        await #expect(throws: StorageFailure.self) {
            try await store.write { store in
                var given = turn
                given.person = nova.trainee
                try store.update(given)
            }
        }
    }

    private func week(of person: Person, uid: String = "week") throws -> DutyTurn {
        DutyTurn(
            code: DutyCode(program: "nova", season: "202701", week: 2, duty: "triage"), season: try day("2027-01-04"),
            uid: uid,
            status: .announced, person: person, revised: now)
    }
}
