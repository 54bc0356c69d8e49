import CivilTime
import Mentoring
import SeasonPlanning
import TimeZoneCatalog

extension PlainReading {
    /// What may be said of a time of a slot that cannot be used: as a clause about it, and as words about its mentor.
    struct Hindrance {
        let clause: String
        let words: String
    }

    /// Everything that speaks against a time, whatever else the season holds.
    func hindrances(to mentor: Mentor, at time: Time, for turn: Turn) throws -> [Hindrance] {
        let notice = facts.program.noticeHours
        var all = frozen(mentor.region, at: time).map {
            Hindrance(clause: "is on a frozen day: \($0.reason)", words: "has a frozen day (\($0.reason))")
        }
        if time.isLeftOut {
            all.append(
                Hindrance(
                    clause: "falls out: slot \(time.slot.id) leaves out that day",
                    words: "has one that slot \(time.slot.id) leaves out"))
        }
        for away in try away(mentor.person, from: time.start) {
            let days = isTold(away, of: mentor.person) ? " (\(away.days.from) to \(away.days.to))" : ""
            all.append(Hindrance(clause: "is while they are away\(days)", words: "is away"))
        }
        if turn != known, time.start <= facts.now {
            all.append(Hindrance(clause: "is in the past", words: "has one in the past"))
        } else if turn != known, time.start < facts.now.adding(seconds: Int64(notice) * 3600) {
            all.append(
                Hindrance(
                    clause: "is less than \(counted(notice, "hour")) ahead",
                    words: "has one less than \(counted(notice, "hour")) ahead"))
        }
        // What somebody does elsewhere who was merely named here takes the whole day, and is told as a day off.
        let hidden = Hindrance(clause: "is while they are away", words: "is away")
        if try isElsewhere(mentor, onDayOf: time) { all.append(hidden) }
        for other in engaged(mentor, at: time) where isTold(other, of: mentor) {
            let verb = other.leads ? "lead" : "attend"
            all.append(
                Hindrance(
                    clause: "is when they \(verb) \(what(other))", words: "\(verb)s \(what(other)) then"))
        }
        for other in near(mentor, time) {
            guard isTold(other, of: mentor) else {
                all.append(hidden)
                continue
            }
            let gap = counted(mentor.minGapWeeks, "week")
            all.append(
                Hindrance(
                    clause: "is less than \(gap) from \(what(other)) that they lead",
                    words: "leads \(what(other)) less than \(gap) away"))
        }
        let led = ledElsewhere(mentor, inMonthOf: time.local.date)
        if led >= mentor.maxPerMonth, mentor.person.givenZone != nil, leadsInOthers(mentor, inMonthOf: time.local.date)
        {
            all.append(hidden)
        } else if led >= mentor.maxPerMonth {
            let sessions =
                counted(led, "session")
                + (leadsOnlyElsewhere(mentor, inMonthOf: time.local.date)
                    ? " of other programs" : " beside this season’s")
            all.append(
                Hindrance(
                    clause:
                        "is in a month in which they lead \(sessions), and they agreed to \(mentor.maxPerMonth)",
                    words: "leads \(sessions) that month, having agreed to \(mentor.maxPerMonth)"))
        }
        return all
    }

    /// Whether a program may know from when to when somebody is away: what it said itself, or what they said who joined it.
    func isTold(_ away: Away, of person: Person) -> Bool { away.program == "nova" || person.givenZone == nil }

    func isTold(_ engagement: Engagement, of mentor: Mentor) -> Bool {
        engagement.session.code.program == "nova" || mentor.person.givenZone == nil
    }

    /// What may be said of something that somebody does beside the season.
    private func what(_ engagement: Engagement) -> String {
        guard engagement.leads else { return "another session" }
        let code = engagement.session.code
        return code.program == "nova" ? "\(code)" : "a session of another program"
    }

    func counted(_ count: Int, _ thing: String) -> String { "\(count) \(thing)\(count == 1 ? "" : "s")" }
}
