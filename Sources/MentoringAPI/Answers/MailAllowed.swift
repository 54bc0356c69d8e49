import Mentoring

/// An address to which mail is sent again.
public struct MailAllowed: Codable, Hashable, Sendable {
    /// How many mails wait for it.
    public var waiting: Int

    package init(waiting: Int) {
        self.waiting = waiting
    }
}
