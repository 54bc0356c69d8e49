package import CivilTime

extension LocalDate {
    /// The instant at which the day has ended everywhere on earth (the last zone is twelve hours behind UTC).
    package var end: Instant { Instant(secondsSinceEpoch: Int64(epochDay + 1) * 86_400 + 12 * 3600) }

    /// Whether it has ended everywhere.
    package func isOver(at now: Instant) -> Bool { end <= now }
}
