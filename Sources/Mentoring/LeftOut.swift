/// A part of a calendar that was not used.
public struct LeftOut: Codable, Hashable, Sendable {
    /// Where it begins in the file.
    public var line: Int
    /// Which kind of component it is, such as `VEVENT`.
    public var what: String
    /// Why it was not used, in words.
    public var reason: String

    /// A part that was left for a reason.
    public init(line: Int, what: String, reason: String) {
        self.line = line
        self.what = what
        self.reason = reason
    }
}
