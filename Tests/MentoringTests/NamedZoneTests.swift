import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import ProgramFile
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("A slot on the clock of a place that was named")
struct NamedZoneTests {
    private static let program = small(weeks: 4, regions: "asia, europe")
    private static let named = program.replacing(
        #"{ every: "Tue 17:00" }"#, with: #"{ every: "Tue 17:00", zone: Asia/Tokyo }"#)
    private let akira: EmailAddress
    private let zoe: EmailAddress

    init() throws {
        akira = try EmailAddress("akira@example.org")
        zoe = try EmailAddress("zoe@example.org")
    }

    /// Each slot of a mentor with its clock.
    private func slots(of mentor: EmailAddress, _ fixture: Fixture) async throws -> [String] {
        try await fixture.service.ask(ListSlots(program: "nova", mentor: mentor)).map { "\($0.summary) \($0.zone)" }
    }

    private func publish(_ when: String, _ fixture: Fixture) async throws -> SlotPublication {
        try await fixture.service.ask(PublishSlot(program: "nova", mentor: zoe, when: when))
    }

    private func move(_ mentor: EmailAddress, to zone: String, _ fixture: Fixture) async throws -> [String] {
        try await fixture.service.ask(SetMentor(program: "nova", email: mentor, zone: zone)).effects.map(\.what)
    }

    @Test("stays there when its mentor moves, also where that was their own clock")
    func published() async throws {
        let fixture = try await Fixture.with(Self.program)
        let sat = try await publish("Sat 10:00 Europe/Berlin", fixture)
        #expect(sat.remarks?.contains { $0.hasPrefix("it stays on the clock of Europe/Berlin") } == true)
        _ = try await publish("Thu 10:00", fixture)
        let effects = try await move(zoe, to: "America/New_York", fixture)
        #expect(effects.contains { $0.contains("Thu 10:00, is in America/New_York from now on") })
        // In the night, as 04:00 is there.
        let stays = effects.filter { $0.contains("Sat 10:00") }
        let words = "stays on the clock of Europe/Berlin; all 4 dates: outside their own day (08:00 to 22:00)"
        #expect(stays.map { $0.hasSuffix(words) } == [true], "\(stays)")
        let slots = try await slots(of: zoe, fixture)
        #expect(slots == ["Wed 17:00 America/New_York", "Sat 10:00 Europe/Berlin", "Thu 10:00 America/New_York"])
        // Into the zone and out of it again takes nothing along, either.
        _ = try await move(zoe, to: "Europe/Berlin", fixture)
        _ = try await move(zoe, to: "Asia/Seoul", fixture)
        let later = try await self.slots(of: zoe, fixture)
        #expect(later == ["Wed 17:00 Asia/Seoul", "Sat 10:00 Europe/Berlin", "Thu 10:00 Asia/Seoul"])
    }

    @Test("may be named later, and is so again when it is published again after being withdrawn")
    func publishedAgain() async throws {
        let fixture = try await Fixture.with(Self.program)
        let first = try await publish("Sat 10:00", fixture)
        let second = try await publish("Sat 10:00 Europe/Berlin", fixture)
        let third = try await publish("Sat 10:00 Europe/Berlin", fixture)
        #expect(first.slot.id == second.slot.id && second.slot.id == third.slot.id)
        #expect((second.wasKnown, third.wasKnown) == (false, true))
        _ = try await move(zoe, to: "America/New_York", fixture)
        let slots = try await slots(of: zoe, fixture)
        #expect(slots.contains("Sat 10:00 Europe/Berlin"))
        let withdrawn = try await fixture.service.ask(WithdrawSlot(slot: first.slot.id))
        #expect(withdrawn.again?.when == "Sat 10:00 Europe/Berlin")
    }

    @Test("in a file stays, and is printed back with it")
    func inFile() async throws {
        let fixture = try await Fixture.with(Self.named)
        let printed = try await fixture.service.ask(ExportProgram(program: "nova")).text
        #expect(try read(printed).mentors.flatMap(\.slots).map { $0.zone?.name } == ["Asia/Tokyo", nil])
        let again = try await fixture.apply(printed)
        #expect(again.filter(\.isChange).isEmpty, "\(again)")
        _ = try await move(akira, to: "America/New_York", fixture)
        let slots = try await slots(of: akira, fixture)
        #expect(slots == ["Tue 17:00 Asia/Tokyo"])
        let applied = try await fixture.apply(Self.named)
        #expect(applied.filter(\.isChange).isEmpty, "\(applied)")
    }

    @Test("is named and left out by the file as by anybody, which is told once")
    func changedInFile() async throws {
        let fixture = try await Fixture.with(Self.program)
        for (file, words) in [
            (Self.named, "stays on the clock of Asia/Tokyo"), (Self.program, "follows the clock of its mentor"),
        ] {
            let changes = try await fixture.apply(file)
            #expect(changes.map(\.description) == ["changed slot of Akira: Tue 17:00 (\(words))"])
            let again = try await fixture.apply(file)
            #expect(again.isEmpty)
        }
        let moved = Self.program.replacing("Asia/Tokyo", with: "Asia/Seoul")
        try await fixture.apply(moved)
        let slots = try await slots(of: akira, fixture)
        #expect(slots == ["Tue 17:00 Asia/Seoul"])
    }

    @Test("stays when the file moves its mentor, whoever named it")
    func movedByFile() async throws {
        let fixture = try await Fixture.with(Self.named)
        _ = try await publish("Sat 10:00 Europe/Berlin", fixture)
        _ = try await publish("Wed 17:00 Europe/Berlin", fixture)
        let moved = Self.named.replacing("zone: Europe/Berlin", with: "zone: Europe/Lisbon")
            .replacing("zone: Asia/Tokyo, min", with: "zone: Asia/Seoul, min")
        try await fixture.apply(moved)
        let (own, others) = (try await slots(of: akira, fixture), try await slots(of: zoe, fixture))
        #expect(own == ["Tue 17:00 Asia/Tokyo"])
        #expect(others == ["Wed 17:00 Europe/Berlin", "Sat 10:00 Europe/Berlin"])
        let again = try await fixture.apply(moved)
        #expect(again.filter(\.isChange).isEmpty, "\(again)")
    }
}
