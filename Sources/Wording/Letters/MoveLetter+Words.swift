import CivilTime
package import Mentoring

extension MoveLetter {
    /// What the letter says about a move to another address; nothing in it comes from whoever asked for it.
    package var words: PlainLetter {
        let title = OneLine.shown(program.title)
        let isProof = purpose == .prove
        var fields: [String: Any] = [
            "program": title, "contact": program.contact.description, "proof": isProof, "secret": secret,
            "end": "\(end.rfc3339.prefix(10))", "merges": merges,
        ]
        fields["link"] = link
        return PlainLetter(
            subject: isProof ? "Is this address yours? \(title)" : "Your address is to change in \(title)",
            fields: fields)
    }
}
