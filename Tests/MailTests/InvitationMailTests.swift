import CivilTime
import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import Testing
import TimeZoneCatalog
import Wording

@testable import Mail

@Suite("An invitation's mail")
struct InvitationMailTests {
    @Test(
        "names the occasion, the session and the reader's local time in its subject",
        arguments: [
            (Occasion.announced, Invitation.Role.trainee, "Announced"), (.announced, .mentor, "You lead"),
            (.enrolled, .trainee, "Enrolled"), (.promoted, .trainee, "A seat for you"),
            (.entrusted, .mentor, "You lead"),
            (.moved, .trainee, "Moved"), (.moved, .mentor, "Moved"),
            (.relocated, .trainee, "New place"), (.relocated, .mentor, "New place"), (.changed, .trainee, "Changed"),
            (.mentorChanged, .trainee, "New mentor"),
            (.clocksChanged, .trainee, "New hour"),
            (.cancelled, .trainee, "Cancelled"), (.cancelled, .mentor, "Cancelled"), (.left, .trainee, "You left"),
            (.unseated, .trainee, "No seat any more"), (.relieved, .mentor, "You no longer lead"),
        ])
    func subject(occasion: Occasion, role: Invitation.Role, heading: String) throws {
        let mail = try Letterbox().mail(about: occasion, as: role)
        #expect(
            mail.subject
                == "\(heading): Nova core reviewer training · Asia, week 3 · Thu 21 Jan 17:00 Asia/Kolkata")
        #expect(mail.recipient.description == "priya@example.net")
        #expect(mail.created.rfc3339 == "2026-12-02T09:00:00Z")
    }

    @Test("is the same to the byte for the same input, and another message for every other")
    func determinism() throws {
        let box = try Letterbox()
        let first = try box.mail()
        #expect(try Letterbox().mail().bytes == first.bytes)
        let others = [
            try box.mail(sequence: 2), try box.mail(at: "2026-12-02T09:00:01Z"), try box.mail(about: .left),
        ]
        let identities = Set(([first] + others).map { Self.lines($0).first { $0.hasPrefix("Message-ID:") } })
        #expect(identities.count == 4)
    }

    @Test("is printable ASCII in lines of at most 78 characters, each ended by CRLF")
    func bytes() throws {
        var box = try Letterbox()
        box.program.title = String(repeating: "Größe und Übung ", count: 12)
        box.reader.name = String(repeating: "名前", count: 30)
        let bytes = try box.mail().bytes
        #expect(bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0D || $0 == 0x0A })
        for (index, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
            #expect(byte == 0x0A ? bytes[index - 1] == 0x0D : bytes[index + 1] == 0x0A)
        }
        #expect(bytes.suffix(2) == [0x0D, 0x0A])
        #expect(Self.lines(try box.mail()).allSatisfy { $0.utf8.count <= 78 })
    }

    @Test(
        "lets no name begin a header field of its own",
        arguments: [
            "Eve\r\nBcc: victim@example.com", "Eve\nBcc: victim@example.com", "Eve\rBcc: victim@example.com",
            "Eve\u{2028}Bcc: victim@example.com", "\"Eve\" <eve@example.com>, \\", "=?UTF-8?Q?=0D=0ABcc:_x?=",
        ])
    func injection(name: String) throws {
        var box = try Letterbox()
        box.reader.name = name
        box.program.title = name
        box.session.location = name
        box.session.mentor.name = name
        let head = Self.lines(try box.mail()).prefix { !$0.isEmpty }
        let fields = head.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(
            fields == [
                "Date", "From", "Reply-To", "To", "Subject", "Message-ID", "Auto-Submitted", "List-Id",
                "List-Unsubscribe", "MIME-Version", "Content-Type",
            ])
        #expect(!head.contains { $0.contains("Bcc") })
    }

    @Test(
        "says which of two it is where clocks show the hour twice",
        arguments: [("2027-10-31T00:30:00Z", "first"), ("2027-10-31T01:30:00Z", "second")])
    func twice(start: String, which: String) throws {
        var box = try Letterbox()
        box.reader.zone = try #require(TimeZoneID("Europe/Berlin"))
        box.session.start = try #require(Instant(rfc3339: start))
        let text = try MailText(
            SessionNotice(
                invitation: try box.invitation(), session: box.session, program: box.program, occasion: .moved),
            in: TimeZoneCatalog.shipped.rules(for: box.reader.zone), with: .none)
        #expect(text.zone == "Europe/Berlin time, the \(which) 02:30 of that day")
    }

    @Test(
        "that announces it says what was planned, on the reader's clock, unless it is at that time",
        arguments: [(-3600, "16:00"), (3600, "18:00"), (0, nil)] as [(Int64, String?)])
    func planned(seconds: Int64, before: String?) throws {
        let box = try Letterbox()
        let text = try MailText(
            SessionNotice(
                invitation: try box.invitation(about: .announced), session: box.session, program: box.program,
                occasion: .announced, planned: box.session.start.adding(seconds: seconds)),
            in: TimeZoneCatalog.shipped.rules(for: box.reader.zone), with: .none)
        let moved = text.notes.filter { $0.hasPrefix("It has moved:") }
        #expect(moved.count == (before == nil ? 0 : 1))
        if let before { #expect(moved[0].hasSuffix("on Thu 21 Jan at \(before), your time.")) }
    }

    @Test(
        "says of what its reader did that it was they, with nothing to do about it",
        arguments: [
            (Occasion.moved, Invitation.Role.mentor, "You have changed a session that you lead."),
            (.relocated, .trainee, "You have changed a session that you have a seat in."),
            (.cancelled, .mentor, "You have called off this session:"),
            (.reviewPicked, .mentor, "You have picked the change"),
            (.unseated, .trainee, "You have left the program"),
        ])
    func ownDeed(occasion: Occasion, role: Invitation.Role, lead: String) throws {
        let box = try Letterbox()
        var notice = SessionNotice(
            invitation: try box.invitation(about: occasion, as: role), session: box.session, program: box.program,
            occasion: occasion, isOwnDeed: true)
        let rules = try TimeZoneCatalog.shipped.rules(for: box.reader.zone)
        let own = try MailText(notice, in: rules, with: .none)
        #expect(own.lead.hasPrefix(lead))
        #expect(own.advice.isEmpty)
        notice.isOwnDeed = false
        let others = try MailText(notice, in: rules, with: .none)
        #expect(!others.lead.hasPrefix("You have"))
        #expect(others.subject == own.subject)
    }

    @Test("encodes a contact that a mailto address cannot hold as it is")
    func unsubscribe() throws {
        var box = try Letterbox()
        box.program.contact = try EmailAddress("a&b?c%d@example.org")
        let mail = try box.mail()
        #expect(
            Self.lines(mail).contains {
                $0.hasSuffix(" <mailto:a%26b%3Fc%25d@example.org?subject=leave%20nova-202701-w03-asia>")
            })
    }

    @Test("lets nobody leave by a button what they lead, or are asked to lead")
    func mentor() throws {
        let box = try Letterbox()
        func hasButton(_ mail: OutboxMessage) -> Bool {
            Self.lines(mail).contains { $0.hasPrefix("List-Unsubscribe:") }
        }
        #expect(try hasButton(box.mail()))
        for occasion in [Occasion.enrolled, .moved, .relieved, .cancelled] {
            #expect(try !hasButton(box.mail(about: occasion, as: .mentor)), "\(occasion)")
        }
    }

    @Test("is refused when the tz data in force have no rules for the reader's zone")
    func unknownZone() throws {
        var box = try Letterbox()
        box.reader.zone = try #require(TimeZoneID("Mars/Olympus"))
        #expect(throws: (any Error).self) { try box.mail() }
    }

    /// The message's lines as they were written.
    static func lines(_ mail: OutboxMessage) -> [String] {
        String(decoding: mail.bytes, as: UTF8.self).components(separatedBy: "\r\n")
    }
}
