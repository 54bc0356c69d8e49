public import CivilTime

/// A slot that got dates back.
public struct SlotRestored: Codable, Hashable, Sendable {
    /// The slot as it is now.
    public var slot: SlotView
    /// The days that it leaves out no longer, ascending.
    public var restored: [LocalDate]
    /// What speaks against those, as where the slot is published; null when nothing does.
    public var remarks: [String]?

    package init(slot: SlotView, restored: [LocalDate], remarks: [String]? = nil) {
        self.slot = slot
        self.restored = restored
        self.remarks = remarks
    }
}
