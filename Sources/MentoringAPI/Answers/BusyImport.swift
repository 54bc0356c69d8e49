public import CivilTime
public import Mentoring

/// What a mentor's busy times took away.
public struct BusyImport: Codable, Hashable, Sendable {
    /// One date that a slot now leaves out.
    public struct Cleared: Codable, Hashable, Sendable {
        /// The slot.
        public var slot: Identifier<Slot>
        /// On the mentor's wall.
        public var localStart: LocalDateTime
        /// Where the busy time begins in the file.
        public var line: Int

        package init(slot: Identifier<Slot>, localStart: LocalDateTime, line: Int) {
            self.slot = slot
            self.localStart = localStart
            self.line = line
        }
    }

    /// How many busy times of the season the calendar holds.
    public var busyTimes: Int
    /// The dates that are left out from now on, by slot, then time.
    public var cleared: [Cleared]
    /// What was left of the calendar, by line.
    public var left: [LeftOut]

    package init(busyTimes: Int, cleared: [Cleared], left: [LeftOut]) {
        self.busyTimes = busyTimes
        self.cleared = cleared
        self.left = left
    }
}
