public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// The answer to a mentor who published a slot.
public struct SlotPublication: TellsRegionTitles, Codable, Hashable, Sendable {
    /// One time at which the slot occurs.
    public struct Occurrence: Codable, Hashable, Sendable {
        /// On the clock of the slot's zone.
        public var localStart: LocalDateTime
        /// The same on the mentor's own, where that is another.
        public var ownStart: LocalDateTime?
        /// How humane it is for the mentor.
        public var hours: Hours
        /// When it begins.
        public var start: Instant
        /// The same time in each region of the program.
        public var regions: [RegionalHour]
        /// What speaks against a session then, in words.
        public var conflicts: [String]

        package init(
            localStart: LocalDateTime, ownStart: LocalDateTime?, hours: Hours, start: Instant, regions: [RegionalHour],
            conflicts: [String]
        ) {
            self.localStart = localStart
            self.ownStart = ownStart
            self.hours = hours
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
    /// When it is, as it was understood: `every other Thursday at 20:00`.
    public var words: String
    /// The mentor's own zone, where the slot's is another; null where it is theirs.
    public var ownZone: TimeZoneID?
    /// Whether it was published before.
    public var wasKnown: Bool
    /// The next six times, fewer when the slot or the season ends.
    public var next: [Occurrence]
    /// What the mentor may not have meant, such as that most of its dates are in weeks without a meeting; null when nothing is.
    public var remarks: [String]?
    /// What the program calls its regions; null where each has the usual title.
    public var regionTitles: RegionTitles?

    package init(
        slot: SlotView, words: String, ownZone: TimeZoneID? = nil, wasKnown: Bool, next: [Occurrence],
        remarks: [String]? = nil
    ) {
        self.slot = slot
        self.words = words
        self.ownZone = ownZone
        self.wasKnown = wasKnown
        self.next = next
        self.remarks = remarks
    }
}
