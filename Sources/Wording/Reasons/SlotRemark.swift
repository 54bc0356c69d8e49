package import CivilTime
package import Mentoring

/// What a mentor may not have meant by a slot, or what speaks against one of its times, with the facts.
package enum SlotRemark: Hashable, Sendable {
    /// The clock skips its time that day, which is then another.
    case skipped(LocalTime, takenAs: LocalTime)
    /// The clock shows its time twice that day.
    case twice(LocalTime)
    /// It is outside somebody's own day: whose is as in “your own day”.
    case outsideDay(whose: String)
    /// Its weeks are counted from the season's first day.
    case counted(from: LocalDate)
    /// So many of its dates to come are in a week in which the program meets, as in “meets every 2 weeks”.
    case meetings(Int, of: Int, Program.Name, meets: String)
    /// The week has no meeting, in the words of the meeting grid.
    case noMeeting(String)
    /// The day is frozen.
    case frozen(String)
    /// It is nearer than so many hours.
    case tooNear(hours: Int)
    /// The reader is away on those days.
    case away(DayRange)
    /// Something hinders its mentor, as far as the people of the program may know it.
    case hindered(mentor: String, Hindrance, in: Program.Name, seeing: Set<Program.Name>)
    /// The reader leads that session then.
    case leads(SessionCode)
    /// It is on a clock of its own, which is its mentor's by now.
    case stays(TimeZoneID, mentor: String)
    /// It overlaps another slot of the reader's, which is summed up so.
    case overlaps(Identifier<Slot>, String)

    /// The remark as a clause.
    package var text: String {
        switch self {
        case .skipped(let time, let taken): "the clock skips \(time) that day; it is taken as \(taken)"
        case .twice(let time): "\(time) comes twice that day; the first is meant"
        case .outsideDay(let whose): "outside \(whose) own day (08:00 to 22:00)"
        case .counted(let day):
            "counted from the season’s first day, \(day); with a first day of its own (--from) from that"
        case .meetings(let meeting, let dates, let program, let meets):
            "\(meeting == 0 ? "none" : "\(meeting)") of its \(dates.counted("date")) to come "
                + "\(meeting > 1 ? "fall" : "falls") in a week with a meeting: \(program) meets \(meets)"
        case .noMeeting(let words): words
        case .frozen(let reason): "frozen: \(reason)"
        case .tooNear(let hours):
            "nearer than the notice of \(hours.counted("hour")), so no session is planned then"
        case .away(let days): "you are away \(days)"
        case .hindered(let mentor, let hindrance, let program, let seen):
            "\(mentor) \(hindrance.words(in: program, seeing: seen))"
        case .leads(let code): "you lead \(code) then"
        case .stays(let zone, let mentor): "it stays on the clock of \(zone) also when \(mentor) moves"
        case .overlaps(let slot, let summary): "overlaps your slot \(slot) (\(summary))"
        }
    }

    /// The remark with the dates of which it is made; all of several are not named.
    package func text(on days: [LocalDate], areAll: Bool) -> String {
        if days.count > 1, areAll { return "all \(days.count) dates: \(text)" }
        let more = days.count > 3 ? " and \(days.count - 3) more" : ""
        return "\(days.prefix(3).map(\.description).joined(separator: ", "))\(more): \(text)"
    }
}
