/// The instant at which a zone's offset or abbreviation changes.
public struct Transition: Hashable, Sendable {
    /// The first instant at which `after` holds.
    public let instant: Instant

    /// What held until then.
    public let before: LocalTimeType

    /// What holds from then on.
    public let after: LocalTimeType

    /// A transition of these three.
    public init(instant: Instant, before: LocalTimeType, after: LocalTimeType) {
        self.instant = instant
        self.before = before
        self.after = after
    }
}
