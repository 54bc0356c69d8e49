package import CivilTime
package import Mentoring

/// What moving somebody to another address does, with the facts.
package enum MoveEffect: Hashable, Sendable {
    /// So many tokens of theirs end.
    case tokensEnd(Int)
    /// So does the secret address of their calendar.
    case feedEnds
    /// The address was theirs before.
    case provedBefore(EmailAddress)
    /// The new address is written to; until then mail goes to the old one.
    case asked(EmailAddress, mail: EmailAddress)
    /// The new address is written to; until then its owner is another.
    case askedToMerge(EmailAddress)
    /// The old address is written to, which can take it back until that day.
    case undoable(by: EmailAddress, until: LocalDate, merges: Bool)
    /// So many invitations go to the new address once it has proved itself.
    case invitationsMove(Int)
    /// What making two people one does once the address has proved itself.
    case onceProved(EmailAddress, MergeEffect)

    /// The effect as a clause.
    package var text: String {
        switch self {
        case .tokensEnd(let count): count == 1 ? "1 token ends" : "\(count) tokens end"
        case .feedEnds: "the secret address of their calendar ends"
        case .provedBefore(let email): "\(email) proved itself before: everything is as it was"
        case .asked(let email, let mailbox):
            "\(email) is asked to prove itself; until then it does nothing, and mail goes to \(mailbox)"
        case .askedToMerge(let email): "\(email) is asked to prove itself; until then the two are not one"
        case .undoable(let mailbox, let end, let merges):
            "\(mailbox) is told, and can undo it until \(end)"
                + (merges ? "; two who are one by then stay one, at \(mailbox)" : "")
        case .invitationsMove(let count):
            "then \(count) \(count == 1 ? "invitation moves" : "invitations move") there"
        case .onceProved(let email, let effect): "once \(email) has proved itself: \(effect.text)"
        }
    }
}
