import Mentoring
import MentoringService
import Pictures
import TimeZoneCatalog

/// What somebody can say who is asked whether they go on in the next season.
enum StandingOfferAnswer: String, CaseIterable {
    case yes
    case no

    fileprivate var label: String {
        switch self {
        case .yes: "Go on"
        case .no: "Do not go on"
        }
    }
}

extension MailMatterPage {
    /// What is shown behind the link that is mailed when a season ends for whom has a place in all of it.
    init(_ offer: StandingEnrollment, of program: Program, in frame: PageFrame) {
        self.init(
            "Do you go on in the next season?",
            "Your place in every session of \(program.regionTitles[offer.region]) ends with its season. The next one, \(program.season.name), "
                + "is from \(program.season.start.inWords) to \(program.season.end.inWords). Going on takes a place in every session of it for you; "
                + "without it you can enroll in one session at a time. Nothing has changed yet.",
            buttons: StandingOfferAnswer.allCases.map { .answer($0.rawValue, label: $0.label) }, title: program.title,
            of: program.name, in: frame)
    }
}

extension StandingOfferOutcome {
    /// What they learn who have pressed a button.
    var words: String {
        switch self {
        case .ended: "You are not enrolled for that season, and are not asked again."
        case .goesOn(0, 0, []):
            "You are enrolled for all of that season; you hear of each session when it is announced."
        case .goesOn(let seats, let waiting, let leftOut):
            "You are enrolled for all of that season: \(seats) \(seats == 1 ? "seat" : "seats")"
                + (waiting == 0
                    ? "." : ", and \(waiting) \(waiting == 1 ? "place" : "places") on a waiting list.")
                + (leftOut.isEmpty ? "" : " Not among them: \(leftOut.joined(separator: "; ")).")
        }
    }
}
