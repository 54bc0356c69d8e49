import AppResources
import CivilTime
import Mentoring
import MentoringService
import Mustache

extension Mailer {
    /// The whole message about somebody's joining; nobody's name is in it.
    func message(_ letter: JoinLetter) throws -> OutboxMessage {
        let title = OneLine.shown(letter.program.title)
        let isAsked = letter.occasion == .asked
        let text = try MustacheTemplate(string: AppResources.template(.joinText)).render([
            "program": title, "name": letter.program.name, "contact": letter.program.contact.description,
            "asked": isAsked,
        ])
        return plainMessage(
            text, to: letter.reader, subject: isAsked ? "Somebody asks to join \(title)" : "You are in: \(title)",
            from: letter.program, at: letter.date,
            identity: Self.identity("join", letter.reader.description, letter.program.name, letter.date.rfc3339))
    }
}
