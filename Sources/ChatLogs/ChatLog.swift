public import CivilTime

/// Who took part in a conversation, as its log shows.
public struct ChatLog: Hashable, Sendable, Codable {
    /// A moment as the log's writer read it on their own clock.
    public struct Time: Hashable, Sendable, Codable, CustomStringConvertible {
        /// The day, where the log tells it.
        public var date: LocalDate?
        /// The time of day, whole minutes where the log has no seconds.
        public var time: LocalTime

        /// `2027-01-12 17:00:12`, or the time alone.
        public var description: String { (date.map { "\($0) " } ?? "") + "\(time)" }
    }

    /// Somebody who spoke.
    public struct Speaker: Hashable, Sendable, Codable {
        /// The nickname under which they were seen first.
        public var nickname: Nickname
        /// The others that they took, in the order in which they took them.
        public var alsoKnownAs: [Nickname]
        /// How many lines they said, one or more.
        public var lines: Int
        /// When they said the first.
        public var first: Time
        /// When they said the last.
        public var last: Time

        /// Every nickname that was theirs.
        public var nicknames: [Nickname] { [nickname] + alsoKnownAs }
    }

    /// Lines that nobody understood.
    public struct Unread: Hashable, Sendable, Codable {
        /// How many, one or more.
        public var lines: Int
        /// The number of the first, from 1.
        public var first: Int
    }

    /// Those who spoke, in the order in which they were seen first.
    public var speakers: [Speaker]
    /// The nicknames of those who joined and said nothing, in the order in which they came.
    public var onlookers: [Nickname]
    /// The lines that were not understood, of the hours of interest; nil when there is none.
    public var unread: Unread?

    /// A log with what was seen in it.
    public init(speakers: [Speaker], onlookers: [Nickname]) {
        self.speakers = speakers
        self.onlookers = onlookers
    }
}

/// The bytes are no log of a conversation, or none of the hours that are looked for.
public struct NotAChatLog: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, counted from 1; nil when it is about the whole.
    public let line: Int?
    /// What is wrong and what was expected.
    public let message: String

    /// `LINE: message`, or the message alone.
    public var description: String { (line.map { "\($0): " } ?? "") + message }
}
