public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// The answer to a mentor who published a slot.
public struct SlotPublication: TellsRegionTitles, Codable, Hashable, Sendable {
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

        package init(localStart: LocalDateTime, start: Instant, regions: [RegionalHour], conflicts: [String]) {
            self.localStart = localStart
            self.start = start
            self.regions = regions
            self.conflicts = conflicts
        }
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

        package init(region: Region, zone: TimeZoneID, localStart: LocalDateTime, hours: Hours) {
            self.region = region
            self.zone = zone
            self.localStart = localStart
            self.hours = hours
        }
    }

    /// The slot.
    public var slot: SlotView
    /// Whether it was published before.
    public var wasKnown: Bool
    /// The next six times, fewer when the slot or the season ends.
    public var next: [Occurrence]
    /// What the mentor may not have meant, such as that most of its dates are in weeks without a meeting; null when nothing is.
    public var remarks: [String]?
    /// What the program calls its regions; null where each has the usual title.
    public var regionTitles: RegionTitles?

    package init(slot: SlotView, wasKnown: Bool, next: [Occurrence], remarks: [String]? = nil) {
        self.slot = slot
        self.wasKnown = wasKnown
        self.next = next
        self.remarks = remarks
    }
}
