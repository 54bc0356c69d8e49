/// The value of every level of one plan: the vector that is minimised lexicographically.
public struct LevelValues: Hashable, Sendable {
    var uncovered = 0
    var overload = 0
    var misery = 0
    var painmax = 0
    var load = 0
    var spacing = 0
    var stability = 0
    var preference = 0
    /// Changed turns beyond `Problem.mostChanges`: 0 in every plan that is one; searches may pass through others.
    var beyond = 0

    /// The value of one level.
    public internal(set) subscript(level: Level) -> Int {
        get {
            switch level {
            case .uncovered: uncovered
            case .overload: overload
            case .misery: misery
            case .painmax: painmax
            case .load: load
            case .spacing: spacing
            case .stability: stability
            case .preference: preference
            }
        }
        set {
            switch level {
            case .uncovered: uncovered = newValue
            case .overload: overload = newValue
            case .misery: misery = newValue
            case .painmax: painmax = newValue
            case .load: load = newValue
            case .spacing: spacing = newValue
            case .stability: stability = newValue
            case .preference: preference = newValue
            }
        }
    }

    /// The first level, in the given order, on which the two differ.
    public func firstDifference(from other: LevelValues, by order: [Level]) -> Level? {
        order.first { self[$0] != other[$0] }
    }

    /// Whether this vector is lexicographically smaller, hence better, in the given order.
    public func precedes(_ other: LevelValues, by order: [Level]) -> Bool {
        if beyond != other.beyond { return beyond < other.beyond }
        for level in order {
            let mine = self[level]
            let theirs = other[level]
            if mine != theirs { return mine < theirs }
        }
        return false
    }
}
