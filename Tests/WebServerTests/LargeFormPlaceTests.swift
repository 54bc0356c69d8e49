import Mentoring
import MentoringService
import NIOHTTP1
import TestSupport
import Testing
import WebServerFixture

@testable import WebServer

/// Forms with a file are large in memory, so only so many are there at a time.
@Suite("Places for forms with a file")
struct LargeFormPlaceTests {
    private static func person(_ number: Int) throws -> EmailAddress { try EmailAddress("p\(number)@canary.example") }

    @Test("each has two, and there are eight for all; what is given back is free again")
    func places() throws {
        let forms = LargeForms()
        let (first, last) = (try Self.person(1), try Self.person(5))
        for person in try (1...4).map(Self.person) {
            for _ in 1...LargeForms.mostOfOnePerson { try forms.enter(person) }
            #expect(throws: (any Error).self) { try forms.enter(person) }
        }
        // Somebody who has none waits for the others, too.
        #expect(throws: (any Error).self) { try forms.enter(last) }
        forms.leave(first)
        try forms.enter(last)
        #expect(throws: (any Error).self) { try forms.enter(first) }
        forms.leave(last)
        try forms.enter(first)
    }

    @Test("somebody's third is refused before it is read, in words of its own, until one of the others is done")
    func third() async throws {
        let cast = try await Cast()
        var limits = ServerLimits.patient
        // It is asked until the server has read the heads of the first two.
        limits.others = .init(burst: 1_000_000, perSecond: 1_000)
        try await LiveServer.run(service: cast.service, limits: limits) { server in
            let akira = try await SignedInBrowser(of: "mentor-asia@canary.example", at: cast.service, on: server)
            let olga = try await SignedInBrowser(of: "olga@canary.example", at: cast.service, on: server)
            let path = "/me/look/put/sessions/nova-202701-w01-asia/attendance"
            func sent(by browser: SignedInBrowser) async throws -> LiveServer.Answer {
                try await server.ask(
                    path, method: .POST,
                    headers: [browser.cookie, ("Sec-Fetch-Site", "same-origin"), ("Accept", "text/html")],
                    body: Array("x=1".utf8), followsRedirects: false)
            }
            #expect(try await sent(by: akira).status == 400)
            let open = try (1...LargeForms.mostOfOnePerson).map { _ in try RawConnection(port: server.port) }
            for connection in open {
                connection.send(
                    "POST \(path) HTTP/1.1\r\nHost: a\r\n\(akira.cookie.0): \(akira.cookie.1)\r\n"
                        + "Sec-Fetch-Site: same-origin\r\nContent-Length: 3\r\n\r\nx=")
            }
            var answer = try await sent(by: akira)
            for _ in 1...100_000 where answer.status == 400 { answer = try await sent(by: akira) }
            #expect(answer.status == 429 && answer["Retry-After"] == "5" && answer["Connection"] == "close")
            #expect(answer.text.contains("Other forms with a file are being read"), "\(answer.text)")
            #expect(try await sent(by: olga).status == 400)
            // A form without a file needs no place.
            let plain = try await akira.post("/me/do/post/sessions/nova-202701-w01-asia/cancellation", [("x", "1")])
            #expect(plain.status == 400, "\(plain.text)")
            open[0].send("1")
            #expect(await open[0].oneAnswer().hasPrefix("HTTP/1.1 400"))
            #expect(try await sent(by: akira).status == 400)
        }
    }
}
