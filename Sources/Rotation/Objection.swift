/// What speaks against one mentor's leading one demand of a plan.
public struct Objection: Hashable, Sendable {
    /// The demand's id.
    public let demand: String
    /// The mentor's id.
    public let mentor: String
    /// What it is.
    public let ground: Ground

    /// What speaks against a mentor.
    public enum Ground: Hashable, Sendable {
        /// Nothing: the mentor leads it, with this slot.
        case leads(slot: String)
        /// The mentor is of another region or does not serve the program.
        case elsewhere
        /// The mentor has no slot that fits.
        case noSlot
        /// Beside what has been announced of other demands, or beside all of them if nothing is to be planned anew, no
        /// slot of the mentor's can stand; what bars the first.
        case barred(Reason.Barrier)
        /// The mentor could lead it, but the effort was spent before it was known what the plan would be.
        case notLookedAt
        /// The mentor could lead it, and this is the best plan found in which they do.
        case weighed(Counterplan)
    }
}
