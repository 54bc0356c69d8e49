package import CivilTime
package import Mentoring
import Templates
import TimeZoneCatalog

extension AskingLetter {
    /// What asks somebody, on their clock, whether they want what a mail seems to say for them.
    ///
    /// Nothing of that mail stands in it, since a stranger may have written it.
    package func words(in rules: ZoneRules) -> PlainLetter {
        let person = matter.person
        let local = rules.local(at: session.start)
        let leads = session.mentor.id == person.id
        var fields: [String: Field] = [
            "wish": .text((reason.isMaybe ? .answer(.tentative) : matter.wish).inWords(leads: leads, rules)),
            "code": .text(session.code.description),
            "when": .text("\(local.inShort) \(person.zone)"), "reason": .text(reason.inWords),
            "program": .text(OneLine.shown(program.title)), "contact": .text(program.contact.description),
        ]
        fields["link"] = link.map(Field.text)
        fields["command"] = matter.wish.command(leads: leads).map {
            .text("meridian \($0) \(session.code) \(MailText.identity(person))")
        }
        return PlainLetter(subject: "Was it you? \(session.code)", fields: fields)
    }
}

extension LocalDateTime {
    /// `Tue 5 Jan 19:00`.
    fileprivate var inShort: String { "\(date.inShort) \(time)" }
}

extension MailMatter.Wish {
    /// What the mail seems to say.
    fileprivate func inWords(leads: Bool, _ rules: ZoneRules) -> String {
        switch self {
        case .answer(.needsAction), .answer(nil): "an answer to your invitation"
        case .answer(let answer?): answer.inWords(leads: leads)
        case .anotherTime(let start): "another time: \(rules.local(at: start).inShort)"
        case .enroll: "I would like a seat"
        case .leave: "I give up my seat"
        }
    }

    /// The command that does it, where there is one.
    fileprivate func command(leads: Bool) -> String? {
        switch self {
        case .answer(.accepted): leads ? nil : "enroll"
        case .answer(.declined): leads ? "swap offer" : "leave"
        case .answer, .anotherTime: nil
        case .enroll: "enroll"
        case .leave: "leave"
        }
    }
}

extension AskingLetter.Reason {
    /// Whether the mail says maybe, and its reader is asked whether they mean yes.
    fileprivate var isMaybe: Bool { self == .noSeat || self == .declined }

    fileprivate var inWords: String {
        switch self {
        case .sender: "nothing proves that it came from you: it was not sent from this address of yours"
        case .otherPerson: "it answers for somebody else"
        case .unproven: "nothing proves that it came from you: anybody can write your address into a mail"
        case .unreadable: "its answer is damaged, or of a kind that is not taken by mail"
        case .outdated: "the session has changed, or you have left it, since the invitation that it answers"
        case .superseded: "by its own clock it is older than what you said last"
        case .noSeat: "you have no seat in it, and a maybe takes none"
        case .declined: "you have declined it, and a maybe does not take that back"
        case .clash: "another session in which you take part is at the same time"
        case .misfit: "what it answers is not what you were sent"
        }
    }
}
