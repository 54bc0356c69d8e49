import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Moving a session")
struct MoveSessionTests {
    /// One mentor in a zone, and an announced session in the week of a day.
    private func session(in zone: String, weekOf day: LocalDate) async throws -> (Fixture, SessionView) {
        let monday = day.mondayOfWeek
        let yaml = """
            program: nova
            title: Nova
            contact: contact@example.org
            location: ircs://irc.example.org/nova
            season: { start: \(monday), weeks: 2 }
            session: { minutes: 60, capacity: 2 }
            announce-weeks: 2
            mentors:
              - { name: Mo, email: mo@example.org, zone: \(zone), min-gap-weeks: 1, max-per-month: 5, slots: [{ every: "Wed 10:00" }] }
            """
        let fixture = try await Fixture.with(yaml, now: "\(monday.adding(days: -10))T09:00:00Z")
        _ = try await fixture.service.plan("nova", publish: true)
        let session = try #require(
            try await fixture.service.sessions(of: "nova", upcoming: true, for: Viewer()).first { $0.week == 1 })
        return (fixture, session)
    }

    @Test(
        "to an hour that clocks skip is refused, and says which hour would be",
        arguments: [
            ("Europe/Berlin", "2027-03-28T02:00", "2027-03-28T03:00:00"),
            ("Europe/Berlin", "2027-03-28T02:59", "2027-03-28T03:59:00"),
            ("America/New_York", "2027-03-14T02:30", "2027-03-14T03:30:00"),
            ("Australia/Lord_Howe", "2027-10-03T02:15", "2027-10-03T02:45:00"),
            ("America/Santiago", "2027-09-05T00:30", "2027-09-05T01:30:00"),
            ("Africa/Cairo", "2027-04-30T00:00", "2027-04-30T01:00:00"),
        ])
    func gap(zone: String, to: String, instead: String) async throws {
        let to = try local(to)
        let (fixture, before) = try await session(in: zone, weekOf: to.date)
        let mails = try await fixture.service.ask(ListOutbox()).count
        let refusal = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(MoveSession(session: before.code, to: to))
        }
        #expect(refusal?.description.contains("skip \(to.time)") == true)
        #expect(refusal?.description.hasSuffix("--to \(instead)") == true)
        #expect(try await fixture.session(before.code) == before)
        #expect(try await fixture.service.ask(ListOutbox()).count == mails)
        // What is proposed instead is an hour that there is.
        let moved = try await fixture.service.ask(MoveSession(session: before.code, to: local(instead)))
        #expect((moved.session.localStart, moved.note) == (try local(instead), nil))
    }

    @Test(
        "to an hour that clocks show twice means the first, and says so; answer, list and feed agree",
        arguments: [
            ("Europe/Berlin", "2027-10-31T02:30", "2027-10-31T00:30:00Z"),
            ("America/New_York", "2027-11-07T01:30", "2027-11-07T05:30:00Z"),
            ("Australia/Lord_Howe", "2027-04-04T01:45", "2027-04-03T14:45:00Z"),
            ("America/Santiago", "2027-04-03T23:30", "2027-04-04T02:30:00Z"),
        ])
    func overlap(zone: String, to: String, start: String) async throws {
        let to = try local(to)
        let (fixture, before) = try await session(in: zone, weekOf: to.date)
        let change = try await fixture.service.ask(MoveSession(session: before.code, to: to))
        #expect(change.note?.contains("show \(to.time) twice on \(to.date)") == true)
        #expect((change.session.localStart, change.session.start, change.told) == (to, try instant(start), 1))
        let now = try await fixture.session(before.code)
        #expect((now.localStart, now.start) == (to, try instant(start)))
        let feed = try await fixture.service.ask(ShowFeed(program: "nova")).calendar
        // Calendars read an hour that comes twice in two ways, so that it is said in UTC.
        let utc = start.replacing("-", with: "").replacing(":", with: "")
        #expect(feed.contains("DTSTART:\(utc)"))
    }

    @Test("to its own time tells nobody, and says that it was there")
    func ownTime() async throws {
        let (fixture, before) = try await session(in: "Europe/Berlin", weekOf: day("2027-03-24"))
        let mails = try await fixture.service.ask(ListOutbox()).count
        let change = try await fixture.service.ask(MoveSession(session: before.code, to: before.localStart))
        #expect((change.told, change.note) == (0, "it was at that time already"))
        #expect(change.session == before)
        #expect(try await fixture.service.ask(ListOutbox()).count == mails)
        #expect(try await fixture.service.plan("nova", publish: true).changes == [])
    }
}
