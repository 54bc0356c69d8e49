import ChatLogs
import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Who speaks and is nobody's") struct VisitorTests {
    private static let organizer = Caller.onThisMachine(as: nil)
    private static let log = """
        16:00:00 <aki> hello
        16:01:00 <dora> hi
        16:02:00 *** dora is now known as dora_w
        16:03:00 <dora_w> bye
        16:04:00 <eve> hi
        """

    private func visitors(_ held: HeldSession) async throws -> [String] {
        try await held.service.ask(ShowAttendance(session: HeldSession.code), by: Self.organizer).visitors.map(\.text)
    }

    @Test(
        "counts once they have joined and added any nickname that they had", arguments: ["dora", "DORA_W", "@dora_w"])
    func joinsLater(nickname: String) async throws {
        let held = try await HeldSession(bots: "aki")
        #expect(try await held.record(log: Self.log).visitors.map(\.text) == ["dora", "eve"])
        _ = try await held.fixture.join("dora")
        let before = try await held.service.ask(
            ShowProgress(program: "nova", person: EmailAddress("dora@example.org")), by: Self.organizer)
        #expect(before.sessions == 0)
        let known = try await held.nick(nickname, of: "dora")
        #expect(known.sessions == [HeldSession.code])
        let after = try await held.service.ask(
            ShowProgress(program: "nova", person: EmailAddress("dora@example.org")), by: Self.organizer)
        #expect(after.sessions == 1)
        #expect(try await visitors(held) == ["eve"])
        // Once it is theirs it is counted, and not again.
        #expect(try await held.nick(nickname, of: "dora").sessions == nil)
        let seen = try await held.service.ask(ShowAttendance(session: HeldSession.code), by: Self.organizer)
        #expect((seen.present, seen.missed) == (["dora"], ["ann", "bob"]))
    }

    @Test("who had a seat and spoke as nobody's did not miss the session")
    func hadASeat() async throws {
        let held = try await HeldSession()
        #expect(try await held.record(log: "16:00 <bobby> hi").missed == ["ann", "bob"])
        #expect(try await held.nick("bobby", of: "bob").sessions == [HeldSession.code])
        let seen = try await held.service.ask(ShowAttendance(session: HeldSession.code), by: Self.organizer)
        #expect((seen.present, seen.missed) == (["bob"], ["ann"]))
    }

    @Test("what counted by a nickname counts no more once it is removed", arguments: ["dora", "bob"])
    func removedAgain(who: String) async throws {
        let held = try await HeldSession(bots: "aki")
        let first = try await held.record(log: Self.log)
        if who == "dora" { _ = try await held.fixture.join("dora") }
        #expect(try await held.nick("dora_w", of: who).sessions == [HeldSession.code])
        #expect(try await visitors(held) == ["eve"])
        let removed = try await held.service.ask(RemoveNickname(program: "nova", nickname: "dora_w"))
        #expect(removed.sessions == [HeldSession.code])
        let seen = try await held.service.ask(ShowAttendance(session: HeldSession.code), by: Self.organizer)
        #expect((seen.present, seen.missed) == (first.present, first.missed))
        #expect(try await visitors(held) == ["dora", "eve"])
        // Whose it is after all gets it.
        _ = try await held.fixture.join("gus")
        #expect(try await held.nick("dora_w", of: "gus").sessions == [HeldSession.code])
    }

    @Test("another nickname of theirs in the session, or what a person recorded, goes on counting")
    func stillKnown() async throws {
        let held = try await HeldSession(bots: "aki")
        _ = try await held.record(log: Self.log)
        _ = try await held.fixture.join("dora")
        for nickname in ["dora", "dora_w"] { _ = try await held.nick(nickname, of: "dora") }
        #expect(try await held.service.ask(RemoveNickname(program: "nova", nickname: "dora")).sessions == nil)
        #expect(
            try await held.service.ask(ShowAttendance(session: HeldSession.code), by: Self.organizer).present == [
                "dora"
            ])
        #expect(
            try await held.service.ask(RemoveNickname(program: "nova", nickname: "dora_w")).sessions == [
                HeldSession.code
            ])
    }

    @Test("the mentor of the session was in it anyway, and is no visitor any more")
    func mentor() async throws {
        let held = try await HeldSession()
        _ = try await held.record(log: Self.log)
        #expect(try await held.nick("aki", of: "akira").sessions == nil)
        #expect(try await visitors(held) == ["dora", "eve"])
        #expect(
            try await held.service.ask(ShowAttendance(session: HeldSession.code), by: Self.organizer).present.isEmpty)
    }

    @Test("another program's chat is another")
    func otherProgram() async throws {
        let held = try await HeldSession()
        _ = try await held.record(log: Self.log)
        _ = try await held.nick("dora", of: "cid")
        #expect(try await visitors(held) == ["aki", "eve"])
        #expect(try await held.nick("doris", of: "cid").sessions == nil)
    }

    @Test("a whole name that a chat shows is the one person's who is called so, with pronouns or without")
    func displayNames() async throws {
        let held = try await HeldSession()
        _ = try await held.fixture.join("dora", called: "Dora Maar")
        let log = "16:00 <Dora Maar (she/her)> hi\n16:01 <Dora Ma> hi\n16:02 <cid> hi"
        let view = try await held.record(log: log)
        #expect(view.present == ["Dora Maar"])
        #expect(view.visitors.map(\.text) == ["Dora Ma", "cid"])
        #expect(try await held.nick("dora ma", of: "cid").sessions == [HeldSession.code])
    }

    @Test("who takes another's whole name for a nickname does not get what that one says")
    func takenName() async throws {
        let held = try await HeldSession()
        _ = try await held.fixture.join("dora", called: "Dora Maar")
        try await held.nick("Dora Maar", of: "cid")
        let view = try await held.record(log: "16:00 <Dora Maar> hi\n16:01 <ann> hi")
        #expect(view.present.isEmpty)
        #expect(view.unclear?.map(\.names) == [["cid", "Dora Maar"]])
        #expect(view.visitors.map(\.text) == ["ann"])
    }

    @Test("a Matrix identifier names somebody as any nickname does, and no address")
    func matrix() async throws {
        let held = try await HeldSession()
        try await held.nick("@bob:matrix.example", of: "bob")
        #expect(try await held.record(["@Bob:matrix.example"]).present == ["bob"])
        #expect(try await held.record(log: "16:00 <@bob:matrix.example> hi").present == ["bob"])
        // As a client writes it that leaves the @ out.
        #expect(try await held.record(log: "16:00 <bob:matrix.example> hi").present == ["bob"])
        await held.refused(.notFound) { _ = try await held.record(["@eve:matrix.example"]) }
    }

    @Test("a whole name that two have is nobody's")
    func namesakes() async throws {
        let held = try await HeldSession()
        for address in ["dora", "dora2"] { _ = try await held.fixture.join(address, called: "Dora Maar") }
        #expect(try await held.record(log: "16:00 <Dora Maar> hi").visitors.map(\.text) == ["Dora Maar"])
    }

    @Test("adding to a record replaces nothing")
    func adds() async throws {
        let held = try await HeldSession()
        #expect(try await held.record(["ann"], adds: true).missed == ["bob"])
        let logged = try await held.record(log: Self.log, ignored: ["aki"], adds: true)
        #expect((logged.present, logged.missed) == (["ann"], ["bob"]))
        #expect(logged.visitors.map(\.text) == ["dora", "eve"])
        let named = try await held.record(["cid"], ignored: ["eve"], adds: true)
        #expect((named.present, named.missed) == (["ann", "cid"], ["bob"]))
        #expect(named.visitors.map(\.text) == ["dora"])
        let more = try await held.record(log: "16:00 <dora_w> hi\n16:01 <flo> hi", adds: true)
        #expect(more.visitors.map(\.text) == ["dora", "flo"])
        let struck = try await held.record(absent: ["ann"], adds: true)
        #expect((struck.present, struck.missed) == (["cid"], ["ann", "bob"]))
        let again = try await held.record(["bob"])
        #expect((again.present, again.missed, again.visitors) == (["bob"], ["ann"], []))
    }

    @Test("are counted by health, but for who is a bot by now; a session that only they came to is recorded")
    func health() async throws {
        let held = try await HeldSession()
        let asia = { () async throws -> HealthView.Meeting? in
            let view = try await held.service.ask(ShowHealth(program: "nova"), by: Self.organizer)
            return view.regions.first { $0.region == .asia }?.meetings.first
        }
        #expect(try await asia()?.came == nil)
        _ = try await held.record(log: Self.log)
        let seen = try #require(try await asia())
        #expect((seen.came, seen.visitors) == (0, 3))
        _ = try await held.fixture.apply(small(capacity: 2) + "\nbots: [aki]")
        #expect(try await asia()?.visitors == 2)
        try await held.nick("eve", of: "cid")
        let after = try #require(try await asia())
        #expect((after.came, after.visitors) == (1, 1))
    }

    @Test("over the API each speaker's nicknames stand one a line, and may have blanks")
    func request() async throws {
        let held = try await HeldSession()
        try await held.nick("Ann Other", of: "ann")
        let view = try await held.service.ask(
            RecordAttendance(
                session: HeldSession.code, present: [], speakers: ["Ann Other\nann_away", "@zoe:matrix.example"]),
            by: Self.organizer)
        #expect((view.present, view.visitors.map(\.text)) == (["ann"], ["@zoe:matrix.example"]))
        let more = try await held.service.ask(
            RecordAttendance(session: HeldSession.code, present: ["bob"], also: true), by: Self.organizer)
        #expect(more.present == ["ann", "bob"])
    }
}
