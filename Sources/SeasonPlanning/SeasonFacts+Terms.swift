import CivilTime
package import Mentoring

extension SeasonFacts {
    /// What a mentor has agreed to and goes beyond by leading a session, in sentences, as far as those may know it whom these facts
    /// are for.
    ///
    /// - Parameters:
    ///   - mentor: who leads it, or would.
    ///   - session: the session.
    ///   - turns: what else they lead this season; what they lead beside it, in whichever program, counts by itself.
    /// - Returns: a sentence for the gap, and one for the month.
    package func excesses(of mentor: Mentor, leading session: Session, beside turns: [Session]) -> [String] {
        let elsewhere = (engagements[mentor.person.id] ?? []).filter(\.leads)
        let told = elsewhere.filter { isTold($0, of: mentor.person) }
        let led = (turns + told.map(\.session)).filter { $0.id != session.id }
        let day = session.localStart.date
        var sentences: [String] = []
        if let near = led.first(where: { abs($0.localStart.date.weeks(from: day)) < mentor.minGapWeeks }) {
            let seen = self.seen(of: mentor.person.id).union([program.name])
            let isSeen = seen.contains(near.code.program)
            let what = isSeen ? "\(near.code)" : "a turn in another program"
            let gap = mentor.minGapWeeks.counted("week")
            sentences.append("Less than \(gap) from \(what); their turns are to lie at least \(gap) apart.")
        }
        let others = led.count { $0.localStart.date.isSameMonth(as: day) }
        if others >= mentor.maxPerMonth {
            // What some may not know of is not told by a number that leaves it out, either.
            let count = told == elsewhere ? "Number \(others + 1)" : "One more than they agreed to"
            sentences.append("\(count) in that month; they are to lead at most \(mentor.maxPerMonth).")
        }
        return sentences
    }
}
