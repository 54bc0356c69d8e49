import ChatLogs
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

@Suite("Whose a nickname is") struct NicknameClaimTests {
    private static let log = "16:00:00 <eve> hello\n16:01:00 <Max Power> hi"

    private func attendance(_ held: HeldSession) async throws -> AttendanceView {
        try await held.service.ask(ShowAttendance(session: HeldSession.code))
    }

    private func words(_ held: HeldSession) async throws -> [String] {
        try await held.service.ask(ListNicknames(program: "nova", everybody: true)).map {
            "\($0.nickname) \($0.name) \($0.word?.rawValue ?? "-") \($0.others ?? 0)"
        }
    }

    @Test(
        "one's own word takes no session in which somebody spoke; an organizer's does",
        arguments: [
            ("eve", "cid"), ("@EVE", "cid"), ("eve", "bob"), ("max power", "ann"), ("Max Power (he/him)", "cid"),
        ])
    func visits(nickname: String, name: String) async throws {
        let held = try await HeldSession()
        let before = try await held.record(log: Self.log)
        let said = try await held.nick(nickname, of: name, confirmed: false)
        #expect((said.word, said.sessions, said.waiting) == (.waiting, nil, [HeldSession.code]))
        let seen = try await attendance(held)
        #expect((seen.present, seen.missed, seen.visitors) == (before.present, before.missed, before.visitors))
        // Nor do later sessions in which it speaks.
        #expect(try await held.record(log: Self.log).present.isEmpty)
        // Saying it again is saying it once.
        #expect(try await held.nick(nickname, of: name, confirmed: false) == said)
        let confirmed = try await held.nick(nickname, of: name)
        #expect((confirmed.word, confirmed.sessions, confirmed.waiting) == (.organizer, [HeldSession.code], nil))
        #expect(try await attendance(held).present == [name])
        #expect(try await held.service.ask(ListNicknames(program: "nova", everybody: true)).count == 1)
    }

    @Test("who an organizer gave it to keeps it, whoever says otherwise, organizers included")
    func proved() async throws {
        let held = try await HeldSession()
        _ = try await held.record(log: Self.log)
        try await held.nick("eve", of: "bob")
        for isConfirmed in [false, true] {
            await held.refused(.conflict) { try await held.nick("Eve", of: "cid", confirmed: isConfirmed) }
        }
        #expect(try await attendance(held).present == ["bob"])
        #expect(try await words(held) == ["eve bob organizer 0"])
        // Saying it oneself afterwards does not make it one's own word again.
        #expect(try await held.nick("eve", of: "bob", confirmed: false).word == .organizer)
        // Once it is taken from them it can be given to somebody else.
        _ = try await held.service.ask(RemoveNickname(program: "nova", nickname: "eve"))
        #expect(try await held.nick("eve", of: "cid").sessions == [HeldSession.code])
        #expect(try await attendance(held).present == ["cid"])
    }

    @Test("two who say so are both shown to organizers, in the order in which they did, and one of them gets it")
    func two() async throws {
        let held = try await HeldSession()
        _ = try await held.record(log: Self.log)
        try await held.nick("eve", of: "cid", confirmed: false)
        #expect(try await held.nick("eve", of: "bob", confirmed: false).others == 1)
        #expect(try await words(held) == ["eve cid waiting 1", "eve bob waiting 1"])
        let health = try await held.service.ask(ShowHealth(program: "nova"))
        #expect(health.nicknames?.map(\.name) == ["cid", "bob"])
        #expect(try await held.nick("eve", of: "bob").sessions == [HeldSession.code])
        #expect(try await words(held) == ["eve bob organizer 0"])
        let seen = try await attendance(held)
        #expect((seen.present, seen.missed) == (["bob"], ["ann"]))
    }

    @Test(
        "by which nobody spoke yet is one's own at once, until an organizer gives it to another, with what counted by it"
    )
    func first() async throws {
        let held = try await HeldSession()
        #expect(try await held.nick("eve", of: "cid", confirmed: false).word == .own)
        #expect(try await held.record(log: Self.log).present == ["cid"])
        let late = try await held.nick("eve", of: "bob", confirmed: false)
        #expect((late.word, late.others, late.waiting) == (.waiting, 1, nil))
        #expect(try await attendance(held).present == ["cid"])
        #expect(try await words(held) == ["eve cid own 1", "eve bob waiting 1"])
        #expect(try await held.nick("eve", of: "bob").sessions == [HeldSession.code])
        let seen = try await attendance(held)
        #expect((seen.present, seen.missed) == (["bob"], ["ann"]))
        #expect(try await words(held) == ["eve bob organizer 0"])
    }

    @Test(
        "everybody else who had said so is told when it is given to somebody, or taken away, and whoever did that is not"
    )
    func told() async throws {
        let held = try await HeldSession()
        func mails(_ act: () async throws -> Void) async throws -> [String] {
            let before = try await held.fixture.mail().count
            try await act()
            return try await held.fixture.mail(after: before).sorted()
        }
        try await held.nick("eve", of: "cid", confirmed: false)
        _ = try await held.record(log: Self.log)
        let said = try await mails {
            try await held.nick("eve", of: "bob", confirmed: false)
            try await held.nick("eve", of: "ann", confirmed: false)
        }
        #expect(said.isEmpty)
        #expect(
            try await mails { try await held.nick("Eve", of: "bob") }
                == [
                    "nickname eve is lost to somebody: nothing → ann",
                    "nickname eve is lost to somebody: \(HeldSession.code) → cid",
                ])
        #expect(
            try await mails { _ = try await held.service.ask(RemoveNickname(program: "nova", nickname: "eve")) }
                == ["nickname Eve is lost: \(HeldSession.code) → bob"])
        for name in ["ann", "cid"] { try await held.nick("eve", of: name, confirmed: false) }
        let ann = try EmailAddress("ann@example.org")
        _ = try await held.service.ask(AddOrganizer(program: "nova", email: ann))
        #expect(
            try await mails {
                _ = try await held.fixture.client(.machine(as: ann)).ask(
                    RemoveNickname(program: "nova", nickname: "eve"))
            } == ["nickname eve is lost: nothing → cid"])
    }

    @Test("confirmed to whose it was by their own word, it goes on counting, and once removed counts no more")
    func confirmedOwn() async throws {
        let held = try await HeldSession()
        try await held.nick("eve", of: "bob", confirmed: false)
        #expect(try await held.record(log: Self.log).present == ["bob"])
        #expect(try await held.nick("eve", of: "bob").sessions == nil)
        #expect(try await attendance(held).present == ["bob"])
        #expect(
            try await held.service.ask(RemoveNickname(program: "nova", nickname: "eve")).sessions == [HeldSession.code])
        let seen = try await attendance(held)
        #expect((seen.present, seen.missed) == ([], ["ann", "bob"]))
    }

    @Test("who leads the sessions in which somebody spoke by it takes nothing from anybody")
    func mentor() async throws {
        let held = try await HeldSession()
        _ = try await held.record(log: Self.log)
        #expect(try await held.nick("eve", of: "akira", confirmed: false).word == .own)
    }

    @Test("what was said is taken back by whoever said it, or by organizers for all")
    func takenBack() async throws {
        let held = try await HeldSession()
        _ = try await held.record(log: Self.log)
        for name in ["ann", "bob", "cid"] { try await held.nick("eve", of: name, confirmed: false) }
        let bob = try EmailAddress("bob@example.org")
        #expect(try await held.service.ask(RemoveNickname(program: "nova", nickname: "eve"), as: bob).word == .waiting)
        #expect(try await words(held) == ["eve ann waiting 1", "eve cid waiting 1"])
        await held.refused(.notFound) {
            _ = try await held.service.ask(RemoveNickname(program: "nova", nickname: "eve"), as: bob)
        }
        _ = try await held.service.ask(RemoveNickname(program: "nova", nickname: "eve"))
        #expect(try await words(held).isEmpty)
    }

    @Test("twenty are the most that one person may say")
    func limit() async throws {
        let held = try await HeldSession()
        _ = try await held.record(log: Self.log)
        for number in 1...19 { try await held.nick("ann\(number)", of: "ann", confirmed: false) }
        try await held.nick("eve", of: "ann", confirmed: false)
        await held.refused(.conflict) { try await held.nick("Max Power", of: "ann", confirmed: false) }
        #expect(try await held.nick("eve", of: "ann").word == .organizer)
    }

    @Test("nobody confirms their own word, whatever they are")
    func callers() async throws {
        let held = try await HeldSession()
        _ = try await held.record(log: Self.log)
        let cid = try EmailAddress("cid@example.org")
        let request = AddNickname(program: "nova", nickname: "eve", person: cid)
        #expect(try await held.service.ask(request, by: Caller.onThisMachine(as: cid)).word == .waiting)
        #expect(try await held.service.ask(request, as: cid).word == .waiting)
        #expect(try await held.service.ask(request, by: Caller.onThisMachine(as: nil)).word == .organizer)
    }
}
