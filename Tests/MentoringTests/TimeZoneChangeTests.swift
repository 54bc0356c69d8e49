import CivilTime
import Foundation
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import Subprocess
import SystemPackage
import TestSupport
import Testing
import TimeZoneCatalog

/// In release 2026f British Columbia ends its clock changes: from 2026-11-01 Vancouver stays at −07:00, where 2025b has −08:00.
@Suite("New tz data")
struct TimeZoneChangeTests {
    private let oldRelease: OldRelease
    private let after = TimeZoneCatalog.shipped

    private var before: TimeZoneCatalog { oldRelease.catalog }

    init() async throws { oldRelease = try await OldRelease() }

    private static let program = """
        program: nova
        title: Nova
        contact: contact@example.org
        location: ircs://irc.example.org/nova
        season: { start: 2026-11-09, weeks: 4 }
        session: { minutes: 60, capacity: 5 }
        announce-weeks: 2
        mentors:
          - { name: Akira, email: akira@example.org, zone: Asia/Tokyo, min-gap-weeks: 1, max-per-month: 5, slots: [{ every: "Tue 17:00" }] }
          - { name: Zoe, email: zoe@example.org, zone: Europe/Berlin, min-gap-weeks: 1, max-per-month: 5, slots: [{ every: "Wed 17:00" }] }
          - { name: Pat, email: pat@example.org, zone: America/Vancouver, min-gap-weeks: 1, max-per-month: 5, slots: [{ every: "Tue 17:00" }] }
        """

    /// The season under 2025b, published, with five trainees in it.
    private func drill() async throws -> Fixture {
        let fixture = try Fixture(now: "2026-10-12T09:00:00Z", zones: before)
        try await fixture.apply(Self.program)
        _ = try await fixture.service.plan("nova", publish: true)
        let zones = [
            "ann": "America/Vancouver", "bob": "Europe/Berlin", "cid": "America/New_York", "dan": "Asia/Tokyo",
            "eve": "America/Vancouver",
        ]
        for (name, zone) in zones { _ = try await fixture.join(name, zone: zone) }
        for name in ["ann", "bob", "cid"] { _ = try await fixture.enroll(name, in: "nova-202611-w01-americas") }
        for name in ["bob", "eve"] { _ = try await fixture.enroll(name, in: "nova-202611-w01-europe") }
        _ = try await fixture.enroll("dan", in: "nova-202611-w01-asia")
        _ = try await fixture.enroll("cid", in: "nova-202611-w04-americas")
        return fixture
    }

    @Test("wall clocks stay, instants move, and just those whose own hour changes are told")
    func adoption() async throws {
        let fixture = try await drill()
        let mails = try await fixture.service.ask(ListOutbox()).count
        let new = fixture.under(after)
        let old = try await fixture.session("nova-202611-w01-americas")
        let adoption = try await new.service.adoptTimeZones(dryRun: false)

        #expect((adoption.from, adoption.to) == ("2025b", after.release))
        #expect(adoption.moves.map(\.session) == (1...4).map { "nova-202611-w0\($0)-americas" })
        let moved = try await new.session("nova-202611-w01-americas")
        #expect(moved.localStart == old.localStart)
        #expect(old.start == (try instant("2026-11-11T01:00:00Z")))
        #expect(moved.start == (try instant("2026-11-11T00:00:00Z")))
        #expect(moved.sequence == old.sequence + 1)
        #expect(try await new.session("nova-202611-w01-europe").sequence == old.sequence)

        // Ann and Pat read the same clock as ever in Vancouver. Eve's clock is what moves, under a session that does not.
        #expect(adoption.told == ["bob", "cid", "eve"])
        let told = Set(try await new.mail(after: mails))
        #expect(
            told == [
                "clocksChanged nova-202611-w01-americas → bob", "clocksChanged nova-202611-w01-americas → cid",
                // Of one that is not announced yet only who has a seat in it hears.
                "clocksChanged nova-202611-w04-americas → cid", "clocksChanged nova-202611-w01-europe → eve",
            ])
    }

    @Test("a program that was archived meanwhile follows once it is reopened, and says so")
    func archived() async throws {
        let fixture = try await drill()
        let live = try await drill().under(after)
        let new = fixture.under(after)
        _ = try await new.client().ask(ArchiveProgram(program: "nova"))
        #expect(try await new.service.adoptTimeZones(dryRun: false).moves == [])
        let mails = try await new.service.ask(ListOutbox()).count
        let before = try await live.service.ask(ListOutbox()).count
        let reopened = try await new.client().ask(ReopenProgram(program: "nova"))
        #expect(reopened.effects.last?.hasSuffix("moved with changed clocks; bob, cid and eve are told") == true)
        let moved = try await new.session("nova-202611-w01-americas")
        #expect(moved.start == (try instant("2026-11-11T00:00:00Z")) && moved.sequence == 1)
        // Just as where nothing was archived.
        _ = try await live.service.adoptTimeZones(dryRun: false)
        let told = try await live.mail(after: before)
        #expect(try await Set(new.mail(after: mails)) == Set(told))
        _ = try await new.client().ask(ReopenProgram(program: "nova"))
        #expect(try await new.mail(after: mails).count == told.count)
    }

    @Test("adopting once is enough, and later messages bring nobody old news")
    func once() async throws {
        let fixture = try await drill()
        let new = fixture.under(after)
        _ = try await new.service.adoptTimeZones(dryRun: false)
        let mails = try await new.service.ask(ListOutbox()).count
        #expect(try await new.service.adoptTimeZones(dryRun: false).moves == [])
        _ = try await new.enroll("dan", in: "nova-202611-w01-americas")
        #expect(try await new.mail(after: mails) == ["enrolled nova-202611-w01-americas → dan"])
        let ann = try await new.invitation(of: EmailAddress("ann@example.org"), to: "nova-202611-w01-americas")
            .invitation
        #expect(ann.sequence == 1)
    }

    @Test("a clock that goes on while the season is planned is no change of the database")
    func goingClock() async throws {
        let new = try await drill().under(after)
        new.clock.start()
        #expect(try await new.service.plan("nova", publish: true).timeZones?.moves.count == 4)
    }

    @Test("nobody is shown the old hour, even before the new data have been adopted")
    func notYetAdopted() async throws {
        let new = try await drill().under(after)
        let now = try instant("2026-11-11T00:00:00Z")
        #expect(try await new.session("nova-202611-w01-americas").start == now)
        #expect(try await new.service.publicFeed(of: "nova", region: .americas).sessions.first?.start == now)
        let cy = try EmailAddress("cy@example.org")
        _ = try await new.service.ask(JoinProgram(program: "nova", name: "Cy", email: cy, zone: "America/Vancouver"))
        #expect(
            try await new.enroll("cy", in: "nova-202611-w01-americas").localStart == (try local("2026-11-10T17:00")))
        #expect(try await new.service.adoptTimeZones(dryRun: false).told == ["bob", "cid", "eve"])
    }

    @Test("whatever else changes a session before the new data have been adopted, calendars see its new hour")
    func changedBeforehand() async throws {
        let new = try await drill().under(after)
        let old = try await new.session("nova-202611-w01-americas")
        let same = try local("2026-11-10T17:00")
        let change = try await new.service.ask(MoveSession(session: "nova-202611-w01-americas", to: same))
        #expect(change.session.sequence == old.sequence + 1)
        #expect(change.session.start == (try instant("2026-11-11T00:00:00Z")))
        #expect(
            try await new.service.ask(MoveSession(session: "nova-202611-w01-americas", to: same)).session.sequence
                == old
                .sequence + 1)
        #expect(try await new.service.adoptTimeZones(dryRun: false).moves.count == 3)
        #expect(try await new.session("nova-202611-w01-americas").sequence == old.sequence + 1)
    }

    @Test("a rehearsal tells the same and changes nothing")
    func rehearsal() async throws {
        let fixture = try await drill()
        let new = fixture.under(after)
        let promised = try await new.service.adoptTimeZones(dryRun: true)
        #expect(try await new.service.timeZoneRelease() == "2025b")
        #expect(try await new.service.adoptTimeZones(dryRun: false) == promised)
    }

    @Test("publishing a plan adopts the new data by the way")
    func planning() async throws {
        let new = try await drill().under(after)
        let shown = try await new.service.plan("nova", publish: false)
        let published = try await new.service.plan("nova", publish: true)
        #expect(shown.timeZones == published.timeZones)
        #expect(published.timeZones?.moves.count == 4)
        #expect((shown.told, published.told) == (3, 3))
        #expect(published.changes == [])
        #expect(try await new.session("nova-202611-w02-americas").start == (try instant("2026-11-18T00:00:00Z")))
        #expect(try await new.service.keepSeasonsRolling() == [])
    }

    @Test("feeds of regions that do not move stay the same to the byte, the others change only where they must")
    func feeds() async throws {
        let fixture = try await drill()
        let new = fixture.under(after)
        let regions = Region.allCases
        var old: [Region: [UInt8]] = [:]
        for region in regions { old[region] = try await feed(of: region, fixture, before) }
        try fixture.clock.set("2026-10-13T09:00:00Z")
        _ = try await new.service.adoptTimeZones(dryRun: false)
        #expect(try await feed(of: .asia, new, after) == old[.asia])
        #expect(try await feed(of: .europe, new, after) == old[.europe])

        let (was, became) = (lines(old[.americas] ?? []), lines(try await feed(of: .americas, new, after)))
        #expect(was.count(where: { $0.hasPrefix("DTSTART;TZID=America/Vancouver:") }) == 4)
        // No yearly rule holds for Vancouver across these weeks, so the events are written in UTC.
        #expect(
            became.filter { $0.hasPrefix("DTSTART:2026") } == ["11", "18", "25"].map { "DTSTART:202611\($0)T000000Z" }
                + ["DTSTART:20261202T000000Z"])
        let changing = ["DTSTART", "DTEND", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE"]
        let kept: ([String]) -> [String] = { lines in
            self.events(lines).filter { line in !changing.contains { line.hasPrefix($0) } }
        }
        #expect(kept(was) == kept(became))
    }

    private func feed(of region: Region, _ fixture: Fixture, _ zones: TimeZoneCatalog) async throws -> [UInt8] {
        let feed = try await fixture.service.publicFeed(of: "nova", region: region)
        return try CalendarEncoder(zones: zones).feed(CalendarFeed(feed, addresses: fixture.addresses))
    }

    private func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    private func events(_ lines: [String]) -> [String] { Array(lines.drop { $0 != "BEGIN:VEVENT" }) }
}

/// tz data 2025b, compiled from Debian's tzdata.zi of that release into a folder that goes with this value.
private final class OldRelease {
    let catalog: TimeZoneCatalog
    private let folder: URL

    init() async throws {
        let source = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "TimeZoneData/tzdata-2025b.zi")
        folder = FileManager.default.temporaryDirectory.appending(path: "meridian-2025b-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let zic = try await run(
            .path("/usr/sbin/zic"), arguments: ["-b", "fat", "-d", folder.path, source.path], output: .discarded)
        try #require(zic.terminationStatus.isSuccess, "zic failed; is Debian's libc-bin installed?")
        try FileManager.default.copyItem(at: source, to: folder.appending(path: "tzdata.zi"))
        catalog = try TimeZoneCatalog.inForce(zoneinfo: folder.path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
