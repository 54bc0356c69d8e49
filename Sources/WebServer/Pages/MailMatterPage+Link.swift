import CivilTime
import Mentoring
import MentoringService
import Pictures
import TimeZoneCatalog

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
            buttons: words.buttons, choices: words.choices, above: above, in: frame)
        outcome = isDone ? words.state : nil
        reader = OneLine.shown(shown.person.name)
        end = words.end
    }
}

/// What is said behind a link, and what can be.
struct MailLinkWords {
    let heading: String
    /// When what it is about takes place, on their own clock.
    let when: String?
    /// How things stand.
    let state: String
    /// What the buttons would do.
    private(set) var consequence: String?
    private(set) var buttons: [MailMatterPage.Button] = []
    private(set) var choices: [MailMatterPage.Button] = []
    /// Until when the link works.
    let end: String

    init(_ shown: MailLinkShown, on rules: ZoneRules) {
        let isWeek: Bool
        let end = rules.local(at: shown.end)
        self.end = "This link works until \(end.date.inShort), \(end.time)."
        switch shown.about {
        case .session(let session):
            let start = rules.local(at: session.start)
            when =
                "\(start.date.inWords), \(start.time), \(rules.id), led by \(OneLine.shown(session.mentor.name))"
            isWeek = false
        case .week(let turn, _):
            when = "\(turn.monday.inWords) to \(turn.sunday.inWords)"
            isWeek = true
        case .reminders: (when, isWeek) = (nil, false)
        }
        heading = Self.heading(of: shown)
        switch shown.standing {
        case .seated(let confirmBy?, _):
            let by = rules.local(at: confirmBy)
            state = "A seat is yours if you say that you come by \(by.date.inShort), \(by.time)."
            consequence = "After that, or once you say that you cannot, it goes to whoever waits next."
            buttons = [.answer("yes", label: "I come"), .answer("no", label: "I cannot come")]
        case .seated(nil, let waiting):
            state = "You have a seat."
            consequence =
                waiting == 0
                ? "Nobody waits for one: if you give it up, it is free for anybody, and for you as long as it is."
                : "If you give it up, it goes to whoever waits next, of \(waiting); you could only wait again, behind them."
            buttons = [.answer("no", label: "I cannot come")]
        case .waits(let place):
            state = "You are number \(place) on the waiting list."
            consequence = "If you wait no longer, your place is gone; coming back is waiting at the end."
            buttons = [.answer("no", label: "I wait no longer")]
        case .apart(let free, let waiting, let yields):
            let isFree = free > 0 && !yields
            state = "You have no seat in it, and wait for none."
            consequence =
                isFree
                ? "\(free == 1 ? "1 seat is" : "\(free) seats are") free. One is yours if you come."
                : yields
                    ? "You missed your last two seats, so others go first until two days before it: you would wait for one."
                    : "All seats are taken: you would wait for one, as number \(waiting + 1)."
            buttons = [.answer("yes", label: isFree ? "I come" : "Wait for a seat")]
        case .leads(isOffered: false, let enrolled):
            state = "You lead it; \(enrolled == 1 ? "1 person has" : "\(enrolled) people have") a seat."
            consequence =
                "If you cannot, it is offered to the others who could lead it within their day, and the organizers hear of it. It stays yours until one of them takes it."
            buttons = [.answer("no", label: "I cannot lead it")]
        case .leads(isOffered: true, _):
            state = "You have said that you cannot lead it. It stays yours until one of the others takes it."
            consequence = "If you can after all, nobody is asked any more."
            buttons = [.answer("yes", label: "I lead it after all")]
        case .picks(let title, let proposals):
            state = title.map { "It is about “\(OneLine.shown($0))”." } ?? "It is about no change yet."
            consequence =
                proposals.isEmpty
                ? "Nobody has proposed anything that everybody sees. Sign in to bring one, or to see what is new."
                : "Whatever you press is what it is about from then on; those with a seat are told, and you can press another one later."
            choices = proposals.map { proposal in
                var button = MailMatterPage.Button.answer(
                    "\(proposal.id)", label: "Pick “\(OneLine.shown(proposal.title))”")
                button.note = proposal.why
                return button
            }
        case .isAsked(let asking, let effect):
            state =
                "\(OneLine.shown(asking)) cannot \(isWeek ? "take this week" : "lead it") and asks whether you would."
            consequence = (effect + ["If you press the button it is yours at once."]).joined(separator: " ")
            buttons = [.answer("yes", label: isWeek ? "I take it" : "I lead it")]
        case .took(let canGiveBack):
            state = isWeek ? "This week is yours." : "You lead it."
            consequence =
                canGiveBack
                ? "As long as it is only planned you can give it back."
                : "Should you not be able to after all, the invitation in your mail has a link that asks the others."
            if canGiveBack { buttons = [.answer("no", label: "Give it back")] }
        case .hasWeek(isOffered: false):
            state = "This week is yours."
            consequence = "If you cannot, the others are asked. It stays yours until one of them takes it."
            buttons = [.answer("no", label: "I cannot")]
        case .hasWeek(isOffered: true):
            state = "The others are asked whether they take this week. It stays yours until one of them does."
            consequence = "If you can after all, nobody is asked any more."
            buttons = [.answer("yes", label: "I keep it")]
        case .reminded(true):
            state = "You are reminded of each session a day and an hour before."
            consequence = "Without reminders, invitations, changes and cancellations go on coming."
            buttons = [.answer("no", label: "No reminders any more")]
        case .reminded(false):
            state = "You get no reminders. Invitations, changes and cancellations go on coming."
            consequence = "You can have them again here, or in your settings."
            buttons = [.answer("yes", label: "Remind me again")]
        case .settled(let words): state = OneLine.shown(words)
        }
    }

    private static func heading(of shown: MailLinkShown) -> String {
        switch shown.about {
        case .reminders: "Reminders"
        case .week(let turn, let duty): "\(OneLine.shown(duty)), week \(turn.code.week)"
        case .session(let session):
            switch shown.standing {
            case .picks: "The review for \(session.code)"
            case .leads, .isAsked, .took: "Do you lead \(session.code)?"
            case .seated, .waits, .apart: "Do you come to \(session.code)?"
            case .hasWeek, .reminded, .settled: session.code.description
            }
        }
    }
}
