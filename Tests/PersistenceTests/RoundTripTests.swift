import CivilTime
import Mentoring
import MentoringService
import Persistence
import Testing
import TimeZoneCatalog

@Suite("what is stored comes back") struct RoundTripTests {
    let store: SQLiteStore

    init() throws { store = try .inMemory() }

    @Test("an empty store has nothing of anything")
    func emptyStore() async throws {
        try await store.read { store throws in
            #expect(try store.programs().isEmpty)
            #expect(try store.program("nova") == nil)
            #expect(try store.people().isEmpty)
            #expect(try store.slot(Identifier(1)) == nil)
            #expect(try store.sessions(of: "nova").isEmpty)
            #expect(try store.enrollmentCounts(of: "nova").isEmpty)
            #expect(try store.outbox([.pending, .sent, .refused]).isEmpty)
            #expect(try store.timeZoneRelease() == nil)
        }
    }

    @Test("programs come by name, and saving one again replaces its properties and nothing else")
    func programs() async throws {
        let nova = try await Nova(in: store)
        var changed = nova.program
        changed.title = "Nova 2"
        changed.regions = [.americas]
        changed.cadence = .everyRegion
        changed.areas = ["api", "scheduler"]
        changed.reviews = ReviewTerms(hosts: ["review.example.org"], pickDays: 4, proposals: .open)
        try await store.write { [changed] store throws in
            try store.save(Nova.program("aurora"))
            try store.save(changed)
        }
        try await store.read { [changed] store throws in
            #expect(try store.programs() == [Nova.program("aurora"), changed])
            #expect(try store.programNames() == ["aurora", "nova"])
            #expect(try store.contacts() == [Nova.program("aurora").contact, changed.contact])
            #expect(try store.program("nova") == changed)
            #expect(try store.mentors(of: "nova").count == 2)
            #expect(try store.sessions(of: "nova").map(\.asStored) == [nova.session])
        }
    }

    @Test("freezes come by first day, then number; a removed one is gone and its number is not given out again")
    func freezes() async throws {
        _ = try await Nova(in: store)
        try await store.write { store throws in
            let late = try store.add(
                Freeze(days: DayRange("2027-03-08..2027-03-21"), reason: "release", regions: [.americas, .asia]),
                to: "nova")
            let early = try store.add(Freeze(days: DayRange("2027-02-01"), reason: "summit"), to: "nova")
            let twin = try store.add(Freeze(days: DayRange("2027-02-01"), reason: "again"), to: "nova")
            #expect(try store.freezes(of: "nova") == [early, twin, late])
            #expect(try store.remove(twin.id))
            #expect(try !store.remove(twin.id))
            let next = try store.add(Freeze(days: DayRange("2027-02-02"), reason: "next"), to: "nova")
            #expect(next.id.rawValue == twin.id.rawValue + 1)
        }
    }

    @Test("people come by address; a name and a zone can change")
    func people() async throws {
        let nova = try await Nova(in: store)
        var renamed = nova.mentor
        renamed.name = "Mei Lin"
        renamed.zone = .utc
        try await store.write { [renamed] store in try store.update(renamed) }
        try await store.read { [renamed] store throws in
            #expect(try store.people() == [nova.other, renamed, nova.trainee])
            #expect(try store.person(renamed.email) == renamed)
            #expect(try store.person(EmailAddress("nobody@example.org")) == nil)
        }
    }

    @Test("mentors come by region, then address; saving one again replaces their terms and keeps their slots")
    func mentors() async throws {
        let nova = try await Nova(in: store)
        let again = Mentor(
            program: "nova", person: nova.mentor, region: .europe, weight: 2, minGapWeeks: 1, maxPerMonth: 4)
        try await store.write { store throws in
            let ada = try store.add(Nova.person("ada"))
            try store.save(Mentor(program: "nova", person: ada, region: .americas))
            #expect(try store.mentors(of: "nova").map(\.person.name) == ["mei", "ana", "ada"])
            try store.save(again)
            #expect(try store.mentors(of: "nova").map(\.person.name) == ["ana", "mei", "ada"])
            #expect(try store.mentors(of: "nova")[1] == again)
            #expect(try store.slots(of: "nova") == [nova.slot])
        }
    }

    @Test("removing a mentor removes the slots they offered, and no session")
    func removedMentor() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            try store.removeMentor(nova.mentor.id, from: "nova")
            #expect(try store.mentors(of: "nova").map(\.person) == [nova.other])
            #expect(try store.slots(of: "nova").isEmpty)
            let session = try #require(try store.session(nova.session.code)?.asStored)
            #expect(session.slot == nil)
            #expect(session.mentor == nova.mentor)
        }
    }

    @Test("trainees come by address, and joining twice is joining once")
    func trainees() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            try store.addTrainee(nova.trainee.id, to: "nova", at: now)
            try store.addTrainee(nova.other.id, to: "nova", at: now)
            #expect(try store.trainees(of: "nova") == [nova.other, nova.trainee])
            #expect(try store.trainees(of: "aurora").isEmpty)
        }
    }

    @Test("trainees are counted by the clocks that the program shows them by")
    func audience() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            #expect(try store.audience(of: "nova") == [nova.trainee.zone: 1])
            try store.addTrainee(nova.other.id, to: "nova", at: now)
            #expect(try store.audience(of: "nova") == [nova.trainee.zone: 2])
            let lagos = try TimeZoneCatalog.shipped.zone(named: "Africa/Lagos")
            try store.save(Introduction(program: "nova", person: nova.other.id, name: "Ana", zone: lagos))
            #expect(try store.audience(of: "nova") == [nova.trainee.zone: 1, lagos: 1])
            #expect(try store.audience(of: "aurora").isEmpty)
        }
    }

    @Test("a slot keeps its pattern, can change, and is gone when removed")
    func slots() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            #expect(try store.slot(nova.slot.id) == nova.slot)
            var changed = nova.slot
            changed.pattern = SlotPattern(
                rule: "FREQ=MONTHLY;BYDAY=2TU", at: try #require(LocalTime(iso: "17:00:30")),
                until: try day("2027-03-01"))
            changed.zone = .utc
            try store.update(changed)
            #expect(try store.slots(of: "nova") == [changed])
            #expect(try store.remove(changed.id))
            #expect(try !store.remove(changed.id))
            #expect(try store.slot(changed.id) == nil)
        }
    }

    @Test("absences come by first day, then number")
    func absences() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            let late = try store.add(Away(person: nova.mentor.id, days: DayRange("2027-05-01..2027-05-09")))
            let early = try store.add(Away(person: nova.mentor.id, days: DayRange("2027-04-01")))
            #expect(try store.absences(of: nova.mentor.id) == [early, late])
            #expect(try store.absences(of: nova.other.id).isEmpty)
            #expect(try store.remove(early.id))
            #expect(try !store.remove(early.id))
        }
    }
}
