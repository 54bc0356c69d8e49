import CivilTime
public import MentoringService

extension [BusyTime] {
    /// The same times ascending, those put together between which less than so many seconds are free, each with its first line.
    func merged(across seconds: Int64) -> [BusyTime] {
        var merged: [BusyTime] = []
        for busy in sorted(by: { ($0.time.lowerBound, $0.line) < ($1.time.lowerBound, $1.line) }) {
            guard let last = merged.last,
                busy.time.lowerBound <= last.time.upperBound
                    || busy.time.lowerBound.seconds(since: last.time.upperBound) < seconds
            else {
                merged.append(busy)
                continue
            }
            let end = Swift.max(last.time.upperBound, busy.time.upperBound)
            merged[merged.count - 1] = BusyTime(
                line: Swift.min(last.line, busy.line), time: last.time.lowerBound..<end)
        }
        return merged
    }

    /// The same times, or, when they are more than so many, fewer that leave the same room for sessions of so many minutes.
    public func fewer(than most: Int, minutes: Int) -> [BusyTime] {
        count <= most ? self : merged(across: Int64(minutes) * 60)
    }
}
