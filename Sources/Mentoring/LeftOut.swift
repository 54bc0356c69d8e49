/// A part of a calendar that was not used.
public struct LeftOut: Codable, Hashable, Sendable {
    /// Where it begins in the file.
    public var line: Int
    /// Which kind of component it is, such as `VEVENT`.
    public var what: String
    /// Why it was not used, in words.
    public var reason: String
    /// How many parts were left for that reason, of which this is the first; missing for one.
    public var count: Int?
    /// Whether its owner may be busy at hours that nobody could read; missing when they are not.
    public var mayBeBusy: Bool?

    /// A part that was left for a reason.
    public init(line: Int, what: String, reason: String, count: Int? = nil, mayBeBusy: Bool? = nil) {
        self.line = line
        self.what = what
        self.reason = reason
        self.count = count
        self.mayBeBusy = mayBeBusy
    }
}
