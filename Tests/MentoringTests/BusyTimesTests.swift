import CivilTime
import ICalendar
import Mentoring
import MentoringAPI
import TestSupport
import Testing
import TimeZoneCatalog

@testable import MentoringService

/// Zoe can lead on the four Wednesdays of the season from 17:00 to 18:00 in Berlin.
@Suite("Leaving out busy times")
struct BusyTimesTests {
    private static let zoe = "zoe@example.org"

    /// An hour from 17:00 on a day of January 2027, in the zone of its own VTIMEZONE.
    private func hour(_ day: String, _ more: String = "") -> String {
        "BEGIN:VEVENT\nUID:\(day)\nDTSTART;TZID=Mine:202701\(day)T170000\nDURATION:PT1H\n\(more)END:VEVENT\n"
    }

    private func calendar(_ events: String...) -> String {
        "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Mine\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\n"
            + "TZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n\(events.joined())END:VCALENDAR\n"
    }

    private func leaveOut(
        _ calendar: String?, times: String? = nil, confirmed: Bool? = nil, dryRun: Bool? = nil, of fixture: Fixture
    ) async throws -> BusyImport {
        try await fixture.service.ask(
            ImportBusyTimes(
                program: "nova", mentor: EmailAddress(Self.zoe), calendar: calendar, times: times,
                confirmed: confirmed, dryRun: dryRun))
    }

    private func exceptions(_ fixture: Fixture) async throws -> [String] {
        try await fixture.service.ask(ListSlots(program: "nova", mentor: EmailAddress(Self.zoe))).flatMap {
            $0.except.map(\.description)
        }
    }

    @Test("a zone that only the file explains leaves its hour out")
    func ownZone() async throws {
        let fixture = try await Fixture.with(small())
        let outcome = try await leaveOut(calendar(hour("13")), of: fixture)
        #expect(outcome.cleared.map(\.localStart.description) == ["2027-01-13T17:00:00"])
        #expect(outcome.undo == [BusyImport.Undo(slot: outcome.cleared[0].slot, days: ["2027-01-13"])])
        #expect(outcome.emptied == [])
    }

    @Test("an hour of today that is over is not left out, since nobody could lead then")
    func over() async throws {
        let fixture = try await Fixture.with(small())
        try fixture.clock.set("2027-01-06T18:30:00Z")
        let outcome = try await leaveOut(calendar(hour("06"), hour("13")), of: fixture)
        #expect(outcome.cleared.map(\.localStart.description) == ["2027-01-13T17:00:00"])
        #expect(try await exceptions(fixture) == ["2027-01-13"])
    }

    @Test("announced sessions at a busy time stay and are named; others are not")
    func announced() async throws {
        let fixture = try await Fixture.with(small(announce: 2))
        _ = try await fixture.service.plan("nova", publish: true)
        // The first two weeks are announced; the third is tentative. What only touches the hour does not lie in it.
        let next = "BEGIN:VEVENT\nUID:n\nDTSTART;TZID=Mine:20270106T180000\nDURATION:PT1H\nEND:VEVENT\n"
        for dryRun in [true, false] {
            let outcome = try await leaveOut(calendar(hour("13"), hour("20"), next), dryRun: dryRun, of: fixture)
            #expect(outcome.announced?.map(\.session) == ["nova-202701-w02-europe"])
            #expect(outcome.announced?.first?.localStart.description == "2027-01-13T17:00:00")
            #expect(outcome.announced?.first?.line == outcome.cleared.first?.line)
        }
        #expect(
            try await fixture.service.plan("nova", publish: true).changes.allSatisfy {
                $0.session != "nova-202701-w02-europe"
            })
        // Said again as long as it is so.
        #expect(try await leaveOut(calendar(hour("13")), of: fixture).announced?.count == 1)
        _ = try await fixture.service.ask(CancelSession(session: "nova-202701-w02-europe", reason: "ill"))
        #expect(try await leaveOut(calendar(hour("13")), of: fixture).announced == [])
    }

    @Test("every date of a slot is left out only when that is confirmed, a rehearsal says so")
    func emptied() async throws {
        let fixture = try await Fixture.with(small())
        let all = calendar(hour("06", "RRULE:FREQ=WEEKLY\n"))
        let refusal = await #expect(throws: Refusal.self) { try await leaveOut(all, of: fixture) }
        #expect(refusal?.reason == .conflict)
        #expect(refusal?.description.contains("(Wed 17:00) would have no date left in the season") == true)
        #expect(refusal?.description.contains("--yes") == true)
        #expect(try await exceptions(fixture) == [])
        let rehearsal = try await leaveOut(all, dryRun: true, of: fixture)
        #expect(rehearsal.emptied.map(\.summary) == ["Wed 17:00"])
        #expect(try await exceptions(fixture) == [])
        let outcome = try await leaveOut(all, confirmed: true, of: fixture)
        #expect(outcome.emptied == rehearsal.emptied)
        #expect(try await exceptions(fixture).count == 4)
        // What is left out already leaves nothing to ask about.
        #expect(try await leaveOut(all, of: fixture).cleared == [])
    }

    @Test("the slots just imported from the same file are such ones, and so is what is left of a season")
    func imported() async throws {
        let fixture = try await Fixture.with(small())
        let friday = calendar(hour("08", "RRULE:FREQ=WEEKLY\n"))
        let taken = try await fixture.service.ask(
            ImportSlots(program: "nova", mentor: EmailAddress(Self.zoe), calendar: friday))
        #expect(taken.taken.map(\.slot.summary) == ["Fri 17:00"])
        let refusal = await #expect(throws: Refusal.self) { try await leaveOut(friday, of: fixture) }
        #expect(refusal?.description.contains("(Fri 17:00)") == true)
        try fixture.clock.set("2027-01-21T00:00:00Z")
        await #expect(throws: Refusal.self) { try await leaveOut(calendar(hour("27")), of: fixture) }
        try fixture.clock.set("2027-01-28T00:00:00Z")
        // What is over has not been left out by it.
        #expect(try await leaveOut(calendar(hour("27")), of: fixture).cleared == [])
    }

    @Test("a slot of which only frozen days or days of absence are left asks as well", arguments: [true, false])
    func unusable(isFrozen: Bool) async throws {
        let freeze = "{ from: 2027-01-18, to: 2027-01-31, reason: release }"
        let fixture = try await Fixture.with(small(freezes: isFrozen ? freeze : ""))
        if !isFrozen {
            _ = try await fixture.service.ask(
                AddAway(
                    email: EmailAddress(Self.zoe), from: #require(LocalDate(iso: "2027-01-18")),
                    to: LocalDate(iso: "2027-01-31")), as: EmailAddress(Self.zoe))
        }
        let rest = calendar(hour("06"), hour("13"))
        let refusal = await #expect(throws: Refusal.self) { try await leaveOut(rest, of: fixture) }
        #expect(refusal?.description.contains("(Wed 17:00) would have no date left in the season") == true)
        // One of two is left; what could not be planned before is nobody's loss.
        #expect(try await leaveOut(calendar(hour("06")), of: fixture).emptied == [])
        #expect(try await leaveOut(calendar(hour("20"), hour("27")), of: fixture).emptied == [])
    }

    @Test("undoing one import keeps what a later one left out between its days")
    func undoBetween() async throws {
        let fixture = try await Fixture.with(small())
        let first = try await leaveOut(calendar(hour("06"), hour("20")), of: fixture)
        #expect(first.undo.map(\.days) == [["2027-01-06", "2027-01-20"]])
        let second = try await leaveOut(calendar(hour("13")), of: fixture)
        _ = try await fixture.service.ask(RestoreSlotDates(slot: first.undo[0].slot, days: first.undo[0].days))
        #expect(try await exceptions(fixture) == ["2027-01-13"])
        _ = try await fixture.service.ask(RestoreSlotDates(slot: second.undo[0].slot, days: second.undo[0].days))
        #expect(try await exceptions(fixture) == [])
    }

    @Test("what it left out comes back, and what was left out before stays so")
    func undo() async throws {
        let fixture = try await Fixture.with(small())
        let first = try await leaveOut(calendar(hour("13")), of: fixture)
        let second = try await leaveOut(calendar(hour("06"), hour("20")), of: fixture)
        let slot = try #require(first.cleared.first?.slot)
        #expect(second.undo == [BusyImport.Undo(slot: slot, days: ["2027-01-06", "2027-01-20"])])
        let restored = try await fixture.service.ask(RestoreSlotDates(slot: slot, days: second.undo[0].days))
        #expect(restored.restored.map(\.description) == ["2027-01-06", "2027-01-20"])
        #expect(restored.slot.except.map(\.description) == ["2027-01-13"])
        #expect(restored.slot.mentor == "Zoe")
        let again = try await fixture.service.ask(RestoreSlotDates(slot: slot, days: second.undo[0].days))
        #expect(again.restored == [])
        let third = try await leaveOut(calendar(hour("20"), hour("27")), of: fixture)
        #expect(third.undo.map(\.days) == [["2027-01-20..2027-01-27"]])
        #expect(try await fixture.service.ask(RestoreSlotDates(slot: slot)).restored.count == 3)
        #expect(try await exceptions(fixture) == [])
        await #expect(throws: BadInput.self) {
            try await fixture.service.ask(RestoreSlotDates(slot: slot, days: ["soon"]))
        }
        let unknown = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(RestoreSlotDates(slot: Identifier(999)))
        }
        #expect(unknown?.reason == .notFound)
    }

    @Test("only its mentor and organizers take dates back")
    func strangers() async throws {
        let fixture = try await Fixture.with(small())
        let slot = try #require(try await leaveOut(calendar(hour("13")), of: fixture).cleared.first?.slot)
        let refusal = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(RestoreSlotDates(slot: slot), as: EmailAddress("akira@example.org"))
        }
        #expect(refusal?.reason == .notAllowed)
        let own = try await fixture.service.ask(RestoreSlotDates(slot: slot), as: EmailAddress(Self.zoe))
        #expect(own.restored.count == 1)
    }

    @Test("the times alone say the same as the calendar, with its lines")
    func times() async throws {
        let fixture = try await Fixture.with(small())
        let terms = try await fixture.service.ask(
            ShowCalendarTerms(program: "nova", mentor: EmailAddress(Self.zoe)))
        #expect((terms.from.description, terms.to.description) == ("2027-01-04", "2027-01-31"))
        #expect((terms.zone.name, terms.minutes, terms.isOwn) == ("Europe/Berlin", 60, false))
        #expect(terms.mentor.description == Self.zoe)
        let text = "29 2027-01-13T16:00:00Z/2027-01-13T17:00:00Z\n7 2027-01-13T16:30:00Z/2027-01-20T16:00:00Z\n"
        let outcome = try await leaveOut(nil, times: text, of: fixture)
        #expect(outcome.busyTimes == 2)
        #expect(outcome.cleared.map { "\($0.line) \($0.localStart.date)" } == ["7 2027-01-13"])
        for (text, line) in [
            ("1 2027-01-13T16:00:00Z", 1), ("2027-01-13T16:00:00Z/2027-01-13T17:00:00Z", 1),
            ("1 2027-01-13T16:00:00Z/2027-01-13T17:00:00Z\n0 2027-01-13T16:00:00Z/2027-01-13T17:00:00Z", 2),
            ("1 2027-01-13T17:00:00Z/2027-01-13T16:00:00Z", 1), ("1  a/b", 1),
            ("1 2027-01-13T16:00:00/2027-01-13T17:00:00", 1),
            ("99999999999 2027-01-13T16:00:00Z/2027-01-13T17:00:00Z", 1),
        ] {
            let error = await #expect(throws: BadInput.self) { try await leaveOut(nil, times: text, of: fixture) }
            #expect(error?.line == line, "\(text)")
        }
        await #expect(throws: BadInput.self) { try await leaveOut(nil, of: fixture) }
        await #expect(throws: BadInput.self) { try await leaveOut(calendar(), times: "", of: fixture) }
    }

    @Test("what the mentor declined is left in, whole days of absence are told")
    func declined() async throws {
        let fixture = try await Fixture.with(small())
        let declined = hour("13", "ATTENDEE;PARTSTAT=DECLINED:mailto:\(Self.zoe)\n")
        let away = "BEGIN:VEVENT\nDTSTART:20270118\nDTEND:20270123\nSUMMARY:Vacation\nEND:VEVENT\n"
        let outcome = try await leaveOut(calendar(declined, away), of: fixture)
        #expect(outcome.cleared.map(\.localStart.date.description) == ["2027-01-20"])
        #expect(outcome.left.map(\.reason) == ["you declined it, or sent somebody else"])
        #expect(outcome.away.map { "\($0.line) \($0.from)..\($0.to)" } == ["16 2027-01-18..2027-01-22"])
        #expect(try await fixture.service.ask(ListAbsences(email: EmailAddress(Self.zoe))) == [])
    }

    @Test("many busy times over many dates cost no more than either", arguments: [20_000])
    func many(count: Int) {
        let starts = (0..<370).map { Instant(secondsSinceEpoch: Int64($0) * 86_400) }
        let whole = starts[0]..<starts[369].adding(seconds: 1)
        let busy = (1...count).map { BusyTime(line: count + 1 - $0, time: whole) }
        let lines = BusyTime.lines(of: starts, minutes: 60, busy: busy)
        #expect(lines.count == 370)
        #expect(Set(lines.values) == [1])
    }
}
