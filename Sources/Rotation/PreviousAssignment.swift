/// What an earlier plan had decided about a demand.
///
/// It counts only while both its demand and its slot still exist.
public struct PreviousAssignment: Hashable, Sendable {
    /// The demand's id, perhaps of one that no longer exists.
    public var demand: String
    /// The slot's id, perhaps of one that no longer exists.
    public var slot: String
    /// Whether people have been told: if so, the slot stays (a pin); if not, a change counts in `stability`.
    public var announced: Bool

    /// A demand's slot in the earlier plan.
    public init(demand: String, slot: String, announced: Bool) {
        self.demand = demand
        self.slot = slot
        self.announced = announced
    }
}
