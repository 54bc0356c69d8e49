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

    /// What takes the dates back: `slot restore` with the number and the days.
    public struct Undo: Codable, Hashable, Sendable {
        /// The slot.
        public var slot: Identifier<Slot>
        /// Days, or ranges of days in which it has no other dates.
        public var days: [String]

        package init(slot: Identifier<Slot>, days: [String]) {
            self.slot = slot
            self.days = days
        }
    }

    /// Days that the calendar calls vacation or the like.
    public struct Absence: Codable, Hashable, Sendable {
        /// Where they begin in the file.
        public var line: Int
        /// The first day.
        public var from: LocalDate
        /// The last day.
        public var to: LocalDate
        /// The absence that was recorded for it, if one was.
        public var recorded: Identifier<Away>?
        /// What the mentor has on these days that the next plan takes from them, once it is recorded.
        public var affects: [String]?
        /// What is only planned then, so that the next plan makes it anew.
        public var replanned: [String]?

        package init(line: Int, from: LocalDate, to: LocalDate, recorded: Identifier<Away>? = nil) {
            self.line = line
            self.from = from
            self.to = to
            self.recorded = recorded
        }
    }

    /// An announced session that the mentor leads at a busy time: nothing changes it.
    public struct Announced: Codable, Hashable, Sendable {
        /// Its code.
        public var session: String
        /// On the mentor's wall.
        public var localStart: LocalDateTime
        /// Where the busy time begins in the file.
        public var line: Int

        package init(session: String, localStart: LocalDateTime, line: Int) {
            self.session = session
            self.localStart = localStart
            self.line = line
        }
    }

    /// How many busy times of the season the calendar holds.
    public var busyTimes: Int
    /// The dates that are left out from now on, by slot, then time.
    public var cleared: [Cleared]
    /// The slots that have no date any more that could be planned because of that.
    public var emptied: [SlotView]
    /// How each slot gets its dates back.
    public var undo: [Undo]
    /// The program's announced sessions that stay though their mentor is busy, by start; nil from a server of before.
    public var announced: [Announced]?
    /// On which days the mentor seems to be away, of which planning need not know yet.
    public var away: [Absence]
    /// What was left of the calendar, by line.
    public var left: [LeftOut]

    package init(
        busyTimes: Int, cleared: [Cleared], emptied: [SlotView] = [], undo: [Undo] = [], announced: [Announced] = [],
        away: [Absence] = [], left: [LeftOut]
    ) {
        self.busyTimes = busyTimes
        self.cleared = cleared
        self.emptied = emptied
        self.undo = undo
        self.announced = announced
        self.away = away
        self.left = left
    }
}
