import Mentoring
import Pictures

/// What changing clocks do to somebody's hours, for the template; nil where no hour moves.
struct HourMoves: Encodable {
    let lines: [String]
    /// Whether they are few enough to be read without being asked for.
    let areFew: Bool

    /// - Parameters:
    ///   - lines: each in a sentence.
    ///   - most: how many are few.
    init?(_ lines: [String], few most: Int) {
        guard !lines.isEmpty else { return nil }
        self.lines = lines
        areFew = lines.count <= most
    }
}
