/// The best plan found in which a mentor leads a demand that is not theirs in the plan to be explained, all else being
/// planned anew around that choice.
public struct Counterplan: Hashable, Sendable {
    /// The mentor's slot with which it serves the demand.
    public let slot: String
    /// What bars this slot while everything else stays as it is, if anything does.
    public let barrier: Reason.Barrier?
    /// The plan, its levels counted as if nobody knew the plan to be explained.
    public let plan: Plan
    /// How it compares with the plan to be explained.
    public let verdict: Verdict

    /// How a counterplan compares with the plan to be explained.
    public enum Verdict: Hashable, Sendable {
        /// It is worse, first at this level, where it loses so much.
        ///
        /// With a proof every plan in which the mentor leads the demand is worse, at this level or one before; without,
        /// a better one may have been missed.
        case worse(Level, by: Int, isProved: Bool)
        /// It is as good on every level.
        case tie
        /// It is better, first at this level, by so much.
        case better(Level, by: Int)
    }
}

extension Counterplan.Verdict {
    /// Whether the choice is shown to be worse.
    var isProved: Bool {
        if case .worse(_, _, let isProved) = self { isProved } else { false }
    }
}
