import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import RemoteClient
import Testing

@Suite("A server that is none")
struct UnreachableTests {
    @Test(
        "is unreachable, and said so with its address and what came",
        arguments: [
            Case(.http("200 OK", "hello", type: "text/html"), "(HTTP 200, text/html, 5 bytes); check --server"),
            Case(.http("200 OK", "{}", type: "application/json"), "(HTTP 200, application/json, 2 bytes)"),
            Case(.http("200 OK", "[]", type: "text/html"), "did not answer as a Meridian server does"),
            Case(
                "HTTP/1.1 301 Moved\r\nLocation: https://elsewhere.example/\r\nContent-Length: 0\r\n\r\n",
                "sends on to https://elsewhere.example/, which is not followed; nothing was done"),
            Case(
                "HTTP/1.1 307 Moved\r\nLocation: /there\u{1B}[2J\r\nContent-Length: 0\r\n\r\n", "cannot be reached: "),
            Case(.http("502 Bad Gateway", ""), "(HTTP 502, text/plain, 0 bytes)"),
            Case("HTTP/1.1 204 No Content\r\n\r\n", "(HTTP 204, no content type, 0 bytes)"),
            Case(
                .http("503 Service Unavailable", #"{"error":"something","detail":"the disk is\u001b full"}"#),
                "could not do it (HTTP 503): the disk is\u{FFFD} full"),
            Case(.http("404 Not Found", #"{"error":"not-found"}"#), "(HTTP 404, text/plain, 21 bytes)"),
            Case("SSH-2.0-OpenSSH_9.2\r\n", "cannot be reached: "), Case("", "cannot be reached: "),
            Case("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[", "cannot be reached: "),
            Case(
                .http("200 OK", String(repeating: "a", count: (8 << 20) + 1)),
                "answered with more than 8 MiB; check --server"),
        ])
    func somethingElse(_ example: Case) async throws {
        try await withServer(answering: example.answer) { address in
            let failure = await #expect(throws: Unreachable.self) {
                try await ServerClient(server: address).ask(ListPrograms())
            }
            let text = try #require(failure?.description)
            #expect(text.hasPrefix("\(address)/api/v1/programs "))
            #expect(text.contains(example.words), "\(text)")
        }
    }

    @Test(
        "is unreachable when it takes too long, even if it sends something now and then",
        arguments: [
            "-", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[-",
        ])
    func slow(answer: String) async throws {
        try await withServer(answering: answer) { address in
            let failure = await #expect(throws: Unreachable.self) {
                try await ServerClient(server: address, patience: .milliseconds(200)).ask(ListPrograms())
            }
            #expect(failure?.description.contains("did not answer within") == true)
        }
    }

    @Test("may have done what ended the token, where the first answer was lost and the token is known no more")
    func erasedByALostAnswer() async throws {
        let unknown = String.http(
            "401 Unauthorized", #"{"error":"not-allowed","detail":"unknown token"}"#, type: "application/problem+json")
        let ada = try EmailAddress("ada@example.org")
        try await withServer(answering: "", unknown) { address in
            let failure = await #expect(throws: Unreachable.self) {
                try await ServerClient(server: address, token: "t").ask(ErasePerson(email: ada))
            }
            let text = try #require(failure?.description)
            #expect(text.contains("it may have been done") && text.contains("meridian login \(address)"), "\(text)")
        }
        // Whose first request is answered so has a token that is none.
        try await withServer(answering: unknown) { address in
            let refusal = await #expect(throws: Refusal.self) {
                try await ServerClient(server: address, token: "t").ask(ErasePerson(email: ada))
            }
            #expect(refusal?.description.contains("the server does not know the token") == true)
        }
    }

    @Test("that refuses, or sends on, what was asked again says that the first try may have done it, of a change alone")
    func refusedAfterALostAnswer() async throws {
        let refused = String.http(
            "403 Forbidden", #"{"error":"not-allowed","detail":"you take no part"}"#, type: "application/problem+json")
        let moved = "HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n"
        let unknown = String.http(
            "401 Unauthorized", #"{"error":"not-allowed","detail":"unknown token"}"#, type: "application/problem+json")
        let ada = try EmailAddress("ada@example.org")
        func said(_ first: String, _ later: String, dryRun: Bool = false) async throws -> String {
            try await withServer(answering: first, later) { address in
                let failure = await #expect(throws: (any Error).self) {
                    try await ServerClient(server: address, token: "t").ask(ErasePerson(email: ada, dryRun: dryRun))
                }
                return failure.map { "\($0)" } ?? ""
            }
        }
        #expect(try await said("", refused).contains("it may have been done then"))
        let sentOn = try await said("", moved)
        #expect(sentOn.contains("it may have been done then") && !sentOn.contains("nothing was done"), "\(sentOn)")
        #expect(try await !said(refused, refused).contains("may have been done"))
        for answer in [refused, unknown] {
            let rehearsed = try await said("", answer, dryRun: true)
            #expect(!rehearsed.contains("may have been done"), "\(rehearsed)")
        }
    }

    @Test("is unreachable when nothing listens there")
    func nothing() async throws {
        // A port that was free a moment ago.
        let address = try await withServer(answering: "") { $0 }
        let failure = await #expect(throws: Unreachable.self) {
            try await ServerClient(server: address).ask(ListPrograms())
        }
        #expect(failure?.description.hasPrefix("\(address)/api/v1/programs cannot be reached: ") == true)
        #expect(failure?.description.hasSuffix("check --server, and that the server runs") == true)
    }

    @Test(
        "gets no token without TLS, unless it is on this machine or that is wished for",
        arguments: [
            ("http://training.example.org", false),
            ("http://127.0.0.1.example.org", false), ("http://localhost.example.org", false),
            ("http://localhost@training.example.org", false), ("http://192.168.1.1", false),
            ("http://[::2]:8080", false), ("http://2130706433", false), ("https://training.example.org", true),
            ("http://127.0.0.1:8080", true), ("http://127.9.9.9", true), ("http://localhost", true),
            ("http://[::1]:8080/base", true),
        ])
    func inClear(server: String, isSent: Bool) throws {
        if isSent {
            _ = try ServerClient(server: server, token: "secret")
        } else {
            let refusal = #expect(throws: (any Error).self) { try ServerClient(server: server, token: "secret") }
            #expect(refusal.map { "\($0)".contains("secret") } == false)
            _ = try ServerClient(server: server, token: "secret", allowsTokenInClear: true)
        }
        _ = try ServerClient(server: server)
    }

    @Test("gets no link's secret without TLS either, whoever asks")
    func linkInClear() async throws {
        let client = try ServerClient(server: "http://training.example.org")
        let refusal = await #expect(throws: Refusal.self) {
            try await client.ask(ConfirmJoining(secret: "abcdefgh"))
        }
        #expect(refusal?.description.contains("abcdefgh") == false)
    }

    @Test(
        "is bad input when its address is none",
        arguments: ["", "localhost:8080", "ftp://example.org", "http://", "http://a b"])
    func badAddress(server: String) {
        #expect(throws: BadInput.self) { try ServerClient(server: server) }
    }
}

/// What a server sends, and what is said of it.
struct Case: CustomTestStringConvertible {
    let answer: String
    let words: String

    init(_ answer: String, _ words: String) {
        self.answer = answer
        self.words = words
    }

    var testDescription: String { words }
}
