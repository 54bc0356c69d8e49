package import Mentoring

/// What making two people one does, with the facts.
package enum MergeEffect: Hashable, Sendable {
    /// Of two places in a session that of the one goes.
    case placeGivenUp(SessionCode, of: EmailAddress)
    /// A seat goes for that in another session at the same time.
    case seatGivenUp(SessionCode, for: SessionCode)
    /// Others who wait have a seat by it.
    case queue(QueueEffect)
    /// A session or a duty's week, by its code, is offered no more, and those who are told, by name.
    case offeredNoMore(String, told: [String])
    /// All of the one is the other's, by name.
    case isOne(EmailAddress, with: String)

    /// The effect as a clause.
    package var text: String {
        switch self {
        case .placeGivenUp(let code, let email): "\(code): the place of \(email) is given up, since the other stays"
        case .seatGivenUp(let lost, let kept): "\(lost): the seat is given up for \(kept), at the same time"
        case .queue(let effect): effect.text
        case .offeredNoMore(let code, let told): "\(code) is offered no more\(told.areTold)"
        case .isOne(let email, let name):
            "all that was \(email)'s is \(name)'s, who goes on under that name and clock; this cannot be undone"
        }
    }
}
