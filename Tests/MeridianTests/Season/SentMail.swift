import Foundation
import Testing

/// A mail as its recipient's program shows it.
struct SentMail {
    let to: String
    let subject: String
    /// What is read, and what goes into the calendar, if anything does.
    let text: String
    let calendar: String?
    /// The headers and every part, decoded.
    let everything: String

    init(_ message: String) throws {
        let message = message.replacing("\r\n", with: "\n")
        let headers = message.prefix(upTo: try #require(message.firstRange(of: "\n\n")).lowerBound)
            .replacing("\n ", with: " ")
        to = String(try #require(headers.firstMatch(of: /(?m)^To: (?:.*<)?([^<>\n]+)>?/)).output.1)
        let subject = try #require(headers.firstMatch(of: /(?m)^Subject: (.*)/)).output.1
        self.subject = subject.split(separator: " ").map(Self.decoded).joined(
            separator: subject.hasPrefix("=?") ? "" : " ")
        let parts = message.matches(of: /Content-Transfer-Encoding: base64\n\n([A-Za-z0-9+\/=\n]+)/).map {
            Self.text(ofBase64: $0.output.1.replacing("\n", with: ""))
        }
        text = parts.first ?? ""
        calendar = parts.first { $0.hasPrefix("BEGIN:VCALENDAR") }
        everything = ([String(headers)] + parts).joined(separator: "\n")
    }

    /// The number of the event's revision.
    var sequence: Int? { calendar?.firstMatch(of: /SEQUENCE:(\d+)/).flatMap { Int($0.output.1) } }

    /// `ada@…: The review`: to whom, and what it is about.
    var summary: String { "\(to.prefix { $0 != "@" }): \(subject.prefix { $0 != ":" })" }

    /// An encoded word (RFC 2047), or the word.
    private static func decoded(_ word: Substring) -> String {
        word.wholeMatch(of: /=\?UTF-8\?B\?(.+)\?=/).map { text(ofBase64: String($0.output.1)) } ?? String(word)
    }

    private static func text(ofBase64 text: some StringProtocol) -> String {
        String(decoding: Data(base64Encoded: String(text)) ?? Data(), as: UTF8.self)
    }
}
