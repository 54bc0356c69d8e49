import AppResources
import CivilTime
import Crypto
import Foundation
public import ICalendar
public import Mentoring
public import MentoringService
import Templates
public import TimeZoneCatalog
import Wording

/// Writes the mails that Meridian sends (RFC 5322), each to its one addressee.
///
/// An invitation is `mixed{ alternative{ plain, html, calendar }, "invite.ics" }` (RFC 6047): clients that know iMIP act on
/// the calendar part, the others show the text and offer the file. Mails hold no address but the addressee's and the
/// program's contact, and the same input gives the same bytes.
public struct Mailer: Correspondence {
    private let calendar: CalendarEncoder
    let zones: TimeZoneCatalog
    private let text: Template
    private let html: Template

    /// A mailer that has its calendar parts written by `calendar`, and reads everybody's clock in `zones`.
    /// - Throws: when an embedded template is malformed, which no release is.
    public init(calendar: CalendarEncoder, zones: TimeZoneCatalog) throws {
        self.calendar = calendar
        self.zones = zones
        text = try Template(AppResources.template(.invitationText))
        html = try Template(AppResources.template(.invitationHTML))
    }

    /// The whole message of a notice, with the links that its words ask for.
    /// - Throws: when the addressee's zone is unknown to the tz data in force, or an event cannot be encoded.
    public func message(_ notice: Notice, with links: MailLinks) throws -> OutboxMessage {
        switch notice {
        case .session(let notice): try message(notice, with: links)
        case .duty(let notice): try message(notice, with: links)
        case .letter(let letter): try message(letter, with: links)
        case .token(let notice): try message(notice)
        case .joining(let letter): try message(letter)
        case .confirmation(let request): try message(request)
        case .signIn(let letter): try message(letter)
        case .asking(let letter): try message(letter)
        case .forwarded(let mail): try message(mail)
        case .reply(let reply): try message(reply, with: links)
        case .moving(let letter): try message(letter)
        }
    }

    /// An invitation, or its end.
    private func message(_ notice: SessionNotice, with links: MailLinks) throws -> OutboxMessage {
        let invitation = notice.invitation
        let event = try calendar.message(
            for: invitation, to: notice.session, of: notice.program, at: links.addresses)
        let method = invitation.method.rawValue
        return try message(
            try MailText(notice, in: zones.rules(for: invitation.person.zone), with: links), to: invitation.person,
            of: notice.program, replies: ReplyAddress.of(notice.program.contact, token: invitation.token),
            at: invitation.stamp,
            unsubscribe: unsubscribe(
                invitation.role, from: notice.session, of: notice.program, token: invitation.token),
            identity: Self.identity(
                notice.session.uid, invitation.person.email.description, String(invitation.sequence),
                invitation.stamp.rfc3339, method)
        ) { Self.body($0, event: event, method: invitation.method) }
    }

    /// A mail about a week of a duty, with the event if that changes.
    private func message(_ notice: DutyNotice, with links: MailLinks) throws -> OutboxMessage {
        let event = try calendar.message(for: notice)
        return try message(
            try MailText(notice, with: links), to: notice.person, of: notice.program, replies: notice.program.contact,
            at: notice.date,
            identity: Self.identity(
                notice.turn.uid, notice.person.email.description, String(notice.turn.sequence), notice.date.rfc3339,
                notice.occasion.rawValue)
        ) { alternatives in
            guard let event, let method = notice.method else { return .multipart("alternative", alternatives) }
            return Self.body(alternatives, event: event, method: method)
        }
    }

    /// An event together with what says the same to people.
    private static func body(_ alternatives: [MIMEPart], event: [UInt8], method: Invitation.Method) -> MIMEPart {
        .multipart(
            "mixed",
            [
                .multipart(
                    "alternative",
                    alternatives + [
                        .leaf(
                            type: "text/calendar; method=\(method.rawValue.uppercased()); charset=UTF-8",
                            content: event)
                    ]),
                .leaf(
                    type: "application/ics; name=\"invite.ics\"",
                    disposition: "attachment; filename=\"invite.ics\"", content: event),
            ])
    }

    /// A letter without an invitation.
    private func message(_ letter: Letter, with links: MailLinks) throws -> OutboxMessage {
        let text = try MailText(letter, in: zones.rules(for: letter.reader.zone), with: links)
        return try message(
            text, to: letter.reader, of: letter.program,
            replies: ReplyAddress.of(letter.program.contact, token: letter.token), at: letter.date,
            unsubscribe: try oneClick(letter, with: links)
                ?? unsubscribe(letter.role, from: letter.session, of: letter.program, token: letter.token),
            identity: Self.identity(
                letter.session.uid, letter.reader.email.description, text.subject, letter.date.rfc3339)
        ) { .multipart("alternative", $0) }
    }

    private func message(
        _ content: MailText, to reader: Person, of program: Program, replies: EmailAddress, at date: Instant,
        unsubscribe: Unsubscribe? = nil, identity: String, body: ([MIMEPart]) -> MIMEPart
    ) throws -> OutboxMessage {
        var output = MessageWriter()
        output.field("Date", [InternetDate.text(date)])
        output.field("From", HeaderText.mailbox(program.title, program.contact))
        output.field("Reply-To", HeaderText.mailbox(program.title, program.contact))
        output.field("To", HeaderText.mailbox(reader.name, reader.email))
        output.field("Subject", HeaderText.unstructured(content.subject))
        output.field("Message-ID", ["<\(identity)@\(program.contact.domain)>"])
        output.field("Auto-Submitted", ["auto-generated"])
        output.field(
            "List-Id", HeaderText.phrase(program.title) + ["<\(program.name).meridian.\(program.contact.domain)>"])
        if let unsubscribe { output.field("List-Unsubscribe", ["<\(unsubscribe.address)>"]) }
        if unsubscribe?.isOneClick == true { output.field("List-Unsubscribe-Post", ["List-Unsubscribe=One-Click"]) }
        output.field("MIME-Version", ["1.0"])
        let fields = try Field(of: content) ?? .fields([:])
        body([
            .leaf(type: "text/plain; charset=UTF-8", content: Self.canonical(text.render(fields))),
            .leaf(type: "text/html; charset=UTF-8", content: Self.canonical(html.render(fields))),
        ]).write(to: &output, boundary: identity)
        return OutboxMessage(
            program: program.name, sender: replies, recipient: reader.email, subject: content.subject,
            bytes: output.bytes, created: date)
    }

    /// Text with its lines ended by CRLF, as MIME wants them (RFC 2045 §6.8).
    static func canonical(_ text: String) -> [UInt8] {
        text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }

    /// What tells a message from every other: 32 hexadecimal digits that follow from what it is about.
    static func identity(_ parts: String...) -> String {
        let digest = SHA256.hash(data: Data(parts.joined(separator: "\0").utf8))
        return digest.prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
