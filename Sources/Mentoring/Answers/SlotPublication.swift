public import CivilTime
public import TimeZoneCatalog

/// The answer to a mentor who published a slot.
public struct SlotPublication: Codable, Hashable, Sendable {
    /// One time at which the slot occurs.
    public struct Occurrence: Codable, Hashable, Sendable {
        /// On the mentor's wall.
        public var localStart: LocalDateTime
        /// When it begins.
        public var start: Instant
        /// The same time in each region of the program.
        public var regions: [RegionalHour]
        /// What speaks against a session then, in words.
        public var conflicts: [String]
    }

    /// A time as a region's people have it.
    public struct RegionalHour: Codable, Hashable, Sendable {
        /// The region.
        public var region: Region
        /// A zone in which most of its people live.
        public var zone: TimeZoneID
        /// The time there.
        public var localStart: LocalDateTime
        /// How humane it is there.
        public var hours: Hours
    }

    /// The slot.
    public var slot: SlotView
    /// Whether it was published before.
    public var wasKnown: Bool
    /// The next six times, fewer when the slot or the season ends.
    public var next: [Occurrence]
}
