package import Mentoring

/// Why somebody has a seat, or a place on a waiting list, no more, with the facts.
package enum LostPlaceReason: Hashable, Sendable {
    /// They lead the session.
    case leads
    /// They take no part in the program any more.
    case noPart(in: Program.Name)
    /// Somebody else has the seat.
    case taken
    /// They lead or attend another session then.
    case engaged(leads: Bool, SessionCode)

    /// The reason as a clause.
    package var text: String {
        switch self {
        case .leads: "they lead it"
        case .noPart(let program): "they take no part in \(program) any more"
        case .taken: "somebody else has it by now"
        case .engaged(let leads, let code): "they \(leads ? "lead" : "attend") \(code) then"
        }
    }
}
