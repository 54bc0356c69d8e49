package import CivilTime
package import Mentoring

/// Why a session would not stand when it is, so that the next plan gives it up, with the facts.
package enum SessionObjection: Hashable, Sendable {
    /// Whoever leads it mentors another region by now; nil is whoever was taken out.
    case otherRegion(mentor: String?, region: String)
    /// Whoever leads it mentors the program no more.
    case noMentor(String?, Program.Name)
    /// Its day is frozen.
    case frozen(LocalDate, reason: String)
    /// Whoever leads it is away on that day of theirs.
    case away(mentor: String, on: LocalDate)

    /// The reason as a clause.
    package var text: String {
        switch self {
        case .otherRegion(let mentor, let region): "\(mentor ?? Self.unnamed) leads no sessions of \(region) any more"
        case .noMentor(let mentor, let program): "\(mentor ?? Self.unnamed) mentors \(program) no more"
        case .frozen(let day, let reason): "\(day) is frozen (\(OneLine.shown(reason)))"
        case .away(let mentor, let day): "\(mentor) is away on \(day)"
        }
    }

    private static let unnamed = "its mentor"
}

/// Why the turn of a session that was called off is not its own any more, with the facts.
package enum LostTurn: Hashable, Sendable {
    /// The season of that name does not begin on that day any more.
    case otherSeason(Season.Name, start: LocalDate)
    /// The season ends with that week now.
    case seasonEnds(week: Int)
    /// The region takes no part in the season any more.
    case noPart(region: String)
    /// Another session has the week.
    case weekTaken(SessionCode)
    /// Another session is held instead.
    case heldInstead(SessionCode)

    /// The reason as a clause.
    package var text: String {
        switch self {
        case .otherSeason(let name, let start): "the season \(name) does not begin on \(start) any more"
        case .seasonEnds(let week): "the season ends with week \(week) now"
        case .noPart(let region): "\(region) takes no part in the season any more"
        case .weekTaken(let code): "\(code) has the week by now"
        case .heldInstead(let code): "\(code) is held instead"
        }
    }
}

/// What a mentor has agreed to and would go beyond, with the facts.
package enum BeyondTerms: Hashable, Sendable {
    /// A turn fewer weeks away than they want between turns; nil is one in another program.
    case tooNear(SessionCode?, minGap: Int)
    /// One more session in a month than they are to lead; which it is, unless that would tell what is not to be known.
    case month(number: Int?, most: Int)

    /// The sentence.
    package var text: String {
        switch self {
        case .tooNear(let code, let minGap):
            "Less than \(minGap.counted("week")) from \(code.map { "\($0)" } ?? "a turn in another program"); "
                + "their turns are to lie at least \(minGap.counted("week")) apart."
        case .month(let number, let most):
            "\(number.map { "Number \($0)" } ?? "One more than they agreed to") in that month; "
                + "they are to lead at most \(most)."
        }
    }
}
