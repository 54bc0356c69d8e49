import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import ProgramFile
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Who lets whom into a program")
struct LetInTests {
    /// Two programs, each with an organizer; Ann is the other one's trainee.
    private func fixture(_ join: String) async throws -> (Fixture, organizer: Principal) {
        let fixture = try await Fixture.with(
            small().replacing("title: Nova", with: "title: Nova\njoin: \(join)\norganizers: [olga@example.org]"))
        try await fixture.apply(small().replacing("program: nova", with: "program: swift"))
        _ = try await fixture.service.ask(
            JoinProgram(
                program: "swift", name: "Ann Secret", email: EmailAddress("ann@example.net"), zone: "Asia/Tokyo"))
        return (fixture, try await principal(fixture, "olga@example.org"))
    }

    private func principal(_ fixture: Fixture, _ email: String) async throws -> Principal {
        let token = try await fixture.service.ask(CreateToken(email: EmailAddress(email))).token
        return try #require(try await fixture.service.principal(token: token))
    }

    private func letIn(_ fixture: Fixture, _ email: String, by principal: Principal) async throws -> JoinResult {
        let wish = JoinProgram(program: "nova", name: "A Friend", email: try EmailAddress(email), zone: "Africa/Lagos")
        return try await fixture.service.ask(wish, by: principal, at: fixture.addresses)
    }

    private func secret(_ fixture: Fixture, to email: String) async throws -> String {
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        let mail = mails.last { $0.subject == "sign-up" && $0.recipient.description == email }
        return String(decoding: try #require(mail).bytes, as: UTF8.self)
    }

    @Test("an organizer invites somebody of another program as they do a stranger, and hears and sees the same")
    func alike() async throws {
        let (fixture, organizer) = try await fixture("invited")
        var answers: [JoinResult] = []
        for email in ["ann@example.net", "new@example.net"] {
            answers.append(try await letIn(fixture, email, by: organizer))
        }
        for answer in answers {
            #expect(answer.state == .invited)
            #expect((answer.person.name, answer.person.zone.name) == ("A Friend", "Africa/Lagos"))
        }
        #expect((answers[0].humane, answers[0].ofNext) == (answers[1].humane, answers[1].ofNext))
        let listed = try await fixture.service.ask(ListTrainees(program: "nova"))
        #expect(listed.map(\.name) == ["A Friend", "A Friend"])
        #expect(listed.map(\.state) == [.invited, .invited])
        // She decides, and is called what she is called.
        let confirmed = try await fixture.service.ask(
            ConfirmJoining(secret: await secret(fixture, to: "ann@example.net")), by: .nobody, joining: .invited)
        #expect((confirmed.joined.state, confirmed.joined.person.name) == (.joined, "Ann Secret"))
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.state) == [.joined, .invited])
    }

    @Test("those who lead a program write to no more strangers a day than there is a reason to")
    func flood() async throws {
        let (fixture, organizer) = try await fixture("invited")
        for number in 0..<Limits.invitations {
            _ = try await letIn(fixture, "stranger-\(number)@example.net", by: organizer)
        }
        let before = try await fixture.service.ask(ListOutbox()).count
        let refusal = await #expect(throws: Refusal.self) {
            try await letIn(fixture, "one-more@example.net", by: organizer)
        }
        #expect(refusal?.reason == .full)
        #expect(try await fixture.service.ask(ListOutbox()).count == before)
    }

    @Test("nobody is called as the program is", arguments: ["Nova", "NOVA", "N0va", "contact@example.org"])
    func asTheProgram(name: String) async throws {
        let (fixture, _) = try await fixture("open")
        await #expect(throws: (any Error).self) {
            try await fixture.service.ask(
                JoinProgram(program: "nova", name: name, email: EmailAddress("eve@example.net"), zone: "Asia/Tokyo"))
        }
    }

    @Test("a trainee of another program joins one that is open, asks another, and is refused by one that invites")
    func themselves() async throws {
        for (join, state) in [("open", JoinState.joined), ("asked", .asked)] {
            let (fixture, _) = try await fixture(join)
            let ann = try await principal(fixture, "ann@example.net")
            #expect(try await letIn(fixture, "ann@example.net", by: ann).state == state)
            let error = await #expect(throws: Refusal.self) { try await letIn(fixture, "eve@example.net", by: ann) }
            #expect(error?.reason == .notAllowed)
        }
        let (fixture, _) = try await fixture("invited")
        let ann = try await principal(fixture, "ann@example.net")
        let error = await #expect(throws: Refusal.self) { try await letIn(fixture, "ann@example.net", by: ann) }
        #expect(error?.description.contains("joined by invitation") == true)
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).isEmpty)
    }

    @Test("who asks waits until an organizer lets them in, and both are told, the program's contact once a day")
    func asked() async throws {
        let (fixture, organizer) = try await fixture("asked")
        for name in ["bea", "carl"] {
            let email = "\(name)@example.net"
            _ = try await fixture.service.ask(
                AskToJoin(program: "nova", name: name, email: EmailAddress(email), zone: "Africa/Lagos"), by: .nobody,
                at: fixture.addresses, joining: .open)
            let secret = try await secret(fixture, to: email)
            for _ in 1...2 {
                let confirmed = try await fixture.service.ask(
                    ConfirmJoining(secret: secret), by: .nobody, joining: .open)
                #expect(confirmed.joined.state == .asked)
            }
        }
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.state) == [.asked, .asked])
        #expect(try await fixture.mail().count { $0 == "asked → contact" } == 1)
        let result = try await letIn(fixture, "bea@example.net", by: organizer)
        #expect((result.state, result.person.name) == (.joined, "bea"))
        #expect(try await fixture.mail().last == "letIn → bea")
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.state) == [.joined, .asked])
    }

    @Test("a file says how people join, and gets it back")
    func file() async throws {
        for join in Joining.allCases {
            let (fixture, _) = try await fixture(join.rawValue)
            #expect(try await fixture.service.program("nova").join == join)
            #expect(try await fixture.service.program("swift").join == nil)
            let file = try await fixture.service.ask(ExportProgram(program: "nova")).text
            #expect(file.contains("join: \(join.rawValue)\n"))
        }
    }

    /// The ways in which somebody joins who is known already.
    enum Door: CaseIterable { case machine, ownToken, narrowToken, mail }

    @Test(
        "joining changes neither name nor zone of whoever is known, by whichever door, and says so",
        arguments: Door.allCases, ["zoe@example.org", "ann@example.net"])
    func known(door: Door, address: String) async throws {
        // Zoe is a mentor by both files; Ann has joined the other program.
        let (fixture, _) = try await fixture("open")
        let (service, email) = (fixture.service, try EmailAddress(address))
        func shown() async throws -> [String] {
            let mentors = try await service.ask(ListMentors(program: "nova")).map {
                "\($0.name) \($0.zone) \($0.region) \($0.slots)"
            }
            let slots = try await service.ask(ListSlots(program: "nova")).map { "\($0.mentor) \($0.zone)" }
            return mentors + slots
                + (try await service.ask(ListTrainees(program: "swift")).map { "\($0.name) \($0.zone)" })
        }
        let before = try await shown()
        let wish = JoinProgram(program: "nova", name: "Eve", email: email, zone: "America/New_York")
        let joined: JoinResult
        switch door {
        case .machine: joined = try await service.ask(wish)
        case .ownToken: joined = try await service.ask(wish, by: principal(fixture, address), at: fixture.addresses)
        case .narrowToken:
            // There is none for a program in which its owner has no part.
            guard address.hasPrefix("zoe") else { return }
            let token = try await service.ask(CreateToken(email: email, program: "nova")).token
            joined = try await service.ask(
                wish, by: #require(try await service.principal(token: token)), at: fixture.addresses)
        case .mail:
            _ = try await service.ask(
                AskToJoin(program: "nova", name: "Eve", email: email, zone: "America/New_York"), by: .nobody,
                at: fixture.addresses, joining: .open)
            let secret = try await secret(fixture, to: address)
            joined = try await service.ask(
                ConfirmJoining(secret: secret, name: "Eve", zone: "America/New_York"), by: .nobody, joining: .open
            ).joined
        }
        #expect(joined.state == .joined && joined.keepsKnown == true)
        let own = address.hasPrefix("zoe") ? ("Zoe", "Europe/Berlin") : ("Ann Secret", "Asia/Tokyo")
        #expect((joined.person.name, joined.person.zone.name) == own)
        #expect(try await shown() == before)
        #expect(
            try await service.ask(ListTrainees(program: "nova")).map { "\($0.name) \($0.zone)" } == [
                "\(own.0) \(own.1)"
            ])
        // What they set is theirs, and who says the same is told nothing.
        let again = JoinProgram(program: "nova", name: own.0, email: email, zone: own.1)
        #expect(try await service.ask(again).keepsKnown == nil)
    }

    @Test("an organizer's word changes neither name nor zone of who takes part in another program")
    func shared() async throws {
        let (fixture, _) = try await fixture("invited")
        let view = try await fixture.service.ask(
            AddMentor(
                program: "nova", name: "Mallory", email: EmailAddress("ann@example.net"), zone: "Asia/Seoul",
                region: .asia))
        #expect((view.name, view.zone.name) == ("Mallory", "Asia/Seoul"))
        let ann = try #require(try await fixture.service.ask(ListTrainees(program: "swift")).first)
        #expect((ann.name, ann.zone.name) == ("Ann Secret", "Asia/Tokyo"))
    }
}
