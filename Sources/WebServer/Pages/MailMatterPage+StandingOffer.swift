import Mentoring
import Wording

/// What somebody can say who is asked whether they go on in the next season.
enum StandingOfferAnswer: String, CaseIterable {
    case yes
    case no

    fileprivate var label: String {
        switch self {
        case .yes: StandingEnrollment.goesOn
        case .no: StandingEnrollment.ends
        }
    }
}

extension MailMatterPage {
    /// What is shown behind the link that is mailed when a season ends for whom has a place in all of it.
    init(_ offer: StandingEnrollment, of program: Program, in frame: PageFrame) {
        self.init(
            StandingEnrollment.question, offer.consequence(in: program),
            buttons: StandingOfferAnswer.allCases.map { .answer($0.rawValue, label: $0.label) }, title: program.title,
            of: program.name, in: frame)
    }
}
