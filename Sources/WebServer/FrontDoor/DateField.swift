import CivilTime
import Glibc
import Synchronization

/// The Date of answers (RFC 9110 §6.6.1), written once a second.
final class DateField: Sendable {
    private let written = Mutex((second: Int64.min, text: ""))

    /// The time of day by the system's clock, whatever moment is shown: it is what caches reckon with.
    var value: String {
        let second = Int64(time(nil))
        return written.withLock { written in
            if written.second != second { written = (second, HTTPDate.text(Instant(secondsSinceEpoch: second))) }
            return written.text
        }
    }
}
