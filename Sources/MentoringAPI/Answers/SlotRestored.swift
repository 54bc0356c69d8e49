public import CivilTime

/// A slot that got dates back.
public struct SlotRestored: Codable, Hashable, Sendable {
    /// The slot as it is now.
    public var slot: SlotView
    /// The days that it leaves out no longer, ascending.
    public var restored: [LocalDate]

    package init(slot: SlotView, restored: [LocalDate]) {
        self.slot = slot
        self.restored = restored
    }
}
