import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import ProgramFile
import SeasonPlanning
import TestSupport
import Testing

@Suite("What was done is written down")
struct LogTests {
    private let fixture: Fixture
    private let ada: EmailAddress

    /// A published season in which Ada and Bob are trainees.
    init() async throws {
        fixture = try await Fixture.with(small(capacity: 1))
        ada = try await fixture.join("ada")
        _ = try await fixture.join("bob")
        _ = try await fixture.client().ask(PlanSeason(program: "nova", publish: true))
    }

    /// What a body adds to the log of a program, or of the whole server, oldest first.
    private func written(
        in program: Program.Name? = "nova", by body: () async throws -> Void
    ) async throws -> [String] {
        let last = try await fixture.client().ask(ShowWholeLog(most: 1)).first?.id.rawValue ?? 0
        try await body()
        let entries =
            if let program {
                try await fixture.client().ask(ShowLog(program: program))
            } else {
                try await fixture.client().ask(ShowWholeLog())
            }
        return entries.filter { $0.id.rawValue > last }.reversed().map { entry in
            [
                entry.actor.map { "\($0)" } ?? "-", entry.way.rawValue, entry.action, entry.program ?? "-",
                entry.subject ?? "-", entry.fields.joined(separator: "+"),
            ].joined(separator: " ")
        }
    }

    @Test("in the transaction that does it: who, by which way, what, to what, and which fields were given")
    func changes() async throws {
        let her = fixture.client(.machine(as: ada), way: .command)
        let page = fixture.client(.machine(as: ada), way: .web)
        let lines = try await written {
            _ = try await her.ask(Enroll(session: "NOVA-W1-ASIA"))
            _ = try await page.ask(Leave(session: "nova-202701-w01-asia"))
            _ = try await her.ask(CancelSession(session: "nova-202701-w02-asia", reason: "secret reason"))
        }
        #expect(
            lines == [
                "ada@example.org command enroll nova nova-202701-w01-asia ",
                "ada@example.org web leave nova nova-202701-w01-asia ",
                // Whoever works on the machine may do it in her name; as a trainee she could not.
                "- command cancelSession nova nova-202701-w02-asia reason",
            ])
        let whole = "\(try await fixture.client().ask(ShowWholeLog(most: 1000)))"
        #expect(!whole.contains("secret reason"))
    }

    @Test("with the number of what was made, and the address of whom it concerns")
    func subjects() async throws {
        let machine = fixture.client(way: .command)
        let lines = try await written {
            let freeze = try await machine.ask(
                AddFreeze(program: "nova", from: day("2027-01-25"), to: day("2027-01-26"), reason: "release"))
            _ = try await machine.ask(RemoveFreeze(freeze: freeze.id))
            _ = try await machine.ask(ApplyProgram(text: small(capacity: 3), file: "nova.yaml"))
            _ = try await machine.ask(CreateToken(email: ada, program: "nova"))
            let slot = try #require(try await machine.ask(ListSlots(program: "nova")).first)
            _ = try await machine.ask(WithdrawSlot(slot: slot.id))
            _ = try await machine.ask(AddNickname(program: "nova", nickname: "adalove", person: ada))
            _ = try await machine.ask(RemoveNickname(program: "nova", nickname: "adalove"))
            _ = try await machine.ask(RemoveTrainee(program: "nova", email: ada, dryRun: true))
            _ = try await machine.ask(RemoveTrainee(program: "nova", email: ada, dryRun: false))
        }
        #expect(
            lines == [
                "- command addFreeze nova 1 from+reason+to", "- command removeFreeze nova 1 ",
                "- file applyProgram nova - file+text",
                "- command createToken nova ada@example.org 1 email+program", "- command withdrawSlot nova 1 ",
                "- command addNickname nova ada@example.org nickname+person",
                "- command removeNickname nova ada@example.org ", "- command removeTrainee nova ada@example.org email",
            ])
    }

    @Test("and is found by what it was done to, and page by page in either direction")
    func found() async throws {
        let her = fixture.client(.machine(as: ada), way: .command)
        let machine = fixture.client()
        for _ in 1...3 {
            _ = try await her.ask(Enroll(session: "nova-w1-asia"))
            _ = try await her.ask(Leave(session: "nova-w1-asia"))
        }
        _ = try await machine.ask(AddNickname(program: "nova", nickname: "adalove", person: ada))
        func log(
            _ about: String, before: Identifier<LogEntry>? = nil, after: Identifier<LogEntry>? = nil, most: Int = 100
        ) async throws -> [LogEntryView] {
            try await machine.ask(
                ShowLog(program: "nova", about: about, before: before, after: after, most: most))
        }
        let all = try await log("NOVA-W1-ASIA")
        #expect(all.map(\.action) == ["leave", "enroll", "leave", "enroll", "leave", "enroll"])
        #expect(try await log("nova-202701-w01-asia").count == 6)
        #expect(try await log("nova-202701-w0").isEmpty)
        #expect(try await log("nova-202701-w02-asia").isEmpty)
        #expect(try await log("Ada@Example.org").map(\.action) == ["addNickname"])
        let older = try await log("nova-w1-asia", before: all[1].id, most: 2)
        #expect(older.map(\.id) == [all[2].id, all[3].id])
        let newer = try await log("nova-w1-asia", after: all[4].id, most: 2)
        #expect(newer.map(\.id) == [all[2].id, all[3].id])
    }

    @Test("an organizer cannot find out by what it was done to who administers the server")
    func strangers() async throws {
        let root = try EmailAddress("root@example.org")
        _ = try await fixture.service.addOrganizer(root, to: nil)
        _ = try await fixture.client(.machine(as: root)).ask(AddOrganizer(program: "nova", email: root))
        let organizer = fixture.client()
        let shown = try await organizer.ask(ShowLog(program: "nova", about: "root@example.org"))
        #expect(shown.isEmpty)
        #expect(try await organizer.ask(ShowWholeLog(about: "root@example.org")).count == 1)
    }

    @Test("of what is refused, only looked at, rehearsed, or was so already, there is nothing")
    func nothing() async throws {
        let her = fixture.client(.machine(as: ada))
        let machine = fixture.client()
        let mei = AddMentor(
            program: "nova", name: "Mei", email: try EmailAddress("mei@example.org"), zone: "Asia/Tokyo")
        _ = try await machine.ask(mei)
        for _ in 1...2 { _ = try await fixture.service.keepSeasonsRolling() }
        _ = try await machine.ask(BlockEverywhere(email: try EmailAddress("spam@example.net")))
        let lines = try await written(in: nil) {
            await #expect(throws: Refusal.self) { try await her.ask(Leave(session: "nova-202701-w01-asia")) }
            await #expect(throws: Refusal.self) { try await her.ask(Enroll(session: "nova-202701-w09-asia")) }
            _ = try await her.ask(ListSessions(program: "nova"))
            _ = try await her.ask(PlanSeason(program: "nova", explain: true))
            _ = try await her.ask(PlanSeason(program: "nova", publish: true))
            _ = try await fixture.service.keepSeasonsRolling()
            _ = try await fixture.service.doWhatIsDue()
            _ = try await her.ask(ApplyProgram(text: small(capacity: 5), dryRun: true))
            _ = try await machine.ask(mei)
            _ = try await machine.ask(BlockEverywhere(email: try EmailAddress("spam@example.net")))
            for _ in 1...2 { _ = try await her.ask(AddOrganizer(program: "nova", email: ada)) }
        }
        #expect(lines == ["ada@example.org api addOrganizer nova ada@example.org "])
    }

    @Test("what comes by itself says so, and names the session and whose seat it is")
    func byItself() async throws {
        for name in ["ada", "bob"] { _ = try await fixture.enroll(name, in: "nova-202701-w02-asia") }
        let carl = try await fixture.join("carl")
        _ = try await fixture.service.ask(Enroll(session: "nova-202701-w02-asia"), as: carl)
        let lines = try await written {
            _ = try await fixture.client(.machine(as: ada)).ask(Leave(session: "nova-202701-w02-asia"))
            try fixture.clock.set("2027-01-11T20:00:00Z")
            _ = try await fixture.service.doWhatIsDue()
        }
        #expect(
            lines == [
                "ada@example.org api leave nova nova-202701-w02-asia ",
                "- itself passOnSeat nova nova-202701-w02-asia bob@example.org ",
            ])
    }

    @Test("how somebody votes is in no log, nor that a stranger asks to be let in")
    func confidential() async throws {
        let her = fixture.client(.machine(as: ada))
        let review = try await her.ask(
            ProposeReview(program: "nova", url: "https://review.example.org/c/nova/+/1", title: "One"))
        _ = try await fixture.client().ask(AcceptReview(review: review.id))
        let lines = try await written(in: nil) {
            _ = try await fixture.client(.machine(as: EmailAddress("bob@example.org"))).ask(
                VoteForReview(review: review.id))
        }
        #expect(lines.isEmpty)
        try await fixture.apply(small() + "\njoin: open")
        let asked = try await written(in: nil) {
            _ = try await fixture.client(.nobody, way: .web).ask(
                AskToJoin(program: "nova", name: "Eve", email: EmailAddress("eve@example.net"), zone: "Etc/UTC"))
        }
        #expect(asked.isEmpty)
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        let secret = String(decoding: try #require(mails.last { $0.subject == "sign-up" }).bytes, as: UTF8.self)
        let joined = try await written {
            _ = try await fixture.client(.machine(as: ada), way: .command).ask(ConfirmJoining(secret: secret))
        }
        #expect(joined == ["eve@example.net command confirmJoining nova - secret"])
    }

    @Test("a program's organizers do not learn who administers the server; what ended everywhere they learn")
    func administrators() async throws {
        let admin = try EmailAddress("root@example.net")
        let made = try await written(in: nil) {
            _ = try await fixture.service.addAdministrator(admin, saidBy: ada)
        }
        #expect(made == ["ada@example.org command addAdministrator - root@example.net "])
        let machine = fixture.client(.machine(as: admin))
        let lines = try await written {
            _ = try await machine.ask(PauseProgram(program: "nova"))
            _ = try await machine.ask(ResumeProgram(program: "nova"))
            _ = try await machine.ask(BlockEverywhere(email: ada))
        }
        #expect(
            lines == [
                "- api pauseProgram nova - ", "- api resumeProgram nova - ",
                "- api blockEverywhere nova ada@example.org email",
            ])
        // That it was one of them is told, so that nothing was done by nobody.
        let told = try await fixture.client().ask(ShowLog(program: "nova"))
        #expect(told.prefix(3).allSatisfy { $0.byAdministrator == true && $0.actor == nil })
        #expect(told.dropFirst(3).allSatisfy { $0.byAdministrator == nil })
        #expect(try await fixture.client().ask(ShowLog(program: "nova", who: admin)).isEmpty)
        #expect(try await fixture.client().ask(ShowWholeLog(who: admin)).count == 4)
    }

    @Test("nor by what they do to themselves, or could not do as what they are in the program")
    func givenAway() async throws {
        let admin = try await fixture.join("root")
        _ = try await fixture.service.addAdministrator(admin, saidBy: nil)
        let machine = fixture.client(.machine(as: admin))
        let lines = try await written {
            _ = try await machine.ask(PauseProgram(program: "nova"))
            _ = try await machine.ask(ResumeProgram(program: "nova"))
            _ = try await machine.ask(CreateToken(email: admin, program: "nova"))
            _ = try await machine.ask(Enroll(session: "nova-202701-w01-asia"))
            _ = try await machine.ask(AddOrganizer(program: "nova", email: admin))
            _ = try await machine.ask(PauseProgram(program: "nova"))
        }
        #expect(
            lines == [
                "- api pauseProgram nova - ", "- api resumeProgram nova - ", "- api createToken nova 1 email+program",
                "root@example.org api enroll nova nova-202701-w01-asia ", "- api addOrganizer nova - ",
                "root@example.org api pauseProgram nova - ",
            ])
    }

    @Test("nor how somebody is called in another program, when they are blocked in all")
    func elsewhere() async throws {
        try await fixture.apply(small().replacing("program: nova", with: "program: swift"))
        let (here, there) = (try EmailAddress("ann+nova@example.org"), try EmailAddress("ann+swift@example.org"))
        _ = try await fixture.service.ask(JoinProgram(program: "nova", name: "Ann", email: here, zone: "Etc/UTC"))
        _ = try await fixture.service.ask(JoinProgram(program: "swift", name: "Ann", email: there, zone: "Etc/UTC"))
        func block() async throws { _ = try await fixture.client().ask(BlockEverywhere(email: there)) }
        #expect(try await written(by: block) == ["- api blockEverywhere nova ann+nova@example.org email"])
        #expect(
            try await fixture.client().ask(ShowLog(program: "swift")).first?.subject == "ann+swift@example.org")
        #expect(try await written(in: nil, by: block).isEmpty)
    }

    @Test("is read by person, by day and page by page, and by nobody but those who may")
    func reading() async throws {
        let client = fixture.client()
        let all = try await client.ask(ShowWholeLog())
        var paged: [LogEntryView] = []
        while let page = Optional(try await client.ask(ShowWholeLog(before: paged.last?.id, most: 1))), !page.isEmpty {
            paged += page
        }
        #expect(paged == all)
        #expect(paged.map(\.id.rawValue) == paged.map(\.id.rawValue).sorted(by: >))
        _ = try await fixture.client(.machine(as: ada)).ask(Enroll(session: "nova-202701-w01-asia"))
        #expect(try await client.ask(ShowLog(program: "nova", who: ada)).map(\.action) == ["enroll"])
        // It is nine in the morning in UTC, and ten in the evening of the day before in Pago Pago.
        for (since, zone, count) in [
            ("2026-12-14", "Etc/UTC", 1), ("2026-12-15", "Etc/UTC", 0), ("2026-12-13", "Pacific/Pago_Pago", 1),
            ("2026-12-14", "Pacific/Pago_Pago", 0),
        ] {
            let entries = try await client.ask(ShowLog(program: "nova", who: ada, since: try day(since), zone: zone))
            #expect(entries.count == count, "\(since) \(zone)")
        }
        await #expect(throws: Refusal.self) { try await client.ask(ShowLog(program: "nowhere")) }
        try await fixture.apply(small().replacing("program: nova", with: "program: swift"))
        for role in [nil, Role.organizer] {
            let email = try EmailAddress("olga@example.org")
            if role == nil {
                _ = try await fixture.service.ask(
                    JoinProgram(program: "swift", name: "O", email: email, zone: "Etc/UTC"))
            }
            if role != nil { _ = try await client.ask(AddOrganizer(program: "swift", email: email)) }
            let token = try await client.ask(CreateToken(email: email)).token
            let hers = fixture.client(try #require(try await fixture.service.principal(token: token)))
            await #expect(throws: Refusal.self) { try await hers.ask(ShowLog(program: "nova")) }
            await #expect(throws: Refusal.self) { try await hers.ask(ShowWholeLog()) }
        }
    }
}
