import Mentoring
import MentoringAPI

extension SessionView {
    /// `11 of 12 seats free`, `full, 3 waiting`.
    var seats: String {
        let waiting = waitlisted == 0 ? "" : ", \(waitlisted) waiting"
        return enrolled < capacity
            ? "\(capacity - enrolled) of \(capacity.counted("seat")) free\(waiting)" : "full\(waiting)"
    }
}
