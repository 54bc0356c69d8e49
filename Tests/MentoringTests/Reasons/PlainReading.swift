import CivilTime
import Mentoring
import SeasonPlanning
import TimeZoneCatalog

/// The facts of a season beside its plan, read plainly: shares nothing with what makes problems of facts or words of plans.
struct PlainReading {
    /// A time of a slot.
    struct Time: Hashable {
        let slot: Slot
        let local: LocalDateTime
        let start: Instant

        /// Whether the slot leaves it out as an exception.
        var isLeftOut: Bool { slot.pattern.except.contains(local.date) }
    }

    let facts: SeasonFacts
    /// Who leads what, as planned.
    let offers: [Turn: Offer]
    /// The turns that want a session, as planned.
    let turns: Set<Turn>
    /// A turn that people know, looked back at: no notice counts for it.
    let known: Turn?
    /// The times of each mentor's slots in the season.
    let times: [Identifier<Person>: [Time]]

    /// The times of each mentor's slots in a season.
    static func times(in facts: SeasonFacts) throws -> [Identifier<Person>: [Time]] {
        try Dictionary(grouping: times(of: facts.slots, in: facts.program.season), by: \.slot.mentor)
    }

    /// The times of some slots in a season, ascending, with those that are left out.
    static func times(of slots: [Slot], in season: Season) throws -> [Time] {
        try slots.flatMap { slot -> [Time] in
            let rules = try TimeZoneCatalog.shipped.rules(for: slot.zone)
            let anchor = slot.pattern.from ?? season.start
            let isOn = weekly(slot.pattern.rule, from: anchor)
            return (0..<7 * season.weeks).map { season.start.adding(days: $0) }.filter { date in
                anchor <= date && date <= slot.pattern.until ?? season.end && isOn(date)
            }.map { date in
                let zoned = rules.zoned(LocalDateTime(date: date, time: slot.pattern.at))
                return Time(slot: slot, local: zoned.local, start: zoned.instant)
            }
        }.sorted { $0.start < $1.start }
    }

    /// Whether a date is one of a weekly rule's, which counts its weeks from the anchor's, Monday being the first day.
    private static func weekly(_ rule: String, from anchor: LocalDate) -> (LocalDate) -> Bool {
        let parts = Dictionary(
            uniqueKeysWithValues: rule.split(separator: ";").map { part in
                let sides = part.split(separator: "=")
                return (String(sides[0]), String(sides[1]))
            })
        let interval = parts["INTERVAL"].flatMap { Int($0) } ?? 1
        let codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        let days = Set((parts["BYDAY"] ?? "").split(separator: ",").compactMap { codes.firstIndex(of: String($0)) })
        return { date in
            let weeks = (date.epochDay + 3) / 7 - (anchor.epochDay + 3) / 7
            return weeks % interval == 0 && days.contains((date.epochDay + 3) % 7)
        }
    }

    /// The mentors of a region, as the facts have them.
    func mentors(of region: Region) -> [Mentor] { facts.mentors.filter { $0.region == region } }

    /// A mentor's times in a week, whatever speaks against them.
    func times(of mentor: Mentor, in week: Int) -> [Time] {
        (times[mentor.person.id] ?? []).filter {
            facts.program.season.start.days(until: $0.local.date) / 7 + 1 == week
        }
    }

    /// Those at which nothing but the season itself may speak against them.
    func freeTimes(of mentor: Mentor, at turn: Turn) throws -> [Time] {
        try times(of: mentor, in: turn.week).filter { try hindrances(to: mentor, at: $0, for: turn).isEmpty }
    }

    // MARK: - Beside the season

    func frozen(_ region: Region, at time: Time) -> [Freeze] { frozen(region, on: time.local.date) }

    func frozen(_ region: Region, on date: LocalDate) -> [Freeze] {
        facts.freezes.filter {
            $0.days.from <= date && date <= $0.days.to && ($0.regions.isEmpty || $0.regions.contains(region))
        }
    }

    /// The days off that a session from a moment on would touch, on the person's own wall.
    func away(_ person: Person, from start: Instant) throws -> [Away] {
        let rules = try TimeZoneCatalog.shipped.rules(for: person.zone)
        let days = [start, start.adding(seconds: 3599)].map { rules.local(at: $0).date }
        return (facts.absences[person.id] ?? []).filter { away in
            days.contains { away.days.from <= $0 && $0 <= away.days.to }
        }
    }

    func engaged(_ mentor: Mentor, at time: Time) -> [Engagement] {
        (facts.engagements[mentor.person.id] ?? []).filter { engagement in
            (engagement.leads || engagement.session.status == .announced)
                && engagement.session.start < time.start.adding(seconds: 3600)
                && time.start < engagement.session.start.adding(seconds: 3600)
        }
    }

    /// Whether a mentor who was merely named here does something in another program on the day of a time, on their own wall.
    func isElsewhere(_ mentor: Mentor, onDayOf time: Time) throws -> Bool {
        let rules = try TimeZoneCatalog.shipped.rules(for: mentor.person.zone)
        func days(from start: Instant) -> Set<LocalDate> {
            Set([start, start.adding(seconds: 3599)].map { rules.local(at: $0).date })
        }
        return (facts.engagements[mentor.person.id] ?? []).contains { engagement in
            (engagement.leads || engagement.session.status == .announced) && !isTold(engagement, of: mentor)
                && !days(from: engagement.session.start).isDisjoint(with: days(from: time.start))
        }
    }

    /// What a mentor leads elsewhere fewer weeks away than they want between turns.
    func near(_ mentor: Mentor, _ time: Time) -> [Engagement] {
        (facts.engagements[mentor.person.id] ?? []).filter { engagement in
            let there = (engagement.session.localStart.date.epochDay + 3) / 7
            return engagement.leads && abs(there - (time.local.date.epochDay + 3) / 7) < mentor.minGapWeeks
        }
    }

    /// Whether all that a mentor leads beside the season is of other programs.
    func leadsOnlyElsewhere(_ mentor: Mentor, inMonthOf date: LocalDate) -> Bool {
        (facts.engagements[mentor.person.id] ?? []).allSatisfy {
            !$0.leads || $0.session.code.program != "nova" || $0.session.localStart.date.month != date.month
        }
    }

    func leadsInOthers(_ mentor: Mentor, inMonthOf date: LocalDate) -> Bool {
        (facts.engagements[mentor.person.id] ?? []).contains {
            $0.leads && $0.session.code.program != "nova" && $0.session.localStart.date.isSameMonth(as: date)
        }
    }

    func ledElsewhere(_ mentor: Mentor, inMonthOf date: LocalDate) -> Int {
        (facts.engagements[mentor.person.id] ?? []).count {
            $0.leads && $0.session.localStart.date.year == date.year && $0.session.localStart.date.month == date.month
        }
    }

    // MARK: - Beside other turns

    /// The weeks of a mentor's other turns that lie nearer to a turn than they want.
    func tooNear(_ mentor: Mentor, _ turn: Turn) -> [Int] {
        offers.filter { $0.key != turn && $0.value.mentor == mentor.person.id }.map(\.key.week).filter {
            abs($0 - turn.week) < mentor.minGapWeeks
        }
    }

    /// Whether a mentor leads as often in the month of a time as they may, without a turn.
    func isMonthFull(_ mentor: Mentor, at time: Time, but turn: Turn) -> Bool {
        let led = offers.count { other, offer in
            other != turn && offer.mentor == mentor.person.id && offer.local.local.date.year == time.local.date.year
                && offer.local.local.date.month == time.local.date.month
        }
        return led + ledElsewhere(mentor, inMonthOf: time.local.date) >= mentor.maxPerMonth
    }

    func isBarred(_ mentor: Mentor, at time: Time, for turn: Turn) -> Bool {
        !tooNear(mentor, turn).isEmpty || isMonthFull(mentor, at: time, but: turn)
    }

    /// The weeks that a mentor leads, ascending.
    func weeks(of person: Identifier<Person>) -> [Int] {
        offers.filter { $0.value.mentor == person }.map(\.key.week).sorted()
    }

    /// A fair share in turns, in tenths; nobody brings anything from another season here.
    func fairShare(of mentor: Mentor) -> String {
        let weights = mentors(of: mentor.region).map(\.weight).reduce(0, +)
        let tenths = (Double(turns.count { $0.region == mentor.region } * mentor.weight) / Double(weights) * 10)
            .rounded()
        return tenths.truncatingRemainder(dividingBy: 10) == 0 ? "\(Int(tenths / 10))" : "\(tenths / 10)"
    }

    // MARK: - Trainees

    /// The zone that is named for a place, and how many trainees live in it; nil where nobody does.
    func trainees(in city: String) -> (zone: TimeZoneID, count: Int)? {
        facts.audience.first { $0.key.name.hasSuffix("/" + city.replacing(" ", with: "_")) }
            .map { (zone: $0.key, count: $0.value) }
    }

    /// When the sessions of a week begin on the clock of a place; none where there is none.
    func hours(ofWeek week: Int, in city: String) throws -> [String] {
        guard let zone = trainees(in: city)?.zone else { return [] }
        let rules = try TimeZoneCatalog.shipped.rules(for: zone)
        let all = offers.filter { $0.key.week == week }.map { "\(rules.local(at: $0.value.local.instant).time)" }
        return all.isEmpty ? ["none"] : all
    }

    /// What the season costs a trainee: for each week its best session, 1 at the edge of the day and 4 in the night or none.
    func pain(in city: String) throws -> Int {
        guard let zone = trainees(in: city)?.zone else { return 0 }
        let rules = try TimeZoneCatalog.shipped.rules(for: zone)
        return Set(turns.map(\.week)).map { week in
            offers.filter { $0.key.week == week }.map { _, offer -> Int in
                let minute = rules.local(at: offer.local.instant).time.minuteOfDay
                // Sessions last an hour, and none of these begins as a clock is changed.
                if minute < 360 || minute + 60 > 1440 { return 4 }
                return minute >= 480 && minute + 60 <= 1320 ? 0 : 1
            }.min() ?? 4
        }.reduce(0, +)
    }
}
