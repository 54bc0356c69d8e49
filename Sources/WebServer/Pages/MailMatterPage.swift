import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

/// What is shown behind the link of a mail that asks somebody something, for its template.
struct MailMatterPage: Encodable {
    /// The field in which they say what their answer is.
    static let choiceName = "answer"

    /// A button; where there is only one it need not say what it means.
    struct Button: Encodable {
        var field: String?
        var value: String?
        let label: String
        /// What is said of it beside it.
        var note: String?

        /// The one of several by which somebody gives that answer.
        static func answer(_ value: String, label: String) -> Button {
            Button(field: MailMatterPage.choiceName, value: value, label: label)
        }
    }

    /// What it leads up to.
    struct Above: Encodable {
        let href: String
        let text: String
    }

    let frame: PageFrame
    /// What it leads up to.
    let above: Above
    let heading: String
    /// When what it is about takes place, on their own clock.
    let when: String?
    /// For whom the mail was, by name.
    var reader: String?
    /// What is so, and what the buttons would do.
    var words: String?
    private(set) var buttons: [Button]
    /// What can be clicked, each with what is said of it.
    let choices: [Button]
    /// Whether there is anything to press.
    private var isOpen: Bool
    /// Until when it can be asked for.
    var end: String?
    /// What became of it.
    var outcome: String?
    /// Why it could not be done.
    var problem: String?

    init(
        _ heading: String, when: String? = nil, _ words: String?, buttons: [Button], choices: [Button] = [],
        above: Above,
        in frame: PageFrame
    ) {
        self.frame = frame
        self.above = above
        self.heading = heading
        self.when = when
        self.words = words
        self.buttons = buttons
        self.choices = choices
        isOpen = !buttons.isEmpty || !choices.isEmpty
    }

    init(
        _ heading: String, when: String? = nil, _ words: String, buttons: [Button], title: String,
        of program: Program.Name, in frame: PageFrame
    ) {
        self.init(
            heading, when: when, words, buttons: buttons,
            above: Above(href: "\(frame.root)/\(program)", text: OneLine.shown(title)), in: frame)
    }

    /// The page once that is done and there is nothing more to say.
    func done(_ outcome: String) -> MailMatterPage {
        var page = self
        (page.outcome, page.problem, page.words, page.buttons, page.isOpen) = (outcome, nil, nil, [], false)
        return page
    }

    /// - Throws: `TimeZoneCatalogError` when the person's zone is not known any more.
    init(_ matter: MailMatterShown, in frame: PageFrame, zones: TimeZoneCatalog) throws {
        let rules = try zones.rules(for: matter.person.zone)
        let choices = matter.choices(on: rules).map { answer, label in
            answer.map { Button.answer($0.rawValue, label: label) } ?? Button(label: label)
        }
        self.init(
            matter.session.code.description, when: matter.when(on: rules), MailMatterShown.question, buttons: choices,
            title: matter.program, of: matter.session.code.program, in: frame)
    }
}
