import CivilTime
import Mentoring
import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

extension ReasonCheck {
    /// Whether what is said against a mentor's leading the turn is so.
    func isTrue(_ objection: ObjectionView, of mentor: Mentor) throws -> Bool {
        let sentence = objection.sentence
        let name = mentor.person.name
        if let rest = sentence.after("nobody leads then: ") { return try isTrueOfNobody(rest) }
        if isTrueOfLed(sentence) { return true }
        if sentence == "\(name) does lead it" { return reading.offers[turn]?.mentor == mentor.person.id }
        let times = reading.times(of: mentor, in: turn.week)
        let free = try reading.freeTimes(of: mentor, at: turn)
        if sentence == "\(name) has no slot that week" { return times.isEmpty }
        if let rest = sentence.after("\(name) is away then") {
            if rest.isEmpty {
                return try !times.isEmpty
                    && times.allSatisfy { time in
                        try reading.hindrances(to: mentor, at: time, for: turn).contains {
                            $0.clause == "is while they are away"
                        }
                    }
            }
            let away = try reading.away(mentor.person, from: times.first?.start ?? .distantPast).filter { away in
                try times.allSatisfy { try reading.away(mentor.person, from: $0.start).contains(away) }
            }
            return away.contains { away in
                reading.isTold(away, of: mentor.person) && rest == ": \(away.days.from) to \(away.days.to)"
            }
        }
        if let rest = sentence.after("\(name)’s slot "), rest.contains(" leaves out "), !rest.contains("that day") {
            let slots = Dictionary(grouping: times, by: \.slot.id).sorted { $0.key.rawValue < $1.key.rawValue }
            return !times.isEmpty && times.allSatisfy(\.isLeftOut)
                && "slot \(rest)"
                    == slots.map { slot, times in
                        "slot \(slot) leaves out \(times.map { "\($0.local.date)" }.joined(separator: " and "))"
                    }.joined(separator: ", ")
        }
        if let rest = sentence.after("\(name)’s slot on ") { return try free.isEmpty && isTrueOfTimes(rest, mentor) }
        guard !free.isEmpty else { return false }
        if sentence == "\(name) was not looked at: with so many times on offer it would take too long" {
            return !objection.isProved
        }
        if let rest = sentence.after("\(name) could lead, ") {
            let fits = free.contains { !reading.isBarred(mentor, at: $0, for: turn) }
            return try fits && isTrueOfSeason(rest.after("but ") ?? rest.after("and ") ?? rest, mentor, givenUp: nil)
        }
        guard let rest = sentence.after("\(name) ") else { return false }
        let parts = rest.split(separator: "; with that turn given up, ", maxSplits: 1).map(String.init)
        guard let week = isTrueOfBarrier(parts[0], mentor, free) else { return false }
        guard parts.count == 2 else { return free.allSatisfy { reading.isBarred(mentor, at: $0, for: turn) } }
        return try isTrueOfSeason(parts[1], mentor, givenUp: week)
    }

    /// `2027-01-05 17:00 is in the past, that on 2027-01-07 17:00 is while they are away`.
    private func isTrueOfTimes(_ text: String, _ mentor: Mentor) throws -> Bool {
        let times = reading.times(of: mentor, in: turn.week)
        var rest = text
        while true {
            guard let time = times.first(where: { rest.hasPrefix("\($0.local.date) \($0.local.time) ") }),
                let clause = rest.after("\(time.local.date) \(time.local.time) "),
                let next = try reading.hindrances(to: mentor, at: time, for: turn).compactMap({
                    clause.after($0.clause)
                })
                .min(by: { $0.count < $1.count })
            else { return false }
            if next.isEmpty || next == ", …" { return true }
            guard let more = next.after(", that on ") else { return false }
            rest = more
        }
    }

    /// The week that bars a mentor, or the turn's own where it is the month; nil where what is said of it is not so.
    private func isTrueOfBarrier(_ words: String, _ mentor: Mentor, _ free: [PlainReading.Time]) -> Int? {
        let near = reading.tooNear(mentor, turn)
        if words == "leads another session that week" { return near.contains(turn.week) ? turn.week : nil }
        if let match = words.wholeMatch(
            of: /leads in week (\d+), and turns of theirs lie at least (\d+) weeks? apart/),
            let week = Int(match.output.1), let gap = Int(match.output.2)
        {
            return near.contains(week) && week != turn.week && gap == mentor.minGapWeeks ? week : nil
        }
        let limit = mentor.maxPerMonth
        guard
            words
                == "leads that month already as often as they may (\(reading.counted(limit, "session")) a month)",
            free.contains(where: { reading.isMonthFull(mentor, at: $0, but: turn) })
        else { return nil }
        return turn.week
    }

    /// What the season would be like, if the mentor led the turn and another of theirs was given up for it.
    private func isTrueOfSeason(_ words: String, _ mentor: Mentor, givenUp week: Int?) throws -> Bool {
        if let tie = words.after("the season would be as good. ") {
            return try isTrueOfTie(tie, mentor, before: min(turn.week, week ?? turn.week))
        }
        if let match = words.wholeMatch(
            of: /by what is stored now the season would be better \(.+: (\d+) \w+ instead of (\d+)\)\. (.+)/),
            let less = Int(match.output.1), let more = Int(match.output.2)
        {
            return less < more && isTrueOfKept(String(match.output.3))
        }
        return try isTrueOfLoss(words, mentor)
    }

    /// Why the better season is not the planned one.
    private func isTrueOfKept(_ words: String) -> Bool {
        if let rest = words.after("But people know this one, and ") { return isConstancy(rest) && isKnown(turn) }
        if let rest = words.after("But people know others of the season, and ") {
            return isConstancy(rest) && facts.sessions.keys.contains(where: isKnown)
        }
        return words == "The planner did not find that season"
    }

    /// How little of what people know changes: as can be, or a number of turns more.
    private func isConstancy(_ words: String) -> Bool {
        words == "as little is changed as can be"
            || words.wholeMatch(
                of: /no more than (1 turn changes|([2-9]|\d\d+) turns change) beyond those that must/) != nil
    }

    /// Whether people know already what is planned for a turn.
    private func isKnown(_ turn: Turn) -> Bool {
        guard let session = facts.sessions[turn], let offer = reading.offers[turn], session.status != .cancelled else {
            return false
        }
        return session.mentor.id == offer.mentor && session.start == offer.local.instant
    }

    /// By the first turn that differs in the region asked about, which is not after the turn itself.
    private func isTrueOfTie(_ words: String, _ mentor: Mentor, before last: Int) throws -> Bool {
        let region = turn.region
        if words == "The planner came upon this one first" { return true }
        if let rest = words.after("People know this one, and "), isConstancy(rest) {
            return (1...last).contains { isKnown(Turn(week: $0, region: region)) } || isKnown(turn)
        }
        if let match = words.wholeMatch(
            of: /Of equals the one is taken in which the earlier turn, in week (\d+), has somebody/),
            let week = Int(match.output.1)
        {
            return week <= last && reading.offers[Turn(week: week, region: region)] != nil
        }
        if let match = words.wholeMatch(of: /Of equals the earlier time is taken, in week (\d+)/),
            let week = Int(match.output.1), let kept = reading.offers[Turn(week: week, region: region)]
        {
            return try week <= last
                && reading.mentors(of: region).contains { other in
                    try other.person.id == kept.mentor
                        && reading.freeTimes(of: other, at: Turn(week: week, region: region)).contains {
                            $0.slot.id == kept.slot && $0.start > kept.local.instant
                        }
                }
        }
        guard
            let match = words.wholeMatch(
                of:
                    /Of equals the one is taken that uses the slot published first: in week (\d+) that is (.+)’s slot (\d+) rather than (.+)’s slot (\d+)/
            ), let week = Int(match.output.1), let first = Int64(match.output.3), let second = Int64(match.output.5)
        else { return false }
        let own = Turn(week: week, region: region)
        let other = reading.mentors(of: region).first { $0.person.name == match.output.4 }
        guard let other, let kept = reading.offers[own], kept.slot?.rawValue == first else { return false }
        return try week <= last && first < second
            && reading.mentors(of: region).contains { $0.person.id == kept.mentor && $0.person.name == match.output.2 }
            && (week != turn.week || other.person.id == mentor.person.id)
            && reading.freeTimes(of: other, at: own).contains { $0.slot.id.rawValue == second }
    }
}
