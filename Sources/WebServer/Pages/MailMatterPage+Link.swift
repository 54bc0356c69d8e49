import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

extension MailMatterPage {
    /// What is shown behind a link with which somebody acts, before a button is pressed and, once that is done, afterwards: what can be
    /// said still then, so that it can be undone.
    /// - Throws: `TimeZoneCatalogError` when the person's zone is not known any more.
    init(_ shown: MailLinkShown, isDone: Bool = false, in frame: PageFrame, zones: TimeZoneCatalog) throws {
        let rules = try zones.rules(for: shown.person.zone)
        let words = MailLinkWords(shown, on: rules)
        let above =
            switch shown.about {
            case .session(let session):
                Above(
                    href: "\(frame.root)/\(session.code.program)/\(session.code)", text: session.code.description)
            case .week(let turn, _):
                Above(
                    href: "\(frame.root)/\(turn.code.program)", text: OneLine.shown(shown.program?.title ?? ""))
            case .reminders: Above(href: "\(frame.root)/", text: "All trainings")
            }
        self.init(
            words.heading, when: words.when,
            isDone ? words.consequence : [words.state, words.consequence].compactMap(\.self).joined(separator: " "),
            buttons: words.answers.map(Button.init), choices: words.reviews.map(Button.init), above: above, in: frame)
        outcome = isDone ? words.state : nil
        reader = OneLine.shown(shown.person.name)
        end = words.end
    }
}

extension MailMatterPage.Button {
    fileprivate init(_ choice: MailLinkWords.Choice) {
        self = .answer(choice.value, label: choice.label)
        note = choice.note
    }
}
