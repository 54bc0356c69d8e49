import HTTPTypes
import Hummingbird
import Mentoring
import Synchronization

/// How many forms with a file are in memory at a time, each of which is a few times as large there as it was sent
/// (`ServerLimits.fileFormBytes`): a few for everybody, fewer for each person.
///
/// Who sends one is known before any of it is read; whether they may do what it asks, and its token, only afterwards.
final class LargeForms: Sendable {
    static let most = 8
    static let mostOfOnePerson = 2

    private let senders = Mutex<[EmailAddress: Int]>([:])

    /// Takes a place, which is given back by `leave`.
    /// - Throws: 429 while there is none; what was sent is not read then, so that nothing can follow it on the connection.
    func enter(_ sender: EmailAddress) throws(HTTPError) {
        let isIn = senders.withLock { senders in
            let own = senders[sender, default: 0]
            guard own < Self.mostOfOnePerson, senders.values.reduce(0, +) < Self.most else { return false }
            senders[sender] = own + 1
            return true
        }
        guard isIn else { throw Self.full }
    }

    /// Gives back a place that was taken.
    func leave(_ sender: EmailAddress) {
        senders.withLock { senders in
            let others = senders[sender, default: 0] - 1
            senders[sender] = others > 0 ? others : nil
        }
    }

    static let full = HTTPError(
        .tooManyRequests, headers: [.retryAfter: "5", .connection: "close"],
        message:
            "other forms with a file are being read, so this one was not, and nothing was done; "
            + "go back, and press the button again in a few seconds")
}
