import AppResources
import CivilTime
import Crypto
import Foundation
public import ICalendar
public import Mentoring
import Mustache
public import TimeZoneCatalog

/// Writes the mail that takes an invitation to its one addressee (RFC 6047).
///
/// The message is `mixed{ alternative{ plain, html, calendar }, "invite.ics" }`: clients that know iMIP act on the calendar part,
/// the others show the text and offer the file. It holds no address but the addressee's and the program's contact, and the
/// same input gives the same bytes.
public struct InvitationMailer: Correspondence {
    private let calendar: CalendarEncoder
    private let zones: TimeZoneCatalog
    private let text: MustacheTemplate
    private let html: MustacheTemplate

    /// A mailer that has its calendar parts written by `calendar`, and reads everybody's clock in `zones`.
    /// - Throws: when an embedded template is malformed, which no release is.
    public init(calendar: CalendarEncoder, zones: TimeZoneCatalog) throws {
        self.calendar = calendar
        self.zones = zones
        text = try MustacheTemplate(string: AppResources.template(.invitationText))
        html = try MustacheTemplate(string: AppResources.template(.invitationHTML))
    }

    /// The whole message.
    /// - Throws: when the addressee's zone is unknown to the tz data in force, or the event cannot be encoded.
    public func message(
        for invitation: Invitation, to session: Session, of program: Program, about occasion: Occasion
    ) throws -> OutboxMessage {
        let rules = try zones.rules(for: invitation.person.zone)
        let letter = InvitationLetter(invitation, to: session, of: program, about: occasion, in: rules)
        let event = try calendar.message(for: invitation, to: session, of: program)
        let identity = Self.identity(of: invitation, session)

        var output = MessageWriter()
        output.field("Date", [InternetDate.text(invitation.stamp)])
        output.field("From", HeaderText.mailbox(program.title, program.contact))
        output.field("Reply-To", HeaderText.mailbox(program.title, program.contact))
        output.field("To", HeaderText.mailbox(invitation.person.name, invitation.person.email))
        output.field("Subject", HeaderText.unstructured(letter.subject))
        output.field("Message-ID", ["<\(identity)@\(program.contact.domain)>"])
        output.field("Auto-Submitted", ["auto-generated"])
        output.field(
            "List-Id", HeaderText.phrase(program.title) + ["<\(program.name).meridian.\(program.contact.domain)>"])
        output.field("List-Unsubscribe", ["<\(Self.unsubscribe(from: session, of: program))>"])
        output.field("MIME-Version", ["1.0"])
        body(letter, event: event, method: invitation.method).write(to: &output, boundary: identity)
        return OutboxMessage(
            recipient: invitation.person.email, subject: letter.subject, bytes: output.bytes, created: invitation.stamp)
    }

    private func body(_ letter: InvitationLetter, event: [UInt8], method: Invitation.Method) -> MIMEPart {
        .multipart(
            "mixed",
            [
                .multipart(
                    "alternative",
                    [
                        .leaf(type: "text/plain; charset=UTF-8", content: Self.canonical(text.render(letter))),
                        .leaf(type: "text/html; charset=UTF-8", content: Self.canonical(html.render(letter))),
                        .leaf(
                            type: "text/calendar; method=\(method.rawValue.uppercased()); charset=UTF-8", content: event
                        ),
                    ]),
                .leaf(
                    type: "application/ics; name=\"invite.ics\"", disposition: "attachment; filename=\"invite.ics\"",
                    content: event),
            ])
    }

    /// Text with its lines ended by CRLF, as MIME wants them (RFC 2045 §6.8).
    private static func canonical(_ text: String) -> [UInt8] {
        text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }

    /// What tells this message from every other: 32 hexadecimal digits that follow from what it is about.
    private static func identity(of invitation: Invitation, _ session: Session) -> String {
        let parts = [
            session.uid, invitation.person.email.description, String(invitation.sequence), invitation.stamp.rfc3339,
            invitation.method.rawValue,
        ]
        let digest = SHA256.hash(data: Data(parts.joined(separator: "\0").utf8))
        return digest.prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// A mailto URL (RFC 6068) to the contact, its subject saying what to leave.
    private static func unsubscribe(from session: Session, of program: Program) -> String {
        let unreserved = Set("abcdefghijklmnopqrstuvwxyz0123456789-._~@".utf8)
        let address = program.contact.description.utf8.map { byte in
            unreserved.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return "mailto:\(address.joined())?subject=leave%20\(session.code)"
    }
}

extension EmailAddress {
    fileprivate var domain: Substring { description.split(separator: "@").last ?? "localhost" }
}
