import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

@Suite("Publishing slots")
struct SlotTests {
    private func publish(
        _ when: String, rule: String? = nil, at now: String = "2026-12-14T09:00:00Z", mentor: String = "zoe",
        _ yaml: String = small(weeks: 20)
    ) async throws -> SlotPublication {
        let fixture = try await Fixture.with(yaml, now: now)
        return try await fixture.service.ask(
            PublishSlot(program: "nova", mentor: EmailAddress("\(mentor)@example.org"), when: when, rrule: rule))
    }

    @Test("the answer shows the next six dates in the hours of every region")
    func next() async throws {
        let publication = try await publish("Tue 17:00")
        #expect(
            publication.next.map(\.localStart.date.description) == [
                "2027-01-05", "2027-01-12", "2027-01-19", "2027-01-26", "2027-02-02", "2027-02-09",
            ])
        let first = try #require(publication.next.first)
        #expect(
            first.regions.map { "\($0.zone) \($0.localStart) \($0.hours)" } == [
                "Asia/Tokyo 2027-01-06T01:00:00 night", "Europe/Berlin 2027-01-05T17:00:00 humane",
                "America/Sao_Paulo 2027-01-05T13:00:00 humane",
            ])
        #expect(first.conflicts == [])
    }

    @Test("a change of the clocks between two dates moves the others, not the mentor")
    func shear() async throws {
        let publication = try await publish("Tue 17:00", at: "2027-03-22T09:00:00Z")
        #expect(publication.next.prefix(2).map { $0.regions[0].localStart.time.description } == ["01:00", "00:00"])
        #expect(publication.next.allSatisfy { $0.localStart.time.description == "17:00" })
    }

    @Test("publishing again changes nothing")
    func twice() async throws {
        let fixture = try await Fixture.with(small())
        let zoe = try EmailAddress("zoe@example.org")
        let first = try await fixture.service.ask(
            PublishSlot(program: "nova", mentor: zoe, when: "Fri 09:00", prefer: 1))
        let second = try await fixture.service.ask(
            PublishSlot(program: "nova", mentor: zoe, when: "Fri 09:00", prefer: 1))
        #expect((first.wasKnown, second.wasKnown) == (false, true))
        #expect(first.slot == second.slot)
        #expect(try await fixture.service.ask(ListSlots(program: "nova", mentor: zoe)).count == 2)
    }

    @Test("a mentor has at most a hundred, and the one too many is refused with what to do")
    func limit() async throws {
        let fixture = try await Fixture.with(small())
        let zoe = try EmailAddress("zoe@example.org")
        let present = try await fixture.service.ask(ListSlots(program: "nova", mentor: zoe)).count
        func publish(_ number: Int) async throws -> SlotPublication {
            let time = "\(8 + number / 12):\(number % 12 * 5 + 100)".replacing(":1", with: ":")
            let padded = String(repeating: "0", count: 5 - time.count) + time
            return try await fixture.service.ask(
                PublishSlot(program: "nova", mentor: zoe, when: "Fri \(padded)", prefer: 1))
        }
        for number in present..<Limits.slots { _ = try await publish(number) }
        let refusal = await #expect(throws: Refusal.self) { _ = try await publish(Limits.slots) }
        #expect(refusal?.reason == .conflict)
        #expect(
            refusal.map { "\($0)" }?.contains("101 slots, more than the 100 that a mentor may have; withdraw some")
                == true)
        #expect(try await publish(Limits.slots - 1).wasKnown)
        #expect(try await fixture.service.ask(ListSlots(program: "nova", mentor: zoe)).count == Limits.slots)
    }

    @Test("what speaks against a date is said")
    func conflicts() async throws {
        let yaml = small(
            weeks: 20, freezes: "{ from: 2027-01-18, to: 2027-01-24, reason: release }",
            away: "{ from: 2027-01-11, to: 2027-01-17 }")
        let publication = try await publish("Tue 23:30", mentor: "akira", yaml)
        #expect(
            publication.next.prefix(3).map(\.conflicts) == [
                ["outside your own day (08:00 to 22:00)"],
                ["you are away 2027-01-11..2027-01-17", "outside your own day (08:00 to 22:00)"],
                ["frozen: release", "outside your own day (08:00 to 22:00)"],
            ])
        let overlapping = try await publish("Tue 17:30", mentor: "akira")
        #expect(overlapping.next.first?.conflicts == ["overlaps your slot 1 (Tue 17:00)"])
    }

    @Test("a time that the clock skips or shows twice is resolved and said")
    func gap() async throws {
        let gap = try await publish("Sun 02:30", at: "2027-03-22T09:00:00Z")
        let first = try #require(gap.next.first)
        #expect(first.start == (try instant("2027-03-28T01:30:00Z")))
        #expect(first.conflicts.first == "the clock skips 02:30 that day; it is taken as 03:30")
        #expect(gap.remarks == nil)
        // Also where that day is none of the next.
        let early = try await publish("Sun 02:30", at: "2027-01-22T09:00:00Z")
        #expect(early.remarks == ["2027-03-28: the clock skips 02:30 that day; it is taken as 03:30"])
    }

    @Test("so is one that is taken back into the slot")
    func restored() async throws {
        let fixture = try await Fixture.with(small(weeks: 20))
        let zoe = try EmailAddress("zoe@example.org")
        let slot = try await fixture.service.ask(PublishSlot(program: "nova", mentor: zoe, when: "Sun 02:30")).slot
        _ = try await fixture.service.ask(
            ImportBusyTimes(
                program: "nova", mentor: zoe,
                times: "1 2027-03-21T01:00:00Z/2027-03-21T02:00:00Z\n2 2027-03-28T01:00:00Z/2027-03-28T02:00:00Z"))
        let restored = try await fixture.service.ask(RestoreSlotDates(slot: slot.id))
        #expect(
            restored.remarks == [
                "all 2 dates: outside your own day (08:00 to 22:00)",
                "2027-03-28: the clock skips 02:30 that day; it is taken as 03:30",
            ])
    }

    @Test("whoever withdraws a slot learns which sessions to come were made from it")
    func withdrawn() async throws {
        let fixture = try await Fixture.with(small(weeks: 4, announce: 2))
        _ = try await fixture.service.plan("nova", publish: true)
        try fixture.clock.set("2027-01-06T00:00:00Z")
        let akira = try EmailAddress("akira@example.org")
        let slot = try #require(try await fixture.service.ask(ListSlots(program: "nova", mentor: akira)).first)
        let withdrawn = try await fixture.service.ask(WithdrawSlot(slot: slot.id), as: akira)
        // Week 1 is over in Asia.
        #expect(withdrawn.stays == ["nova-202701-w02-asia"])
        #expect(withdrawn.replanned == ["nova-202701-w03-asia", "nova-202701-w04-asia"])
        let away = try await fixture.service.ask(
            AddAway(email: akira, days: DayRange("2027-01-11..2027-01-31")), as: akira)
        #expect(away.affects == withdrawn.stays)
        #expect(away.replanned == withdrawn.replanned)
        let unused = try await fixture.service.ask(PublishSlot(program: "nova", mentor: akira, when: "Fri 17:00"))
        let other = try await fixture.service.ask(WithdrawSlot(slot: unused.slot.id), as: akira)
        #expect((other.stays, other.replanned) == ([], []))
    }

    @Test("a slot in a season that is over has no dates")
    func over() async throws {
        #expect(try await publish("Tue 17:00", at: "2028-01-01T00:00:00Z").next == [])
    }

    @Test(
        "what never comes is refused, and what has no date in this season is not",
        arguments: [
            ("17:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", nil, false),
            ("17:00", "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4,6", nil, false),
            ("Tue 17:00", nil, "2027-01-04", false), ("Tue 17:00", nil, "2027-01-03", false),
            ("17:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", nil, true), ("Tue 17:00", nil, "2027-01-05", true),
        ] as [(String, String?, String?, Bool)])
    func never(when: String, rule: String?, until: String?, comes: Bool) async throws {
        let fixture = try await Fixture.with(small(weeks: 20))
        let publish = PublishSlot(
            program: "nova", mentor: "zoe@example.org", when: when, rrule: rule, until: try until.map(day))
        guard !comes else {
            _ = try await fixture.service.ask(publish)
            return
        }
        let refusal = await #expect(throws: BadInput.self) { try await fixture.service.ask(publish) }
        #expect(refusal?.message.contains("has no date from 2027-01-04 to ") == true)
        #expect(
            try await fixture.service.ask(ListSlots(program: "nova", mentor: EmailAddress("zoe@example.org"))).count
                == 1)
    }

    @Test(
        "what never comes is refused in the program's file, too, with its line; what is over, or left out, is not",
        arguments: [
            ("{ rrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30, at: \"17:00\" }", false),
            ("{ rrule: FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4,6, at: \"17:00\", until: 2027-02-01 }", false),
            ("{ rrule: FREQ=DAILY;BYMONTH=11;BYMONTHDAY=31, at: \"17:00\" }", false),
            ("{ rrule: FREQ=YEARLY;BYMONTH=2;BYDAY=6MO, at: \"17:00\" }", false),
            ("{ every: \"Tue 17:00\", from: 2027-01-06, until: 2027-01-11 }", false),
            ("{ every: \"Tue 17:00\", from: 2026-01-07, until: 2026-01-12 }", false),
            ("{ every: \"Tue 17:00\", until: 2027-01-03 }", true),
            ("{ every: \"Tue 17:00\", until: 2027-01-04 }", true),
            ("{ rrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29, at: \"17:00\" }", true),
            ("{ rrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29, at: \"17:00\", until: 2026-12-31 }", true),
            ("{ every: \"Tue 17:00\", from: 2027-01-05, until: 2027-01-05, except: [2027-01-05] }", true),
            ("{ every: \"Tue 17:00\", from: 2029-01-02 }", true),
        ])
    func neverInFile(slot: String, comes: Bool) throws {
        let file = small(weeks: 20).replacing("slots: [{ every: \"Wed 17:00\" }]", with: "slots: [\(slot)]")
        guard !comes else {
            _ = try read(file)
            return
        }
        let refusal = #expect(throws: BadInput.self) { try read(file) }
        #expect(refusal?.message.contains(" has no date from 20") == true, "\(String(describing: refusal))")
        #expect(refusal?.line == file.split(separator: "\n").firstIndex { $0.contains("name: Zoe") }.map { $0 + 1 })
    }

    @Test("a file full of what never comes is refused without looking for it long")
    func manyInFile() throws {
        let slots = Array(
            repeating: "{ rrule: FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30, at: \"9:00\" }", count: Limits.slots
        ).joined(separator: ", ")
        let mentors = (0..<45).map {
            "  - { name: M\($0), email: m\($0)@example.org, zone: Etc/UTC, slots: [\(slots)] }"
        }.joined(separator: "\n")
        let refusal = #expect(throws: BadInput.self) { try read(small() + "\n" + mentors) }
        #expect(refusal?.message.contains("has no date from") == true)
    }

    @Test(
        "what cannot be understood is refused",
        arguments: [
            ("Tuesday", nil as String?), ("Tue 5", nil), ("Tue 24:00", nil), ("Xyz 17:00", nil), ("17:00", nil),
            ("Tue 17:00", "FREQ=DAILY"), ("17:00", "FREQ=SECONDLY"), ("17:00", "nonsense"),
            ("17:00", "FREQ=DAILY;COUNT=3"),
        ])
    func nonsense(when: String, rule: String?) async {
        await #expect(throws: BadInput.self) { _ = try await publish(when, rule: rule) }
    }
}
