public import CivilTime
public import Mentoring

/// Who looks at a listing: their zone, and who they are where that is known.
public struct Viewer: Hashable, Sendable {
    /// The acting person's address.
    public var email: EmailAddress?
    /// The zone asked for; nil means the acting person's.
    public var zone: TimeZoneID?

    /// A viewer; neither part need be known.
    public init(email: EmailAddress? = nil, zone: TimeZoneID? = nil) {
        self.email = email
        self.zone = zone
    }
}
