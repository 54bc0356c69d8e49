import CivilTime
import Mentoring
import Persistence
import Testing
import TimeZoneCatalog

@Suite("Joining without knowing anybody")
struct SignUpTests {
    private func signUp(_ fixture: Fixture, _ email: String, name: String = "Ann") async throws -> SignUpReceived {
        try await fixture.office.signUp(
            for: "nova", as: name, email: EmailAddress(email), zone: "Africa/Lagos", addresses: fixture.addresses)
    }

    /// The secret that was mailed last; the fixture's mails of this kind hold nothing else.
    private func secret(_ fixture: Fixture) async throws -> String {
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        return String(decoding: try #require(mails.last { $0.subject == "sign-up" }).bytes, as: UTF8.self)
    }

    @Test("10,000 sign-ups write to each address once a day, and to 500 addresses in all")
    func flood() async throws {
        let fixture = try await Fixture.with(small())
        var refused = 0
        for number in 0..<10_000 {
            do {
                _ = try await signUp(fixture, "stranger-\(number % 625)@example.net", name: "Buy \(number)")
            } catch let refusal as Refusal {
                #expect(refusal.reason == .full)
                refused += 1
            }
        }
        let mails = try await fixture.office.outbox()
        #expect(mails.count == 500)
        #expect(Set(mails.map(\.to)).count == 500)
        #expect(refused == 16 * 125)
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
        await #expect(throws: Refusal.self) { try await fixture.office.confirmSignUp(early) }
        _ = try await signUp(fixture, "ann@example.net")
        #expect(try await fixture.mail().count == 2)
        let late = try await secret(fixture)
        #expect(late != early)
    }

    @Test("who names the secret has joined, and acts with the token; asking again answers the same")
    func confirmed() async throws {
        let fixture = try await Fixture.with(small())
        _ = try await signUp(fixture, "ann@example.net")
        #expect(try await fixture.office.trainees(of: "nova").isEmpty)
        let secret = try await secret(fixture)
        await #expect(throws: Refusal.self) { try await fixture.office.confirmSignUp(secret + "a") }
        let confirmed = try await fixture.office.confirmSignUp(secret)
        #expect(confirmed.joined.person.name == "Ann")
        #expect(try await fixture.office.trainees(of: "nova").map(\.email.description) == ["ann@example.net"])
        let principal = try await fixture.office.principal(token: confirmed.token)
        #expect(principal?.email == confirmed.joined.person.email)
        #expect(try await fixture.office.confirmSignUp(secret) == confirmed)
        #expect(try await fixture.office.tokens().count == 1)
        #expect(confirmed.token != secret)
    }

    @Test("somebody known keeps their name and zone, whatever was typed in for them")
    func known() async throws {
        let fixture = try await Fixture.with(small())
        let ann = try await fixture.join("ann", zone: "Asia/Tokyo")
        _ = try await signUp(fixture, ann.description, name: "Mallory")
        let confirmed = try await fixture.office.confirmSignUp(try await secret(fixture))
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
            try await fixture.office.signUp(
                for: program, as: name, email: EmailAddress("ann@example.net"), zone: zone,
                addresses: fixture.addresses)
        }
        #expect(try await fixture.mail().isEmpty)
    }
}
