public import CivilTime

/// That somebody has moved from one mail address to another.
///
/// Who they are stays: what they have done, lead and attend. What they act with does not: the new address acts only once its owner
/// has proved it by mail, and mail goes to the old one until then, whose owner can undo it.
public struct AddressMove: Hashable, Sendable {
    /// That two people become one.
    public struct Merge: Hashable, Sendable {
        /// Which of two seats at one time stays; nil as long as nobody has said so, and none may clash.
        public var keeping: KeptSeat?

        /// One of which it is said, or not, which seat stays.
        public init(keeping: KeptSeat? = nil) { self.keeping = keeping }
    }

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
    /// That whoever has the new address becomes the same person once it has proved itself; nil where it is to be nobody else's.
    public var merge: Merge?
    /// The programs that alone knew whoever it is, where one of their organizers asked: by then nobody else may; nil where they asked
    /// themself, or somebody who may decide on everybody.
    public var knownIn: [String]?
    /// When it was undone, by the old address or since nobody proved the new one.
    public var undone: Instant?

    /// A move; the store numbers it.
    public init(
        id: Identifier<AddressMove> = .unassigned, person: Person, old: EmailAddress, new: EmailAddress, made: Instant,
        proved: Instant? = nil, undone: Instant? = nil, isUndoable: Bool = true, merge: Merge? = nil,
        knownIn: [String]? = nil
    ) {
        self.id = id
        self.person = person
        self.old = old
        self.new = new
        self.made = made
        self.proved = proved
        self.undone = undone
        self.isUndoable = isUndoable
        self.merge = merge
        self.knownIn = knownIn
    }

    /// When its links end.
    package var end: Instant { made.adding(seconds: Self.validity) }

    /// Whether the new address has not proved itself yet.
    package var isOpen: Bool { proved == nil && undone == nil }
}
