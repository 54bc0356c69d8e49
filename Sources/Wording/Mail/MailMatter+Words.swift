package import CivilTime
package import Mentoring
package import MentoringAPI
import TimeZoneCatalog

extension MailMatterShown {
    /// When its session takes place, on the clock of whom it was mailed to.
    package func when(on clock: ZoneRules) -> String { "\(clock.local(at: session.start).inTitle), \(person.zone)" }

    /// What a mail seemed to say for somebody, who is asked.
    package static let question =
        "A mail seemed to say this for you. Nothing has changed yet; if it was you, press the button. If it was not, just leave."

    /// What they can press: what each answers, which is nil where there is nothing to choose, and what it says.
    package func choices(on clock: ZoneRules) -> [(answer: ParticipationStatus?, label: String)] {
        switch wish {
        case .answer(let known): (known.map { [$0] } ?? [.accepted, .declined]).map { ($0, $0.inWords(leads: leads)) }
        case .anotherTime(let start): [(nil, "Ask for \(clock.local(at: start).inTitle) instead")]
        case .enroll: [(.accepted, "Take a seat")]
        case .leave: [(.declined, "Give up my seat")]
        }
    }
}

extension MailMatterOutcome {
    /// What they learn who have pressed the button.
    package var text: String {
        switch self {
        case .seated: "You have a seat."
        case .waiting(let place):
            "All seats are taken; you are number \(place) on the waiting list, and hear when one is free."
        case .out: "You have no seat in it, and wait for none."
        case .leads: "You lead it."
        case .offered: "It is offered to the others; until one of them takes it, it stays yours."
        case .noted: "That is noted."
        }
    }
}

extension StandingEnrollment {
    /// Whether they go on in the next season.
    package static let question = "Do you go on in the next season?"
    /// That they do.
    package static let goesOn = "Go on"
    /// That they do not.
    package static let ends = "Do not go on"

    /// What that means, of the program with the next season in focus.
    package func consequence(in program: Program) -> String {
        "Your place in every session of \(program.regionTitles[region]) ends with its season. "
            + "The next one, \(program.season.name), "
            + "is from \(program.season.start.inTitle) to \(program.season.end.inTitle). "
            + "Going on takes a place in every session of it for you; "
            + "without it you can enroll in one session at a time. Nothing has changed yet."
    }
}

extension StandingOfferOutcome {
    /// What they learn who have pressed a button.
    package var text: String {
        switch self {
        case .ended: "You are not enrolled for that season, and are not asked again."
        case .goesOn(0, 0, []):
            "You are enrolled for all of that season; you hear of each session when it is announced."
        case .goesOn(let seats, let waiting, let leftOut):
            "You are enrolled for all of that season: \(seats.counted("seat"))"
                + (waiting == 0 ? "." : ", and \(waiting.counted("place")) on a waiting list.")
                + (leftOut.isEmpty ? "" : " Not among them: \(leftOut.joined(separator: "; ")).")
        }
    }
}

extension MoveLetter.Purpose {
    /// What the page behind the link of the letter says: its heading, what the button does, and what it says.
    package var page: (heading: String, words: String, label: String) {
        switch self {
        case .prove:
            (
                "Is this address yours?",
                "Somebody said that you read your mail here from now on. If it was you, press the button. If it was not, do not press it, and it comes to nothing. Where the letter says that you and somebody here are one person, the button makes you one, for good.",
                "This address is mine"
            )
        case .undo:
            (
                "Your address is to change",
                "If it was you, there is nothing to do. If it was not, the button leaves your address what it was, or makes it so again, and ends what was given out since. Two people who were made one by it stay one, at your address; if they are two, write to the organizers too.",
                "Undo it"
            )
        }
    }
}

extension MoveSettled {
    /// What they learn who have confirmed or undone it by a command.
    package var text: String {
        (undone ? "undone: the address is \(email) again" : "\(email) is confirmed")
            + (calendar.map { "; \($0)" } ?? "")
    }

    /// What they learn on the page who have pressed the button there.
    package var textOnPage: String {
        let calendar = self.calendar.map { " \($0)." } ?? ""
        return undone
            ? "Your address is what it was; tokens and the secret address of your calendar have ended.\(calendar)"
            : "Your mail comes to this address from now on.\(calendar)"
    }
}

extension LocalDateTime {
    /// `Tue 5 January 2027, 19:00`.
    fileprivate var inTitle: String { "\(date.inTitle), \(time)" }
}
