/// Why a time zone or a whole zoneinfo directory cannot be used.
public struct TimeZoneCatalogError: Error, Hashable, Sendable {
    /// What kind of trouble it is.
    public enum Code: Hashable, Sendable {
        /// The text cannot be a time zone's name.
        case invalidName
        /// The tz data in force have no zone of that name.
        case unknownName
        /// The zone's file cannot be read.
        case unreadable
        /// The zone's file is damaged.
        case malformed
        /// The directory holds no time zones.
        case noZoneinfo
    }

    /// What kind of trouble it is.
    public let code: Code

    /// What happened, where, and what to do, for a person.
    public let message: String
}

extension TimeZoneCatalogError: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}
