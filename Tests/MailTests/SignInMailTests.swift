import CivilTime
import Foundation
import ICalendar
import Mail
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

@Suite("The mail by which somebody signs in")
struct SignInMailTests {
    private func words(isReachable: Bool) throws -> (head: String, body: String, message: OutboxMessage) {
        let box = try Letterbox()
        let secret = String(repeating: "a2", count: 26)
        let letter = SignInLetter(
            reader: box.reader.email, program: box.program,
            link: isReachable ? "https://training.example.org/sign-in/\(secret)" : nil, secret: secret,
            server: isReachable ? "https://training.example.org" : nil, code: "012345", date: box.session.revised)
        let message = try box.mailer.message(.signIn(letter))
        #expect(try box.mailer.message(.signIn(letter)).bytes == message.bytes)
        let text = String(decoding: message.bytes, as: UTF8.self)
        let end = try #require(text.range(of: "\r\n\r\n"))
        let encoded = String(text[end.upperBound...])
        let body = Data(base64Encoded: encoded, options: .ignoreUnknownCharacters).map {
            String(decoding: $0, as: UTF8.self)
        }
        let isEncoded = text.contains("base64")
        return (String(text[..<end.lowerBound]), isEncoded ? try #require(body) : encoded, message)
    }

    @Test("names the server, the link and the code, and for how long they are good; it is forgotten when it has left")
    func text() throws {
        let (head, body, message) = try words(isReachable: true)
        #expect(head.contains("Auto-Submitted: auto-generated") && head.contains("To: priya@example.net"))
        #expect(message.subject == "Sign in at training.example.org" && message.holdsSecret)
        let secret = String(repeating: "a2", count: 26)
        #expect(body.contains("  https://training.example.org/sign-in/\(secret)\r\n"))
        #expect(body.contains("  012345\r\n") && body.contains("within 15 minutes"))
        #expect(body.contains("If it was not you, nothing happens"))
        #expect(!head.contains("012345") && !head.contains(secret) && !body.contains("Priya"))
        #expect(body.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 || $0.contains(secret) })
    }

    @Test("has the code alone where nobody knows where people reach the server")
    func unreachable() throws {
        let (_, body, message) = try words(isReachable: false)
        #expect(!body.contains("http") && body.contains("  012345\r\n"))
        #expect(message.subject == "Sign in: Nova core reviewer training")
    }
}
