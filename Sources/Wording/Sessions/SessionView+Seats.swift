import CivilTime
import Mentoring
package import MentoringAPI

extension SessionView {
    /// `11 of 12 seats free`, `full, 3 waiting`.
    package var seats: String {
        let waiting = waitlisted == 0 ? "" : ", \(waitlisted) waiting"
        return enrolled < capacity
            ? "\(capacity - enrolled) of \(capacity.counted("seat")) free\(waiting)" : "full\(waiting)"
    }

    /// Until when a seat is to be confirmed, and how, to end what is said of it.
    package var confirming: String {
        guard let by = yours?.localConfirmBy else { return "" }
        return "; confirm it by \(by.date.inShort), \(by.time), with meridian enroll \(code)"
    }
}
