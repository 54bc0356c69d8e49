import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import ProgramFile
import TestSupport
import Testing

@Suite("A program's file printed back")
struct ExportTests {
    private static let file = """
        program: nova
        title: Nova
        contact: contact@example.org
        location: ircs://irc.example.org/nova
        seasons:
          - { start: 2027-01-04, weeks: 2 }
          - { start: 2027-02-01, weeks: 4, cadence: one-region-a-week }
          - { name: spring, start: 2027-03-01, weeks: 8, meets: { weeks-of-month: [2, 4], of: tue }, when-frozen: postpone,
              session: { minutes: 45, capacity: 5 }, regions: [europe], notice-hours: 0 }
        cadence: every-region
        meets: every-2-weeks
        session: { minutes: 60, capacity: 2 }
        regions: [asia, europe]
        announce-weeks: 2
        organizers: [olga@example.org, akira@example.org]
        mentors:
          - { name: Akira, email: akira@example.org, zone: Asia/Tokyo,
              slots: [{ every: "Tue 17:00" }, { every: "Fri 17:00", prefer: 2, until: 2027-02-26 }] }
          - { name: Zoe, email: zoe@example.org, zone: Europe/Berlin, slots: [{ every: "Wed 17:00" }] }
        duties:
          - { name: triage, title: Triage,
              volunteers: [akira@example.org, { name: Vic, email: vic@example.org, zone: Europe/Rome }] }
        """

    @Test("changes nothing here, and makes the same elsewhere, also of those who have not confirmed another address")
    func again() async throws {
        let fixture = try await Fixture.with(Self.file)
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["akira", "vic"] {
            let old = try EmailAddress("\(name)@example.org")
            let request = MovePerson(old: old, new: try EmailAddress("\(name)@new.example.net"))
            _ = try await fixture.service.ask(request, as: old)
        }
        _ = try await fixture.service.ask(
            SetMentor(program: "nova", maxPerMonth: 1), as: EmailAddress("zoe@example.org"))
        // While the first season is next, while it runs, and once the second does.
        for now in ["2026-12-14T09:00:00Z", "2027-01-06T09:00:00Z", "2027-02-03T09:00:00Z"] {
            try fixture.clock.set(now)
            let exported = try await fixture.service.ask(ExportProgram(program: "nova")).text
            for prunes in [false, true] { #expect(try await fixture.apply(exported, prune: prunes) == [], "\(now)") }
            let elsewhere = try await Fixture.with(exported, now: now)
            #expect(try await elsewhere.service.ask(ExportProgram(program: "nova")).text == exported, "\(now)")
            #expect(try await elsewhere.apply(exported, prune: true) == [], "\(now)")
        }
    }

    @Test("does not move those who have gone back to their address since")
    func goneBack() async throws {
        let fixture = try await Fixture.with(Self.file)
        let old = try EmailAddress("akira@example.org")
        // By whoever administers the server, at once.
        _ = try await fixture.service.ask(MovePerson(old: old, new: EmailAddress("akira@new.example.net")))
        let exported = try await fixture.service.ask(ExportProgram(program: "nova")).text
        #expect(try await fixture.apply(exported) == [])
        try fixture.clock.set("2026-12-29T09:00:00Z")
        _ = try await fixture.service.doWhatIsDue()
        #expect(
            try await fixture.apply(exported).map(\.description) == [
                "kept: Akira’s own address akira@example.org; the file says akira@new.example.net"
            ])
    }
}
