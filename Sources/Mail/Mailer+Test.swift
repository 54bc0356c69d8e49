public import CivilTime
public import Mentoring
import MentoringService

extension Mailer {
    /// The whole message by which an administrator tries whether mail leaves and arrives; it belongs to no outbox.
    public func testMessage(to reader: EmailAddress, from program: Program, at date: Instant) -> OutboxMessage {
        plainMessage(
            """
            Hello,

            this is a test of the mail of \(OneLine.shown(program.title)), which somebody asked for by meridian doctor --mail.
            It has arrived, and there is nothing to do.

            Whether others will take our mail is said by the header that your mail system added to this one: its
            Authentication-Results should say spf=pass, dkim=pass and dmarc=pass for \(program.contact.domain).

            -- \n\(OneLine.shown(program.title)), \(program.contact)

            """, to: reader, subject: "A test of mail from \(OneLine.shown(program.title))", from: program, at: date,
            identity: Self.identity("test", reader.description, program.name, date.rfc3339))
    }
}
