public import Mentoring

/// Hands a message over to whatever carries mail; `Mail` does it with sendmail or a folder.
public protocol MailDelivery: Sendable {
    /// Why nothing can be handed over at all, and what to do; nil where nothing is known to be in the way.
    var obstacle: String? { get }

    /// Hands over one message, its bytes unchanged, with the envelope's sender.
    /// - Throws: `Unreachable` when there is nothing to hand it to, such as no sendmail.
    func deliver(_ message: OutboxMessage, from sender: EmailAddress) async throws -> DeliveryOutcome
}

extension MailDelivery {
    /// Nothing is known to be in the way.
    public var obstacle: String? { nil }
}

/// What became of a message that was handed over.
public enum DeliveryOutcome: Hashable, Sendable {
    /// It was taken.
    case sent
    /// It was not taken now; another attempt may succeed. The text is what was answered.
    case tryAgain(String)
    /// It will never be taken. The text is what was answered.
    case refused(String)
}
