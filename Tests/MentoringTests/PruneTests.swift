import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import ProgramFile
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("What --prune takes")
struct PruneTests {
    /// Something that somebody enters otherwise than by the file.
    struct Entry: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let does: @Sendable (Fixture) async throws -> Void
    }

    private static let before = triage(by: ["akira"])
    private static var akira: EmailAddress { get throws { try EmailAddress("akira@example.org") } }

    private static let friday = Entry(testDescription: "slot of Akira: Fri 09:00") { fixture in
        _ = try await fixture.service.ask(PublishSlot(program: "nova", mentor: akira, when: "Fri 09:00"))
    }

    private static let mei = Entry(testDescription: "mentor Mei") { fixture in
        _ = try await fixture.service.ask(
            AddMentor(program: "nova", name: "Mei", email: EmailAddress("mei@example.org"), zone: "Asia/Shanghai"))
    }

    static let entries = [
        friday, mei,
        Entry(testDescription: "freeze 2027-01-25..2027-01-26 of asia: days off") { fixture in
            _ = try await fixture.service.ask(
                AddFreeze(
                    program: "nova", days: DayRange("2027-01-25..2027-01-26"), reason: "days off", regions: [.asia]))
        },
        Entry(testDescription: "organizer bo@example.org") { fixture in
            _ = try await fixture.service.addOrganizer(EmailAddress("bo@example.org"), to: "nova")
        },
        Entry(testDescription: "absence of Akira: 2027-01-25..2027-01-26") { fixture in
            _ = try await fixture.service.ask(
                AddAway(email: akira, days: DayRange("2027-01-25..2027-01-26"), program: "nova"))
        },
        Entry(testDescription: "volunteer for Bug triage: ana") { fixture in
            let ana = try await fixture.join("ana")
            _ = try await fixture.service.ask(VolunteerForDuty(program: "nova", duty: "triage"), as: ana)
        },
    ]

    @Test("is never what people entered, though a file that was printed from it had it for a while", arguments: entries)
    func exported(entry: Entry) async throws {
        let fixture = try await Fixture.with(Self.before)
        try await entry.does(fixture)
        let exported = try await fixture.service.ask(ExportProgram(program: "nova")).text
        for _ in 1...2 { #expect(try await fixture.apply(exported, prune: true).isEmpty) }
        let said = ["not in the file: \(entry.testDescription); it was entered otherwise, and stays"]
        #expect(try await fixture.apply(Self.before, prune: true, dryRun: true).map(\.description) == said)
        #expect(try await fixture.apply(Self.before, prune: true).map(\.description) == said)
        #expect(try await fixture.apply(Self.before, prune: true).isEmpty)
        #expect(try await fixture.service.ask(ExportProgram(program: "nova")).text == exported)
    }

    @Test("is what the file itself brought, also of somebody who is a mentor by a command", arguments: entries)
    func brought(entry: Entry) async throws {
        // Where it was entered by nobody else.
        let other = try await Fixture.with(Self.before)
        try await entry.does(other)
        let exported = try await other.service.ask(ExportProgram(program: "nova")).text
        let fixture = try await Fixture.with(Self.before)
        let added = try await fixture.apply(exported)
        #expect(added.contains { $0.kind == .added && $0.what.hasPrefix("\(entry.testDescription)") })
        let removed = ["removed \(entry.testDescription)"]
        #expect(try await fixture.apply(Self.before, prune: true).map(\.description) == removed)
    }

    @Test("of a mentor by a command are the hours that the file brought, and they stay a mentor")
    func hours() async throws {
        let fixture = try await Fixture.with(Self.before)
        try await Self.mei.does(fixture)
        let named = Self.before.replacing(
            "duties:",
            with: """
                  - { name: Mei, email: mei@example.org, zone: Asia/Shanghai, slots: [{ every: "Mon 17:00" }],
                      away: [{ from: 2027-01-11, to: 2027-01-12 }] }
                duties:
                """)
        try #require(named != Self.before)
        #expect(
            try await fixture.apply(named, prune: true).map(\.description) == [
                "added slot of Mei: Mon 17:00", "added absence of Mei: 2027-01-11..2027-01-12",
            ])
        let stays = "not in the file: mentor Mei; it was entered otherwise, and stays"
        let hours = ["slot of Mei: Mon 17:00", "absence of Mei: 2027-01-11..2027-01-12"]
        #expect(
            try await fixture.apply(Self.before).map(\.description) == [stays]
                + hours.map { "not in the file: \($0); it was there before, and --prune removes it" })
        #expect(try await fixture.apply(Self.before, prune: true).map(\.description) == hours.map { "removed \($0)" })
        #expect(try await fixture.apply(Self.before, prune: true).isEmpty)
        // It is not known as something that people took away.
        #expect(try await fixture.apply(named).count == 2)
    }

    @Test("is nothing that somebody enters again after they took it away from the file")
    func again() async throws {
        let fixture = try await Fixture.with(Self.before)
        try await Self.friday.does(fixture)
        let exported = try await fixture.service.ask(ExportProgram(program: "nova")).text
        let file = try await Fixture.with(exported)
        let slot = try #require(
            try await file.service.ask(ListSlots(program: "nova")).first { $0.summary == "Fri 09:00" })
        _ = try await file.service.ask(WithdrawSlot(slot: slot.id))
        #expect(try await file.apply(exported).map(\.kind) == [.kept])
        try await Self.friday.does(file)
        #expect(try await file.apply(exported, prune: true).isEmpty)
        #expect(try await file.apply(Self.before, prune: true).map(\.kind) == [.extra])
        #expect(try await file.service.ask(ListSlots(program: "nova")).contains { $0.summary == "Fri 09:00" })
    }

    @Test("is nothing of a mentor who was taken out and is entered again, nor they themself")
    func mentorAgain() async throws {
        let fixture = try await Fixture.with(Self.before)
        _ = try await fixture.service.ask(RemoveMentor(program: "nova", email: Self.akira))
        #expect(try await fixture.apply(Self.before).map(\.kind).contains(.kept))
        _ = try await fixture.service.ask(
            AddMentor(program: "nova", name: "Akira", email: Self.akira, zone: "Asia/Tokyo"))
        _ = try await fixture.service.ask(PublishSlot(program: "nova", mentor: Self.akira, when: "Tue 17:00"))
        let exported = try await fixture.service.ask(ExportProgram(program: "nova")).text
        #expect(try await fixture.apply(exported, prune: true).filter(\.isChange).isEmpty)
        let withoutSlot = exported.replacing("  - {every: \"Tue 17:00\"}", with: "    []")
        for left in [withoutSlot, small(regions: "europe, americas")] {
            try #require(left != exported)
            let said = try await fixture.apply(left, prune: true)
            #expect(!said.contains { $0.kind == .removed && $0.what.contains("Akira") }, "\(said)")
        }
        #expect(try await fixture.service.ask(ListSlots(program: "nova")).contains { $0.summary == "Tue 17:00" })
    }

    @Test("leaves a mentor of the file who has published hours besides, with these, and takes the file's")
    func besides() async throws {
        let fixture = try await Fixture.with(Self.before)
        try await Self.friday.does(fixture)
        let fewer = small(regions: "europe, americas")
        let said = try await fixture.apply(fewer, prune: true).map(\.description)
        let words =
            "not in the file: mentor Akira, who has slot Fri 09:00 otherwise and stays; "
            + "to take them out: meridian mentor remove nova akira@example.org"
        #expect(said.contains(words), "\(said)")
        #expect(try await fixture.service.ask(ListSlots(program: "nova")).map(\.summary).contains("Fri 09:00"))
        #expect(try await !fixture.service.ask(ListSlots(program: "nova")).map(\.summary).contains("Tue 17:00"))
        // It is said once, and nothing of it changes.
        #expect(try await fixture.apply(fewer, prune: true).isEmpty)
        let service = fixture.service
        _ = try await service.ask(RemoveMentor(program: "nova", email: Self.akira))
        #expect(try await fixture.apply(fewer, prune: true).isEmpty)
    }

    @Test("names the swaps that end with a mentor, and tells those who were asked, or who asked them")
    func swaps() async throws {
        let mei = "  - { name: Mei, email: mei@example.org, zone: Asia/Tokyo, min-gap-weeks: 1 }\n"
        let without = small(weeks: 1, regions: "asia")
        let file = without.replacing("mentors:\n", with: "mentors:\n\(mei)")
        for isOfferer in [true, false] {
            let fixture = try await Fixture.with(file)
            _ = try await fixture.service.plan("nova", publish: true)
            let code = "nova-202701-w01-asia"
            _ = try await fixture.service.ask(OfferSwap(session: code), as: Self.akira)
            var less = without
            if isOfferer {
                less = without.replacing(
                    """
                      - { name: Akira, email: akira@example.org, zone: Asia/Tokyo, min-gap-weeks: 1, max-per-month: 5,
                          slots: [{ every: "Tue 17:00" }] }
                    """, with: mei)
                try #require(less != without)
            } else {
                let offer = try #require(try await fixture.service.ask(ListSwaps(program: "nova")).first)
                _ = try await fixture.service.ask(WithdrawSwap(offer: offer.id), as: Self.akira)
                let address = try EmailAddress("mei@example.org")
                _ = try await fixture.service.ask(OfferSwap(session: code, to: address), as: Self.akira)
            }
            let mails = try await fixture.mail().count
            let said = "removed the offer of \(code); \(isOfferer ? "Mei" : "Akira") is told"
            for isDryRun in [true, false] {
                let lines = try await fixture.apply(less, prune: true, dryRun: isDryRun).map(\.description)
                #expect(lines.contains(said), "\(lines)")
            }
            #expect(
                try await fixture.mail(after: mails) == [
                    isOfferer ? "swap withdrawn \(code) → mei" : "swap not answered by Mei \(code) → akira"
                ])
            #expect(try await fixture.service.ask(ListSwaps(program: "nova")).isEmpty)
        }
    }
}
