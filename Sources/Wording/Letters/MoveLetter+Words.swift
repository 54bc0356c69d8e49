import CivilTime
package import Mentoring
import Templates

extension MoveLetter {
    /// What the letter says about a move to another address; nothing in it comes from whoever asked for it.
    package var words: PlainLetter {
        let title = OneLine.shown(program.title)
        let isProof = purpose == .prove
        var fields: [String: Field] = [
            "program": .text(title), "contact": .text(program.contact.description), "proof": .truth(isProof),
            "secret": .text(secret),
            "end": .text("\(end.rfc3339.prefix(10))"), "merges": .truth(merges),
        ]
        fields["link"] = link.map(Field.text)
        return PlainLetter(
            subject: isProof ? "Is this address yours? \(title)" : "Your address is to change in \(title)",
            fields: fields)
    }
}
