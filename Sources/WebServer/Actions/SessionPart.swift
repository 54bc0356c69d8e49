import CivilTime
import Mentoring
import MentoringAPI
import Pictures

/// What a session is to whoever is signed in, in words, and what they can do about it.
enum SessionPart {
    /// They lead it; whether it is still to come.
    case leads(isUpcoming: Bool)
    /// They have a seat, which they may have to confirm until then.
    case seated(confirmBy: LocalDateTime?)
    /// They wait at this place of the queue, from 1.
    case waits(Int)
    /// It goes on; whether they have said that they are there.
    case isOn(isThere: Bool)
    /// They have neither, and could have one.
    case apart(isFull: Bool)
    /// It is over, and they can make up for it by answering its questions, as they may have done.
    case answerable(String?)
    /// It is over or called off, and there is nothing to be done about it.
    case over(wasThere: Bool)

    /// What somebody's own page says of a session.
    init(_ part: PersonalFeed.Part, _ standing: SessionStanding, in session: SessionView, at now: Instant) {
        let isUpcoming = session.isUpcoming(at: now)
        switch part {
        case .attends where isUpcoming: self = .seated(confirmBy: session.yours?.localConfirmBy)
        case .waits(let position) where isUpcoming: self = .waits(position)
        case .leads, .attends, .waits: self.init(session, standing, at: now)
        }
    }

    /// What a session is to whoever looks at its page, who may lead it.
    init(_ session: SessionView, _ standing: SessionStanding, at now: Instant) {
        let isUpcoming = session.isUpcoming(at: now)
        if standing.leads {
            self = .leads(isUpcoming: isUpcoming)
        } else if isUpcoming {
            switch session.yours?.enrollment {
            case .enrolled: self = .seated(confirmBy: session.yours?.localConfirmBy)
            case .waitlisted: self = .waits(session.yours?.position ?? 1)
            case .some(.none), nil: self = .apart(isFull: session.isFull)
            }
        } else {
            let isOn = [.announced, .held].contains(session.status) && now < session.end
            self =
                isOn
                ? .isOn(isThere: standing.isThere)
                : standing.mayAnswer ? .answerable(standing.answers) : .over(wasThere: standing.isThere)
        }
    }

    var words: String {
        switch self {
        case .leads: "you lead it"
        case .seated(nil): "you have a seat"
        case .seated(let by?): "you have a seat; confirm it by \(by.date.inShort), \(by.time)"
        case .waits(let position): "you are number \(position) on the waiting list"
        case .isOn(let isThere): isThere ? "it is on now, and you are there" : "it is on now; say that you are there"
        case .apart(let isFull): isFull ? "all seats are taken" : "you have no seat in it"
        case .answerable(nil): "it is over; if you could not come, read its log and answer its questions"
        case .answerable: "it is over; your answers wait for its mentor, and can be replaced until then"
        case .over(let wasThere): wasThere ? "it is over, and you were there" : "it is over"
        }
    }

    /// What follows from that, where it goes without saying to few.
    var note: String? {
        switch self {
        case .waits:
            "When somebody leaves, the first in the queue has the seat at once and hears it by mail; everybody behind moves up."
        default: nil
        }
    }

    /// The buttons, the one that most will want first.
    func actions(on code: String, by actions: Actions) -> [Action] {
        let leave = { actions.button(Leave(session: code), $0, about: code, isGrave: true) }
        return switch self {
        case .leads(true):
            [actions.button(OfferSwap(session: code), "Offer it to the others", about: code, to: .look)]
        case .seated(nil): [leave("Give up my seat")]
        case .seated: [actions.button(Enroll(session: code), "I come", about: code), leave("I cannot")]
        case .waits: [leave("Wait no longer")]
        case .isOn(isThere: false): [actions.button(CheckIn(session: code), "I am there", about: code)]
        case .apart(isFull: true): [actions.button(Enroll(session: code), "Take a place in the queue", about: code)]
        // Whoever is shown a free seat is asked again before they wait for one.
        case .apart(isFull: false):
            [actions.button(Enroll(session: code, seatOnly: true), "Take a seat", about: code)]
        case .answerable(let written):
            [
                actions.form(
                    AnswerQuestions.self, of: ["session": .text(code)], asking: ["text": written ?? ""],
                    written == nil ? "Send my answers" : "Replace my answers")
            ]
        case .isOn(isThere: true), .leads(false), .over: []
        }
    }
}

extension SessionView {
    /// Whether whoever enrolls now waits.
    var isFull: Bool { enrolled >= capacity }
}
