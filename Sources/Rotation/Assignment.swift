/// What a plan decides about one demand.
public struct Assignment: Hashable, Sendable {
    /// The demand's id.
    public var demand: String
    /// The id of the slot that serves it, or nil if it stays uncovered.
    public var slot: String?

    /// A demand and its slot.
    public init(demand: String, slot: String?) {
        self.demand = demand
        self.slot = slot
    }
}
