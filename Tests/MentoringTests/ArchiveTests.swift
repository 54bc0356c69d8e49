import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("A program that is archived")
struct ArchiveTests {
    private static let file = small(weeks: 3, capacity: 1, announce: 2, regions: "asia, europe")

    private func season() async throws -> Fixture {
        let fixture = try await Fixture.with(Self.file)
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] {
            _ = try await fixture.join(name)
            _ = try await fixture.enroll(name, in: "nova-202701-w01-asia")
        }
        return fixture
    }

    @Test("is said first, and then can be read and not changed, by whichever way, until it is reopened")
    func refused() async throws {
        let fixture = try await season()
        let machine = fixture.client(way: .command)
        let said = try await machine.ask(ArchiveProgram(program: "nova", dryRun: true))
        #expect(!said.archived)
        _ = try await fixture.join("eve")
        let done = try await machine.ask(ArchiveProgram(program: "nova"))
        #expect(done.archived)
        #expect(done.effects == said.effects)
        #expect(done.effects.count { $0.contains("stays announced") } == 4)
        #expect(done.effects.contains("2 tentative sessions are never announced"))
        let ann = try EmailAddress("ann@example.org")
        let trainee = fixture.client(.machine(as: ann))
        let changes: [@Sendable () async throws -> Void] = [
            { _ = try await trainee.ask(Enroll(session: "nova-202701-w02-asia")) },
            { _ = try await trainee.ask(Leave(session: "nova-202701-w01-asia")) },
            { _ = try await trainee.ask(LeaveProgram(program: "nova", dryRun: true)) },
            { _ = try await trainee.ask(ProposeReview(program: "nova", url: "https://review.example.org/c/nova/+/1")) },
            { _ = try await machine.ask(PlanSeason(program: "nova", publish: true)) },
            { _ = try await machine.ask(CancelSession(session: "nova-202701-w01-asia", reason: "over")) },
            {
                _ = try await machine.ask(
                    AddFreeze(program: "nova", from: day("2027-01-04"), to: day("2027-01-05"), reason: "x"))
            },
            {
                _ = try await machine.ask(
                    JoinProgram(
                        program: "nova", name: "New", email: EmailAddress("new@example.net"), zone: "Asia/Tokyo"))
            },
            { _ = try await machine.ask(RemoveMentor(program: "nova", email: EmailAddress("zoe@example.org"))) },
            { _ = try await machine.ask(ApplyProgram(text: Self.file.replacing("title: Nova", with: "title: Other"))) },
            { _ = try await machine.ask(ApplyProgram(text: Self.file, dryRun: true)) },
        ]
        for change in changes {
            let refusal = await #expect(throws: Refusal.self) { try await change() }
            #expect(
                refusal?.description.contains("nova is archived since 2026-12-14") == true,
                "\(refusal?.description ?? "")")
        }
        // It can be read.
        #expect(try await machine.ask(ListSessions(program: "nova")).count == 6)
        let shown = try await machine.ask(ShowProgram(program: "nova"))
        #expect((shown.archived, shown.archivedSince) == (true, try instant("2026-12-14T09:00:00Z")))
        #expect(try await machine.ask(ListTrainees(program: "nova")).count == 3)
        #expect(try await machine.ask(ListSeasons(program: "nova")).map(\.state) == [.archived])
        let reopened = try await machine.ask(ReopenProgram(program: "nova"))
        #expect(!reopened.archived)
        #expect(try await machine.ask(ListSeasons(program: "nova")).map(\.state) == [.next])
        _ = try await trainee.ask(Leave(session: "nova-202701-w01-asia"))
        #expect(
            try await machine.ask(ShowLog(program: "nova")).prefix(2).map(\.action) == ["leave", "reopenProgram"])
    }

    @Test("keeps nobody from hearing of their own account: who was moved can undo it, and hears of a token")
    func accounts() async throws {
        let fixture = try await season()
        _ = try await fixture.client().ask(ArchiveProgram(program: "nova"))
        let before = try await fixture.service.ask(ListOutbox()).count
        let ann = try EmailAddress("ann@example.org")
        _ = try await fixture.service.ask(CreateToken(email: ann))
        _ = try await fixture.service.ask(MovePerson(old: ann, new: EmailAddress("ann@new.example.net")))
        let mails = try await fixture.service.ask(ListOutbox()).dropFirst(before)
        #expect(mails.count == 3 && mails.allSatisfy { $0.program == nil })
        let letter = try #require(
            try await fixture.store.read { try $0.outbox([.pending]) }.last { $0.subject == "move: prove" })
        let settled = try await fixture.service.ask(ConfirmMove(secret: String(decoding: letter.bytes, as: UTF8.self)))
        // What the program sends waits until it is reopened, and so it is said.
        #expect(settled.invitations > 0 && settled.waiting == settled.invitations)
        #expect(settled.calendar?.hasSuffix("will go to it once the program that sends them goes on") == true)
    }

    @Test("is passed by every day, and nobody is reminded or written to")
    func silent() async throws {
        let fixture = try await season()
        _ = try await fixture.client().ask(ArchiveProgram(program: "nova"))
        let before = try await fixture.service.ask(ListOutbox()).count
        for moment in ["2027-01-04T09:00:00Z", "2027-01-05T07:10:00Z", "2027-01-06T09:00:00Z"] {
            try fixture.clock.set(moment)
            _ = try await fixture.service.doWhatIsDue()
            #expect(try await fixture.service.keepSeasonsRolling().isEmpty)
        }
        #expect(try await fixture.service.ask(ListOutbox()).count == before)
        #expect(try await fixture.session("nova-202701-w03-asia").status == .tentative)
    }
}
