import Mentoring
import MentoringAPI
import MentoringService

extension MailMatterPage {
    /// What is shown behind the links that are mailed when somebody moves to another address.
    init(_ purpose: MoveLetter.Purpose, of program: Program, in frame: PageFrame) {
        let (heading, words, label) =
            switch purpose {
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
        self.init(heading, words, buttons: [Button(label: label)], title: program.title, of: program.name, in: frame)
    }
}

extension MoveSettled {
    /// What they learn who have pressed the button.
    var words: String {
        let calendar = self.calendar.map { " \($0)." } ?? ""
        return undone
            ? "Your address is what it was; tokens and the secret address of your calendar have ended.\(calendar)"
            : "Your mail comes to this address from now on.\(calendar)"
    }
}
