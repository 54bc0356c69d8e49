import CivilTime
package import Mentoring
package import Wording

extension SeasonFacts {
    /// What a mentor has agreed to and goes beyond by leading a session, as far as those may know it whom these facts
    /// are for.
    ///
    /// - Parameters:
    ///   - mentor: who leads it, or would.
    ///   - session: the session.
    ///   - turns: what else they lead this season; what they lead beside it, in whichever program, counts by itself.
    /// - Returns: one for the gap, and one for the month.
    package func excesses(of mentor: Mentor, leading session: Session, beside turns: [Session]) -> [BeyondTerms] {
        let elsewhere = (engagements[mentor.person.id] ?? []).filter(\.leads)
        let told = elsewhere.filter { isTold($0, of: mentor.person) }
        let led = (turns + told.map(\.session)).filter { $0.id != session.id }
        let day = session.localStart.date
        var excesses: [BeyondTerms] = []
        if let near = led.first(where: { abs($0.localStart.date.weeks(from: day)) < mentor.minGapWeeks }) {
            let seen = self.seen(of: mentor.person.id).union([program.name])
            let isSeen = seen.contains(near.code.program)
            excesses.append(.tooNear(isSeen ? near.code : nil, minGap: mentor.minGapWeeks))
        }
        let others = led.count { $0.localStart.date.isSameMonth(as: day) }
        if others >= mentor.maxPerMonth {
            // What some may not know of is not told by a number that leaves it out, either.
            excesses.append(.month(number: told == elsewhere ? others + 1 : nil, most: mentor.maxPerMonth))
        }
        return excesses
    }
}
