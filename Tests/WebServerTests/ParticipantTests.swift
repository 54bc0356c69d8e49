import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import TestSupport
import Testing
import WebServerFixture

@Suite("Acting over the API")
struct ParticipantTests {
    private static let priya = "priya@canary.example"

    /// Everything that changes something, and the least role that may.
    private static let routes: [(method: HTTPMethod, path: String, least: Role)] = [
        (.POST, "/api/v1/sessions/nova-202701-w02-asia/enrollment", .trainee),
        (.DELETE, "/api/v1/sessions/nova-202701-w02-asia/enrollment", .trainee),
        (.POST, "/api/v1/programs/nova/regions/americas/enrollment", .trainee),
        (.DELETE, "/api/v1/programs/nova/regions/americas/enrollment", .trainee),
        (.PUT, "/api/v1/feed", .trainee), (.POST, "/api/v1/feed/rotation", .trainee),
        (.POST, "/api/v1/sessions/nova-202701-w02-asia/offer", .mentor), (.POST, "/api/v1/swaps/1/acceptance", .mentor),
        (.DELETE, "/api/v1/swaps/1", .mentor),
    ]

    private func bearer(_ service: TrainingService, _ role: Role = .trainee) async throws -> (String, String) {
        ("Authorization", "Bearer \(try await service.token(for: Self.priya, as: role))")
    }

    @Test("each route takes the roles that it is for, and no others")
    func roles() async throws {
        let service = try await Season2027().service()
        var tokens: [(role: Role?, header: [(String, String)])] = [(nil, [])]
        for role in Role.allCases { tokens.append((role, [try await bearer(service, role)])) }
        try await LiveServer.run(service: service) { server in
            for route in Self.routes {
                for token in tokens {
                    let answer = try await server.ask(route.path, method: route.method, headers: token.header)
                    let cell = "\(route.method) \(route.path) as \(token.role?.rawValue ?? "nobody"): \(answer.status)"
                    if let role = token.role, role >= route.least {
                        #expect(
                            ![401, 403].contains(answer.status) || answer.text.contains("only its mentor"), "\(cell)")
                        #expect(answer.status < 500, "\(cell)")
                    } else {
                        #expect(answer.status == (token.role == nil ? 401 : 403), "\(cell)")
                        #expect(answer["Content-Type"] == "application/problem+json")
                        #expect(answer["WWW-Authenticate"] == (token.role == nil ? "Bearer" : nil))
                    }
                }
                let wrong = try await server.ask(
                    route.path, method: route.method, headers: [("Authorization", "Bearer x")])
                #expect(wrong.status == 401)
            }
        }
    }

    @Test("a token stops working once it is revoked, and its secret is nowhere in the database")
    func revoked() async throws {
        let service = try await Season2027().service()
        _ = try await service.ask(
            JoinProgram(program: "nova", name: "Priya", email: EmailAddress(Self.priya), zone: "Asia/Tokyo"))
        let token = try await service.ask(CreateToken(email: EmailAddress(Self.priya), role: .trainee))
        #expect(token.token.count == 52)
        let header = [("Authorization", "Bearer \(token.token)")]
        try await LiveServer.run(service: service) { server in
            #expect(try await server.ask("/api/v1/feed", method: .PUT, headers: header).status == 200)
            _ = try await service.ask(RevokeToken(token: token.id))
            #expect(try await server.ask("/api/v1/feed", method: .PUT, headers: header).status == 401)
        }
    }

    @Test("sent again with its key, a request is answered as before and does nothing twice")
    func idempotency() async throws {
        let service = try await Season2027().service()
        let who = try await bearer(service)
        try await LiveServer.run(service: service) { server in
            let path = "/api/v1/sessions/nova-202701-w01-asia/enrollment"
            let leave = { (key: String) in
                try await server.ask(path, method: .DELETE, headers: [who, ("Idempotency-Key", key)])
            }
            let first = try await leave("a")
            #expect(first.status == 200)
            #expect(try await leave("a").body == first.body)
            #expect(try await leave("b").status == 404, "without it, one cannot leave twice")
            let other = try await server.ask(path, method: .POST, headers: [who, ("Idempotency-Key", "a")])
            #expect(other.status == 409)
            #expect(other.text.contains("was used for another request"))
            for _ in 1...3 {
                let answer = try await server.ask(path, method: .POST, headers: [who, ("Idempotency-Key", "c")])
                #expect(answer.status == 200)
            }
            #expect(try await service.ask(ListOutbox()).filter { $0.subject == "enrolled" }.count == 1)
            for bad in ["", "two words", String(repeating: "x", count: 256)] {
                let answer = try await server.ask(path, method: .POST, headers: [who, ("Idempotency-Key", bad)])
                #expect(answer.status == 400, "\(bad)")
            }
        }
    }

    @Test("whose token it is sees what sessions are to them, and nobody else does")
    func yours() async throws {
        let service = try await Season2027().service()
        let who = try await bearer(service)
        try await LiveServer.run(service: service) { server in
            let decode = { (answer: LiveServer.Answer) in
                try JSONDecoder().decode(SessionView.self, from: Data(answer.body))
            }
            let mine = try await decode(server.ask("/api/v1/sessions/nova-202701-w01-asia", headers: [who]))
            #expect(mine.yours?.enrollment == .enrolled)
            #expect(try await decode(server.ask("/api/v1/sessions/nova-202701-w01-asia")).yours == nil)
        }
    }

    @Test("a person's own calendar is at its address, and nowhere once the address was changed")
    func personalFeed() async throws {
        let service = try await Season2027().service()
        let who = try await bearer(service)
        try await LiveServer.run(service: service) { server in
            let address = { (answer: LiveServer.Answer) in
                try JSONDecoder().decode(FeedLink.self, from: Data(answer.body)).url
            }
            let first = try await address(server.ask("/api/v1/feed", method: .PUT, headers: [who]))
            let path = try #require(first.split(separator: "training.example.org").last).description
            let feed = try await server.ask(path)
            #expect(feed.status == 200)
            #expect(feed.text.contains("You have a seat."))
            #expect(feed.text.components(separatedBy: "BEGIN:VEVENT").count == 2)
            #expect(feed["Cache-Control"]?.contains("private") == true)
            let second = try await address(server.ask("/api/v1/feed/rotation", method: .POST, headers: [who]))
            #expect(second != first)
            let gone = try await server.ask(path)
            #expect(gone.status == 404)
        }
    }
}
