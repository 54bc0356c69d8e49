public import CivilTime
public import Mentoring

/// A trainee, or who is about to be one, for the program's organizers.
public struct TraineeView: Codable, Hashable, Sendable {
    /// The name: theirs, or the one by which they were invited.
    public var name: String
    /// The address.
    public var email: EmailAddress
    /// Where they read the clock, by the same.
    public var zone: TimeZoneID
    /// How far they are in.
    public var state: JoinState

    package init(name: String, email: EmailAddress, zone: TimeZoneID, state: JoinState) {
        self.name = name
        self.email = email
        self.zone = zone
        self.state = state
    }
}
