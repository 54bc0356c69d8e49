import Mentoring
import MentoringAPI
import Wording

extension SessionPart {
    /// What they can do about it: the buttons, the one that most will want first.
    func actions(on code: String, by actions: Actions) -> [Action] {
        let leave = { actions.button(Leave(session: code), $0, about: code, isGrave: true) }
        return switch self {
        case .leads(true):
            [actions.button(OfferSwap(session: code), "Offer it to the others", about: code, isGrave: true, to: .look)]
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
