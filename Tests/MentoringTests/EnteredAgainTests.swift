import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import ProgramFile
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("What people take away from a file and enter again themselves")
struct EnteredAgainTests {
    /// A thing of the file that somebody takes away by a command and enters again by another.
    struct Deed: Sendable, CustomTestStringConvertible {
        /// What the file says of it, as a line of `apply` calls it.
        let testDescription: String
        /// The part of the file without which it does not have it, and what stands there then.
        let line: String
        var instead = ""
        let takesAway: @Sendable (Client) async throws -> Void
        let enters: @Sendable (Client) async throws -> Void
    }

    private static let file =
        triage(by: ["akira"]).replacing(
            "slots: [{ every: \"Tue 17:00\" }]",
            with:
                "slots: [{ every: \"Tue 17:00\" }, { every: \"Wed 17:00\", from: 2027-01-06 }], away: [{ from: 2027-01-11, to: 2027-01-12 }]"
        ).replacing(
            "freezes: []", with: "freezes: [{ from: 2027-01-18, to: 2027-01-19, regions: [asia], reason: days off }]")
        + "\norganizers: [ada@example.org]\n"

    private static let calendar =
        "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Mine\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0900\n"
        + "TZOFFSETTO:+0900\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Mine:20270106T170000\n"
        + "DURATION:PT1H\nRRULE:FREQ=WEEKLY\nEND:VEVENT\nEND:VCALENDAR\n"

    private static var akira: EmailAddress { get throws { try EmailAddress("akira@example.org") } }
    private static var ada: EmailAddress { get throws { try EmailAddress("ada@example.org") } }

    private static func withdraw(_ client: Client) async throws {
        let slots = try await client.ask(ListSlots(program: "nova", mentor: try akira))
        let wednesday = try #require(slots.first { $0.summary == "Wed 17:00" })
        _ = try await client.ask(WithdrawSlot(slot: wednesday.id))
    }

    static let deeds = [
        Deed(
            testDescription: "slot of Akira: Wed 17:00", line: ", { every: \"Wed 17:00\", from: 2027-01-06 }",
            takesAway: withdraw,
            enters: {
                _ = try await $0.ask(
                    PublishSlot(program: "nova", mentor: try akira, when: "Wed 17:00", from: day("2027-01-06")))
            }),
        Deed(
            testDescription: "slot of Akira: Wed 17:00", line: ", { every: \"Wed 17:00\", from: 2027-01-06 }",
            takesAway: withdraw,
            enters: { client in
                let taken = try await client.ask(
                    ImportSlots(program: "nova", mentor: try akira, calendar: Self.calendar))
                #expect(taken.taken.map(\.slot.summary) == ["Wed 17:00"])
            }),
        Deed(
            testDescription: "freeze 2027-01-18..2027-01-19 of asia: mine",
            line: "{ from: 2027-01-18, to: 2027-01-19, regions: [asia], reason: days off }",
            takesAway: { client in
                let freeze = try #require(try await client.ask(ListFreezes(program: "nova")).first)
                _ = try await client.ask(RemoveFreeze(freeze: freeze.id))
            },
            enters: { client in
                _ = try await client.ask(
                    AddFreeze(
                        program: "nova", from: day("2027-01-18"), to: day("2027-01-19"), reason: "mine",
                        regions: [.asia]))
            }),
        Deed(
            testDescription: "organizer ada@example.org", line: "[ada@example.org]", instead: "[]",
            takesAway: { _ = try await $0.ask(RemoveOrganizer(program: "nova", email: try ada)) },
            enters: { _ = try await $0.ask(AddOrganizer(program: "nova", email: try ada)) }),
        Deed(
            testDescription: "absence of Akira: 2027-01-11..2027-01-12",
            line: ", away: [{ from: 2027-01-11, to: 2027-01-12 }]",
            takesAway: { client in
                let away = try #require(try await client.ask(ListAbsences(email: try akira)).first)
                _ = try await client.ask(RemoveAway(away: away.id))
            },
            enters: { client in
                _ = try await client.ask(
                    AddAway(
                        email: try akira, from: day("2027-01-11"), to: day("2027-01-12"), program: "nova"))
            }),
        Deed(
            testDescription: "volunteer for Bug triage: Akira", line: "[akira@example.org]", instead: "[]",
            takesAway: { client in
                _ = try await client.service.ask(StopVolunteering(program: "nova", duty: "triage"), as: try akira)
            },
            enters: { client in
                _ = try await client.service.ask(VolunteerForDuty(program: "nova", duty: "triage"), as: try akira)
            }),
    ]

    @Test("is theirs, and --prune leaves it, whether or not the file was applied between", arguments: deeds)
    func again(deed: Deed) async throws {
        let said = ["not in the file: \(deed.testDescription); it was entered otherwise, and stays"]
        let without = Self.file.replacing(deed.line, with: deed.instead)
        try #require(without != Self.file)
        for isApplied in [false, true] {
            let fixture = try await Fixture.with(Self.file)
            let client = fixture.client()
            try await deed.takesAway(client)
            try await deed.enters(client)
            if isApplied { #expect(try await fixture.apply(Self.file, prune: true).filter(\.isChange).isEmpty) }
            let before = try await fixture.service.ask(ExportProgram(program: "nova")).text
            #expect(try await fixture.apply(without, prune: true, dryRun: true).map(\.description) == said)
            #expect(try await fixture.apply(without, prune: true).map(\.description) == said)
            #expect(try await fixture.apply(without, prune: true).isEmpty)
            #expect(try await fixture.service.ask(ExportProgram(program: "nova")).text == before)
        }
    }

    @Test("is the file's where they only say again what is there", arguments: deeds)
    func repeated(deed: Deed) async throws {
        let fixture = try await Fixture.with(Self.file)
        try await deed.enters(fixture.client())
        let without = Self.file.replacing(deed.line, with: deed.instead)
        let removed = try await fixture.apply(without, prune: true).map(\.description)
        let words = deed.testDescription.replacing("mine", with: "days off")
        #expect(removed == ["removed \(words)"])
    }

    @Test("is a mentor, too, with the hours that they publish then")
    func mentor() async throws {
        let entry = """
              - { name: Akira, email: akira@example.org, zone: Asia/Tokyo, min-gap-weeks: 1, max-per-month: 5,
                  slots: [{ every: "Tue 17:00" }] }
            """
        let without = small().replacing(entry, with: "")
        try #require(without != small())
        let fixture = try await Fixture.with(small())
        let client = fixture.client()
        _ = try await client.ask(RemoveMentor(program: "nova", email: Self.akira))
        _ = try await client.ask(
            AddMentor(program: "nova", name: "Akira", email: Self.akira, zone: "Asia/Tokyo"))
        for when in ["Tue 17:00", "Fri 09:00"] {
            _ = try await client.ask(PublishSlot(program: "nova", mentor: Self.akira, when: when))
        }
        let said = try await fixture.apply(without, prune: true).map(\.description)
        #expect(said == ["not in the file: mentor Akira; it was entered otherwise, and stays"])
        let slots = try await fixture.service.ask(ListSlots(program: "nova", mentor: Self.akira)).map(\.summary)
        #expect(slots == ["Tue 17:00", "Fri 09:00"])
        #expect(try await fixture.apply(without, prune: true).isEmpty)
    }

    @Test("is theirs, too, when the one whose entry the file has is made the same person", arguments: [true, false])
    func merged(isOfGoing: Bool) async throws {
        let (akira, other) = (try Self.akira, try EmailAddress("aki@example.net"))
        let fixture = try await Fixture.with(Self.file)
        let client = fixture.client()
        _ = try await client.ask(AddMentor(program: "nova", name: "Aki", email: other, zone: "Asia/Tokyo"))
        _ = try await client.ask(PublishSlot(program: "nova", mentor: other, when: "Tue 17:00"))
        let (old, new) = isOfGoing ? (other, akira) : (akira, other)
        _ = try await client.ask(MovePerson(old: old, new: new, merge: true))
        try await fixture.confirmMove()
        let without = small().replacing(
            """
              - { name: Akira, email: akira@example.org, zone: Asia/Tokyo, min-gap-weeks: 1, max-per-month: 5,
                  slots: [{ every: "Tue 17:00" }] }
            """, with: "")
        try #require(without != small())
        let said = try await fixture.apply(without, prune: true).map(\.description)
        #expect(!said.contains { $0.hasPrefix("removed mentor") }, "\(said)")
        let mentors = try await fixture.service.ask(ListMentors(program: "nova")).map(\.name)
        #expect(mentors.contains("Aki") || mentors.contains("Akira"))
        let slots = try await fixture.store.read { try $0.slots(of: "nova").map(\.pattern.summary) }
        #expect(slots.contains("Tue 17:00"))
    }
}
