import CivilTime
import Hummingbird
import Mentoring
import MentoringService
import Synchronization

/// How often one sender may have us write, to strangers or to whoever signs in: so many times in an hour, counted since the first.
///
/// It is kept in memory only, so that nowhere is written from where somebody has signed up or in.
final class SignUpLimit: Sendable {
    static let most = 20
    private static let period: Int64 = 3_600
    /// More senders than this are not kept: those whose hour is over are forgotten, and if need be all.
    private static let mostSenders = 50_000

    private struct Count {
        let since: Instant
        var asked = 0
    }

    /// Nil is this machine, which is counted too: a proxy that names nobody makes everybody look like it.
    private let counts = Mutex<[Peer?: Count]>([:])

    /// The door for a sender.
    func door(for sender: Peer?, isOpen: Bool) -> SignUpDoor {
        SignUpDoor(joining: isOpen ? .open : .invited) { [self] now in try admit(sender, at: now) }
    }

    private func admit(_ sender: Peer?, at now: Instant) throws {
        let oldest = now.adding(seconds: -Self.period)
        let pause: Int64? = counts.withLock { counts in
            if counts.count >= Self.mostSenders {
                counts = counts.filter { $0.value.since > oldest }
                if counts.count >= Self.mostSenders { counts = [:] }
            }
            var count = counts[sender].flatMap { $0.since > oldest ? $0 : nil } ?? Count(since: now)
            count.asked += 1
            counts[sender] = count
            return count.asked <= Self.most ? nil : count.since.seconds(since: oldest)
        }
        guard let pause else { return }
        throw HTTPError(
            .tooManyRequests, headers: [.retryAfter: String(pause)],
            message: "your network has asked for \(Self.most) mails within an hour, and no more are sent; try later")
    }
}
