import Mentoring

/// What the passing of time brought.
public struct DueReport: Codable, Hashable, Sendable {
    /// How many reminders were written.
    public var reminders = 0
    /// How many sessions were given a review, since their mentors picked none in time.
    public var standIns = 0
    /// How many seats went on, since they were not confirmed.
    public var lapsed = 0
    /// How many people moved up from a waiting list.
    public var promoted = 0

    package init(reminders: Int = 0, standIns: Int = 0, lapsed: Int = 0, promoted: Int = 0) {
        self.reminders = reminders
        self.standIns = standIns
        self.lapsed = lapsed
        self.promoted = promoted
    }

    /// Whether anything was done.
    public var isEmpty: Bool { self == DueReport() }
}
