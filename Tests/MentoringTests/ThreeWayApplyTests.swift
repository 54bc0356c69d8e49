import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import ProgramFile
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("A file and people who change the same things")
struct ThreeWayApplyTests {
    private static let freezes = "{ from: 2027-01-11, to: 2027-01-17, reason: release }"
    private static let organizers = "\norganizers: [ada@example.org]"

    /// Something that somebody does after the file was applied.
    struct Deed: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// What applying the same file again says, and what it says with `--override`.
        let said: [String]
        let overridden: [String]
        let does: @Sendable (Fixture) async throws -> Void
    }

    private static func changeAkira(_ change: @escaping @Sendable (inout Mentor) -> Void)
        -> @Sendable (Fixture)
        async throws -> Void
    {
        { fixture in
            try await fixture.store.write { transaction in
                var akira = try #require(try transaction.mentors(of: "nova").first { $0.person.name == "Akira" })
                change(&akira)
                try transaction.save(akira)
            }
        }
    }

    private static func changeSlot(_ change: @escaping @Sendable (inout Slot) -> Void)
        -> @Sendable (Fixture)
        async throws -> Void
    {
        { fixture in
            try await fixture.store.write { transaction in
                var slot = try #require(try transaction.slots(of: "nova").first)
                change(&slot)
                try transaction.update(slot)
            }
        }
    }

    private static let otherwise = "it was entered otherwise, and stays"

    static let deeds = [
        Deed(
            testDescription: "a mentor's limit", said: ["kept: Akira’s own max-per-month 1; the file says 5"],
            overridden: ["changed mentor Akira: max-per-month 1 → 5"], does: changeAkira { $0.maxPerMonth = 1 }),
        Deed(
            testDescription: "a mentor's weight and gap",
            said: [
                "kept: Akira’s own weight 3; the file says 1", "kept: Akira’s own min-gap-weeks 4; the file says 1",
            ],
            overridden: ["changed mentor Akira: weight 3 → 1, min-gap-weeks 4 → 1"],
            does: changeAkira { ($0.weight, $0.minGapWeeks) = (3, 4) }),
        Deed(
            testDescription: "the days that a slot leaves out",
            said: ["kept: slot of Akira: Tue 17:00, own except 2027-01-12; the file says none"],
            overridden: ["changed slot of Akira: Tue 17:00 (except 2027-01-12 → none)"],
            does: changeSlot { $0.pattern.except = [LocalDate(epochDay: 20_830)] }),
        Deed(
            testDescription: "how a slot is liked",
            said: ["kept: slot of Akira: Tue 17:00, own prefer 2; the file says 0"],
            overridden: ["changed slot of Akira: Tue 17:00 (prefer 2 → 0)"],
            does: changeSlot { $0.pattern.preference = 2 }),
        Deed(
            testDescription: "a slot withdrawn",
            said: ["kept: no slot of Akira: Tue 17:00, removed since; the file has it"],
            overridden: ["added slot of Akira: Tue 17:00"],
            does: { fixture in
                let slot = try #require(try await fixture.service.ask(ListSlots(program: "nova")).first)
                _ = try await fixture.service.ask(WithdrawSlot(slot: slot.id))
            }),
        Deed(
            testDescription: "a slot published", said: ["not in the file: slot of Akira: Fri 09:00; \(otherwise)"],
            overridden: ["not in the file: slot of Akira: Fri 09:00; \(otherwise)"],
            does: { fixture in
                _ = try await fixture.service.ask(
                    PublishSlot(program: "nova", mentor: EmailAddress("akira@example.org"), when: "Fri 09:00"))
            }),
        Deed(
            testDescription: "a freeze removed",
            said: ["kept: no freeze 2027-01-11..2027-01-17: release, removed since; the file has it"],
            overridden: ["added freeze 2027-01-11..2027-01-17: release"],
            does: { fixture in
                let freeze = try #require(try await fixture.service.ask(ListFreezes(program: "nova")).first)
                _ = try await fixture.service.ask(RemoveFreeze(freeze: freeze.id))
            }),
        Deed(
            testDescription: "a freeze added",
            said: ["not in the file: freeze 2027-01-25..2027-01-26 of asia: days off; \(otherwise)"],
            overridden: ["not in the file: freeze 2027-01-25..2027-01-26 of asia: days off; \(otherwise)"],
            does: { fixture in
                _ = try await fixture.service.ask(
                    AddFreeze(
                        program: "nova", days: DayRange("2027-01-25..2027-01-26"), reason: "days off", regions: [.asia])
                )
            }),
        Deed(
            testDescription: "an organizer removed",
            said: ["kept: no organizer ada@example.org, removed since; the file has it"],
            overridden: ["added organizer ada@example.org"],
            does: { fixture in
                _ = try await fixture.store.write {
                    try $0.removeOrganizer(EmailAddress("ada@example.org"), from: "nova")
                }
            }),
        Deed(
            testDescription: "an organizer added", said: ["not in the file: organizer bo@example.org; \(otherwise)"],
            overridden: ["not in the file: organizer bo@example.org; \(otherwise)"],
            does: { fixture in
                try await fixture.store.write { try $0.addOrganizer(EmailAddress("bo@example.org"), to: "nova") }
            }),
        Deed(
            testDescription: "a mentor removed", said: ["kept: no mentor Akira, removed since; the file has it"],
            overridden: ["added mentor Akira", "added slot of Akira: Tue 17:00"],
            does: { fixture in
                _ = try await fixture.service.ask(
                    RemoveMentor(program: "nova", email: EmailAddress("akira@example.org")))
            }),
    ]

    private static let file = small(freezes: freezes) + organizers

    @Test("the people's word stays and is told, each time, until --override takes the file's", arguments: deeds)
    func people(deed: Deed) async throws {
        for prunes in [false, true] {
            let fixture = try await Fixture.with(Self.file)
            try await deed.does(fixture)
            #expect(try await fixture.apply(Self.file, prune: prunes, dryRun: true).map(\.description) == deed.said)
            #expect(try await fixture.apply(Self.file, prune: prunes).map(\.description) == deed.said)
            // What they entered is told once; what they changed, as long as the file says otherwise.
            let again = deed.said.filter { $0.hasPrefix("kept") }
            #expect(try await fixture.apply(Self.file, prune: prunes).map(\.description) == again)
        }
        let fixture = try await Fixture.with(Self.file)
        try await deed.does(fixture)
        let changes = try await fixture.apply(Self.file, prune: true, override: true)
        #expect(changes.map(\.description) == deed.overridden)
        #expect(try await fixture.apply(Self.file).isEmpty)
    }

    @Test("what the file changes is applied, what it does not is not", arguments: deeds)
    func others(deed: Deed) async throws {
        let fixture = try await Fixture.with(Self.file)
        try await deed.does(fixture)
        let changed = Self.file.replacing("title: Nova", with: "title: Novum")
            .replacing("Thu 14:00\" }", with: "Thu 14:00\", prefer: 1 }")
        let changes = try await fixture.apply(changed).filter(\.isChange).map(\.description)
        #expect(changes == ["changed title “Nova” → “Novum”", "changed slot of Joao: Thu 14:00 (prefer 0 → 1)"])
    }

    @Test("what somebody says of themself is changed by no file, and that is said, --override or not")
    func spoken() async throws {
        let fixture = try await Fixture.with(Self.file)
        let akira = try EmailAddress("akira@example.org")
        // They end with what the file says, as their own word.
        for name in ["Akira S", "Akira"] {
            _ = try await fixture.service.ask(SetPerson(name: name, zone: "Asia/Tokyo"), as: akira)
        }
        let changed = Self.file.replacing("name: Akira", with: "name: Aki").replacing("Asia/Tokyo", with: "Asia/Seoul")
        try #require(changed != Self.file)
        for override in [false, true, false] {
            let said = try await fixture.apply(changed, override: override).map(\.description)
            #expect(said.contains { $0.hasPrefix("kept: Akira’s own name Akira") && $0.hasSuffix("the file says Aki") })
            #expect(said.contains { $0.hasPrefix("kept: Akira’s own zone Asia/Tokyo") && $0.hasSuffix("Asia/Seoul") })
        }
        let mentor = try #require(
            try await fixture.service.ask(ListMentors(program: "nova")).first { $0.email == akira })
        #expect((mentor.name, mentor.zone.name) == ("Akira", "Asia/Tokyo"))
    }

    @Test(
        "the slots of whom the file does not move are times on their own clock, but for those with a zone of their own",
        arguments: [false, true])
    func slotsOnTheirOwnClock(override: Bool) async throws {
        let fixture = try await Fixture.with(Self.file)
        let akira = try EmailAddress("akira@example.org")
        _ = try await fixture.service.ask(SetPerson(name: "Akira", zone: "Europe/Berlin"), as: akira)
        let changed = Self.file.replacing("Asia/Tokyo", with: "Asia/Seoul").replacing(
            "[{ every: \"Tue 17:00\" }]",
            with: "[{ every: \"Tue 17:00\" }, { every: \"Wed 08:00\" }, { every: \"Fri 09:00\", zone: Asia/Seoul }]")
        let said = try await fixture.apply(changed, prune: true, override: override)
            .map(\.description)
        #expect(said.contains("kept: slots of Akira on their own clock, Europe/Berlin; the file says Asia/Seoul"))
        #expect(!said.contains { $0.hasPrefix("changed slot") || $0.contains("own zone Asia") }, "\(said)")
        let slots = try await fixture.store.read { transaction in
            let id = try transaction.person(akira)?.id
            return try transaction.slots(of: "nova").filter { $0.mentor == id }
        }
        #expect(
            slots.map { "\($0.pattern.summary) \($0.zone)" }.sorted() == [
                "Fri 09:00 Asia/Seoul", "Tue 17:00 Europe/Berlin", "Wed 08:00 Europe/Berlin",
            ])
        // The file names no region, so that theirs is that of their clock, too.
        let mentor = try #require(
            try await fixture.service.ask(ListMentors(program: "nova")).first { $0.email == akira })
        #expect((mentor.region, mentor.zone.name) == (.europe, "Europe/Berlin"))
        // What is exported says the same, and the file again is heard and changes nothing.
        let exported = try await fixture.service.ask(ExportProgram(program: "nova")).text
        #expect(try await fixture.apply(exported) == [])
        #expect(try await fixture.apply(changed).allSatisfy { $0.kind == .kept })
    }

    @Test("what both changed stays the people's")
    func both() async throws {
        let fixture = try await Fixture.with(Self.file)
        try await Self.changeAkira { $0.maxPerMonth = 1 }(fixture)
        let changed = Self.file.replacing("max-per-month: 5,\n", with: "max-per-month: 3,\n")
        try #require(changed != Self.file)
        #expect(
            try await fixture.apply(changed).map(\.description) == [
                "kept: Akira’s own max-per-month 1; the file says 3"
            ])
        // Once they agree with the file again, it is the file's as before.
        try await Self.changeAkira { $0.maxPerMonth = 3 }(fixture)
        #expect(try await fixture.apply(changed).isEmpty)
        #expect(
            try await fixture.apply(Self.file).map(\.description) == ["changed mentor Akira: max-per-month 3 → 5"])
    }

    @Test("what was stored before origins were known is nobody's, but what a file has, too")
    func upgraded() async throws {
        let fixture = try await Fixture.with(Self.file)
        try await fixture.store.write { try $0.save(Set<FileFact>(), of: "nova") }
        let fewer = small(regions: "asia")
        let extra = [
            "organizer ada@example.org", "freeze 2027-01-11..2027-01-17: release", "mentor Zoe", "mentor Joao",
        ].map { "not in the file: \($0); \(Self.otherwise)" }
        #expect(
            try await fixture.apply(fewer, prune: true).map(\.description)
                == ["changed regions asia, europe, americas → asia"] + extra)
        #expect(try await fixture.apply(fewer, prune: true).isEmpty)
        #expect(try await fixture.service.ask(ListMentors(program: "nova")).count == 3)
        // Akira stands in both, and is the file's from then on.
        let none = fewer.split(separator: "mentors:")[0] + "mentors: []"
        #expect(
            try await fixture.apply(String(none), prune: true).map(\.description) == ["removed mentor Akira"])
    }

    @Test("a mentor who is left out is named with what they lead until the next plan")
    func leads() async throws {
        let fixture = try await Fixture.with(small(weeks: 2))
        _ = try await fixture.service.plan("nova", publish: true)
        let codes = try await fixture.service.plan("nova", publish: false).sessions.filter { $0.region == .europe }
            .map(\.code)
        #expect(
            try await fixture.apply(small(weeks: 2, regions: "asia, americas"), prune: true).map(\.description) == [
                "changed regions asia, europe, americas → asia, americas",
                "removed mentor Zoe, who leads \(codes.joined(separator: " and ")) no more once the season is planned again",
                "hint: the next plan changes 2 announced sessions, and tells those concerned: \(codes.joined(separator: " and "))",
            ])
    }

    @Test("what the next plan does to announced sessions is told with what was due before, too")
    func dueBefore() async throws {
        let fixture = try await Fixture.with(small(weeks: 2))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.service.ask(
            AddFreeze(
                program: "nova", from: day("2027-01-04"), to: day("2027-01-10"), reason: "freeze"))
        let codes = ["asia", "europe", "americas"].map { "nova-202701-w01-\($0)" }
        let hint = "hint: the next plan changes 3 announced sessions, and tells those concerned: "
        let location = "location: ircs://irc.example.org/"
        let elsewhere = small(weeks: 2).replacing(location, with: location + "elsewhere-")
        for (file, start) in [
            (elsewhere, "hint: the next plan changes 6 announced sessions, and tells those concerned: "),
            // Those of the other week are where it meets again, and theirs alone.
            (small(weeks: 2), hint), (small(weeks: 2).replacing("minutes: 60", with: "minutes: 45"), hint),
        ] {
            let said = try await fixture.apply(file).map(\.description)
            #expect(
                said.last?.hasPrefix(start) == true && codes.allSatisfy { said.last?.contains($0) == true }, "\(said)")
        }
    }

    @Test("that meetings are to be postponed where every week meets is hinted at once, when it is new")
    func postponedInVain() async throws {
        let idle = Self.file.replacing("every-region", with: "every-region\nwhen-frozen: postpone", maxReplacements: 1)
        let hint = "hint: when-frozen: postpone does nothing where every week meets"
        let fixture = try await Fixture.with(Self.file)
        let said = try await fixture.apply(idle).map(\.description)
        #expect(said.first == "changed when-frozen skip → postpone")
        #expect(said.dropFirst().count == 1 && said.last?.hasPrefix(hint) == true, "\(said)")
        #expect(try await fixture.apply(idle).isEmpty)
        let free = idle.replacing("when-frozen", with: "meets: every-2-weeks\nwhen-frozen")
        #expect(try await !fixture.apply(free).contains { $0.description.hasPrefix(hint) })
        #expect(try await Fixture(now: "2026-12-14T09:00:00Z").apply(idle).contains { $0.description.hasPrefix(hint) })
    }

    @Test("another length is told with the announced sessions that keep theirs, the program's or a season's")
    func length() async throws {
        for own in ["", "session: { minutes: 50 }, "] {
            let file = small(weeks: 2, regions: "asia").replacing("season: {", with: "season: { \(own)")
            let fixture = try await Fixture.with(file)
            _ = try await fixture.service.plan("nova", publish: true)
            let said = try await fixture.apply(file.replacing("minutes: \(own.isEmpty ? 60 : 50)", with: "minutes: 45"))
            let changed = try #require(said.first { $0.kind == .changed })
            #expect(changed.what.hasPrefix(own.isEmpty ? "minutes 60 → 45" : "season 202701: minutes 50 → 45"))
            #expect(
                changed.what.hasSuffix(
                    "; announced sessions keep theirs: nova-202701-w01-asia and nova-202701-w02-asia"))
            #expect(try await fixture.session("nova-202701-w01-asia").minutes == (own.isEmpty ? 60 : 50))
        }
    }

    @Test(
        "each field that changes is told before and after",
        arguments: [
            ("title: Nova", "title: Novum", "changed title “Nova” → “Novum”"),
            ("contact@", "hello@", "changed contact contact@example.org → hello@example.org"),
            (
                "irc.example.org", "irc.example.net",
                "changed location ircs://irc.example.org/nova → ircs://irc.example.net/nova"
            ),
            ("minutes: 60", "minutes: 90", "changed minutes 60 → 90"),
            ("capacity: 2", "capacity: 4", "changed capacity 2 → 4"),
            ("announce-weeks: 4", "announce-weeks: 2", "changed announce-weeks 4 → 2"),
            ("every-region", "one-region-a-week", "changed cadence every-region → one-region-a-week"),
            ("every-region", "every-region\nmeets: every-2-weeks", "changed meets every-week → every-2-weeks"),
            ("every-region", "every-region\nbots: [zuul]", "changed bots none → zuul"),
            ("every-region", "every-region\njoin: open", "changed join left to the server → open"),
            ("every-region", "every-region\nconfirm-hours: 48", "changed confirm-hours 24 → 48"),
            ("every-region", "every-region\nnotice-hours: 24", "changed notice-hours 48 → 24"),
            (
                "every-region", "every-region\nreviews: { hosts: [review.example.org] }",
                "changed hosts none → review.example.org"
            ),
            ("every-region", "every-region\nreviews: { proposals: open }", "changed proposals seen → open"),
            ("reason: release", "reason: holidays", "changed freeze 2027-01-11..2027-01-17: “release” → “holidays”"),
            ("name: Akira", "name: Akiko", "changed person Akira: name “Akira” → “Akiko”"),
        ])
    func fields(old: String, new: String, said: String) async throws {
        let fixture = try await Fixture.with(Self.file)
        let changed = Self.file.replacing(old, with: new, maxReplacements: 1)
        #expect(try await fixture.apply(changed, dryRun: true).map(\.description) == [said])
        #expect(try await fixture.apply(changed).map(\.description) == [said])
        #expect(try await fixture.apply(changed).isEmpty)
    }

    @Test("what stays is told with what the file said, what is in force and who set it, and what the file says now")
    func versions() async throws {
        let fixture = try await Fixture.with(small())
        let zoe = try EmailAddress("zoe@example.org")
        _ = try await fixture.client(.machine(as: zoe), way: .web).ask(SetMentor(program: "nova", maxPerMonth: 1))
        let file = small().replacing(
            "name: Zoe, email: zoe@example.org, zone: Europe/Berlin, min-gap-weeks: 1, max-per-month: 5",
            with: "name: Zoe, email: zoe@example.org, zone: Europe/Berlin, min-gap-weeks: 1, max-per-month: 3")
        let kept = try #require(try await fixture.apply(file, dryRun: true).first { $0.versions != nil })
        let versions = try #require(kept.versions)
        #expect(versions.what == "Zoe’s own max-per-month" && versions.applied == "5" && versions.inForce == "1")
        #expect(versions.file == "3" && versions.way == .web && versions.by == zoe)
        // Where nothing is written down nobody is named.
        let other = try await Fixture.with(small())
        try await Self.changeAkira { $0.maxPerMonth = 2 }(other)
        let unknown = try await other.apply(small(), dryRun: true).compactMap(\.versions)
        #expect(unknown.map(\.way) == [nil] && unknown.map(\.inForce) == ["2"])
    }
}
