package import CivilTime
import Mentoring
package import MentoringAPI

/// What is said on the page behind a link of a mail with which somebody acts, and what they can say.
package struct MailLinkWords {
    /// Something that they can press.
    package struct Choice {
        /// What it says, for the program: an answer, or the number of a review.
        package let value: String
        /// What it says, for them.
        package let label: String
        /// What is said of it beside it.
        package let note: String?

        fileprivate init(_ value: String, _ label: String, note: String? = nil) {
            (self.value, self.label, self.note) = (value, label, note)
        }

        fileprivate static func yes(_ label: String) -> Choice { Choice("yes", label) }

        fileprivate static func no(_ label: String) -> Choice { Choice("no", label) }
    }

    /// What it is about.
    package let heading: String
    /// When what it is about takes place, on their own clock.
    package let when: String?
    /// How things stand.
    package let state: String
    /// What the buttons would do.
    package private(set) var consequence: String?
    /// What they can answer.
    package private(set) var answers: [Choice] = []
    /// What they can choose among, each with what speaks for it.
    package private(set) var reviews: [Choice] = []
    /// Until when the link works.
    package let end: String

    /// What is said of that.
    /// - Parameters:
    ///   - shown: what is shown.
    ///   - rules: their clock.
    package init(_ shown: MailLinkShown, on rules: ZoneRules) {
        let isWeek = if case .week = shown.about { true } else { false }
        let end = rules.local(at: shown.end)
        self.end = "This link works until \(end.date.inShort), \(end.time)."
        when = shown.about.when(on: rules)
        heading = shown.heading
        switch shown.standing {
        case .seated(let confirmBy?, _):
            let by = rules.local(at: confirmBy)
            state = "A seat is yours if you say that you come by \(by.date.inShort), \(by.time)."
            consequence = "After that, or once you say that you cannot, it goes to whoever waits next."
            answers = [.yes("I come"), .no("I cannot come")]
        case .seated(nil, let waiting):
            state = "You have a seat."
            consequence =
                waiting == 0
                ? "Nobody waits for one: if you give it up, it is free for anybody, and for you as long as it is."
                : "If you give it up, it goes to whoever waits next, of \(waiting); you could only wait again, behind them."
            answers = [.no("I cannot come")]
        case .waits(let place):
            state = "You are number \(place) on the waiting list."
            consequence = "If you wait no longer, your place is gone; coming back is waiting at the end."
            answers = [.no("I wait no longer")]
        case .apart(let free, let waiting, let yields):
            let isFree = free > 0 && !yields
            state = MailMatterOutcome.out.text
            consequence =
                isFree
                ? "\(free == 1 ? "1 seat is" : "\(free) seats are") free. One is yours if you come."
                : yields
                    ? "You missed your last two seats, so others go first until two days before it: you would wait for one."
                    : "All seats are taken: you would wait for one, as number \(waiting + 1)."
            answers = [.yes(isFree ? "I come" : "Wait for a seat")]
        case .leads(isOffered: false, let enrolled):
            state = "You lead it; \(enrolled == 1 ? "1 person has" : "\(enrolled) people have") a seat."
            consequence =
                "If you cannot, it is offered to the others who could lead it within their day, and the organizers hear of it. It stays yours until one of them takes it."
            answers = [.no("I cannot lead it")]
        case .leads(isOffered: true, _):
            state = "You have said that you cannot lead it. It stays yours until one of the others takes it."
            consequence = "If you can after all, nobody is asked any more."
            answers = [.yes("I lead it after all")]
        case .picks(let title, let proposals):
            state = title.map { "It is about “\(OneLine.shown($0))”." } ?? "It is about no change yet."
            consequence =
                proposals.isEmpty
                ? "Nobody has proposed anything that everybody sees. Sign in to bring one, or to see what is new."
                : "Whatever you press is what it is about from then on; those with a seat are told, and you can press another one later."
            reviews = proposals.map { Choice("\($0.id)", "Pick “\(OneLine.shown($0.title))”", note: $0.why) }
        case .isAsked(let asking, let effect):
            state =
                "\(OneLine.shown(asking)) cannot \(isWeek ? "take this week" : "lead it") and asks whether you would."
            consequence = (effect + ["If you press the button it is yours at once."]).joined(separator: " ")
            answers = [.yes(isWeek ? "I take it" : "I lead it")]
        case .took(let canGiveBack):
            state = isWeek ? "This week is yours." : "You lead it."
            consequence =
                canGiveBack
                ? "As long as it is only planned you can give it back."
                : "Should you not be able to after all, the invitation in your mail has a link that asks the others."
            if canGiveBack { answers = [.no("Give it back")] }
        case .hasWeek(isOffered: false):
            state = "This week is yours."
            consequence = "If you cannot, the others are asked. It stays yours until one of them takes it."
            answers = [.no("I cannot")]
        case .hasWeek(isOffered: true):
            state = "The others are asked whether they take this week. It stays yours until one of them does."
            consequence = "If you can after all, nobody is asked any more."
            answers = [.yes("I keep it")]
        case .reminded(true):
            state = "You are reminded of each session a day and an hour before."
            consequence = "Without reminders, invitations, changes and cancellations go on coming."
            answers = [.no("No reminders any more")]
        case .reminded(false):
            state = "You get no reminders. Invitations, changes and cancellations go on coming."
            consequence = "You can have them again here, or in your settings."
            answers = [.yes("Remind me again")]
        case .settled(let why): state = OneLine.shown(why.text)
        }
    }
}

extension MailLinkShown {
    fileprivate var heading: String {
        switch about {
        case .reminders: "Reminders"
        case .week(let turn, let duty): "\(OneLine.shown(duty)), week \(turn.code.week)"
        case .session(let session):
            switch standing {
            case .picks: "The review for \(session.code)"
            case .leads, .isAsked, .took: "Do you lead \(session.code)?"
            case .seated, .waits, .apart: "Do you come to \(session.code)?"
            case .hasWeek, .reminded, .settled: session.code.description
            }
        }
    }
}

extension MailLinkShown.About {
    fileprivate func when(on rules: ZoneRules) -> String? {
        switch self {
        case .session(let session):
            let start = rules.local(at: session.start)
            return "\(start.date.inTitle), \(start.time), \(rules.id), led by \(OneLine.shown(session.mentor.name))"
        case .week(let turn, _): return "\(turn.monday.inTitle) to \(turn.sunday.inTitle)"
        case .reminders: return nil
        }
    }
}

extension MailLinkShown.Settled {
    /// The reason as a sentence.
    package var text: String {
        switch self {
        case .leads: "You lead this session by now, and need no seat in it."
        case .leadsNoMore: "You lead no sessions of this region any more."
        case .kept(let obstacle): "You cannot take it any more: \(obstacle)."
        case .ledBy(let name): "\(name) leads this session, and nothing is wanted of you."
        case .hadBy(let name): "\(name) has this week, and nothing is wanted of you."
        }
    }
}
