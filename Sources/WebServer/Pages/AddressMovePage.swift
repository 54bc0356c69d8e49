import Mentoring
import MentoringAPI
import MentoringService

/// What is shown behind the links that are mailed when somebody moves to another address, for its template.
struct AddressMovePage {
    let frame: PageFrame
    let program: String
    let programHref: String
    let heading: String
    let words: String
    let label: String
    /// What became of it, once it is done.
    var outcome: String?
    /// Why it could not be done.
    var problem: String?

    init(_ purpose: MoveLetter.Purpose, of program: Program, in frame: PageFrame) {
        self.frame = frame
        self.program = OneLine.shown(program.title)
        programHref = "\(frame.root)/\(program.name)"
        switch purpose {
        case .prove:
            heading = "Is this address yours?"
            words =
                "Somebody said that you read your mail here from now on. If it was you, press the button. If it was not, do not press it; the letter says what else there is to do."
            label = "This address is mine"
        case .undo:
            heading = "Your address was changed"
            words =
                "If it was you, there is nothing to do. If it was not, the button makes your address what it was, and ends what was given out since. Two people who were made one by it stay one, at your address; if they are two, write to the organizers too."
            label = "Undo it"
        }
    }
}

extension MoveSettled {
    /// What they learn who have pressed the button.
    var words: String {
        let calendar =
            invitations == 0
            ? "" : " \(invitations) \(invitations == 1 ? "invitation is" : "invitations are") on the way to it."
        return undone
            ? "Your address is what it was; tokens and the secret address of your calendar have ended.\(calendar)"
            : "Your mail comes to this address from now on.\(calendar)"
    }
}
