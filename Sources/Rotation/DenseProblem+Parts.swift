extension DenseProblem {
    struct Turn: Sendable {
        let week: Int
        let region: Int
        let cell: Int
        /// The slots that could serve it, ascending.
        var fits: [Int]
        /// The announced slot, which must be kept.
        var pin: Int?
        /// The slot of the previous plan, if unannounced: leaving it costs `stability`.
        var previous: Int?
    }

    struct MentorLimits: Sendable {
        let minGap: Int
        let preferredGap: Int
        let maxPerMonth: Int
        let cap: Int
        let carry: Int
        /// K / weight, K the least common multiple of all weights.
        let loadFactor: Int
    }

    struct Offer: Sendable {
        let mentor: Int
        let week: Int
        /// A position among the months that occur.
        let month: Int
        let preference: Int
    }

    /// Attendees nobody can tell apart: of one program, zone and interval of weeks.
    struct AudienceClass: Hashable, Sendable {
        let program: Int
        let zone: Int
        let weeks: ClosedRange<Int>
    }

    /// A program's week that wants sessions; each attendee class goes to the best of those held.
    struct Cell: Sendable {
        var demands: [Int] = []
        var classes: [Int] = []
        /// Where the cell's classes start in a list of all cells' classes.
        var firstSeat = 0
    }
}
