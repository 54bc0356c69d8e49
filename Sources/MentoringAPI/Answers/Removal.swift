import Mentoring

/// Something that is there no more.
public struct Removal: Codable, Hashable, Sendable {
    /// Its number.
    public var removed: Int64

    package init(removed: Int64) {
        self.removed = removed
    }
}
