public import CivilTime
public import Mentoring

/// For whom, and for which days, a mentor's own calendar is read.
public struct CalendarTermsView: Codable, Hashable, Sendable {
    /// Whose calendar it is.
    public var mentor: EmailAddress
    /// The first day of the season.
    public var from: LocalDate
    /// The last day of the season.
    public var to: LocalDate
    /// The zone in which whole days and times without a zone are theirs.
    public var zone: TimeZoneID
    /// How long a session lasts.
    public var minutes: Int
    /// Whether it is whoever asks, so that what they say of their own days holds everywhere.
    public var isOwn: Bool

    package init(
        mentor: EmailAddress, from: LocalDate, to: LocalDate, zone: TimeZoneID, minutes: Int, isOwn: Bool
    ) {
        self.mentor = mentor
        self.from = from
        self.to = to
        self.zone = zone
        self.minutes = minutes
        self.isOwn = isOwn
    }
}
