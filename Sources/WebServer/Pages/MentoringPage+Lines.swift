import CivilTime
import Mentoring
import MentoringAPI
import Pictures
import Wording

extension MentoringPage.Line {
    /// A turn that is offered, to whoever may take it or take it back, or to nobody who can do anything about it.
    init(_ offer: SwapOfferView, by actions: Actions) {
        words = offer.line
        if offer.isYours == true {
            self.actions = [
                actions.button(WithdrawSwap(offer: offer.id), "Take it back", about: offer.session, to: .look)
            ]
        } else if offer.isForYou == true {
            self.actions = [actions.button(AcceptSwap(offer: offer.id), "Lead it", about: offer.session, to: .look)]
        } else {
            self.actions = []
        }
    }

    /// A duty, to whoever takes turns at it or could.
    init(_ duty: Volunteering, by actions: Actions) {
        words = duty.line
        self.actions = [
            duty.isTheirs
                ? actions.button(
                    StopVolunteering(program: duty.program, duty: duty.duty), "Take no more turns", about: duty.title,
                    isGrave: true, to: .look)
                : actions.button(
                    VolunteerForDuty(program: duty.program, duty: duty.duty), "Take turns at it", about: duty.title,
                    to: .look)
        ]
    }
}

extension Actions {
    /// What hands a week of a duty on, or keeps it.
    func handingOn(_ turn: DutyTurnView) -> Action {
        turn.isOffered
            ? button(WithdrawDutyTurn(turn: turn.code), "Keep it", about: turn.subject, to: .look)
            : form(
                OfferDutyTurn.self, of: ["turn": .text(turn.code)], asking: ["to": ""], "Offer it to the others",
                about: turn.subject, to: .look)
    }
}

/// The form by which it is asked why a mentor does not lead in a week, for the template: its names are no page's, which would be
/// taken where one of them is nil.
struct WhyNot: Encodable {
    let address: String
    /// The page that has it, to which one comes back.
    let askedFrom: String
    /// The week, where it is known.
    let inWeek: Int?
    let ofSeason: String?
    /// Whose, where it is known.
    let whose: String?
    let id: String

    /// Why somebody else does not lead instead of a session's mentor.
    init(_ session: SessionView, in frame: PageFrame) {
        address = "\(frame.root)/me/see/programs/\(session.program)/reasons"
        askedFrom = frame.path
        (inWeek, ofSeason, whose) = (session.week, session.season, nil)
        id = "why-not-\(session.code)"
    }

    /// Why a mentor does not lead in some week.
    init(of mentor: EmailAddress, in program: Program.Name, in frame: PageFrame) {
        address = "\(frame.root)/me/see/programs/\(program)/reasons"
        askedFrom = frame.path
        (inWeek, ofSeason) = (nil, nil)
        whose = "\(mentor)"
        id = "why-not-me"
    }
}
