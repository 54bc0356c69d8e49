/// How far somebody has come on the path to core, counted from what is stored; nothing is inferred.
public struct TraineeProgress: Hashable, Sendable {
    /// How much of something a stage still asks for.
    public struct Shortfall: Hashable, Sendable {
        /// Of what.
        public let goal: Stage.Goal
        /// How much more, 1 or more.
        public let count: Int
    }

    /// The path.
    public let path: PathToCore
    /// What counts, in the order in which it was held.
    public let attended: [AttendedSession]
    /// The numbers of the different reviews that were discussed.
    public let reviews: Set<Identifier<Review>>
    /// The areas covered, in the program file's order.
    public let areas: [String]

    /// Counts what somebody attended: a session once, and none that was cancelled or never announced.
    public init(of history: [AttendedSession], on path: PathToCore) {
        var seen: Set<Identifier<Session>> = []
        let attended = history.sorted { $0.session.start < $1.session.start }.filter {
            ($0.session.status == .held || $0.session.status == .announced) && seen.insert($0.session.id).inserted
        }
        let touched = Set(attended.compactMap(\.session.pick?.review.area))
        self.path = path
        self.attended = attended
        reviews = Set(attended.compactMap(\.session.pick?.review.id))
        areas = path.areas.filter(touched.contains)
    }

    /// How much of a goal there is.
    public func have(_ goal: Stage.Goal) -> Int {
        switch goal {
        case .sessions: attended.count
        case .discussed: reviews.count
        case .areas: areas.count
        case .coLed: attended.count(where: \.isCoLed)
        }
    }

    /// What a stage still asks for; empty once it is reached.
    public func missing(for stage: Stage) -> [Shortfall] {
        Stage.Goal.allCases.compactMap { goal in
            let count = path.wanted(goal, for: stage) - have(goal)
            return count > 0 ? Shortfall(goal: goal, count: count) : nil
        }
    }

    /// The last stage that was reached; nil before the first.
    public var reached: Stage? { path.stages.last { missing(for: $0).isEmpty } }

    /// The first stage that still asks for something; nil when none does.
    public var next: Stage? { path.stages.first { !missing(for: $0).isEmpty } }

    /// The areas that are still to be covered, in the program file's order.
    public var openAreas: [String] { path.areas.filter { !areas.contains($0) } }

    /// What somebody would gain by attending a session, for any stage that is still ahead.
    public func gains(from session: Session) -> [Stage.Goal] {
        // The last stage asks for no less of anything than those before it.
        guard let last = path.stages.last else { return [] }
        let missing = Set(missing(for: last).map(\.goal))
        return Stage.Goal.allCases.filter { goal in
            switch goal {
            case .sessions: missing.contains(goal)
            case .discussed: missing.contains(goal) && session.pick.map { !reviews.contains($0.review.id) } ?? false
            case .areas: missing.contains(goal) && session.pick?.review.area.map(openAreas.contains) ?? false
            // Whether somebody leads along is not known before.
            case .coLed: false
            }
        }
    }
}
