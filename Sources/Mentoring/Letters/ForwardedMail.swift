public import CivilTime

/// What those who organize a program are sent of what people wrote to it in words.
public struct ForwardedMail: Hashable, Sendable {
    /// What is sent.
    public enum Content: Hashable, Sendable {
        /// The mail itself, without what is attached to it.
        case whole(WrittenMail)
        /// Which mails came, on days that are over, besides those that were sent, the oldest first.
        case rest([WrittenMail])
    }

    /// To whom.
    public var reader: EmailAddress
    /// The program to which it was written.
    public var program: Program
    /// What is sent.
    public var content: Content
    /// When it is written.
    public var date: Instant

    /// A mail with every part given.
    public init(reader: EmailAddress, program: Program, content: Content, date: Instant) {
        self.reader = reader
        self.program = program
        self.content = content
        self.date = date
    }
}
