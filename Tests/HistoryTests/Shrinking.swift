/// The shortest part of a history that still breaks the same rule: steps are left out, first many at once and then one by one,
/// until none can be left out any more (Zeller's delta debugging).
enum Shrinking {
    /// The steps that are left.
    static func shortest(of steps: [Step], breaks: @Sendable ([Step]) async throws -> Bool) async throws -> [Step] {
        var shortest = steps
        var size = max(1, steps.count / 2)
        while true {
            var start = 0
            var isShorter = false
            while start < shortest.count {
                var fewer = shortest
                fewer.removeSubrange(start..<min(start + size, fewer.count))
                if try await breaks(fewer) {
                    shortest = fewer
                    isShorter = true
                } else {
                    start += size
                }
            }
            if size > 1 { size /= 2 } else if !isShorter { return shortest }
        }
    }
}
