package import Mentoring

extension ConfirmationRequest {
    /// What asks somebody whether they signed up.
    ///
    /// It goes to a stranger, so nothing in it comes from whoever filled in the form.
    package var words: PlainLetter {
        let title = OneLine.shown(program.title)
        var fields: [String: Any] = [
            "program": title, "secret": secret, "contact": program.contact.description, "invited": isInvitation,
        ]
        fields["link"] = link
        fields["server"] = server
        return PlainLetter(
            subject: isInvitation ? "You are invited to join \(title)" : "Did you ask to join \(title)?",
            fields: fields)
    }
}
