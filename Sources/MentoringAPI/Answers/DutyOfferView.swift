import Mentoring

/// A week of a duty that changes hands, or could.
public struct DutyOfferView: Codable, Hashable, Sendable {
    /// What taking the week would mean for one volunteer.
    public struct Candidate: Codable, Hashable, Sendable {
        /// The name of the volunteer who could take it.
        public var volunteer: String
        /// Their weeks of the season without it.
        public var turns: Int

        package init(volunteer: String, turns: Int) {
            self.volunteer = volunteer
            self.turns = turns
        }
    }

    /// The week.
    public var turn: DutyTurnView
    /// Who could take it, those with the fewest weeks first; empty when it is not offered.
    public var candidates: [Candidate]
    /// How many people were told.
    public var told: Int

    package init(turn: DutyTurnView, candidates: [Candidate], told: Int) {
        self.turn = turn
        self.candidates = candidates
        self.told = told
    }
}
