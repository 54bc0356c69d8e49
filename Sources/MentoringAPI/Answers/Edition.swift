import Mentoring

/// A state of the database together with the tz data in force.
public struct Edition: Hashable, Sendable {
    package let changes: Int
    package let timeZones: String

    package init(changes: Int, timeZones: String) {
        self.changes = changes
        self.timeZones = timeZones
    }
}
