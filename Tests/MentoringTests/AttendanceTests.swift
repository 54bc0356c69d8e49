import ChatLogs
import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

/// The session nova-202701-w01-asia on Tue 05 Jan 2027 from 17:00 to 18:00 in Tokyo (08:00 to 09:00 UTC), led by Akira; Ann and Bob
/// have its two seats, Cid takes part in the program.
struct HeldSession {
    static let code = "nova-202701-w01-asia"
    let fixture: Fixture
    var service: TrainingService { fixture.service }

    init(at now: String = "2027-01-05T10:00:00Z", bots: String = "") async throws {
        fixture = try await Fixture.with(small(capacity: 2) + (bots.isEmpty ? "" : "\nbots: [\(bots)]"))
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob", "cid"] { _ = try await fixture.join(name) }
        for name in ["ann", "bob"] { _ = try await fixture.enroll(name, in: Self.code) }
        try fixture.clock.set(now)
    }

    func record(
        _ present: [String] = [], absent: [String] = [], log: String? = nil, ignored: [String] = [],
        at url: String? = nil, adds: Bool = false
    ) async throws -> AttendanceView {
        try await service.ask(
            RecordAttendance(
                session: Self.code, present: present, absent: absent,
                speakers: log.map(Self.speakers)?.map { $0.map(\.text).joined(separator: "\n") }, ignored: ignored,
                log: url, also: adds), by: organizer)
    }

    /// Says whose a nickname is, as an organizer or as that person.
    @discardableResult
    func nick(_ nickname: String, of name: String, confirmed: Bool = true) async throws -> NicknameView {
        let person = try EmailAddress("\(name)@example.org")
        let nickname = AddNickname(program: "nova", nickname: nickname, person: person)
        return try await service.ask(
            nickname, by: confirmed ? .onThisMachine(as: nil) : Caller(email: person, role: .trainee))
    }

    /// Records so many people at once.
    func record(_ count: Int, areAbsent: Bool) async throws -> AttendanceView {
        let people = try (0..<count).map { try EmailAddress("ann\($0)@example.org") }
        return try await service.ask(
            RecordAttendance(
                session: Self.code, present: areAbsent ? [] : people, absent: areAbsent ? people : nil),
            by: organizer)
    }

    func refused(_ reason: Refusal.Reason, _ body: () async throws -> Void) async {
        let refusal = await #expect(throws: Refusal.self) { try await body() }
        #expect(refusal?.reason == reason)
    }

    private static func speakers(_ text: String) throws -> [[Nickname]] {
        var reader = ChatLogReader()
        try reader.read(Array(text.utf8))
        return try reader.finish().speakers.map(\.nicknames)
    }
}

private let organizer = Caller.onThisMachine(as: nil)

@Suite("Who came, by a list that is too long") struct LongAttendanceTests {
    @Test("more people than come to a session are refused before anybody is looked for", arguments: [501, 150_000])
    func tooMany(count: Int) async throws {
        let held = try await HeldSession()
        for areAbsent in [false, true] {
            let refusal = await #expect(throws: BadInput.self) { try await held.record(count, areAbsent: areAbsent) }
            #expect(refusal?.message.contains("at most 500 are taken") == true)
        }
        await held.refused(.notFound) { _ = try await held.record(500, areAbsent: false) }
    }
}

@Suite("Who came, by the log") struct LogAttendanceTests {
    private static let log = """
        16:00:00 <aki> #startmeeting nova
        16:00:01 <meetbot> Meeting started
        16:01:00 <ANN> hello
        16:02:00 <cid> hi
        """

    @Test("those who spoke were there; the mentor and the program's bots are nobody's seat")
    func spoke() async throws {
        let held = try await HeldSession(bots: "meetbot, zuul")
        for (nickname, name) in [("aki", "akira"), ("ann", "ann"), ("cid", "cid")] {
            try await held.nick(nickname, of: name)
        }
        let view = try await held.record(log: Self.log, at: "https://meetings.example.org/nova/1.log.html")
        #expect((view.present, view.missed) == (["ann", "cid"], ["bob"]))
        #expect(view.speakers?.map(\.name) == ["Akira", "ann", "cid"])
        #expect(view.ignored?.map(\.text) == ["meetbot"])
        #expect(try await held.fixture.session(HeldSession.code).log == "https://meetings.example.org/nova/1.log.html")
        #expect(try await held.fixture.session(HeldSession.code).status == .held)
    }

    @Test("who leads a session cannot have come to it")
    func mentor() async throws {
        let held = try await HeldSession()
        await held.refused(.conflict) { _ = try await held.record(["akira", "ann"]) }
        await held.refused(.conflict) { _ = try await held.record(absent: ["akira"]) }
        #expect(try await held.service.ask(ShowAttendance(session: HeldSession.code), by: organizer).present.isEmpty)
    }

    // One who is not known kept everybody else from being recorded.
    @Test("who speaks and is not known is a visitor, and keeps nobody from being recorded; they may be left out")
    func unknown() async throws {
        let held = try await HeldSession()
        try await held.nick("ann", of: "ann")
        let view = try await held.record(log: Self.log, at: "https://meetings.example.org/1")
        #expect((view.present, view.missed) == (["ann"], ["bob"]))
        #expect(view.visitors.map(\.text) == ["aki", "meetbot", "cid"])
        #expect(try await held.fixture.session(HeldSession.code).log == "https://meetings.example.org/1")
        let again = try await held.record(["bob"], log: Self.log, ignored: ["aki", "MeetBot"])
        #expect((again.present, again.missed) == (["ann", "bob"], []))
        #expect(again.visitors.map(\.text) == ["cid"])
        #expect(try await held.record(["bob"]).visitors.isEmpty)
    }

    // Nobody was recorded where one was two people.
    @Test("one who speaks under two people's nicknames is not guessed, but said, and keeps nobody else out")
    func contested() async throws {
        let held = try await HeldSession()
        try await held.nick("ann", of: "ann")
        try await held.nick("bob", of: "bob")
        try await held.nick("cid", of: "cid")
        let log = "17:00 <ann> a\n17:01 -!- ann is now known as bob\n17:02 <bob> b\n17:03 <cid> c"
        let view = try await held.record(log: log)
        #expect((view.present, view.missed) == (["cid"], ["ann", "bob"]))
        #expect(view.unclear?.map(\.names) == [["ann", "bob"]])
        #expect(view.unclear?.map { $0.nicknames.map(\.text) } == [["ann", "bob"]])
        #expect(view.visitors.isEmpty)
        let named = try await held.record(["ann"], log: log + "\n", ignored: ["bob"])
        #expect(named.present == ["ann", "cid"])
        #expect(named.unclear == nil)
    }

    @Test("an address that is none is refused, and nothing changes", arguments: ["", "ftp://example.org/x", "irc.log"])
    func address(url: String) async throws {
        let held = try await HeldSession()
        await #expect(throws: BadInput.self) { try await held.record(["ann"], at: url) }
        #expect(try await held.service.ask(ShowAttendance(session: HeldSession.code), by: organizer).present.isEmpty)
    }

    @Test("people are named by address, nickname or name")
    func names() async throws {
        let held = try await HeldSession()
        try await held.nick("bobby", of: "bob")
        #expect(try await held.record(["ann@example.org", "BOBBY", "Cid"]).present == ["ann", "bob", "cid"])
        await held.refused(.notFound) { _ = try await held.record(["eve"]) }
        #expect(
            try await held.service.ask(ShowAttendance(session: HeldSession.code), by: organizer).present == [
                "ann", "bob", "cid",
            ])
    }
}

@Suite("Nicknames") struct NicknamesTests {
    @Test("belong to one person of a program, whatever the case; adding one again is adding it once")
    func one() async throws {
        let held = try await HeldSession()
        for spelling in ["ann[m]", "ANN{m}"] { try await held.nick(spelling, of: "ann") }
        await held.refused(.conflict) { try await held.nick("Ann[M]", of: "bob") }
        #expect(
            try await held.service.ask(ListNicknames(program: "nova", everybody: true)).map(\.nickname.text) == [
                "ann[m]"
            ])
    }

    @Test("are removed by their person or an organizer, and are then free")
    func removed() async throws {
        let held = try await HeldSession()
        try await held.nick("ann", of: "ann")
        let bob = try EmailAddress("bob@example.org")
        await held.refused(.notFound) {
            _ = try await held.service.ask(RemoveNickname(program: "nova", nickname: "ann"), as: bob)
        }
        #expect(try await held.service.ask(RemoveNickname(program: "nova", nickname: "ANN")).name == "ann")
        try await held.nick("ann", of: "bob")
        #expect(try await held.service.ask(ListNicknames(program: "nova"), as: bob).count == 1)
    }

    @Test("are readable, twenty at most, no bots', and of those who take part")
    func limits() async throws {
        let held = try await HeldSession(bots: "zuul")
        for text in ["", "two  blanks", "a\u{202E}"] {
            await #expect(throws: BadInput.self) { try await held.nick(text, of: "ann") }
        }
        await held.refused(.conflict) { try await held.nick("Zuul", of: "ann") }
        await held.refused(.notFound) { try await held.nick("eve", of: "eve") }
        for number in 1...20 { try await held.nick("ann\(number)", of: "ann") }
        await held.refused(.conflict) { try await held.nick("ann21", of: "ann") }
    }
}

@Suite("Checking in") struct CheckInTests {
    @Test(
        "is possible from ten minutes before until the end",
        arguments: [
            ("2027-01-05T07:49:59Z", false), ("2027-01-05T07:50:00Z", true), ("2027-01-05T08:59:59Z", true),
            ("2027-01-05T09:00:00Z", false),
        ])
    func hours(now: String, isOpen: Bool) async throws {
        let held = try await HeldSession(at: now)
        let ann = try EmailAddress("ann@example.org")
        guard isOpen else {
            await held.refused(.conflict) {
                _ = try await held.service.ask(CheckIn(session: HeldSession.code), as: ann)
            }
            return
        }
        for _ in 1...2 {
            #expect(try await held.service.ask(CheckIn(session: HeldSession.code), as: ann).name == "ann")
        }
        let view = try await held.service.ask(ShowAttendance(session: HeldSession.code), by: organizer)
        #expect((view.present, view.checkedIn) == (["ann"], ["ann"]))
    }

    @Test("counts as having come, unless the mentor says otherwise")
    func mentorSays() async throws {
        let held = try await HeldSession(at: "2027-01-05T08:30:00Z")
        let ann = try EmailAddress("ann@example.org")
        _ = try await held.service.ask(CheckIn(session: HeldSession.code), as: ann)
        let view = try await held.record(["bob"])
        #expect((view.present, view.checkedIn, view.missed) == (["ann", "bob"], ["ann"], []))
        #expect(try await held.record(absent: ["ann"]).missed == ["ann", "bob"])
        try held.fixture.clock.set("2027-01-05T09:00:00Z")
        await held.refused(.conflict) { _ = try await held.service.ask(CheckIn(session: HeldSession.code), as: ann) }
        #expect(
            try await held.service.ask(ShowAttendance(session: HeldSession.code), by: organizer).missed == [
                "ann", "bob",
            ])
    }

    @Test("of who comes late counts, though who came was recorded before")
    func late() async throws {
        let held = try await HeldSession(at: "2027-01-05T08:05:00Z")
        #expect(try await held.record(["bob"]).missed == ["ann"])
        _ = try await held.service.ask(CheckIn(session: HeldSession.code), as: EmailAddress("ann@example.org"))
        let view = try await held.service.ask(ShowAttendance(session: HeldSession.code), by: organizer)
        #expect((view.present, view.missed) == (["ann", "bob"], []))
        #expect(try await held.record(["bob"]).present == ["ann", "bob"])
    }

    @Test("is for those who take part, and not for who leads")
    func others() async throws {
        let held = try await HeldSession(at: "2027-01-05T08:30:00Z")
        await held.refused(.conflict) {
            _ = try await held.service.ask(CheckIn(session: HeldSession.code), as: EmailAddress("akira@example.org"))
        }
        await held.refused(.notFound) {
            _ = try await held.service.ask(CheckIn(session: HeldSession.code), as: EmailAddress("eve@example.org"))
        }
        #expect(
            try await held.service.ask(CheckIn(session: HeldSession.code), as: EmailAddress("cid@example.org")).session
                == HeldSession.code)
    }
}

@Suite("The asynchronous seat") struct AsynchronousTests {
    private let ann: EmailAddress

    init() throws { ann = try EmailAddress("ann@example.org") }

    @Test("who answers and is signed off did not miss the session")
    func signedOff() async throws {
        let held = try await HeldSession()
        #expect(try await held.record(["bob"]).missed == ["ann"])
        let answers = try await held.service.ask(
            AnswerQuestions(session: HeldSession.code, text: "1. because\n2. yes"), as: ann)
        #expect(answers.deadline == (try instant("2027-01-19T09:00:00Z")))
        #expect(answers.zone?.name == "Etc/UTC")
        #expect(try await held.service.ask(ShowAttendance(session: HeldSession.code), by: organizer).missed == ["ann"])
        for _ in 1...2 {
            let signed = try await held.service.ask(
                SignOffAnswers(session: HeldSession.code, person: "Ann"),
                by: Caller(email: EmailAddress("akira@example.org"), role: .mentor))
            #expect(signed.signedOff == (try instant("2027-01-05T10:00:00Z")))
        }
        let view = try await held.service.ask(ShowAttendance(session: HeldSession.code), by: organizer)
        #expect((view.present, view.missed, view.asynchronous) == (["bob"], [], ["ann"]))
        // What was signed off outlives another recording, and is not given up for an absence from the live session.
        #expect(try await held.record(["bob"], absent: ["ann"]).asynchronous == ["ann"])
        await held.refused(.conflict) {
            _ = try await held.service.ask(AnswerQuestions(session: HeldSession.code, text: "again"), as: ann)
        }
    }

    @Test("signing off ends the letting others go first")
    func yieldsNoMore() async throws {
        let held = try await HeldSession(at: "2027-01-04T10:00:00Z")
        _ = try await held.fixture.enroll("ann", in: "nova-202701-w02-asia")
        try held.fixture.clock.set("2027-01-12T10:00:00Z")
        for week in 1...2 {
            _ = try await held.service.ask(
                RecordAttendance(session: "nova-202701-w0\(week)-asia", present: []), by: organizer)
        }
        #expect(try await held.fixture.enroll("ann", in: "nova-202701-w03-asia").yielding != nil)
        _ = try await held.service.ask(AnswerQuestions(session: "nova-202701-w02-asia", text: "because"), as: ann)
        _ = try await held.service.ask(
            SignOffAnswers(session: "nova-202701-w02-asia", person: "ann@example.org"), by: organizer)
        #expect(try await held.fixture.enroll("ann", in: "nova-202701-w04-asia").yielding == nil)
    }

    @Test(
        "answers are taken from the end of the session for fourteen days",
        arguments: [
            ("2027-01-05T08:59:59Z", false), ("2027-01-05T09:00:00Z", true), ("2027-01-19T08:59:59Z", true),
            ("2027-01-19T09:00:00Z", false),
        ])
    func deadline(now: String, isOpen: Bool) async throws {
        let held = try await HeldSession(at: now)
        guard isOpen else {
            await held.refused(.conflict) {
                _ = try await held.service.ask(AnswerQuestions(session: HeldSession.code, text: "a"), as: ann)
            }
            return
        }
        for text in ["a", "b"] {
            _ = try await held.service.ask(AnswerQuestions(session: HeldSession.code, text: text), as: ann)
        }
        #expect(
            try await held.service.ask(ShowAttendance(session: HeldSession.code), by: organizer).answers.map(\.text)
                == ["b"])
    }

    @Test("who was there, or led, has nothing to make up for")
    func present() async throws {
        let held = try await HeldSession()
        _ = try await held.record(["ann"])
        for name in ["ann", "akira"] {
            await held.refused(.conflict) {
                _ = try await held.service.ask(
                    AnswerQuestions(session: HeldSession.code, text: "a"), as: EmailAddress("\(name)@example.org"))
            }
        }
        await held.refused(.notFound) {
            _ = try await held.service.ask(SignOffAnswers(session: HeldSession.code, person: "bob"), by: organizer)
        }
    }

    @Test("nobody signs off their own answers")
    func own() async throws {
        let held = try await HeldSession()
        _ = try await held.service.ask(AnswerQuestions(session: HeldSession.code, text: "a"), as: ann)
        await held.refused(.notAllowed) {
            _ = try await held.service.ask(
                SignOffAnswers(session: HeldSession.code, person: "ann"), by: .onThisMachine(as: ann))
        }
    }

    @Test(
        "a text that is none is refused",
        arguments: [
            "", " \n\t\n", "a\u{0}b", "one\ntwo\u{1B}[2J", "\u{202E}x", String(repeating: "x", count: (16 << 10) + 1),
        ])
    func texts(text: String) async throws {
        let held = try await HeldSession()
        await #expect(throws: BadInput.self) {
            try await held.service.ask(AnswerQuestions(session: HeldSession.code, text: text), as: ann)
        }
        #expect(try await held.service.ask(ShowAttendance(session: HeldSession.code), by: organizer).answers.isEmpty)
    }

    @Test("blank lines around answers and the ends of lines do not count; sixteen KiB are taken")
    func normal() throws {
        #expect(try WrittenAnswers.validated(Array("\r\n\n1. a\r\n\r\n2. b\r\n\n".utf8)) == "1. a\n\n2. b")
        let longest = [UInt8](repeating: 0x78, count: 16 << 10)
        #expect(try WrittenAnswers.validated(longest).utf8.count == longest.count)
        #expect(throws: BadInput.self) { try WrittenAnswers.validated([0xFF]) }
    }
}
