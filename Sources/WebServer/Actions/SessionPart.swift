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
    /// It goes on, and they have a seat.
    case isOn
    /// They have neither, and could have one.
    case apart(isFull: Bool)
    /// It is over or called off, and there is nothing to be done about it.
    case over

    /// What somebody's own page says of a session.
    init(_ part: PersonalFeed.Part, in session: SessionView, at now: Instant) {
        let isUpcoming = session.isUpcoming(at: now)
        switch part {
        case .leads: self = .leads(isUpcoming: isUpcoming)
        case .attends: self = isUpcoming ? .seated(confirmBy: session.yours?.localConfirmBy) : .isOn
        case .waits(let position): self = isUpcoming ? .waits(position) : .over
        }
    }

    /// What a session is to whoever looks at its page, who may lead it.
    init(_ session: SessionView, leads: Bool, at now: Instant) {
        let isUpcoming = session.isUpcoming(at: now)
        if leads {
            self = .leads(isUpcoming: isUpcoming)
        } else if isUpcoming {
            switch session.yours?.enrollment {
            case .enrolled: self = .seated(confirmBy: session.yours?.localConfirmBy)
            case .waitlisted: self = .waits(session.yours?.position ?? 1)
            case .some(.none), nil: self = .apart(isFull: session.isFull)
            }
        } else {
            self = session.status != .cancelled && now < session.end ? .isOn : .over
        }
    }

    var words: String {
        switch self {
        case .leads: "you lead it"
        case .seated(nil): "you have a seat"
        case .seated(let by?): "you have a seat; confirm it by \(by.date.inShort), \(by.time)"
        case .waits(let position): "you are number \(position) on the waiting list"
        case .isOn: "it is on now; say that you are there"
        case .apart(let isFull): isFull ? "all seats are taken" : "you have no seat in it"
        case .over: "it is over"
        }
    }

    /// The buttons, the one that most will want first.
    func actions(on code: String, by actions: Actions) -> [Action] {
        let leave = { actions.button(Leave(session: code), $0, about: code, isGrave: true) }
        return switch self {
        case .leads(true):
            [actions.button(OfferSwap(session: code), "Offer it to the others", about: code, isGrave: true)]
        case .seated(nil): [leave("Give up my seat")]
        case .seated: [actions.button(Enroll(session: code), "I come", about: code), leave("I cannot")]
        case .waits: [leave("Wait no longer")]
        case .isOn: [actions.button(CheckIn(session: code), "I am there", about: code)]
        case .apart(let isFull):
            [actions.button(Enroll(session: code), isFull ? "Take a place in the queue" : "Take a seat", about: code)]
        case .leads(false), .over: []
        }
    }
}

extension SessionView {
    /// Whether whoever enrolls now waits.
    var isFull: Bool { enrolled >= capacity }
}
