import CivilTime
import Mentoring
import MentoringService
import TimeZoneCatalog

/// What is shown behind the link of a mail that asks somebody something, for its template.
struct MailMatterPage {
    /// The field in which they say what their answer is.
    static let choiceName = "answer"

    /// A button.
    struct Choice {
        let value: String
        let label: String
    }

    let frame: PageFrame
    let program: String
    let programHref: String
    let code: String
    /// On their own clock.
    let when: String
    let choices: [Choice]
    let field = MailMatterPage.choiceName
    /// What became of it, once it is settled.
    var outcome: String?
    /// Why it could not be done.
    var problem: String?

    /// - Throws: `TimeZoneCatalogError` when the person's zone is not known any more.
    init(_ matter: MailMatterShown, in frame: PageFrame, zones: TimeZoneCatalog) throws {
        self.frame = frame
        program = OneLine.shown(matter.program)
        programHref = "\(frame.root)/\(matter.session.code.program)"
        code = matter.session.code.description
        let zone = matter.person.zone
        let local = try zones.rules(for: zone).local(at: matter.session.start)
        when = "\(local.date.weekday.shortName) \(local.date) \(local.time), \(zone)"
        choices = matter.wish.answers.map {
            Choice(value: $0.rawValue, label: Self.label($0, leads: matter.leads, wish: matter.wish))
        }
    }

    private static func label(_ answer: ParticipationStatus, leads: Bool, wish: MailMatter.Wish) -> String {
        switch wish {
        case .enroll: "Take a seat"
        case .leave: "Give up my seat"
        case .answer: answer.inWords(leads: leads)
        }
    }
}

extension MailMatter.Wish {
    /// The answers of which one is to be given.
    fileprivate var answers: [ParticipationStatus] {
        switch self {
        case .answer(let known): known.map { [$0] } ?? [.accepted, .declined]
        case .enroll: [.accepted]
        case .leave: [.declined]
        }
    }
}
