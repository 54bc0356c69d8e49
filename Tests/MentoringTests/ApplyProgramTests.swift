import AppResources
import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import ProgramFile
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Applying a program file")
struct ApplyProgramTests {
    @Test("applying twice changes nothing the second time")
    func idempotent() async throws {
        let fixture = try Fixture()
        #expect(try await !fixture.apply(AppResources.exampleProgram).isEmpty)
        let facts = try await fixture.store.read { try $0.fileFacts(of: "nova") }
        #expect(try await fixture.apply(AppResources.exampleProgram) == [])
        #expect(try await fixture.store.read { try $0.fileFacts(of: "nova") } == facts)
    }

    @Test("a dry run tells what would change and changes nothing")
    func dryRun() async throws {
        let fixture = try Fixture()
        let promised = try await fixture.apply(small(), dryRun: true)
        #expect(try await fixture.service.programs() == [])
        #expect(try await fixture.apply(small()) == promised)
    }

    @Test("what the file does not mention stays without prune and goes with it")
    func prune() async throws {
        let fixture = try await Fixture.with(small(freezes: "{ from: 2027-01-11, to: 2027-01-17, reason: release }"))
        let fewer = small(regions: "asia")
        let known = [
            "freeze 2027-01-11..2027-01-17: release", "mentor Zoe", "mentor Joao",
        ]
        let extra = known.map { "not in the file: \($0); it was there before, and --prune removes it" }
        #expect(
            try await fixture.apply(fewer).map(\.description) == ["changed regions asia, europe, americas → asia"]
                + extra)
        #expect(try await fixture.apply(fewer).map(\.description) == extra)
        #expect(try await fixture.apply(fewer, prune: true).map(\.description) == known.map { "removed \($0)" })
        #expect(try await fixture.apply(fewer, prune: true) == [])
    }

    @Test("a mentor who moves keeps the slot, in the new zone")
    func move() async throws {
        let fixture = try await Fixture.with(small())
        let moved = small().replacing("Asia/Tokyo", with: "Asia/Kolkata")
        #expect(
            try await fixture.apply(moved).map(\.description) == [
                "changed person Akira: zone Asia/Tokyo → Asia/Kolkata",
                "changed slot of Akira: Tue 17:00 (zone Asia/Tokyo → Asia/Kolkata)",
            ])
        #expect(try await fixture.service.ask(ListSlots(program: "nova")).map(\.zone.name).first == "Asia/Kolkata")
    }

    @Test("what speaks against a slot's hours is said, and of whom it is")
    func hours() async throws {
        let file = small(weeks: 20).replacing("Wed 17:00", with: "Sun 02:30")
        let fixture = try await Fixture.with(small(weeks: 20))
        #expect(
            try await fixture.apply(file).map(\.description).contains(
                "added slot of Zoe: Sun 02:30; all 20 dates: outside Zoe’s own day (08:00 to 22:00); "
                    + "2027-03-28: the clock skips 02:30 that day; it is taken as 03:30"))
    }

    @Test("an export keeps the hours of a mentor who reads another clock since they were published")
    func slotsOnAnotherClock() async throws {
        let fixture = try await Fixture.with(small())
        // As releases stored it in which slots did not follow their mentor's clock.
        try await fixture.store.write { transaction in
            var slot = try #require(try transaction.slots(of: "nova").first)
            slot.zone = try #require(TimeZoneID("Europe/London"))
            try transaction.update(slot)
        }
        let exported = try await fixture.service.ask(ExportProgram(program: "nova")).text
        #expect(exported.contains("zone: Asia/Tokyo") && exported.contains("zone: Europe/London"))
        #expect(try await fixture.apply(exported, prune: true) == [])
        #expect(try await fixture.service.ask(ListSlots(program: "nova")).first?.zone.name == "Europe/London")
    }

    @Test("areas, terms of review and what a mentor knows are taken over, and taken back")
    func areas() async throws {
        let fixture = try await Fixture.with(small())
        let named = small().replacing(
            "announce-weeks:", with: "areas: [api, scheduler]\nreviews: { pick-days: 4 }\nannounce-weeks:"
        )
        .replacing("zone: Asia/Tokyo,", with: "zone: Asia/Tokyo, knows: [scheduler],")
        #expect(
            try await fixture.apply(named).map(\.description) == [
                "changed areas none → api, scheduler", "changed pick-days none → 4",
                "changed mentor Akira: knows none → scheduler",
            ])
        #expect(try await fixture.apply(named) == [])
        let stored = try read(await fixture.service.ask(ExportProgram(program: "nova")).text)
        #expect(stored.program.areas == ["api", "scheduler"])
        #expect(stored.program.reviews == ReviewTerms(pickDays: 4))
        #expect(stored.mentors.map(\.knows) == [["scheduler"], [], []])
        #expect(try await fixture.apply(small()).count == 3)
        #expect(try await fixture.service.program("nova").areas == [])
    }

    @Test("duties and their volunteers are taken over, stay without prune, and are exported as they were")
    func duties() async throws {
        let fixture = try await Fixture.with(small())
        let file = triage(by: ["akira", "ana"])
        #expect(
            try await fixture.apply(file).map(\.description) == [
                "added duty Bug triage", "added volunteer for Bug triage: Akira", "added volunteer for Bug triage: ana",
            ])
        #expect(try await fixture.apply(file, prune: true) == [])
        let stored = try read(await fixture.service.ask(ExportProgram(program: "nova")).text)
        #expect(try stored.duties == read(file).duties)
        #expect(try read(stored.yaml()).duties == stored.duties)
        #expect(
            try await fixture.apply(small()).map(\.description) == [
                "not in the file: duty Bug triage; it was there before, and --prune removes it"
            ])
        #expect(
            try await fixture.apply(file.replacing("Bug triage", with: "New bugs")).map(\.description) == [
                "changed duty New bugs: title “Bug triage” → “New bugs”"
            ])
        #expect(
            try await fixture.apply(triage(by: ["ana"]), prune: true).map(\.description) == [
                "changed duty Bug triage: title “New bugs” → “Bug triage”", "removed volunteer for Bug triage: Akira",
            ])
    }

    @Test("another start is the next season once sessions of the stored one were announced, and may not overlap it")
    func nextSeason() async throws {
        let fixture = try await Fixture.with(small())
        _ = try await fixture.service.plan("nova", publish: true)
        let refusal = try await #require(throws: BadInput.self) { try await fixture.apply(small(start: "2027-01-25")) }
        #expect(refusal.description.contains("the seasons 202701 (2027-01-04 to 2027-01-31) and 202701b (2027-01-25"))
        #expect(refusal.description.contains("; 202701 has begun or was announced, so it keeps its start, and another"))
        let changes = try await fixture.apply(small(start: "2027-02-01"))
        let left = "not in the file: season 202701 (2027-01-04, 4 weeks); sessions of it were announced, and it stays"
        #expect(changes.map(\.description) == ["added season 202702 (2027-02-01, 4 weeks)", left])
        // It is said once, and again when the file had it meanwhile.
        #expect(try await fixture.apply(small(start: "2027-02-01")).isEmpty)
        let both = small().replacing(
            "season: { start: 2027-01-04, weeks: 4 }",
            with: "seasons: [{ start: 2027-01-04, weeks: 4 }, { start: 2027-02-01, weeks: 4 }]")
        #expect(try await fixture.apply(both).isEmpty)
        #expect(try await fixture.apply(small(start: "2027-02-01"), prune: true).map(\.description) == [left])
        // Once it runs, a file may have the next one alone.
        #expect(try await fixture.apply(both).isEmpty)
        try fixture.clock.set("2027-01-06T09:00:00Z")
        #expect(try await fixture.apply(small(start: "2027-02-01")).isEmpty)
    }

    @Test("seasons that are new are told by their first day, each with what it has otherwise than the program")
    func newSeasons() async throws {
        let fixture = try await Fixture.with(small())
        let three = small().replacing(
            "season: { start: 2027-01-04, weeks: 4 }",
            with: """
                seasons:
                  - { start: 2027-01-04, weeks: 4 }
                  - { start: 2027-02-01, weeks: 4, session: { minutes: 90 }, meets: every-2-weeks, regions: [asia] }
                  - { name: c, start: 2027-03-01, weeks: 4, session: { capacity: 9 } }
                """)
        let said = try await fixture.apply(three).map(\.description)
        #expect(
            said == [
                "added season 202702 (2027-02-01, 4 weeks): meets every-2-weeks, minutes 90, regions asia",
                "added season c (2027-03-01, 4 weeks): capacity 9",
            ])
    }
}
