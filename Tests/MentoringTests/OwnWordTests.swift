import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing

@Suite("What people have said before a program's file mentions it")
struct OwnWordTests {
    private static let before = small(regions: "asia, europe")
    private static let entry =
        "\n  - { name: Joao, email: joao@example.org, zone: Europe/Lisbon, min-gap-weeks: 1, max-per-month: 4, slots: [{ every: \"Thu 14:00\" }] }"
    private let joao: EmailAddress

    init() throws { joao = try EmailAddress("joao@example.org") }

    /// Joao was entered by a command, in Europe.
    private func entered() async throws -> Fixture {
        let fixture = try await Fixture.with(Self.before)
        _ = try await fixture.service.ask(
            AddMentor(program: "nova", name: "Joao", email: joao, zone: "Europe/Lisbon", maxPerMonth: 2))
        return fixture
    }

    @Test("is kept and told where it is of themself, however often the file is applied meanwhile and after")
    func limit() async throws {
        let fixture = try await entered()
        _ = try await fixture.service.ask(SetMentor(program: "nova", maxPerMonth: 1), as: joao)
        for _ in 1...2 { _ = try await fixture.apply(Self.before) }
        let kept = "kept: Joao’s own max-per-month 1; the file says 4"
        let said = try await fixture.apply(Self.before + Self.entry).map(\.description)
        #expect(said.contains(kept), "\(said)")
        // What an organizer entered is the file's.
        #expect(said.contains("changed mentor Joao: min-gap-weeks 2 → 1"), "\(said)")
        for _ in 1...2 {
            #expect(try await fixture.apply(Self.before + Self.entry).map(\.description) == [kept])
        }
        #expect(
            try await fixture.apply(Self.before + Self.entry, override: true).map(\.description) == [
                "changed mentor Joao: max-per-month 1 → 4"
            ])
    }

    @Test("is the file's where somebody else entered it")
    func others() async throws {
        let fixture = try await entered()
        _ = try await fixture.service.ask(SetMentor(program: "nova", email: joao, maxPerMonth: 1))
        let said = try await fixture.apply(Self.before + Self.entry).map(\.description)
        #expect(said.contains { $0.contains("max-per-month 1 → 4") }, "\(said)")
    }

    @Test("is kept of their own slots, too: until when they come, and how much they are liked")
    func slot() async throws {
        let fixture = try await entered()
        _ = try await fixture.service.ask(
            PublishSlot(program: "nova", mentor: joao, when: "Thu 14:00", until: day("2027-03-01"), prefer: 2),
            as: joao)
        let said = try await fixture.apply(Self.before + Self.entry).filter { $0.kind == .kept }.map(\.what)
        #expect(said.count == 2, "\(said)")
        #expect(said.allSatisfy { $0.contains("Thu 14:00") })
        let slots = try await fixture.store.read { try $0.slots(of: "nova") }
        let own = try #require(slots.first { $0.pattern.summary.hasPrefix("Thu 14:00") })
        #expect(own.pattern.preference == 2)
        #expect(try own.pattern.until == day("2027-03-01"))
    }

    @Test("is none where they sent what stands already: both limits, of which they changed one")
    func unchanged() async throws {
        let fixture = try await entered()
        for _ in 1...2 {
            _ = try await fixture.service.ask(SetMentor(program: "nova", maxPerMonth: 2, minGapWeeks: 3), as: joao)
        }
        let said = try await fixture.apply(Self.before + Self.entry).map(\.description)
        #expect(said.contains("kept: Joao’s own min-gap-weeks 3; the file says 1"), "\(said)")
        #expect(said.contains("changed mentor Joao: max-per-month 2 → 4"), "\(said)")
    }

    @Test("stays where they came back to what stood before: that is two words of theirs")
    func back() async throws {
        let fixture = try await entered()
        for limit in [1, 2] {
            _ = try await fixture.service.ask(SetMentor(program: "nova", maxPerMonth: limit), as: joao)
        }
        let said = try await fixture.apply(Self.before + Self.entry).map(\.description)
        #expect(said.contains("kept: Joao’s own max-per-month 2; the file says 4"), "\(said)")
    }

    @Test(
        "is none of name and clock either where they are sent as they stand, be it with something else that is new",
        arguments: [false, true])
    func nameAndClock(asMentor: Bool) async throws {
        let fixture = try await Fixture.with(Self.before + Self.entry)
        if asMentor {
            _ = try await fixture.service.ask(
                SetMentor(program: "nova", name: "Joao", zone: "Europe/Lisbon", maxPerMonth: 1), as: joao)
        } else {
            let terms = try await fixture.service.ask(
                SetPerson(name: "Joao", zone: "Europe/Lisbon", reminders: .off), as: joao)
            #expect(terms.changes.map(\.what) == ["reminders"])
        }
        let renamed = (Self.before + Self.entry).replacing("name: Joao", with: "name: Johnny")
        let said = try await fixture.apply(renamed).map(\.description)
        #expect(said.contains("changed person Joao: name “Joao” → “Johnny”"), "\(said)")
        // With one of them new, both are their own word.
        _ = try await fixture.service.ask(SetPerson(name: "Johnny", zone: "Atlantic/Azores"), as: joao)
        let again = try await fixture.apply(Self.before + Self.entry).map(\.description)
        #expect(again.contains { $0.hasPrefix("kept: Johnny’s own name Johnny") }, "\(again)")
    }

    @Test("is a name that another program calls them differently by, though it is the one they have")
    func calledOtherwise() async throws {
        let fixture = try await Fixture.with(Self.before + Self.entry)
        let other = small(regions: "asia, europe").replacing("program: nova", with: "program: swift")
        try await fixture.apply(other + Self.entry.replacing("name: Joao", with: "name: Johnny"))
        _ = try await fixture.service.ask(SetPerson(name: "Joao"), as: joao)
        let names = try await fixture.service.ask(ListMentors(program: "swift")).filter { $0.email == joao }.map(\.name)
        #expect(names == ["Joao"])
    }

    @Test("is none of a slot that they published again as somebody else had entered it")
    func slotAgain() async throws {
        let fixture = try await entered()
        let slot = PublishSlot(program: "nova", mentor: joao, when: "Thu 14:00")
        _ = try await fixture.service.ask(slot)
        _ = try await fixture.service.ask(slot, as: joao)
        let liked = Self.entry.replacing("Thu 14:00\" }", with: "Thu 14:00\", prefer: 2 }")
        try #require(liked != Self.entry)
        let said = try await fixture.apply(Self.before + liked).map(\.description)
        #expect(said.contains("changed slot of Joao: Thu 14:00 (prefer 0 → 2)"), "\(said)")
    }

    @Test("is which days they leave out of a slot that others entered, or take back into it", arguments: [true, false])
    func slotDays(isOwn: Bool) async throws {
        let slot = "slot of Joao: Thu 14:00"
        let busy = ImportBusyTimes(
            program: "nova", mentor: joao, times: "1 2027-01-07T14:00:00Z/2027-01-07T15:00:00Z")
        let leftOut = try await entered()
        _ = try await leftOut.service.ask(PublishSlot(program: "nova", mentor: joao, when: "Thu 14:00"))
        _ = try await leftOut.service.ask(busy, by: .onThisMachine(as: isOwn ? joao : nil))
        let said = try await leftOut.apply(Self.before + Self.entry).map(\.description)
        #expect(said.contains("kept: \(slot), own except 2027-01-07; the file says none") == isOwn, "\(said)")
        #expect(said.contains("changed \(slot) (except 2027-01-07 → none)") == !isOwn, "\(said)")

        let takenBack = try await entered()
        let published = try await takenBack.service.ask(
            PublishSlot(program: "nova", mentor: joao, when: "Thu 14:00"))
        _ = try await takenBack.service.ask(busy)
        _ = try await takenBack.service.ask(
            RestoreSlotDates(slot: published.slot.id), by: .onThisMachine(as: isOwn ? joao : nil))
        let without = Self.entry.replacing("Thu 14:00\" }", with: "Thu 14:00\", except: [2027-01-07] }")
        let again = try await takenBack.apply(Self.before + without).map(\.description)
        #expect(again.contains("kept: \(slot), own except none; the file says 2027-01-07") == isOwn, "\(again)")
    }
}
