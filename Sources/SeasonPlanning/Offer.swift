package import CivilTime
package import Mentoring
package import TimeZoneCatalog
import Wording

/// One time at which one mentor could lead one session.
package struct Offer: Hashable, Sendable {
    /// Names the offer in a planning problem; smaller ones are preferred among equals.
    package let id: String
    package let mentor: Identifier<Person>
    package let slot: Identifier<Slot>?
    package let week: Int
    package let local: ZonedDateTime
    package let minutes: Int
    package let preference: Int

    package init(
        id: String, mentor: Identifier<Person>, slot: Identifier<Slot>?, week: Int, local: ZonedDateTime, minutes: Int,
        preference: Int
    ) {
        self.id = id
        self.mentor = mentor
        self.slot = slot
        self.week = week
        self.local = local
        self.minutes = minutes
        self.preference = preference
    }
}

extension Offer {
    /// A time of a published slot.
    package init(of slot: Slot, at local: ZonedDateTime, week: Int, minutes: Int) {
        self.init(
            id: Self.id(slot.id, local.local), mentor: slot.mentor, slot: slot.id, week: week, local: local,
            minutes: minutes, preference: slot.pattern.preference)
    }

    /// The time of a session that stands.
    package init(of session: Session, rules: ZoneRules) {
        self.init(
            id: "standing \(session.code)", mentor: session.mentor.id, slot: session.slot, week: session.code.week,
            local: rules.zoned(at: session.start), minutes: session.minutes, preference: 0)
    }

    /// Whether it is who leads a session, and when, by the same clock.
    func isTime(of session: Session) -> Bool {
        (mentor, local.local, local.zone) == (session.mentor.id, session.localStart, session.zone)
    }

    private static func id(_ slot: Identifier<Slot>, _ local: LocalDateTime) -> String {
        "slot \(String(slot.rawValue).zeroPadded(to: 8)) \(local)"
    }
}

extension SeasonFacts {
    /// The times of a slot in a range of days, resolved by RFC 5545 §3.3.5.
    package static func times(
        of slot: Slot, in days: DayRange, season: Season, rules: ZoneRules, recurrence: any RecurrenceExpanding
    ) throws -> [ZonedDateTime] {
        try allTimes(of: slot, in: days, season: season, rules: rules, recurrence: recurrence)
            .filter { !$0.isLeftOut }.map(\.time)
    }

    /// The same with the times that the slot leaves out as exceptions.
    private static func allTimes(
        of slot: Slot, in days: DayRange, season: Season, rules: ZoneRules, recurrence: any RecurrenceExpanding
    ) throws -> [(time: ZonedDateTime, isLeftOut: Bool)] {
        let first = max(days.from, slot.pattern.from ?? season.start)
        let last = min(days.to, slot.pattern.until ?? season.end)
        guard first <= last else { return [] }
        let anchor = LocalDateTime(date: slot.pattern.from ?? season.start, time: slot.pattern.at)
        return try recurrence.occurrences(of: slot.pattern.rule, from: anchor, in: DayRange(from: first, to: last))
            .map { (rules.zoned($0), slot.pattern.except.contains($0.date)) }
    }

    /// What every slot offers between now and the end of the season, and what hinders the times that are not on offer; for one
    /// turn, however short the notice is now.
    package func survey(
        lookingBackAt turn: Turn? = nil, zones: TimeZoneCatalog, recurrence: any RecurrenceExpanding
    ) throws -> (offers: [Offer], hindered: [Turn: [HinderedTime]]) {
        let mentors = Dictionary(uniqueKeysWithValues: mentors.map { ($0.person.id, $0) })
        let season = try DayRange(from: program.season.start, to: program.season.end)
        var offers: [Offer] = []
        var hindered: [Turn: [HinderedTime]] = [:]
        for slot in slots {
            try Task.checkCancellation()
            guard let mentor = mentors[slot.mentor] else { continue }
            offers += try Self.allTimes(
                of: slot, in: season, season: program.season, rules: zones.rules(for: slot.zone), recurrence: recurrence
            ).compactMap { time, isLeftOut -> Offer? in
                guard let week = program.season.week(of: time.local.date) else { return nil }
                let own = Turn(week: week, region: mentor.region)
                let hindrance =
                    isLeftOut ? .leftOut(slot.id) : hindrance(to: mentor, at: time, lookingBack: turn == own)
                if let hindrance {
                    hindered[own, default: []].append(
                        HinderedTime(mentor: slot.mentor, local: time.local, hindrance: hindrance))
                    return nil
                }
                return Offer(of: slot, at: time, week: week, minutes: program.minutes)
            }
            guard offers.count <= Limits.offers else {
                throw Refusal(
                    .conflict,
                    "the mentors of \(program.name) offer more than \(Limits.offers) times this season, too many to plan with; withdraw slots that recur daily, or end them (--until)"
                )
            }
        }
        return (offers, hindered)
    }
}
