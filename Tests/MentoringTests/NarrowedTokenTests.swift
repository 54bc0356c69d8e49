import CivilTime
import Foundation
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("A token that is narrowed")
struct NarrowedTokenTests {
    /// Two programs, each with an organizer; Wanda is a trainee of swift.
    private func fixture() async throws -> Fixture {
        let fixture = try await Fixture.with(
            small().replacing("title: Nova", with: "title: Nova\norganizers: [olga@example.org, oscar@example.org]"))
        try await fixture.apply(
            small().replacing("program: nova", with: "program: swift")
                .replacing("title: Nova", with: "title: Swift\njoin: open\norganizers: [otto@example.org]"))
        _ = try await fixture.service.ask(
            JoinProgram(program: "swift", name: "Wanda", email: EmailAddress("wanda@example.net"), zone: "Asia/Tokyo"))
        _ = try await fixture.service.ask(
            JoinProgram(program: "nova", name: "Wanda", email: EmailAddress("wanda@example.net"), zone: "Asia/Tokyo"))
        return fixture
    }

    private func principal(
        _ fixture: Fixture, _ wish: CreateToken, by maker: Principal = .machine(as: nil)
    ) async throws -> Principal {
        let token = try await fixture.service.ask(wish, by: maker).token
        return try #require(try await fixture.service.principal(token: token))
    }

    /// The token of somebody who acts with one.
    private func token(of principal: Principal) throws -> AccessToken {
        guard case .token(let token) = principal else { throw Unexpected() }
        return token
    }

    private struct Unexpected: Error {}

    private func join(
        _ fixture: Fixture, _ program: Program.Name, as name: String, by principal: Principal
    ) async throws -> JoinResult {
        let wish = JoinProgram(
            program: program, name: name, email: try EmailAddress("wanda@example.net"), zone: "Europe/Berlin")
        return try await fixture.service.ask(wish, by: principal, at: fixture.addresses, joining: .open)
    }

    @Test("to a program joins no other, and renames nobody, since somebody else may have made it")
    func joining() async throws {
        let fixture = try await fixture()
        let olga = try await principal(fixture, CreateToken(email: EmailAddress("olga@example.org")))
        let wanda = try await principal(fixture, CreateToken(email: EmailAddress("wanda@example.net")), by: olga)
        await #expect(throws: Refusal.self) { try await join(fixture, "swift", as: "Pwned", by: wanda) }
        let joined = try await join(fixture, "nova", as: "Pwned", by: wanda)
        #expect((joined.person.name, joined.person.zone.name) == ("Wanda", "Asia/Tokyo"))
        // Nor does one of their own: they are called what they said before.
        let own = try await principal(fixture, CreateToken(email: EmailAddress("wanda@example.net")))
        #expect(try await join(fixture, "nova", as: "Wanda May", by: own).person.name == "Wanda")
    }

    @Test("to a role is no administrator's, and ends or lists none that does more")
    func administrator() async throws {
        let fixture = try await fixture()
        let admin = try EmailAddress("admin@example.org")
        _ = try await fixture.service.addOrganizer(admin, to: nil)
        _ = try await fixture.service.ask(JoinProgram(program: "nova", name: "Root", email: admin, zone: "Asia/Tokyo"))
        let full = try await fixture.service.ask(CreateToken(email: admin))
        let narrow = try await principal(fixture, CreateToken(email: admin, role: .trainee))
        #expect(try await fixture.service.ask(ListTokens(), by: narrow).count == 1)
        await #expect(throws: Refusal.self) { try await fixture.service.ask(RevokeToken(token: full.id), by: narrow) }
        await #expect(throws: Refusal.self) { try await join(fixture, "nova", as: "Renamed", by: narrow) }
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(CreateToken(email: EmailAddress("wanda@example.net")), by: narrow)
        }
    }

    @Test("in time makes none that lasts longer")
    func expires() async throws {
        let fixture = try await fixture()
        let olga = try EmailAddress("olga@example.org")
        let day = try #require(LocalDate(iso: "2027-01-15"))
        let short = try await principal(fixture, CreateToken(email: olga, program: "nova", expires: day))
        let maker = try token(of: short)
        for wish in [
            CreateToken(email: olga), CreateToken(email: olga, expires: LocalDate(iso: "2028-01-01")),
            CreateToken(email: try EmailAddress("wanda@example.net")),
        ] {
            let made = try await token(of: principal(fixture, wish, by: short))
            #expect(maker.limits.expires != nil && made.limits.expires == maker.limits.expires)
        }
    }

    @Test("is what an organizer makes for another: it keeps the organizer's rights for nobody who has lost them")
    func colleagues() async throws {
        let fixture = try await fixture()
        let olga = try await principal(fixture, CreateToken(email: EmailAddress("olga@example.org")))
        let oscar = try EmailAddress("oscar@example.org")
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(CreateToken(email: oscar, role: .organizer), by: olga)
        }
        let made = try await token(of: principal(fixture, CreateToken(email: oscar), by: olga))
        #expect(made.limits.role == .mentor)
    }

    @Test("to one program tells of no session of another by enrolling, and enrolls nobody who was merely named there")
    func enrolling() async throws {
        let fixture = try await fixture()
        let olga = try await principal(fixture, CreateToken(email: EmailAddress("olga@example.org")))
        let (wanda, zoe) = (try EmailAddress("wanda@example.net"), try EmailAddress("zoe@example.org"))
        // In both programs Akira leads at one hour, and Zoe at another.
        try await fixture.apply(
            small().replacing("title: Nova", with: "title: Nova\norganizers: [olga@example.org]")
                .replacing("akira@example.org", with: "mei@example.org").replacing("name: Akira", with: "name: Mei"),
            prune: true)
        for program in ["swift", "nova"] { _ = try await fixture.service.plan(program, publish: true) }
        let code = "nova-202701-w01-asia"
        _ = try await fixture.service.ask(Enroll(session: "swift-202701-w01-asia"), as: wanda)
        let narrow = fixture.client(try await principal(fixture, CreateToken(email: wanda), by: olga))
        let refusal = await #expect(throws: Refusal.self) { try await narrow.ask(Enroll(session: code)) }
        #expect(
            refusal?.description
                == "\(code) overlaps a session of another program; a token that is good there, too, tells which")
        let named = fixture.client(try await principal(fixture, CreateToken(email: zoe), by: olga))
        let unheard = await #expect(throws: Refusal.self) { try await named.ask(Enroll(session: code)) }
        #expect(unheard?.description.contains("join first") == true)
    }

    @Test("to one program is told the address of that program's calendar, and the same when it asks again")
    func answeredAgain() async throws {
        let fixture = try await fixture()
        _ = try await fixture.service.plan("nova", publish: true)
        let olga = try await principal(fixture, CreateToken(email: EmailAddress("olga@example.org")))
        let wanda = try EmailAddress("wanda@example.net")
        let narrow = fixture.client(try await principal(fixture, CreateToken(email: wanda), by: olga))
        let once = fixture.service.answeringOnce(try RequestKey(email: wanda, key: "k1"), to: "enroll") { answer in
            Array(try JSONEncoder().encode(answer))
        }
        let enroll = Enroll(session: "nova-202701-w01-asia")
        let first = try await narrow.at(once).ask(enroll)
        #expect(first.feed == fixture.addresses.feed(of: "nova"))
        let again = await #expect(throws: AlreadyAnswered.self) { try await narrow.at(once).ask(enroll) }
        let bytes = Data(try #require(again).bytes)
        #expect(try JSONDecoder().decode(EnrollmentResult.self, from: bytes).feed == first.feed)
    }

    @Test("to one program is nobody's in another, also for what everybody may ask")
    func elsewhere() async throws {
        let fixture = try await fixture()
        let wanda = try EmailAddress("wanda@example.net")
        _ = try await fixture.service.ask(
            ProposeReview(program: "swift", url: "https://review.example.org/c/swift/+/1", title: "Hidden"), as: wanda)
        let narrow = try await principal(fixture, CreateToken(email: wanda, program: "nova"))
        let wide = try await principal(fixture, CreateToken(email: wanda))
        func seen(by principal: Principal) async throws -> Int {
            try await fixture.client(principal).ask(ListReviews(program: "swift")).count
        }
        #expect(try await seen(by: wide) == 1)
        #expect(try await seen(by: narrow) == 0)
        #expect(try await seen(by: .nobody) == 0)
    }
}
