/// One thing that is kept about a person, as the database has it: for whoever asks what is known of them.
public struct PersonRecord: Codable, Hashable, Sendable {
    /// What it is: `enrollment`, `slot`, `log`.
    public var kind: String
    /// What is kept of it, by name; times are RFC 3339 in UTC, and no value names anybody else by address.
    public var values: [String: String]

    /// A record with every part given.
    package init(kind: String, values: [String: String]) {
        self.kind = kind
        self.values = values
    }
}
