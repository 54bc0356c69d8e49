public import Mentoring

/// A slot that is no longer offered.
public struct SlotWithdrawn: Codable, Hashable, Sendable {
    /// The slot.
    public var withdrawn: Identifier<Slot>

    package init(withdrawn: Identifier<Slot>) {
        self.withdrawn = withdrawn
    }
}
