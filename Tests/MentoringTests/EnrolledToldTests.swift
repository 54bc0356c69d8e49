import CivilTime
import Mentoring
import MentoringAPI
import Persistence
import TestSupport
import Testing

@testable import MentoringService

/// Whoever has a seat or waits hears of it, once, whether or not their calendar holds an invitation.
@Suite("Those enrolled are told")
struct EnrolledToldTests {
    private static func yaml(announce: Int = 2) -> String {
        small(weeks: 4, capacity: 1, announce: announce, regions: "asia")
    }

    /// Weeks 1 and 2 are announced, 3 and 4 tentative; of one seat each, ann has it and bob waits.
    private func queue(_ code: String) async throws -> Fixture {
        let fixture = try await Fixture.with(Self.yaml())
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] {
            _ = try await fixture.join(name)
            _ = try await fixture.enroll(name, in: code)
        }
        return fixture
    }

    private func mails(_ fixture: Fixture, _ change: () async throws -> Void) async throws -> [String] {
        let before = try await fixture.service.ask(ListOutbox()).count
        try await change()
        return try await fixture.mail(after: before).filter { !$0.hasSuffix("akira") }
    }

    @Test("of a tentative session that is called off")
    func calledOff() async throws {
        let fixture = try await queue("nova-202701-w03-asia")
        let told = try await mails(fixture) {
            let change = try await fixture.service.ask(CancelSession(session: "nova-202701-w03-asia", reason: "ill"))
            #expect(change.told == 2)
        }
        #expect(told == ["calledOff nova-202701-w03-asia → ann", "calledOff nova-202701-w03-asia → bob"])
        // Who looks it up learns why, as those told did, and of no other.
        #expect(try await fixture.session("nova-202701-w03-asia").cancellation == "ill")
        #expect(try await fixture.session("nova-202701-w04-asia").cancellation == nil)
    }

    @Test("of a tentative session that planning drops, and of its return")
    func dropped() async throws {
        let fixture = try await queue("nova-202701-w03-asia")
        var absence: AwayView?
        let dropped = try await mails(fixture) {
            absence = try await fixture.service.ask(
                AddAway(
                    email: EmailAddress("akira@example.org"),
                    days: DayRange(from: day("2027-01-18"), to: day("2027-01-24"))))
            _ = try await fixture.service.plan("nova", publish: true)
            _ = try await fixture.service.plan("nova", publish: true)
        }
        #expect(dropped == ["calledOff nova-202701-w03-asia → ann", "calledOff nova-202701-w03-asia → bob"])
        let id = try #require(absence?.id)
        let back = try await mails(fixture) {
            _ = try await fixture.service.ask(RemoveAway(away: id))
            _ = try await fixture.service.plan("nova", publish: true)
        }
        #expect(back == ["takesPlace nova-202701-w03-asia → ann", "takesPlace nova-202701-w03-asia → bob"])
    }

    @Test("of a tentative session that planning moves")
    func moved() async throws {
        let fixture = try await queue("nova-202701-w03-asia")
        let told = try await mails(fixture) {
            try await fixture.apply(Self.yaml().replacing("zone: Asia/Tokyo", with: "zone: Asia/Kolkata"))
            _ = try await fixture.service.plan("nova", publish: true)
        }
        #expect(told == ["moved nova-202701-w03-asia → ann", "moved nova-202701-w03-asia → bob"])
        // Bob is told that he waits.
        #expect(try await fixture.link() == "number 1")
    }

    @Test("when it was to begin, by the mail that announces it at another time than planned")
    func movedAndAnnounced() async throws {
        let code = "nova-202701-w03-asia"
        let fixture = try await Fixture.with(Self.yaml(announce: 0))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann")
        _ = try await fixture.enroll("ann", in: code)
        let planned = try await fixture.session(code).start
        let told = try await mails(fixture) {
            try await fixture.apply(Self.yaml(announce: 6).replacing("zone: Asia/Tokyo", with: "zone: Asia/Kolkata"))
            _ = try await fixture.service.plan("nova", publish: true)
        }
        #expect(told == ["announced \(code) → ann"])
        #expect(try await fixture.session(code).start != planned)
        // That she believes this is kept with the mail, should it be written anew when more changes.
        let ann = try EmailAddress("ann@example.org")
        let waiting = try await fixture.store.read { try $0.gatheringMail().filter { $0.recipient == ann } }
        #expect(waiting.map(\.knewStart) == [planned])
        #expect(MailBundle(mails: waiting).plannedStart == planned)
    }

    @Test("that they moved up, in a tentative session as in an announced one", arguments: [1, 3])
    func movedUp(week: Int) async throws {
        let code = "nova-202701-w0\(week)-asia"
        let fixture = try await queue(code)
        let told = try await mails(fixture) {
            _ = try await fixture.service.ask(Leave(session: code), as: EmailAddress("ann@example.org"))
        }
        #expect(told == (week == 1 ? ["left \(code) → ann", "promoted \(code) → bob"] : ["movedUp \(code) → bob"]))
    }

    @Test("though they left once and wait again", arguments: ["moved", "calledOff", "relocated"])
    func waitsAgain(how: String) async throws {
        let code = "nova-202701-w01-asia"
        let fixture = try await queue(code)
        // Ann, whose calendar was told that she left, queues up behind bob.
        _ = try await fixture.service.ask(Leave(session: code), as: EmailAddress("ann@example.org"))
        _ = try await fixture.enroll("ann", in: code)
        let told = try await mails(fixture) {
            switch how {
            case "moved":
                _ = try await fixture.service.ask(MoveSession(session: code, to: local("2027-01-06T18:00")))
            case "calledOff":
                _ = try await fixture.service.ask(CancelSession(session: code, reason: "ill"))
            default:
                try await fixture.apply(Self.yaml().replacing("irc.example.org", with: "irc.example.net"))
                _ = try await fixture.service.plan("nova", publish: true)
            }
        }
        let invited = how == "calledOff" ? "cancelled" : how
        #expect(told == ["\(invited) \(code) → bob", "\(how) \(code) → ann"])
    }

    @Test("of another place as such, whoever is invited and whoever waits")
    func relocated() async throws {
        let fixture = try await queue("nova-202701-w01-asia")
        let told = try await mails(fixture) {
            try await fixture.apply(Self.yaml().replacing("irc.example.org", with: "irc.example.net"))
            _ = try await fixture.service.plan("nova", publish: true)
        }
        #expect(told == ["relocated nova-202701-w01-asia → ann", "relocated nova-202701-w01-asia → bob"])
    }

    @Test("of what was only planned of a season that its file moves")
    func seasonMoved() async throws {
        let fixture = try await Fixture.with(Self.yaml(announce: 0))
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] {
            _ = try await fixture.join(name)
            _ = try await fixture.enroll(name, in: "nova-202701-w03-asia")
        }
        let later = Self.yaml(announce: 0).replacing("start: 2027-01-04", with: "start: 2027-03-01")
        var changes: [String] = []
        let told = try await mails(fixture) { changes = try await fixture.apply(later).map(\.description) }
        #expect(told == ["calledOff nova-202701-w03-asia → ann", "calledOff nova-202701-w03-asia → bob"])
        #expect(changes.contains("removed nova-202701-w03-asia, which was tentative; ann and bob are told"))
        #expect(changes.contains("removed nova-202701-w04-asia, which was tentative"))
        #expect(try await fixture.apply(later).isEmpty)
    }

    @Test("once that a session whose hour came without its being announced was not held, whether they sit or wait")
    func notHeld() async throws {
        let code = "nova-202701-w03-asia"
        let fixture = try await queue(code)
        let start = try await fixture.session(code).start
        let told = try await mails(fixture) {
            try fixture.clock.set(start.adding(seconds: -1).rfc3339)
            try await fixture.service.doWhatIsDue()
            #expect(try await fixture.session(code).notHeld == nil)
            try fixture.clock.set(start.rfc3339)
            try await fixture.service.doWhatIsDue()
            try await fixture.service.doWhatIsDue()
            // It is never announced any more.
            _ = try await fixture.service.plan("nova", publish: true)
            try await fixture.service.doWhatIsDue()
        }
        #expect(told.filter { $0.contains(code) } == ["notHeld \(code) → ann", "notHeld \(code) → bob"])
        let list = try await fixture.service.sessions(of: "nova", upcoming: false, for: Viewer())
        #expect(list.filter { $0.notHeld == true }.map(\.code) == [code])
        #expect(try await fixture.session(code).statusInWords == "not held")
    }

    @Test("nothing of a session that was not held long ago")
    func longAgo() async throws {
        let code = "nova-202701-w03-asia"
        let fixture = try await queue(code)
        try fixture.clock.set(try await fixture.session(code).start.adding(seconds: 15 * 86_400).rfc3339)
        let told = try await mails(fixture) { try await fixture.service.doWhatIsDue() }
        #expect(!told.contains { $0.hasPrefix("notHeld") })
    }

    @Test("nothing when nothing changes for them")
    func unchanged() async throws {
        let fixture = try await queue("nova-202701-w03-asia")
        let told = try await mails(fixture) {
            _ = try await fixture.service.plan("nova", publish: true)
            try await fixture.apply(Self.yaml().replacing("title: Nova", with: "title: Novum"))
            _ = try await fixture.service.plan("nova", publish: true)
        }
        #expect(told.isEmpty)
    }
}
