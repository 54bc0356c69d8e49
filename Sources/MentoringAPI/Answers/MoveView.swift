public import CivilTime
public import Mentoring

/// What somebody's move to another address does, or would do.
public struct MoveView: Codable, Hashable, Sendable {
    /// Whose name.
    public var person: String
    /// The address before.
    public var old: EmailAddress
    /// The address since.
    public var new: EmailAddress
    /// Whether it was done, or is only said.
    public var done: Bool
    /// Until when the old address can undo it, and the new one prove itself; null for one that needs neither.
    public var end: Instant?
    /// What it does, in the order in which it is done.
    public var effects: [String]

    package init(
        person: String, old: EmailAddress, new: EmailAddress, done: Bool, end: Instant?, effects: [String]
    ) {
        self.person = person
        self.old = old
        self.new = new
        self.done = done
        self.end = end
        self.effects = effects
    }
}

/// What has become of a move, once one of its addresses has answered.
public struct MoveSettled: Codable, Hashable, Sendable {
    /// The address at which its owner acts and gets mail from now on.
    public var email: EmailAddress
    /// Whether the move was undone; else its new address is proved.
    public var undone: Bool
    /// How many sessions and weeks of duties were sent to the address anew.
    public var invitations: Int
    /// How many of them leave only once their program, which pauses or is archived, goes on.
    public var waiting: Int

    package init(email: EmailAddress, undone: Bool, invitations: Int, waiting: Int) {
        self.email = email
        self.undone = undone
        self.invitations = invitations
        self.waiting = waiting
    }

    /// What becomes of their calendar, as a clause; nil where nothing does.
    package var calendar: String? {
        guard invitations > 0 else { return nil }
        let counted = "\(invitations) \(invitations == 1 ? "invitation" : "invitations")"
        if waiting == invitations { return "\(counted) will go to it once the program that sends them goes on" }
        let later = waiting == 0 ? "" : ", \(waiting) of them once the program that sends them goes on"
        return "\(counted) \(invitations == 1 ? "is" : "are") on the way to it\(later)"
    }
}
