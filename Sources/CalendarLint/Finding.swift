/// Something in a calendar file that breaks a rule of the calendar contract.
public struct Finding: Hashable, Sendable, Encodable {
    /// The physical line at which it stands, counted from 1; of a folded line its first.
    public let line: Int
    /// The rule that is broken.
    public let rule: Rule
    /// How much it matters.
    public let severity: Severity
    /// What is wrong and, after a semicolon, what to do.
    public let message: String

    /// How much a finding matters.
    public enum Severity: String, Sendable, Encodable {
        /// Some calendar program rejects it, or shows another time or text.
        case error
        /// Calendar programs cope, but people are served worse than they could be.
        case warning
    }

    /// The rules that a file alone, or several in order, can be held to; they are encoded as their numbers.
    ///
    /// What only a mail's MIME tree (14), a server's headers (18) or its readers' delays (20) can show is not judged.
    public enum Rule: Int, Sendable, Encodable {
        /// CRLF, UTF-8 without BOM, at most 75 octets a line, no fold inside a character.
        case bytes = 1
        /// Escapes in texts and parameter values; no control characters.
        case text = 2
        /// The same state gives the same bytes.
        case stability = 3
        /// Names of time zones.
        case zoneNames = 4
        /// VTIMEZONEs that every program reads, and reads rightly.
        case zoneBlocks = 5
        /// UTC where no simple VTIMEZONE is exact.
        case inexactZones = 6
        /// No floating time, and DTEND rather than DURATION.
        case anchoredTimes = 7
        /// Local times that the clocks skip or repeat.
        case clockChanges = 8
        /// UIDs.
        case identity = 9
        /// SEQUENCE.
        case sequence = 10
        /// DTSTAMP and LAST-MODIFIED.
        case stamps = 11
        /// REQUEST.
        case request = 12
        /// CANCEL.
        case cancel = 13
        /// REPLY.
        case reply = 15
        /// What a feed must not have.
        case feedHeader = 16
        /// What a feed says of itself.
        case feedProperties = 17
        /// STATUS in feeds.
        case status = 19
        /// Values of the types and within the ranges of RFC 5545 §3.3 and §3.8.
        case values = 26
        /// Parameters of RFC 5545 §3.2 and RFC 7986 §6.
        case parameters = 27
        /// Which properties and components a component has, and how many (RFC 5545 §3.6).
        case components = 28
        /// What a recurrence rule may say (RFC 5545 §3.3.10).
        case recurrence = 29
        /// Ends after starts, and times that belong together of one type.
        case spans = 30
        /// What a METHOD asks of its components (RFC 5546 §3).
        case methods = 31
        /// What is known to be read differently by different programs.
        case disagreement = 32
    }
}

extension Finding: CustomStringConvertible {
    /// `12: rule 4 (error): TZID “Mars/Olympus” is …`.
    public var description: String { "\(line): rule \(rule.rawValue) (\(severity)): \(message)" }
}
