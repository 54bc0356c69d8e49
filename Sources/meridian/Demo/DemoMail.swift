import Foundation
import Mail
import Mentoring
import MentoringService

/// What takes the mail of a demo: a folder, and the link of each mail by which somebody signs in or joins is said at once, since
/// nobody reads the mail of invented people.
struct DemoMail: MailDelivery {
    let folder: DirectoryDelivery
    /// Gets the link, and whose it is.
    let say: @Sendable (_ link: String, _ recipient: EmailAddress) -> Void

    func deliver(_ message: OutboxMessage, from sender: EmailAddress) async throws -> DeliveryOutcome {
        let outcome = try await folder.deliver(message, from: sender)
        if message.holdsSecret, let link = Self.link(in: message) { say(link, message.recipient) }
        return outcome
    }

    /// The first address in a mail of ours that has a secret in it; nil where there is none.
    static func link(in message: OutboxMessage) -> String? {
        let mail = String(decoding: message.bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        let parts = mail.matches(of: /Content-Transfer-Encoding: base64\n\n([A-Za-z0-9+\/=\n]+)/)
        return parts.lazy.compactMap { part -> String? in
            let text = Data(base64Encoded: String(part.output.1.replacing("\n", with: ""))) ?? Data()
            return String(decoding: text, as: UTF8.self).firstMatch(of: /https?:\/\/[^\s<>]+\/[a-z2-7]{52}/)
                .map { String($0.output) }
        }.first
    }
}
