import CivilTime
import NIOHTTP1
import Synchronization

/// A server's wish not to be asked again before a moment.
struct HostPause: Error {
    /// The longest that is believed, in seconds.
    static let longest: Int64 = 24 * 60 * 60

    /// From when on it may be asked again.
    let until: Instant
    /// The status with which it said so.
    let status: Int

    /// What an answer with a status such as 429 says of it; nil when it names no moment to come.
    ///
    /// `Retry-After` (RFC 9110 §10.2.3) comes first. `X-RateLimit-Reset` (GitHub, Forgejo) and `RateLimit-Reset` (GitLab, and
    /// draft-ietf-httpapi-ratelimit-headers before version 8) count where no request is left.
    init?(_ headers: HTTPHeaders, status: Int, at now: Instant) {
        let moment: Instant?
        if let text = headers.first(name: "Retry-After") {
            moment = Self.number(text).map { now.adding(seconds: min($0, Self.longest)) } ?? Instant(httpDate: text)
        } else {
            moment =
                ["X-RateLimit", "RateLimit"].lazy.compactMap { family -> Instant? in
                    guard let reset = headers.first(name: "\(family)-Reset").flatMap(Self.number),
                        headers.first(name: "\(family)-Remaining").map({ Self.number($0) == 0 }) ?? true
                    else { return nil }
                    // Seconds from now, or since the epoch: no server waits for thirty years.
                    return reset < 1_000_000_000
                        ? now.adding(seconds: min(reset, Self.longest)) : Instant(secondsSinceEpoch: reset)
                }.first
        }
        guard let moment, moment > now else { return nil }
        until = min(moment, now.adding(seconds: Self.longest))
        self.status = status
    }

    private static func number(_ text: String) -> Int64? {
        let digits = text.drop { $0 == " " }.prefix { $0 != " " }
        guard (1...11).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int64(digits)
    }
}

/// Which servers are left alone until when.
final class HostPauses: Sendable {
    /// The most that are remembered; the one that ends first is forgotten.
    private static let most = 256

    private let pauses = Mutex<[String: HostPause]>([:])

    /// The pause of a server, while it lasts.
    func pause(of host: String, at now: Instant) -> HostPause? {
        pauses.withLock { pauses in
            if let pause = pauses[host], pause.until <= now { pauses[host] = nil }
            return pauses[host]
        }
    }

    func remember(_ pause: HostPause, of host: String) {
        pauses.withLock { pauses in
            pauses[host] = pause
            if pauses.count > Self.most, let first = pauses.min(by: { $0.value.until < $1.value.until }) {
                pauses[first.key] = nil
            }
        }
    }
}

extension Instant {
    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7); nil for the two obsolete forms, and anything else.
    fileprivate init?(httpDate text: String) {
        let words = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count == 6, words[5] == "GMT", words[1].utf8.count == 2, words[3].utf8.count == 4,
            let month = months.firstIndex(of: String(words[2]))
        else { return nil }
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        self.init(rfc3339: "\(words[3])-\(number)-\(words[1])T\(words[4])Z")
    }
}
