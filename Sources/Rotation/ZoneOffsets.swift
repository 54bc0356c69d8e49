/// The UTC offsets of one time zone during the season.
public struct ZoneOffsets: Hashable, Sendable {
    /// From when on an offset holds.
    public struct Change: Hashable, Sendable {
        /// In minutes since 1970-01-01T00:00Z.
        public var start: Int
        /// In minutes east of UTC.
        public var offset: Int

        /// An offset, in minutes east, that holds from a start, in minutes since the epoch.
        public init(start: Int, offset: Int) {
            self.start = start
            self.offset = offset
        }
    }

    /// The zone's name, as attendees have it.
    public var zone: String
    /// Ascending; each holds until the next, and the first begins before every slot.
    public var changes: [Change]

    /// The offsets of the named zone.
    public init(zone: String, changes: [Change]) {
        self.zone = zone
        self.changes = changes
    }

    /// The offset in force at a minute since the epoch, if the list reaches back so far.
    func offset(at minute: Int) -> Int? {
        changes.last { $0.start <= minute }?.offset
    }
}
