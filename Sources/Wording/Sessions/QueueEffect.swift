import Mentoring

/// What a change does to those who wait for a seat, with the facts; sessions are told of by their codes, people by name.
package enum QueueEffect: Hashable, Sendable {
    /// They have a seat now.
    case movesUp([String], in: String)
    /// So many have one in programs that whoever asks does not see.
    case movesUpElsewhere(Int)
    /// A free seat is another's for as long as they take part elsewhere.
    case passedBy(String, in: String, isTold: Bool)

    /// The effect as a clause.
    var text: String {
        switch self {
        case .movesUp(let names, let session):
            "\(session): \(names.named) \(names.count == 1 ? "moves" : "move") up from the waiting list, and "
                + "\(names.count == 1 ? "is" : "are") told"
        case .movesUpElsewhere(let count):
            "in other programs \(count) \(count == 1 ? "person moves" : "people move") up from waiting lists"
        case .passedBy(let name, let session, let isTold):
            "\(session): a free seat passes by \(name), who takes part elsewhere then" + (isTold ? " and is told" : "")
        }
    }
}
