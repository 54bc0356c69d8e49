import CivilTime
import Mentoring
import MentoringAPI
import Pictures

/// A week of a duty on a page.
struct DutyLine: Encodable {
    let title: String
    let address: String?
    let monday: String
    let when: String
    let volunteer: String
    let code: String
    let isTentative: Bool
    /// What its volunteer can do about it, where they are signed in.
    let actions: [Action]

    init(_ turn: DutyTurnView, _ actions: [Action] = []) {
        self.actions = actions
        title = turn.title
        address = turn.link.flatMap(Link.address)
        monday = "\(turn.from)"
        when = "\(turn.from.inShort) to \(turn.to.inShort)"
        volunteer = turn.volunteer.name
        code = turn.code
        isTentative = turn.status == .tentative
    }
}
