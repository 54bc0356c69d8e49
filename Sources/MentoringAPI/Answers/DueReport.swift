public import Mentoring

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
    /// Whom a restored backup had brought back and something keeps from being erased again.
    public var unerased: [DueErasure] = []

    package init(reminders: Int = 0, standIns: Int = 0, lapsed: Int = 0, promoted: Int = 0) {
        self.reminders = reminders
        self.standIns = standIns
        self.lapsed = lapsed
        self.promoted = promoted
    }

    /// Whether anything was done.
    public var isEmpty: Bool { self == DueReport() }
}

/// Somebody who had been erased, and whom a restored backup brought back.
public struct DueErasure: Codable, Hashable, Sendable {
    /// Who.
    public var person: EmailAddress
    /// What keeps them from being erased again, and what is to be done about it; nil where nothing does, so that the next round does it.
    public var hindrance: String?

    package init(person: EmailAddress, hindrance: String? = nil) {
        self.person = person
        self.hindrance = hindrance
    }
}
