import CivilTime
import Mentoring
import MentoringAPI
import Pictures

/// A week in the table of the season, for the template.
struct WeekRow: Encodable {
    /// One region's turn.
    struct Cell: Encodable {
        let session: Entry?
        let frozen: String?
        /// Whether the region has no meeting that week.
        let rests: Bool
        let isEmpty: Bool
    }

    /// A session in a cell.
    struct Entry: Encodable {
        let href: String
        let status: String
        let start: String
        let date: String
        let time: String
        let mentorsCity: String?
        let mark: String?
        let hoursInAWord: String?
        let note: String?
    }

    let number: Int
    let monday: String
    /// Whether all of its sessions may still change.
    let isTentative: Bool
    /// Why the whole week is frozen, if it is.
    let freeze: String?
    /// Whether no region has a meeting that week.
    let rests: Bool
    let columns: Int
    let allColumns: Int
    let cells: [Cell]
    let clockChanges: [String]

    init(_ week: SeasonGrid.Week, of grid: SeasonGrid, in frame: PageFrame) {
        let sessions = week.turns.compactMap(\.session)
        let freezes = Set(week.turns.map(\.freeze))
        let isTentative = !sessions.isEmpty && sessions.allSatisfy(\.session.isTentative)
        number = week.number
        monday = "\(week.monday.day) \(week.monday.shortMonthName)"
        self.isTentative = isTentative
        freeze = sessions.isEmpty && freezes.count == 1 ? freezes.first ?? nil : nil
        rests = week.turns.allSatisfy(\.rests)
        columns = week.turns.count
        allColumns = columns + 1
        cells = week.turns.map { turn in
            Cell(
                session: turn.session.map { Entry($0, of: grid, in: frame, saysTentative: !isTentative) },
                frozen: turn.session == nil ? turn.freeze : nil, rests: turn.rests,
                isEmpty: turn.session == nil && turn.freeze == nil && !turn.rests)
        }
        clockChanges = week.clockChanges.map { $0.inWords.prefix(1).uppercased() + $0.inWords.dropFirst() }
    }
}

extension WeekRow.Entry {
    fileprivate init(_ local: LocalSession, of grid: SeasonGrid, in frame: PageFrame, saysTentative: Bool) {
        let session = local.session
        href = local.href(in: frame)
        status = session.status.rawValue
        start = session.start.rfc3339
        let date = local.start.date
        // Where there is little room the line breaks after the weekday.
        self.date = "\(date.weekday.shortName) \(date.day)\u{A0}\(date.shortMonthName)"
        time = "\(local.start.time)"
        mentorsCity = grid.zone == nil ? local.zone.city : nil
        mark = grid.zone == nil || !local.isOn ? nil : local.hours.rawValue
        hoursInAWord = grid.zone == nil || !local.isOn ? nil : local.hours.inAWord
        note = Self.note(session, at: grid.now, saysTentative: saysTentative)
    }

    private static func note(_ session: SessionView, at now: Instant, saysTentative: Bool) -> String? {
        guard session.isUpcoming(at: now) else {
            if session.status == .cancelled { return session.statusInWords }
            return session.end > now ? "under way" : nil
        }
        let free = session.capacity - session.enrolled
        let waiting = session.waitlisted == 0 ? "" : ", \(session.waitlisted) waiting"
        let seats = (free > 0 ? "\(free) free" : "full") + waiting
        return session.status == .tentative && saysTentative ? "tentative, \(seats)" : seats
    }
}
