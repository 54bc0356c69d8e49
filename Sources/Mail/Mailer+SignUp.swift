import AppResources
import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Mustache

extension Mailer {
    /// The whole message that asks somebody whether they signed up.
    ///
    /// It goes to a stranger, so nothing in it comes from whoever filled in the form.
    func message(_ request: ConfirmationRequest) throws -> OutboxMessage {
        let program = request.program
        var words: [String: Any] = [
            "program": OneLine.shown(program.title), "secret": request.secret,
            "contact": program.contact.description, "invited": request.isInvitation,
        ]
        words["link"] = request.link
        words["server"] = request.server
        let text = try MustacheTemplate(string: AppResources.template(.signUpText)).render(words)
        let title = OneLine.shown(program.title)
        return plainMessage(
            text, to: request.email,
            subject: request.isInvitation ? "You are invited to join \(title)" : "Did you ask to join \(title)?",
            from: program,
            at: request.date, identity: Self.identity("sign-up", request.email.description, request.secret),
            holdsSecret: true)
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
