import AppResources
import CivilTime
import Mentoring
import MentoringService
import Mustache

extension Mailer {
    /// The whole message about a move to another address; nothing in it comes from whoever asked for it.
    func message(_ letter: MoveLetter) throws -> OutboxMessage {
        let title = OneLine.shown(letter.program.title)
        let isProof = letter.purpose == .prove
        var words: [String: Any] = [
            "program": title, "contact": letter.program.contact.description, "proof": isProof, "secret": letter.secret,
            "end": "\(letter.end.rfc3339.prefix(10))", "merges": letter.merges,
        ]
        words["link"] = letter.link
        return plainMessage(
            try MustacheTemplate(string: AppResources.template(.moveText)).render(words), to: letter.reader,
            subject: isProof ? "Is this address yours? \(title)" : "Your address is to change in \(title)",
            from: letter.program, at: letter.date,
            identity: Self.identity("move", letter.reader.description, letter.secret), holdsSecret: true)
    }
}
