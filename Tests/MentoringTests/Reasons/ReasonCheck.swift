import CivilTime
import Mentoring
import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

/// Holds what `why` says of a turn against a plain reading of the facts and the plan.
///
/// Each check answers whether a sentence is so; one that is not known is not.
struct ReasonCheck {
    let reading: PlainReading
    let turn: Turn

    var facts: SeasonFacts { reading.facts }
    var session: Session? { facts.sessions[turn] }

    /// The sentences about a turn that are not so.
    func complaints(about view: WhyView) throws -> [String] {
        var wrong = try view.reasons.filter { try !isTrue($0, view) }
        let isOver = session.map { $0.isCalledOff || $0.status == .tentative && $0.start <= facts.now } ?? false
        if isOver, reading.offers[turn] == nil, view.reasons.count != 1 { wrong.append("more is said of what is off") }
        for objection in view.objections {
            let mentor = reading.mentors(of: turn.region).first { $0.person.name == objection.mentor }
            guard let mentor, try isTrue(objection, of: mentor) else {
                wrong.append(objection.sentence)
                continue
            }
        }
        return wrong + (view.reasons + view.objections.map(\.sentence)).filter(Self.hasWrongNumber)
    }

    /// A unit in the plural after 1, or in the singular after any other number.
    static func hasWrongNumber(_ sentence: String) -> Bool {
        let words = sentence.split { " (".contains($0) }
        return zip(words, words.dropFirst()).contains { number, unit in
            // A number with a comma behind it counts nothing: “(week 2, week 5)”.
            guard let number = Double(number) else { return false }
            return (number == 1 ? units.map { "\($0)s" } : units).contains(String(unit.prefix(while: \.isLetter)))
        }
    }

    private static let units = ["turn", "week", "session", "point", "change", "trainee"]

    // MARK: - What has become of it

    private func isTrue(_ reason: String, _ view: WhyView) throws -> Bool {
        if let rest = reason.after("it was called off: ") {
            return session?.isCalledOff == true && session?.cancellation == rest
        }
        if reason == "its hour passed before it was announced to anybody, so it was not held" {
            return session.map { $0.status == .tentative && $0.start <= facts.now } ?? false
        }
        if let known = reason.before("; what was weighed then is not stored, so this is by what is stored now") {
            return isTrueOfKnown(known)
        }
        if let rest = reason.after("stored is ") {
            guard let session, session.status != .cancelled,
                rest.hasPrefix(
                    "\(session.mentor.name), \(session.localStart.date) \(session.localStart.time) \(session.zone); "),
                let offer = reading.offers[turn]
            else { return false }
            return offer.mentor != session.mentor.id || offer.local.instant != session.start
        }
        if let rest = reason.after("nobody leads it: ") {
            return try reading.offers[turn] == nil && isTrueOfNobody(rest)
        }
        return try isTrueOfLed(reason) || isTrueOfLeader(reason, view)
    }

    /// Who led it is no mentor any more.
    func isTrueOfLed(_ reason: String) -> Bool {
        guard let session, session.start <= facts.now, session.status == .announced else { return false }
        return reason == "\(session.mentor.name) led it, who is no mentor of \(turn.region.usualTitle) now"
            && !reading.mentors(of: turn.region).contains { $0.person.id == session.mentor.id }
    }

    /// It is looked back at because people know it, and by what.
    private func isTrueOfKnown(_ known: String) -> Bool {
        guard let session, reading.offers[turn]?.mentor == session.mentor.id else { return false }
        switch known {
        case "it has begun or is over": return session.status == .announced && session.start <= facts.now
        case "it has been announced and stays": return session.status == .announced && session.start > facts.now
        default:
            return session.isAgreed
                && known == "\(session.mentor.name) took it over by agreement of two mentors, which stays"
        }
    }

    private func isTrueOfLeader(_ reason: String, _ view: WhyView) throws -> Bool {
        guard let offer = reading.offers[turn],
            let mentor = reading.mentors(of: turn.region).first(where: { $0.person.id == offer.mentor })
        else { return false }
        // What people know is told of by what is stored.
        let stored = facts.sessions.filter { _, session in
            session.mentor.id == offer.mentor && session.status != .cancelled
                && !(session.status == .tentative && session.start <= facts.now)
        }
        let weeks = reading.known == turn ? stored.map(\.key.week).sorted() : reading.weeks(of: offer.mentor)
        let share = reading.fairShare(of: mentor)
        let around = [
            weeks.last { $0 < turn.week }.map { "the last before in week \($0)" },
            weeks.first { $0 > turn.week }.map { "the next in week \($0)" },
        ].compactMap(\.self).joined(separator: ", ")
        let expected =
            "\(mentor.person.name) leads \(reading.counted(weeks.count, "turn")) this season, a fair share being \(share) "
            + (share == "1" ? "turn" : "turns") + (around.isEmpty ? "" : "; \(around)")
        guard let rest = reason.after(expected) else { return false }
        guard rest == "; nobody else of \(turn.region.usualTitle) could lead it" else { return rest.isEmpty }
        return try reading.mentors(of: turn.region).filter { $0.person.id != offer.mentor }.allSatisfy { other in
            try reading.freeTimes(of: other, at: turn).allSatisfy { reading.isBarred(other, at: $0, for: turn) }
        }
    }

    // MARK: - Nobody

    /// Why nobody leads a turn, or why it wants no session.
    func isTrueOfNobody(_ reason: String) throws -> Bool {
        reading.turns.contains(turn) ? try isTrueOfGap(reason) : isTrueOfNoTurn(reason)
    }

    private func isTrueOfNoTurn(_ reason: String) -> Bool {
        let days = (0..<7).map { facts.program.season.monday(ofWeek: turn.week).adding(days: $0) }
        let isOver = days[6].adding(days: 1).midnightUTC.adding(seconds: 12 * 3600) <= facts.now
        if let rest = reason.after("called off: ") {
            return session?.isCalledOff == true && session?.cancellation == rest
        }
        if reason == "its session was never announced, and its hour has passed" {
            return session.map { $0.status == .tentative && $0.start <= facts.now } ?? false
        }
        if let rest = reason.after("frozen: ") {
            let freezes = days.map { reading.frozen(turn.region, on: $0) }
            return freezes.allSatisfy { !$0.isEmpty }
                && rest == Set(freezes.flatMap(\.self).map(\.reason)).sorted().joined(separator: ", ")
        }
        if reason == "the week is over" { return isOver }
        if reason == "another region has this week's turn" {
            let others = facts.program.regions.filter { $0 != turn.region }.map { Turn(week: turn.week, region: $0) }
            return facts.program.cadence == .oneRegionAWeek
                && others.contains { reading.turns.contains($0) || facts.sessions[$0] != nil }
        }
        return false
    }

    private func isTrueOfGap(_ reason: String) throws -> Bool {
        let mentors = reading.mentors(of: turn.region)
        let withTimes = mentors.filter { !reading.times(of: $0, in: turn.week).isEmpty }
        let usable = try mentors.filter { try !reading.freeTimes(of: $0, at: turn).isEmpty }
        let region = turn.region.usualTitle
        if reason == "\(region) has no mentor" { return mentors.isEmpty }
        if reason == "no mentor of \(region) has a slot that week" { return !mentors.isEmpty && withTimes.isEmpty }
        if let rest = reason.after("no mentor of \(region) has a slot that can be used that week (") {
            return try usable.isEmpty && isTrueOfHindered(rest, withTimes)
        }
        if reason == "a session that week would cost more elsewhere" {
            return try usable.contains { mentor in
                try reading.freeTimes(of: mentor, at: turn).contains { !reading.isBarred(mentor, at: $0, for: turn) }
            }
        }
        let all = reason.firstMatch(of: /^everybody with a slot that (can be used that )?week (?<barred>[^(]*)/)
        guard let all, !usable.isEmpty else { return false }
        let hindered = withTimes.filter { mentor in !usable.contains { $0.person.id == mentor.person.id } }
        let (barred, rest) = (String(all.output.barred), reason[all.range.upperBound...])
        guard (all.output.1 == nil) == hindered.isEmpty, (all.output.1 == nil) == rest.isEmpty else { return false }
        if !rest.isEmpty {
            guard try isTrueOfHindered(String(rest.dropFirst()), hindered) else { return false }
        }
        return try isTrueOfBarred(barred.trimmed, usable)
    }

    /// `would lead again within 2 weeks, or leads as often that month as they may`.
    private func isTrueOfBarred(_ words: String, _ mentors: [Mentor]) throws -> Bool {
        let full = "leads as often that month as they may"
        let gap = words.firstMatch(of: /^would lead again within (\d+) weeks?/).flatMap { Int($0.output.1) }
        let isWhole =
            gap.map {
                ["", ", or \(full)"].contains(
                    String(words.dropFirst("would lead again within \(reading.counted($0, "week"))".count)))
            }
            ?? (words == full)
        let saysFull = words.hasSuffix(full)
        let isGapTrue = gap.map { gap in
            mentors.contains { $0.minGapWeeks == gap && !reading.tooNear($0, turn).isEmpty }
        }
        return try isWhole && isGapTrue != false
            && mentors.allSatisfy { mentor in
                try reading.freeTimes(of: mentor, at: turn).allSatisfy { time in
                    let isNear = gap.map { mentor.minGapWeeks <= $0 && !reading.tooNear(mentor, turn).isEmpty } ?? false
                    return isNear || saysFull && reading.isMonthFull(mentor, at: time, but: turn)
                }
            }
    }

    /// `Zoe is away or has one in the past, Ben attends another session then)`: of all who have a slot, and in their order.
    private func isTrueOfHindered(_ text: String, _ mentors: [Mentor]) throws -> Bool {
        var rest = text
        for (index, mentor) in mentors.enumerated() {
            let words = try reading.times(of: mentor, in: turn.week).flatMap {
                try reading.hindrances(to: mentor, at: $0, for: turn).map(\.words)
            }
            guard let named = rest.after("\(mentor.person.name) ") else { return false }
            rest = named
            while true {
                guard let next = words.compactMap({ rest.after($0) }).min(by: { $0.count < $1.count }) else {
                    return false
                }
                rest = next
                guard let more = rest.after(" or ") else { break }
                rest = more
            }
            guard let next = rest.after(index + 1 < mentors.count ? ", " : ")") else { return false }
            rest = next
        }
        return rest.isEmpty
    }
}

extension String {
    /// What stands behind a beginning; nil where it does not begin so.
    func after(_ beginning: String) -> String? { hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil }

    /// What stands before an end; nil where it does not end so.
    func before(_ end: String) -> String? { hasSuffix(end) ? String(dropLast(end.count)) : nil }

    /// Without blanks at its end.
    var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
