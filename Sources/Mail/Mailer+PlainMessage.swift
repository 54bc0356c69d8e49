import AppResources
import CivilTime
import Mentoring
import Templates
import Wording

extension Mailer {
    /// The message of what a letter says, by its template.
    func plainMessage(
        _ words: PlainLetter, _ template: AppResources.Template, to email: EmailAddress, from program: Program,
        at date: Instant, identity: String, replies: EmailAddress? = nil, isForwarded: Bool = false,
        holdsSecret: Bool = false
    ) throws -> OutboxMessage {
        plainMessage(
            try Template(AppResources.template(template)).render(.fields(words.fields)), to: email,
            subject: words.subject, from: program, at: date, identity: identity, replies: replies,
            isForwarded: isForwarded, holdsSecret: holdsSecret)
    }

    /// A message of plain text that needs no answer; one that holds a secret, or somebody else's words, is forgotten when it has
    /// left.
    ///
    /// Without somebody to whom replies go, they go to the program. Words that are passed on are marked, so that this is done once,
    /// whoever gets them.
    func plainMessage(
        _ text: String, to email: EmailAddress, subject: String, from program: Program, at date: Instant,
        identity: String, replies: EmailAddress? = nil, isForwarded: Bool = false, holdsSecret: Bool = false
    ) -> OutboxMessage {
        var output = MessageWriter()
        output.field("Date", [InternetDate.text(date)])
        output.field("From", HeaderText.mailbox(program.title, program.contact))
        if let replies { output.field("Reply-To", ["<\(replies)>"]) }
        output.field("To", [email.description])
        output.field("Subject", HeaderText.unstructured(subject))
        output.field("Message-ID", ["<\(identity)@\(program.contact.domain)>"])
        output.field("Auto-Submitted", ["auto-generated"])
        if isForwarded {
            output.field(OutboxMessage.forwardedField, ["\(program.name).meridian.\(program.contact.domain)"])
        }
        output.field("MIME-Version", ["1.0"])
        MIMEPart.leaf(type: "text/plain; charset=UTF-8", content: Self.canonical(text))
            .write(to: &output, boundary: identity)
        return OutboxMessage(
            program: program.name, sender: isForwarded ? program.contact : nil, recipient: email, subject: subject,
            bytes: output.bytes, created: date,
            holdsSecret: holdsSecret || isForwarded)
    }
}
