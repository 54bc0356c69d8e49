/// What a wall-clock reading means in a zone: one instant, none (a gap) or two (an overlap).
public enum LocalResolution: Hashable, Sendable {
    /// The reading occurs once.
    case unambiguous(Instant)

    /// The reading is skipped: the clocks went forward past it.
    case gap(Gap)

    /// The reading occurs twice: the clocks went back over it.
    case overlap(Overlap)

    /// The instant that RFC 5545 §3.3.5 chooses: in a gap by the offset before it, in an overlap the first occurrence.
    public var instant: Instant {
        switch self {
        case .unambiguous(let instant): instant
        case .gap(let gap): gap.instant
        case .overlap(let overlap): overlap.earlier
        }
    }

    /// A stretch of wall-clock time that a transition skips.
    public struct Gap: Hashable, Sendable {
        /// The instant at which the clocks go forward.
        public let transition: Instant

        /// The offset until then.
        public let offsetBefore: UTCOffset

        /// The offset from then on; greater than `offsetBefore`.
        public let offsetAfter: UTCOffset

        /// The reading that was asked for, reckoned with the offset before the gap.
        public let instant: Instant

        /// How much the clocks skip, in seconds.
        public var duration: Int { offsetAfter.seconds - offsetBefore.seconds }
    }

    /// A stretch of wall-clock time that a transition repeats.
    public struct Overlap: Hashable, Sendable {
        /// The instant at which the clocks go back.
        public let transition: Instant

        /// The offset until then.
        public let offsetBefore: UTCOffset

        /// The offset from then on; less than `offsetBefore`.
        public let offsetAfter: UTCOffset

        /// The first occurrence of the reading, before the transition.
        public let earlier: Instant

        /// The second occurrence of the reading, at or after the transition.
        public var later: Instant { earlier.adding(seconds: Int64(duration)) }

        /// How much the clocks repeat, in seconds.
        public var duration: Int { offsetBefore.seconds - offsetAfter.seconds }
    }
}
