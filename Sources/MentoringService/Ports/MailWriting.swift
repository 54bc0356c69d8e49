public import Mentoring

/// Writes the mails that tell people of changes; `Mail` does it with templates and `ICalendar`.
///
/// The same input, with the same links, gives the same bytes.
public protocol Correspondence: Sendable {
    /// The whole message of a notice, with the links that its words ask for.
    func message(_ notice: Notice, with links: MailLinks) throws -> OutboxMessage
}
