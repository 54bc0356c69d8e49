import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

/// Attempts to sign in, by whoever and how often.
@Suite("A sign-in")
struct SignInTests {
    private static let firefox = SignInPlace.browser("Firefox on Linux")

    private func ask(
        _ fixture: Fixture, _ email: String, from program: String? = nil, _ session: String? = nil,
        joining: Joining = .open
    ) async throws -> SignInAsked {
        try await fixture.service.ask(
            AskToSignIn(email: EmailAddress(email), program: program, session: session), by: .nobody,
            at: fixture.addresses, joining: joining)
    }

    /// The letters by which somebody signs in; the fixture's hold code and link.
    private func letters(_ fixture: Fixture) async throws -> [(to: String, code: String, link: String)] {
        try await fixture.store.read { try $0.outbox([.pending]) }.filter { $0.subject == "sign-in" }.map { mail in
            let words = String(decoding: mail.bytes, as: UTF8.self).split(separator: " ").map(String.init)
            return (mail.recipient.description, words[0], words[1])
        }
    }

    private func signUps(_ fixture: Fixture) async throws -> [String] {
        try await fixture.store.read { try $0.outbox([.pending]) }.filter { $0.subject == "sign-up" }
            .map(\.recipient.description)
    }

    private func signIn(_ fixture: Fixture, _ asked: SignInAsked, _ code: String) async throws -> SignedIn {
        let browser = fixture.client(.nobody, way: .web, place: Self.firefox)
        return try await ConfirmSignIn(attempt: asked.attempt, code: code).carryOut(for: browser)
    }

    /// A program that takes nobody in by itself.
    private static let closed = small().replacing("program: nova", with: "program: closed\njoin: invited")

    @Test(
        "of 3,750 requests for 625 addresses, every fifth of them known: 5 letters to each that is, one to each stranger"
    )
    func flood() async throws {
        let fixture = try await Fixture.with(small())
        for number in 0..<125 { _ = try await fixture.join("person\(number)") }
        for number in 0..<3_750 {
            let name = number % 625
            _ = try await ask(fixture, name < 125 ? "person\(name)@example.org" : "stranger\(name)@example.net")
        }
        let letters = try await letters(fixture).map(\.to)
        #expect(letters.count == 125 * SignIn.mostInAnHour && Set(letters).count == 125)
        #expect(Set(Dictionary(grouping: letters, by: \.self).values.map(\.count)) == [SignIn.mostInAnHour])
        let signUps = try await signUps(fixture)
        #expect(signUps.count == 500 && Set(signUps).count == 500)
    }

    @Test("a mailbox gets 5 letters an hour and 20 a day, then more; nobody keeps another waiting")
    func limits() async throws {
        let fixture = try await Fixture.with(small())
        for name in ["ada", "bob"] { _ = try await fixture.join(name) }
        var counts: [Int] = []
        for time in ["14T10", "14T11", "14T12", "14T13", "14T14", "14T15", "15T10", "15T11"] {
            try fixture.clock.set("2026-12-\(time):00:01Z")
            for _ in 0..<8 { _ = try await ask(fixture, "ada@example.org") }
            counts.append(try await letters(fixture).count)
        }
        #expect(counts == [5, 10, 15, 20, 20, 20, 25, 30])
        _ = try await ask(fixture, "bob@example.org")
        #expect(try await letters(fixture).count == 31)
        let waiting = try await fixture.store.read {
            try $0.countSignIns(to: Mailbox(EmailAddress("ada@example.org")), since: instant("2026-12-14T11:00:01Z"))
        }
        #expect(waiting == SignIn.mostInADay)
    }

    @Test("forms of an address that reach one mailbox share its letters")
    func mailboxes() async throws {
        let fixture = try await Fixture.with(small())
        for email in ["ann.lee@gmail.com", "annlee@gmail.com"] {
            _ = try await fixture.service.ask(
                JoinProgram(program: "nova", name: "Ann", email: EmailAddress(email), zone: "Etc/UTC"))
        }
        for number in 0..<12 { _ = try await ask(fixture, number % 2 == 0 ? "ann.lee@gmail.com" : "annlee@gmail.com") }
        #expect(try await letters(fixture).count == SignIn.mostInAnHour)
    }

    @Test(
        "a stranger is asked to join the program they came from, else the first that takes strangers in, else nothing")
    func strangers() async throws {
        let fixture = try await Fixture.with(Self.closed)
        try await fixture.apply(small())
        _ = try await ask(fixture, "a@example.net", from: "closed")
        _ = try await ask(fixture, "b@example.net", joining: .invited)
        #expect(try await signUps(fixture).isEmpty)
        _ = try await ask(fixture, "c@example.net")
        _ = try await ask(fixture, "d@example.net", from: "nova")
        _ = try await ask(fixture, "e@example.net", from: "gone")
        #expect(try await signUps(fixture) == ["c@example.net", "d@example.net", "e@example.net"])
        for email in ["root@localhost", "contact@example.org", "no-reply@example.net"] {
            _ = try await ask(fixture, email)
        }
        _ = try await fixture.service.ask(PauseProgram(program: "nova"))
        _ = try await ask(fixture, "f@example.net", from: "nova")
        _ = try await fixture.service.ask(ResumeProgram(program: "nova"))
        _ = try await fixture.service.ask(ArchiveProgram(program: "nova"))
        _ = try await ask(fixture, "g@example.net", from: "nova")
        #expect(try await signUps(fixture).count == 3)
        #expect(try await letters(fixture).isEmpty)
    }

    @Test("what a stranger typed in when they signed up stays when they only sign in")
    func typed() async throws {
        let fixture = try await Fixture.with(small())
        let ann = try EmailAddress("ann@example.net")
        _ = try await fixture.service.ask(
            AskToJoin(program: "nova", name: "Ann", email: ann, zone: "Africa/Lagos"), by: .nobody,
            at: fixture.addresses, joining: .open)
        _ = try await ask(fixture, "ann@example.net", from: "nova")
        let signUp = try await fixture.store.read { try $0.signUp(of: Mailbox(ann)) }
        #expect((signUp?.name, signUp?.zone.name) == ("Ann", "Africa/Lagos"))
        #expect(try await signUps(fixture).count == 1)
    }

    @Test(
        "people of a program that pauses or is archived sign in; whoever is blocked everywhere does not, nor by a letter of before"
    )
    func blocked() async throws {
        let fixture = try await Fixture.with(small())
        let ada = try await fixture.join("ada")
        let early = try await ask(fixture, "ada@example.org")
        let code = try #require(try await letters(fixture).last?.code)
        _ = try await fixture.service.block(ada, in: nil, by: .onThisMachine(as: nil))
        _ = try await ask(fixture, "ada@example.org")
        _ = try await ask(fixture, "ada+x@example.org")
        #expect(try await letters(fixture).count == 1)
        #expect(try await signUps(fixture).isEmpty)
        await #expect(throws: Refusal.self) { try await signIn(fixture, early, code) }
        let bob = try await fixture.join("bob")
        _ = try await fixture.service.ask(ArchiveProgram(program: "nova"))
        let asked = try await ask(fixture, "bob@example.org")
        let signedIn = try await signIn(fixture, asked, #require(try await letters(fixture).last).code)
        #expect(signedIn.email == bob)
    }

    @Test("whoever moves is nobody at the old address; a letter to the new one proves it")
    func moved() async throws {
        let fixture = try await Fixture.with(small())
        let ada = try await fixture.join("ada")
        let early = try await ask(fixture, "ada@example.org")
        let code = try #require(try await letters(fixture).last?.code)
        _ = try await fixture.service.ask(MovePerson(old: ada, new: EmailAddress("ada@new.example")))
        await #expect(throws: Refusal.self) { try await signIn(fixture, early, code) }
        _ = try await ask(fixture, "ada@example.org")
        #expect(try await letters(fixture).count == 1)
        #expect(try await signUps(fixture).isEmpty)
        let asked = try await ask(fixture, "ada@new.example")
        let letter = try #require(try await letters(fixture).last)
        #expect(letter.to == "ada@new.example")
        _ = try await signIn(fixture, asked, letter.code)
        let move = try await fixture.store.read { transaction in
            let moved = try #require(try transaction.person(EmailAddress("ada@new.example")))
            return try transaction.addressMoves(of: moved.id).last
        }
        #expect(move?.isOpen == false && move?.proved != nil)
    }

    @Test("an organizer of whom only the address is known signs in by it")
    func organizer() async throws {
        let fixture = try await Fixture.with(
            small().replacing("program: nova", with: "program: nova\norganizers: [grace@example.org]"))
        let asked = try await ask(fixture, "grace@example.org")
        let signedIn = try await signIn(fixture, asked, #require(try await letters(fixture).last).code)
        let principal = try #require(try await fixture.service.principal(browser: signedIn.token))
        let myself = try await fixture.client(principal).ask(WhoAmI())
        #expect(myself.programs == [Myself.Part(program: "nova", role: .organizer)])
    }

    @Test("is written down once, as its person's, without a secret; codes that were tried in vain are not")
    func log() async throws {
        let fixture = try await Fixture.with(small())
        let ada = try await fixture.join("ada")
        let asked = try await ask(fixture, "ada@example.org")
        let code = try #require(try await letters(fixture).last?.code)
        let wrong = code == "000000" ? "000001" : "000000"
        await #expect(throws: Refusal.self) { try await signIn(fixture, asked, wrong) }
        let signedIn = try await signIn(fixture, asked, code)
        _ = try await signIn(fixture, asked, code)
        let principal = try #require(try await fixture.service.principal(browser: signedIn.token))
        _ = try await fixture.client(principal, way: .web).ask(SignOut())
        let log = try await fixture.service.ask(ShowWholeLog()).filter { $0.actor == ada }
        #expect(log.map { "\($0.action) \($0.way.rawValue)" } == ["signOut web", "confirmSignIn web"])
        #expect(log.allSatisfy { $0.fields.isEmpty && !"\($0)".contains(signedIn.token) && !"\($0)".contains(code) })
        // What has ended does not come to life again by the same code.
        await #expect(throws: Refusal.self) { try await signIn(fixture, asked, code) }
        #expect(try await fixture.service.principal(browser: signedIn.token) == nil)
    }

    @Test("the command line gets a token that lasts, a browser what ends after 30 days")
    func places() async throws {
        let fixture = try await Fixture.with(small())
        _ = try await fixture.join("ada")
        let asked = try await fixture.client(.nobody).ask(AskToSignIn(email: EmailAddress("ada@example.org")))
        let code = try #require(try await letters(fixture).last?.code)
        let signedIn = try await fixture.client(.nobody).ask(ConfirmSignIn(attempt: asked.attempt, code: code))
        #expect(try await fixture.service.principal(token: signedIn.token) != nil)
        #expect(try await fixture.service.principal(browser: signedIn.token) == nil)
        let own = try await fixture.service.ask(ListTokens())
        #expect(own.map { "\($0.kind?.rawValue ?? "") \($0.label ?? "")" } == ["token meridian login"])
        #expect(own.map(\.expires) == [nil])
    }
}
