import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Joining without knowing anybody")
struct SignUpTests {
    private func signUp(
        _ fixture: Fixture, _ email: String, name: String = "Ann", for program: Program.Name = "nova"
    ) async throws -> SignUpReceived {
        try await fixture.service.ask(
            AskToJoin(program: program, name: name, email: EmailAddress(email), zone: "Africa/Lagos"), by: .nobody,
            at: fixture.addresses, joining: .open)
    }

    /// The secret that was mailed last; the fixture's mails of this kind hold nothing else.
    private func secret(_ fixture: Fixture) async throws -> String {
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        return String(decoding: try #require(mails.last { $0.subject == "sign-up" }).bytes, as: UTF8.self)
    }

    /// A second program on the same server.
    private static let swift = small().replacing("program: nova", with: "program: swift")

    @Test("2,500 sign-ups write to each address once a day, and a full program keeps nobody out of another")
    func flood() async throws {
        let fixture = try await Fixture.with(small())
        try await fixture.apply(Self.swift)
        var refused = 0
        for number in 0..<2_500 {
            do {
                _ = try await signUp(fixture, "stranger-\(number % 1_250)@example.net", name: "Buy \(number)")
            } catch let refusal as Refusal {
                #expect(refusal.reason == .full)
                refused += 1
            }
        }
        let mails = try await fixture.service.ask(ListOutbox())
        #expect(mails.count == SignUp.mostOfAProgram)
        #expect(Set(mails.map(\.to)).count == SignUp.mostOfAProgram)
        #expect(refused == 1_500)
        _ = try await signUp(fixture, "ann@example.net", for: "swift")
        #expect(try await fixture.service.ask(ListOutbox()).count == SignUp.mostOfAProgram + 1)
    }

    @Test("somebody who is blocked is answered like everybody, is sent nothing, and waits nowhere")
    func blocked() async throws {
        for joining in [Joining.open, .asked] {
            let fixture = try await Fixture.with(small())
            let ann = try EmailAddress("ann@example.net")
            let answer = try await signUp(fixture, "bob@example.net")
            let before = try await signUp(fixture, "ann@example.net")
            let secret = try await secret(fixture)
            _ = try await fixture.service.block(ann, in: "nova", by: .onThisMachine(as: nil))
            #expect(answer == before)
            for email in ["ann@example.net", "ann+x@example.net"] {
                #expect(try await signUp(fixture, email) == answer)
            }
            #expect(try await fixture.service.ask(ListOutbox()).count == 2)
            // Nor does the link of before let them in, or wait.
            await #expect(throws: Refusal.self) {
                try await fixture.service.ask(ConfirmJoining(secret: secret), by: .nobody, joining: joining)
            }
            #expect(try await fixture.service.ask(ListTrainees(program: "nova")).isEmpty)
        }
    }

    @Test("nobody is let in, or begins to wait, while the program pauses")
    func paused() async throws {
        for joining in [Joining.open, .asked] {
            let fixture = try await Fixture.with(small())
            _ = try await signUp(fixture, "ann@example.net")
            let secret = try await secret(fixture)
            _ = try await fixture.service.ask(PauseProgram(program: "nova"))
            await #expect(throws: Refusal.self) {
                try await fixture.service.ask(ConfirmJoining(secret: secret), by: .nobody, joining: joining)
            }
            #expect(try await fixture.service.ask(ListTrainees(program: "nova")).isEmpty)
            _ = try await fixture.service.ask(ResumeProgram(program: "nova"))
            let confirmed = try await fixture.service.ask(ConfirmJoining(secret: secret), by: .nobody, joining: joining)
            #expect(confirmed.joined.state == (joining == .open ? .joined : .asked))
        }
    }

    @Test("a mailbox is written to once a day, whatever form of its address is typed in")
    func mailboxes() async throws {
        let fixture = try await Fixture.with(small())
        let forms = [
            "ann.lee@gmail.com", "annlee@gmail.com", "a.n.n.l.e.e+x@googlemail.com", "AnnLee+y@gmail.com",
            // Elsewhere only the server knows what a tag means: the tagged forms share one mail, the plain one has its own.
            "bob@example.net", "bob+1@example.net", "bob+2@example.net", "bob+3@example.net", "b.ob@example.net",
        ]
        for form in forms { _ = try await signUp(fixture, form) }
        let written = try await fixture.service.ask(ListOutbox()).map(\.to.description)
        #expect(written == ["ann.lee@gmail.com", "bob@example.net", "bob+1@example.net", "b.ob@example.net"])
    }

    @Test(
        "what is no person's address is refused, and nothing written to it",
        arguments: [
            "root@localhost", "root@mailhost", "ann@10.0.0.1", "ann@printer.local", "ann@db.internal",
            "contact@example.org", "CONTACT+x@example.org", "contact-abcdefghijklmnopqrstuvwxyz@example.org",
            "postmaster@example.net", "no-reply+x@example.net", "nova-request@lists.example.net",
        ])
    func nobody(address: String) async throws {
        let fixture = try await Fixture.with(small())
        await #expect(throws: BadInput.self) { try await signUp(fixture, address) }
        #expect(try await fixture.mail().isEmpty)
    }

    @Test("the same address is written to again after a day, and what it was before is worth nothing")
    func again() async throws {
        let fixture = try await Fixture.with(small())
        let first = try await signUp(fixture, "ann@example.net")
        let early = try await secret(fixture)
        try fixture.clock.set("2026-12-15T08:59:59Z")
        #expect(try await signUp(fixture, "ANN@example.net", name: "Mallory") == first)
        #expect(try await fixture.mail().count == 1)
        try fixture.clock.set("2026-12-15T09:00:00Z")
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(ConfirmJoining(secret: early), by: .nobody, joining: .open)
        }
        _ = try await signUp(fixture, "ann@example.net")
        #expect(try await fixture.mail().count == 2)
        let late = try await secret(fixture)
        #expect(late != early)
    }

    @Test("who names the secret has joined, and acts with the token; asking again answers the same")
    func confirmed() async throws {
        let fixture = try await Fixture.with(small())
        _ = try await signUp(fixture, "ann@example.net")
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).isEmpty)
        let secret = try await secret(fixture)
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(ConfirmJoining(secret: secret + "a"), by: .nobody, joining: .open)
        }
        let confirmed = try await fixture.service.ask(ConfirmJoining(secret: secret), by: .nobody, joining: .open)
        #expect(confirmed.joined.person.name == "Ann")
        #expect(
            try await fixture.service.ask(ListTrainees(program: "nova")).map(\.email.description) == ["ann@example.net"]
        )
        let principal = try await fixture.service.principal(token: confirmed.token)
        #expect(principal?.email == confirmed.joined.person.email)
        #expect(try await fixture.service.ask(ConfirmJoining(secret: secret), by: .nobody, joining: .open) == confirmed)
        #expect(try await fixture.service.ask(ListTokens()).count == 1)
        #expect(confirmed.token != secret)
    }

    @Test("whoever reads the mail chooses program, name and zone, whatever a stranger typed in before them")
    func chosen() async throws {
        let fixture = try await Fixture.with(small())
        try await fixture.apply(Self.swift)
        _ = try await signUp(fixture, "ann@example.net", name: "Mallory", for: "swift")
        let secret = try await secret(fixture)
        // Her own wish sends no second mail, and is what the first one's link proposes.
        _ = try await signUp(fixture, "ann@example.net", name: "Ann Lee")
        #expect(try await fixture.mail().count == 1)
        let proposal = try await fixture.service.signUpProposal(secret)
        #expect((proposal.program, proposal.name) == ("nova", "Ann Lee"))
        #expect(proposal.programs.map(\.name) == ["nova", "swift"])
        let confirmed = try await fixture.service.ask(
            ConfirmJoining(secret: secret, program: "nova", name: "Ann", zone: "Asia/Seoul"), by: .nobody,
            joining: .open)
        #expect((confirmed.program, confirmed.joined.person.name) == ("nova", "Ann"))
        #expect(confirmed.joined.person.zone.name == "Asia/Seoul")
        #expect(try await fixture.service.ask(ListTrainees(program: "swift")).isEmpty)
    }

    @Test("somebody known keeps their name and zone, whatever was typed in for them")
    func known() async throws {
        let fixture = try await Fixture.with(small())
        let ann = try await fixture.join("ann", zone: "Asia/Tokyo")
        _ = try await signUp(fixture, ann.description, name: "Mallory")
        let secret = try await secret(fixture)
        #expect(try await fixture.service.signUpProposal(secret).name == "ann")
        let confirmed = try await fixture.service.ask(ConfirmJoining(secret: secret), by: .nobody, joining: .open)
        #expect((confirmed.joined.person.name, confirmed.joined.person.zone.name) == ("ann", "Asia/Tokyo"))
    }

    @Test(
        "what cannot be is refused before anything is written",
        arguments: [
            ("nova", "", "Africa/Lagos"), ("nova", "A\r\nB", "Africa/Lagos"), ("nova", "Ann", "Mars"),
            ("nvoa", "Ann", "Africa/Lagos"),
        ])
    func refused(program: String, name: String, zone: String) async throws {
        let fixture = try await Fixture.with(small())
        await #expect(throws: (any Error).self) {
            try await fixture.service.ask(
                AskToJoin(program: program, name: name, email: EmailAddress("ann@example.net"), zone: zone),
                by: .nobody, at: fixture.addresses, joining: .open)
        }
        #expect(try await fixture.mail().isEmpty)
    }
}
