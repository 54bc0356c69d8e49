package import CivilTime

extension LocalDate {
    /// Whether the day has ended everywhere on earth (the last zone is twelve hours behind UTC).
    package func isOver(at now: Instant) -> Bool {
        Instant(secondsSinceEpoch: Int64(epochDay + 1) * 86_400 + 12 * 3600) <= now
    }
}
