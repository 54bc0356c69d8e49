import CivilTime
import Foundation
import Mentoring
import MentoringAPI

/// What somebody's calendar program, or somebody else's, sends as an answer to an invitation.
struct AnswerMail {
    var from: String
    var to: String
    var attendee: String
    var organizer: String?
    var uid: String
    var sequence: Int
    var stamp: Instant
    var answer: Step.Answer
    /// What its author wrote to it.
    var comment: String?

    /// The message as it arrives.
    var bytes: [UInt8] { bytes(content: calendar, charset: "utf-8") }

    /// By way of a list that adds a footer, in a charset in which every byte that counts is ASCII.
    var throughGateway: [UInt8] {
        bytes(content: calendar + "_______________\r\nlist mailing list\r\n", charset: "iso-2022-jp")
    }

    /// As it arrives when half of it is lost.
    var damaged: [UInt8] { bytes(content: String(calendar.prefix(calendar.count / 2)), charset: "utf-8") }

    private func bytes(content: String, charset: String) -> [UInt8] {
        Array(
            """
            From: \(from)\r
            To: \(to)\r
            Subject: \(answer.rawValue.capitalized): training\r
            MIME-Version: 1.0\r
            Content-Type: text/calendar; method=REPLY; charset=\(charset)\r
            Content-Transfer-Encoding: 8bit\r
            \r
            \(content)
            """.utf8)
    }

    private var calendar: String {
        let lines: [String?] = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//History//EN", "METHOD:REPLY", "BEGIN:VEVENT",
            organizer.map { "ORGANIZER:mailto:\($0)" },
            "ATTENDEE;PARTSTAT=\(answer.rawValue.uppercased()):mailto:\(attendee)", "UID:\(uid)",
            comment.map { "COMMENT:\($0)" }, "SEQUENCE:\(sequence)", "DTSTAMP:\(Self.basic(stamp))", "END:VEVENT",
            "END:VCALENDAR", "",
        ]
        return lines.compactMap(\.self).joined(separator: "\r\n")
    }

    private static func basic(_ instant: Instant) -> String {
        instant.rfc3339.filter { $0 != "-" && $0 != ":" }
    }

    /// A mail of words alone.
    static func words(from: String, to: String, subject: String, at now: Instant) -> [UInt8] {
        Array(
            """
            From: \(from)\r
            To: \(to)\r
            Subject: \(subject)\r
            Message-ID: <\(basic(now)).\(from)>\r
            \r
            Sorry, I cannot come this week.\r

            """.utf8)
    }
}
