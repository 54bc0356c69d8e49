public import Mentoring

/// A slot that is no longer offered.
public struct SlotWithdrawn: Codable, Hashable, Sendable {
    /// The slot.
    public var withdrawn: Identifier<Slot>
    /// The codes of the announced sessions to come that were made from it: they stay.
    public var stays: [String]
    /// The codes of the tentative ones: the next plan makes them anew.
    public var replanned: [String]

    package init(withdrawn: Identifier<Slot>, stays: [String] = [], replanned: [String] = []) {
        self.withdrawn = withdrawn
        self.stays = stays
        self.replanned = replanned
    }
}
