package import CivilTime
import Mentoring
package import MentoringAPI

/// What a session is to whoever is signed in, with the facts.
package enum SessionPart {
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
    package init(_ part: PersonalFeed.Part, _ standing: SessionStanding, in session: SessionView, at now: Instant) {
        let isUpcoming = session.isUpcoming(at: now)
        switch part {
        case .attends where isUpcoming: self = .seated(confirmBy: session.yours?.localConfirmBy)
        case .waits(let position) where isUpcoming: self = .waits(position)
        case .leads, .attends, .waits: self.init(session, standing, at: now)
        }
    }

    /// What a session is to whoever looks at its page, who may lead it.
    package init(_ session: SessionView, _ standing: SessionStanding, at now: Instant) {
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

    /// That as a clause.
    package var words: String {
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
    package var note: String? {
        switch self {
        case .waits:
            "When somebody leaves, the first in the queue has the seat at once and hears it by mail; everybody behind moves up."
        default: nil
        }
    }
}

extension SessionView {
    /// Whether whoever enrolls now waits.
    package var isFull: Bool { enrolled >= capacity }
}

extension PersonalFeed.Part {
    /// What somebody has in a session, as a clause.
    package var clause: String {
        switch self {
        case .leads: "you lead it"
        case .attends: "you have a seat"
        case .waits(let position): "you are number \(position) on the waiting list"
        }
    }
}
