public import CivilTime

/// That somebody has moved from one mail address to another.
///
/// Who they are stays: what they have done, lead and attend. What they act with does not: the new address acts only once its owner
/// has proved it by mail, and mail goes to the old one until then, whose owner can undo it.
public struct AddressMove: Hashable, Sendable {
    /// How long the old address can undo it, and the new one prove itself, in seconds: 14 days.
    public static let validity: Int64 = 14 * 24 * 60 * 60

    /// Grows with each move.
    public var id: Identifier<AddressMove>
    /// Who, as they are now.
    public var person: Person
    /// The address before.
    public var old: EmailAddress
    /// The address since.
    public var new: EmailAddress
    /// When they were moved.
    public var made: Instant
    /// When the new address proved itself.
    public var proved: Instant?
    /// Whether the old address still has a link that undoes it, and so is kept for its owner.
    public var isUndoable: Bool
    /// Which of two seats stays once the new address has proved itself, where whoever has it becomes the same person by that; nil
    /// where it is to be nobody else's.
    public var keeping: KeptSeat?
    /// When it was undone, by the old address or since nobody proved the new one.
    public var undone: Instant?

    /// A move; the store numbers it.
    public init(
        id: Identifier<AddressMove> = .unassigned, person: Person, old: EmailAddress, new: EmailAddress, made: Instant,
        proved: Instant? = nil, undone: Instant? = nil, isUndoable: Bool = true, keeping: KeptSeat? = nil
    ) {
        self.id = id
        self.person = person
        self.old = old
        self.new = new
        self.made = made
        self.proved = proved
        self.undone = undone
        self.isUndoable = isUndoable
        self.keeping = keeping
    }

    /// When its links end.
    package var end: Instant { made.adding(seconds: Self.validity) }

    /// Whether the new address has not proved itself yet.
    package var isOpen: Bool { proved == nil && undone == nil }
}
