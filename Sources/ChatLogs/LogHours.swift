public import CivilTime

/// The hours of a long log that are of interest.
public struct LogHours: Hashable, Sendable {
    /// As the clock of who wrote it shows them.
    public let local: Range<LocalDateTime>
    /// As a clock in UTC shows them, for lines that say how far theirs is from it.
    public let utc: Range<LocalDateTime>

    /// What the clock of who wrote it is called then: `CET`.
    public let names: Set<String>

    /// The same hours on two clocks.
    public init(local: Range<LocalDateTime>, utc: Range<LocalDateTime>, names: Set<String> = []) {
        self.local = local
        self.utc = utc
        self.names = names
    }

    func contains(_ moment: LocalDateTime, offset: Int?) -> Bool {
        guard let offset else { return local.contains(moment) }
        return utc.contains(moment.adding(seconds: Int64(-offset)))
    }

    /// The years in which they are.
    var years: Set<Int> { [local.lowerBound.date.year, local.upperBound.date.year] }

    /// Whether they are on a day or one beside it, which some clock may show then.
    func isNear(_ date: LocalDate) -> Bool {
        (local.lowerBound.date.adding(days: -1)...local.upperBound.date.adding(days: 1)).contains(date)
    }
}
