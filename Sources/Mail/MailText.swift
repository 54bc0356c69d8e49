import CivilTime
import Mentoring
import TimeZoneCatalog

/// What an invitation says, for its templates: nothing but what the addressee may know.
///
/// None of its texts holds a line break.
struct InvitationLetter {
    let subject: String
    let reader: String
    let lead: String
    let title: String
    let when: String
    let zone: String
    let mentor: String
    let location: String
    let reason: String?
    let calendar: String
    let advice: String?
    let command: String?
    let program: String
    let contact: String

    /// The letter, with every time as the addressee's clock shows it.
    init(
        _ invitation: Invitation, to session: Session, of program: Program, about occasion: Occasion,
        in rules: ZoneRules
    ) {
        let words = InvitationWords(about: occasion, to: invitation.role)
        let start = rules.local(at: session.start)
        let end = rules.local(at: session.end)
        title = OneLine.shown("\(program.title) · \(session.code.region.title), week \(session.code.week)")
        subject = "\(words.heading): \(title) · \(start.date.inShort) \(start.time) \(rules.id)"
        reader = OneLine.shown(invitation.person.name)
        lead = words.lead
        when = "\(start.date.inWords), \(start.time)–\(end.time)\(start.date == end.date ? "" : " the next day")"
        zone = "\(rules.id) time"
        mentor = OneLine.shown(session.mentor.name)
        location = OneLine.shown(session.location)
        reason = occasion == .cancelled ? session.cancellation.map(OneLine.shown) : nil
        calendar =
            invitation.method == .cancel
            ? "The attached message takes it out of your calendar."
            : "The attached invitation puts it into your calendar. Should anything change, we write to you."
        advice = words.advice
        command = words.verb.map {
            "meridian \($0.rawValue) \(session.code) --as \(ShellWord.quoted(invitation.person.email.description))"
        }
        self.program = OneLine.shown(program.title)
        contact = program.contact.description
    }
}
