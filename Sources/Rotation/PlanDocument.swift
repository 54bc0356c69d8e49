/// A plan in the format `meridian-plan/1`, field for field.
///
/// The keys of `proof` have no order of their own: encode with sorted keys where bytes matter.
public struct PlanDocument: Codable, Hashable, Sendable {
    /// The value of `format`.
    public static let formatName = "meridian-plan/1"

    /// The format's name and version.
    public var format: String
    /// The id of the instance it is a plan for.
    public var instance: String
    /// What found it.
    public var solver: String?
    /// The slot of each demand; a demand not listed is uncovered.
    public var assignments: [Assignment]
    /// What is known of each level, by the level's name.
    public var proof: [String: LevelProof]?

    /// A demand and its slot.
    public struct Assignment: Codable, Hashable, Sendable {
        /// The demand's id.
        public var demand: String
        /// The slot's id; null if the demand is uncovered.
        public var slot: String?

        /// Writes both keys, `slot` also where it is null.
        public func encode(to encoder: any Encoder) throws {
            var keys = encoder.container(keyedBy: CodingKeys.self)
            try keys.encode(demand, forKey: .demand)
            try keys.encode(slot, forKey: .slot)
        }
    }

    /// A level's value and what it cannot fall below.
    public struct LevelProof: Codable, Hashable, Sendable {
        /// The plan's value.
        public var value: Int
        /// A lower bound over all plans equal to this one on the earlier levels.
        public var bound: Int
    }

    /// The document of a plan for a problem.
    public init(_ plan: Plan, of problem: Problem, solver: String = "meridian") {
        format = Self.formatName
        instance = problem.id
        self.solver = solver
        assignments = plan.assignments.map { Assignment(demand: $0.demand, slot: $0.slot) }
        proof = Dictionary(
            uniqueKeysWithValues: Level.allCases.map {
                ($0.rawValue, LevelProof(value: plan.levels[$0], bound: plan.bounds[$0]))
            })
    }
}

extension Plan {
    /// The plan in a document; its proof is not taken on trust but computed anew.
    ///
    /// - Throws: `ProblemError` if the document is for another problem or breaks a hard constraint of this one.
    public init(_ document: PlanDocument, of problem: Problem) throws(ProblemError) {
        guard document.format == PlanDocument.formatName else {
            throw ProblemError("format", "\(document.format), must be \(PlanDocument.formatName)")
        }
        guard document.instance == problem.id else {
            throw ProblemError("instance", "\(document.instance), must be \(problem.id)")
        }
        let assignments = document.assignments.map { Assignment(demand: $0.demand, slot: $0.slot) }
        try self.init(assignments, of: problem)
    }
}
