import Mentoring
import RemoteClient
import Testing
import TimeZoneCatalog
import WebServerFixture

@Suite("Somebody who acts over a server")
struct RemoteParticipantTests {
    @Test("is answered as at the office, and refused word for word")
    func same() async throws {
        let priya = try EmailAddress("priya@canary.example")
        let far = try await Season2027().office()
        let near = try await Season2027().office()
        let token = try await far.createToken(for: priya, role: .trainee).token
        let addresses = try FeedAddresses(base: "https://training.example.org")
        let local = OfficeParticipant(priya, at: near, addresses: addresses)
        try await LiveServer.run(office: far) { server in
            let remote = try RemoteParticipant(server: server.base, token: token)
            for code in ["nova-w02-asia", "nova-w01-asia", "nova-w01-americas"] {
                var there = try await remote.enroll(in: code)
                let here = try await local.enroll(in: code)
                // Two offices have two keys, so their feeds have two addresses.
                #expect(there.feed.count == here.feed.count)
                there.feed = here.feed
                #expect(there == here)
            }
            #expect(try await remote.leave(session: "nova-w02-asia") == local.leave(session: "nova-w02-asia"))
            let refused = { (ask: (any Participant) async throws -> Void) in
                let there = await #expect(throws: Refusal.self) { try await ask(remote) }
                let here = await #expect(throws: Refusal.self) { try await ask(local) }
                #expect(there == here)
            }
            await refused { _ = try await $0.leave(session: "nova-w02-asia") }
            await refused { _ = try await $0.enroll(in: "nova-w09-asia") }
            await refused { _ = try await $0.leave(allOf: .asia, of: "nova") }
            #expect(
                try await remote.enroll(inAllOf: .asia, of: "nova").map(\.session) == [
                    "nova-w01-asia", "nova-w02-asia",
                ])
        }
    }

    @Test("needs a token, and the right one")
    func token() async throws {
        try await LiveServer.run { server in
            for token in [nil, "wrong"] {
                let remote = try RemoteParticipant(server: server.base, token: token)
                let refusal = await #expect(throws: Refusal.self) { try await remote.feedAddress() }
                #expect(refusal?.reason == .notAllowed)
            }
        }
    }
}
