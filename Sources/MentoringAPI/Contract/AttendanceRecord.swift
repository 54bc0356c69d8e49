public import ChatLogs
public import Mentoring

/// What somebody says of who came to a session.
public struct AttendanceRecord: Hashable, Sendable {
    /// The session's code.
    public var session: String
    /// Those who came.
    public var present: [EmailAddress]
    /// Those who did not, though they say so or the log shows them.
    public var absent: [EmailAddress]
    /// Those who spoke, each by all nicknames that they had: they came.
    public var speakers: [[Nickname]]
    /// The nicknames of those among them who are left out.
    public var ignored: [Nickname]
    /// Where the log can be read.
    public var logAddress: String?
    /// Whether it adds to what is recorded; else it replaces that.
    public var adds: Bool

    /// A record of a session.
    public init(
        session: String, present: [EmailAddress] = [], absent: [EmailAddress] = [], speakers: [[Nickname]] = [],
        ignored: [Nickname] = [], logAddress: String? = nil, adds: Bool = false
    ) {
        self.session = session
        self.present = present
        self.absent = absent
        self.speakers = speakers
        self.ignored = ignored
        self.logAddress = logAddress
        self.adds = adds
    }
}

extension AttendanceRecord {
    /// - Throws: `BadInput` for more people than a session can have had.
    package func refuseTooMany() throws(BadInput) {
        let lists = [
            ("present", present.count), ("absent", absent.count), ("speakers", speakers.count),
            ("ignored", ignored.count), ("nicknames of one speaker", speakers.map(\.count).max() ?? 0),
        ]
        for (list, count) in lists where count > Limits.people {
            throw BadInput(
                "\(count) \(list) are too many; at most \(Limits.people) are taken. Was the log of another channel given?"
            )
        }
    }
}
