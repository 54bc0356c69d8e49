import CivilTime
import Mentoring
import SeasonPlanning
import TimeZoneCatalog

extension ReasonCheck {
    /// Whether what would get worse could, by what is planned: each number of the plan is the plan's.
    func isTrueOfLoss(_ words: String, _ mentor: Mentor) throws -> Bool {
        if words.hasPrefix("then nobody could lead in ") { return isTrueOfUncovered(words) }
        if words.contains(", where ") && words.contains(" is the most that is fair") {
            return isTrueOfOverload(words, mentor)
        }
        if words.contains("the hardest hours") { return try isTrueOfPain(words) }
        if words.contains("fair share") { return isTrueOfLoad(words, mentor) }
        if words.contains("weeks between turns are aimed at") { return isTrueOfSpacing(words, mentor) }
        if words.contains("of “prefer” instead of") { return try isTrueOfPreference(words, mentor) }
        return try isTrueOfHours(words, mentor)
    }

    /// Who is meant by a name, or by “they”.
    private func meant(_ name: Substring, _ mentor: Mentor) -> Mentor? {
        name == "they" ? mentor : facts.mentors.first { $0.person.name == name }
    }

    private func isTrueOfUncovered(_ words: String) -> Bool {
        let turns = words.matches(of: /week (\d+)(?: of (Asia|Europe|Americas))?/).compactMap { match in
            let region =
                match.output.2.map { title in facts.program.regions.first { $0.usualTitle == title } } ?? turn.region
            return region.flatMap { region in Int(match.output.1).map { Turn(week: $0, region: region) } }
        }
        let number = words.firstMatch(of: /in (\d+) other turns/).flatMap { Int($0.output.1) } ?? 1
        return !turns.isEmpty && turns.allSatisfy { reading.offers[$0] != nil && $0 != turn } && number >= turns.count
    }

    private func isTrueOfOverload(_ words: String, _ mentor: Mentor) -> Bool {
        words.split(separator: ", and ").allSatisfy { clause in
            guard
                let match = clause.wholeMatch(
                    of: /(\S+) would lead (\d+) turns?, where (\d+) is the most that is fair/),
                let who = meant(match.output.1, mentor), let then = Int(match.output.2), let most = Int(match.output.3)
            else { return false }
            let weights = reading.mentors(of: who.region).map(\.weight).reduce(0, +)
            let share = reading.turns.count { $0.region == who.region } * who.weight
            return most == (share + weights - 1) / weights + 1 && then > most
                && then > reading.weeks(of: who.person.id).count
        }
    }

    private func isTrueOfPain(_ words: String) throws -> Bool {
        guard
            let match = words.wholeMatch(
                of:
                    /whoever has the hardest hours would have them harder: trainees in (.+) (\d+) points? instead of (\d+) over the season .+/
            ), let then = Int(match.output.2), let now = Int(match.output.3)
        else { return false }
        let city = String(match.output.1)
        return try reading.trainees(in: city) != nil && now == reading.pain(in: city) && then > now
    }

    private func isTrueOfLoad(_ words: String, _ mentor: Mentor) -> Bool {
        let match = words.wholeMatch(of: /(.+) \((?:a fair share is (.+) turns?|fair shares in turns are (.+))\)/)
        guard let match else { return false }
        let clauses = match.output.1.split(separator: ", ").compactMap {
            $0.wholeMatch(of: /(\S+) (?:would lead )?(\d+)(?: turns?)? instead of (\d+)/)
        }
        let people = clauses.compactMap { meant($0.output.1, mentor) }
        guard people.count == match.output.1.split(separator: ", ").count else { return false }
        let shares = people.map { reading.fairShare(of: $0) }
        let told = (match.output.2 ?? match.output.3 ?? "").split(separator: ", ").map(String.init)
        return zip(people, clauses).allSatisfy { person, clause in
            Int(clause.output.3) == reading.weeks(of: person.person.id).count && clause.output.2 != clause.output.3
        } && (told == shares || told.count == 1 && Set(shares) == Set(told))
    }

    private func isTrueOfSpacing(_ words: String, _ mentor: Mentor) -> Bool {
        guard
            let match = words.firstMatch(
                of: /^(\S+) would lead in weeks (\d+) and (\d+), where (\d+) weeks between turns are aimed at/),
            let who = meant(match.output.1, mentor), let first = Int(match.output.2), let second = Int(match.output.3)
        else { return false }
        let weeks = reading.weeks(of: who.person.id)
        let isSo = zip(weeks, weeks.dropFirst()).contains { $0 == (first, second) }
        return !isSo && Int(match.output.4) == 2 * who.minGapWeeks && first < second
            && second - first < 2 * who.minGapWeeks
    }

    private func isTrueOfPreference(_ words: String, _ mentor: Mentor) throws -> Bool {
        guard let match = words.firstMatch(of: /\((\d+) points? of “prefer” instead of (\d+)\)/),
            let then = Int(match.output.1), let now = Int(match.output.2)
        else { return false }
        // What stands is not weighed.
        let sum = reading.offers.values.map(\.preference).reduce(0, +)
        guard then > now, now == sum else { return false }
        guard let own = words.firstMatch(of: #/^they like the slot less \(prefer (\d), where 0 is liked best\), and /#)
        else {
            return words.hasPrefix("over the season ")
        }
        let preference = Int(own.output.1)
        return try reading.freeTimes(of: mentor, at: turn).contains { $0.slot.pattern.preference == preference }
    }

    private func isTrueOfHours(_ words: String, _ mentor: Mentor) throws -> Bool {
        let clause = words.replacing(/, and (\d+) more fare worse$/, with: "")
        if let match = clause.wholeMatch(
            of: /their session would begin at (\S+) for (\d+) trainees? in (.+), who (?:has|have) (\S+) now/)
        {
            let city = String(match.output.3)
            guard let zone = reading.trainees(in: city)?.zone else { return false }
            let rules = try TimeZoneCatalog.shipped.rules(for: zone)
            let isTheirs = try reading.freeTimes(of: mentor, at: turn).contains {
                "\(rules.local(at: $0.start).time)" == match.output.1
            }
            return try isTheirs && isSo(match.output.4, match.output.2, in: city, week: turn.week)
        }
        if let match = clause.wholeMatch(
            of: /in week (\d+) (\d+) trainees? in (.+), who now (?:has|have) (\S+), would have no session/),
            let week = Int(match.output.1)
        {
            return try match.output.4 != "none"
                && isSo(match.output.4, match.output.2, in: String(match.output.3), week: week)
        }
        if let match = clause.wholeMatch(
            of: /in week (\d+) the best session for (\d+) trainees? in (.+) would begin at (\S+), not at (\S+)/),
            let week = Int(match.output.1)
        {
            return try match.output.4 != match.output.5
                && isSo(match.output.5, match.output.2, in: String(match.output.3), week: week)
        }
        return false
    }

    /// Whether so many trainees of a place have a session of a week at an hour on their clock.
    private func isSo(_ hour: Substring, _ heads: Substring, in city: String, week: Int) throws -> Bool {
        try reading.trainees(in: city)?.count == Int(heads)
            && reading.hours(ofWeek: week, in: city).contains(String(hour))
    }
}
