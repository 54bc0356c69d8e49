/// Why bytes are not a zone in the Time Zone Information Format (RFC 9636).
public struct TZifError: Error, Hashable, Sendable {
    /// What kind of fault was found.
    public enum Code: Hashable, Sendable {
        /// The file does not begin with "TZif".
        case notTZif
        /// The version is none that RFC 9636 knows.
        case unsupportedVersion
        /// The file ends too early.
        case truncated
        /// The counts of the header contradict each other.
        case invalidCounts
        /// The transition times do not ascend, or lie before the Big Bang.
        case invalidTransitionTime
        /// A transition leads to a local time type that does not exist.
        case invalidTypeIndex
        /// An offset from UTC is out of range.
        case invalidOffset
        /// A byte that must be 0 or 1 is neither.
        case invalidFlag
        /// An abbreviation is not NUL-terminated printable ASCII.
        case invalidAbbreviation
        /// The footer is not a POSIX TZ string.
        case invalidFooter
    }

    /// What kind of fault was found.
    public let code: Code

    /// Where, in bytes from the beginning.
    public let byteOffset: Int

    /// What is wrong, for a person.
    public let reason: String
}

extension TZifError: CustomStringConvertible {
    /// The reason and the place: "the header is cut short (at byte 12)".
    public var description: String { "\(reason) (at byte \(byteOffset))" }
}
