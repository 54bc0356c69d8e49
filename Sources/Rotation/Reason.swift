/// Why a demand has the slot it has, or none.
public struct Reason: Hashable, Sendable {
    /// The demand's id.
    public let demand: String
    /// What became of it.
    public let outcome: Outcome

    /// What became of a demand.
    public enum Outcome: Hashable, Sendable {
        /// The slot had been announced.
        case announced(slot: String)
        /// The slot was chosen among those that fit; the alternatives are all others, the best first and
        /// those that cannot be taken last.
        case chosen(slot: String, alternatives: [Alternative])
        /// No slot was chosen.
        case uncovered(Gap)
    }

    /// Another slot that fits the demand.
    public struct Alternative: Hashable, Sendable {
        /// The slot's id.
        public let slot: String
        /// What taking it instead, and changing nothing else, would do.
        public let effect: Effect
    }

    /// What a single replacement would do, as found by trying it.
    public enum Effect: Hashable, Sendable {
        /// It cannot be taken.
        case impossible(Barrier)
        /// The first level that would change, and by how much; more than 0 is worse.
        case changes(Level, by: Int)
        /// Every level would stay the same.
        case none
    }

    /// What bars a slot.
    public enum Barrier: Hashable, Sendable {
        /// Another demand has the slot.
        case taken(by: String)
        /// Its mentor has a turn in that week, fewer than `minGap` weeks away.
        case tooClose(week: Int, minGap: Int)
        /// Its mentor has so many sessions in that month already.
        case monthFull(limit: Int)
    }

    /// Why no slot was chosen.
    public enum Gap: Hashable, Sendable {
        /// The region has no mentor who serves the program.
        case noMentor(region: String, program: String)
        /// The region's mentors have no slot in the week.
        case noSlot(region: String, week: Int)
        /// All slots that fit are barred, by so many of each kind; `minGap` is the widest gap that bars one.
        case allBarred(taken: Int, tooClose: Int, minGap: Int, monthFull: Int)
        /// A slot could be taken at this price.
        case tooDear(Alternative)
    }
}
