package import Mentoring
import Templates

extension ConfirmationRequest {
    /// What asks somebody whether they signed up.
    ///
    /// It goes to a stranger, so nothing in it comes from whoever filled in the form.
    package var words: PlainLetter {
        let title = OneLine.shown(program.title)
        var fields: [String: Field] = [
            "program": .text(title), "secret": .text(secret), "contact": .text(program.contact.description),
            "invited": .truth(isInvitation),
        ]
        fields["link"] = link.map(Field.text)
        fields["server"] = server.map(Field.text)
        return PlainLetter(
            subject: isInvitation ? "You are invited to join \(title)" : "Did you ask to join \(title)?",
            fields: fields)
    }
}
