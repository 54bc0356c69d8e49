import Mentoring
import Wording

extension MailMatterPage {
    /// What is shown behind the links that are mailed when somebody moves to another address.
    init(_ purpose: MoveLetter.Purpose, of program: Program, in frame: PageFrame) {
        let (heading, words, label) = purpose.page
        self.init(heading, words, buttons: [Button(label: label)], title: program.title, of: program.name, in: frame)
    }
}
