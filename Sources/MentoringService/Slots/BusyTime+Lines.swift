import CivilTime
import Mentoring

extension BusyTime {
    /// Reads what `ImportBusyTimes` has: a line number and a time from its start to its end on each line.
    /// - Throws: `BadInput` with the line.
    static func list(_ text: String) throws(BadInput) -> [BusyTime] {
        var times: [BusyTime] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty {
            let words = line.split(separator: " ", omittingEmptySubsequences: false)
            let ends = words.last?.split(separator: "/", omittingEmptySubsequences: false).map(String.init) ?? []
            guard words.count == 2, ends.count == 2, words[0].utf8.count <= 9, let number = Int(words[0]), number > 0,
                let start = Instant(rfc3339: ends[0]), let end = Instant(rfc3339: ends[1]), start < end
            else {
                throw BadInput(
                    "“\(OneLine.shown(String(line.prefix(80))))” is no busy time; expected something like 12 2027-02-02T16:00:00Z/2027-02-02T17:00:00Z",
                    line: index + 1)
            }
            times.append(BusyTime(line: number, time: start..<end))
        }
        return times
    }

    /// The line that `list` reads.
    public var text: String { "\(line) \(time.lowerBound)/\(time.upperBound)" }

    /// For each session time (ascending) that a busy time overlaps, the first line that says so.
    static func lines(of starts: [Instant], minutes: Int, busy: [BusyTime]) -> [Instant: Int] {
        var lines: [Instant: Int] = [:]
        // Each time is met once, however many busy ones lie over it: for each the next one that has no line yet.
        var next = Array(0...starts.count)
        func unmet(_ index: Int) -> Int {
            var index = index
            while next[index] != index {
                next[index] = next[next[index]]
                index = next[index]
            }
            return index
        }
        for busy in busy.sorted(by: { $0.line < $1.line }) {
            let earliest = busy.time.lowerBound.adding(seconds: -Int64(minutes) * 60)
            // Few times of a slot against many busy ones: skip to the first that can be met.
            var (low, high) = (0, starts.count)
            while low < high {
                let middle = (low + high) / 2
                if starts[middle] > earliest { high = middle } else { low = middle + 1 }
            }
            var index = unmet(low)
            while index < starts.count, starts[index] < busy.time.upperBound {
                lines[starts[index]] = busy.line
                next[index] = index + 1
                index = unmet(index + 1)
            }
        }
        return lines
    }
}
