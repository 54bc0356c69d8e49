import Mentoring

/// Why a week of a duty is nobody's, with the facts.
package enum UncoveredDutyReason: Hashable, Sendable {
    /// What keeps a volunteer from taking a week.
    package enum Hindrance: Hashable, Sendable {
        /// They are away.
        case away
        /// They have another duty then.
        case anotherDuty
        /// They had a week fewer weeks before than they want between turns.
        case hadOne(minGap: Int)
        /// They have one of the next season fewer weeks later.
        case hasOne(minGap: Int)
        /// They have had as many weeks that month as they may.
        case hadMonth(most: Int)
        /// They have as many that month, in other seasons.
        case monthFull(most: Int)

        /// As in "Zoe is away".
        var words: String {
            switch self {
            case .away: "is away"
            case .anotherDuty: "has another duty"
            case .hadOne(let gap): "had a week less than \(gap.counted("week")) before"
            case .hasOne(let gap): "has a week of the next season less than \(gap.counted("week")) later"
            case .hadMonth(let most): "has had \(most.counted("week")) that month"
            case .monthFull(let most): "has \(most.counted("week")) that month in other seasons"
            }
        }
    }

    /// A volunteer, by name, and what keeps them from it.
    package struct Hindered: Hashable, Sendable {
        let name: String
        let hindrance: Hindrance

        /// Somebody, and what keeps them from it.
        package init(_ name: String, _ hindrance: Hindrance) {
            self.name = name
            self.hindrance = hindrance
        }
    }

    /// Nobody volunteers.
    case nobodyVolunteers
    /// It begins too soon to be given to anybody.
    case tooSoon
    /// None of the volunteers can.
    case nobodyIsFree([Hindered])
    /// For each who is there it lies within so many weeks of another turn, or they have had so many weeks that month.
    case allBarred(isOnlyOne: Bool, minGap: Int?, most: Int?)
    /// Giving it to somebody would make the season worse.
    case tooDear
    /// The season is shorter.
    case seasonEnds
    /// The whole week is frozen.
    case frozen
    /// It has begun.
    case begun

    /// The reason as a clause.
    package var text: String {
        switch self {
        case .nobodyVolunteers: "nobody volunteers"
        case .tooSoon: "it begins too soon to give it to anybody"
        case .nobodyIsFree(let people) where people.allSatisfy { $0.hindrance == .away }:
            "everybody is away (\(people.map(\.name).joined(separator: ", ")))"
        case .nobodyIsFree(let people):
            "nobody is free that week (\(people.map { "\($0.name) \($0.hindrance.words)" }.joined(separator: ", ")))"
        case .allBarred(let isOnlyOne, let minGap, let most):
            Self.barred(
                isOnlyOne ? "the only volunteer" : "every volunteer who is there",
                gapped: minGap.map { "within \($0.counted("week")) of another turn" },
                often: most.map { "has had \($0.counted("week")) that month already" })
        case .tooDear: "giving it to somebody would cost more elsewhere"
        case .seasonEnds: "the season ends before it"
        case .frozen: "the whole week is frozen"
        case .begun: "it has begun"
        }
    }

    private static func barred(_ who: String, gapped: String?, often: String?) -> String {
        guard let often else { return "for \(who) it lies \(gapped ?? "")" }
        return gapped.map { "\(who) \(often), or it lies \($0)" } ?? "\(who) \(often)"
    }
}
