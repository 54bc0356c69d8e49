package import CivilTime
import Mentoring

/// What would get worse in a season if another mentor led one of its turns, with the facts, by the level at which it would.
package enum Loss: Hashable, Sendable {
    /// Whom it concerns: the mentor who would have the turn, or another of that name.
    package enum Subject: Hashable, Sendable {
        /// Whoever would have the turn.
        case they
        /// Another.
        case other(String)

        fileprivate var words: String {
            switch self {
            case .they: "they"
            case .other(let name): name
            }
        }
    }

    /// A turn that nobody could lead; the region's title is nil for the region asked about.
    package struct OpenTurn: Hashable, Sendable {
        let week: Int
        let region: String?

        /// A turn of a week.
        package init(week: Int, region: String?) {
            self.week = week
            self.region = region
        }
    }

    /// Of how many turns somebody would have how many.
    package struct Load: Hashable, Sendable {
        let subject: Subject
        let now: Int
        let then: Int
        let bound: Double

        /// So many turns then instead of now, where so many are fair: their share, or the most.
        package init(_ subject: Subject, now: Int, then: Int, bound: Double) {
            self.subject = subject
            self.now = now
            self.then = then
            self.bound = bound
        }
    }

    /// Two turns of somebody that would lie nearer than is aimed at.
    package struct NearTurns: Hashable, Sendable {
        let subject: Subject
        let first: Int
        let second: Int
        let hoped: Int

        /// Turns in two weeks, where so many weeks are aimed at.
        package init(_ subject: Subject, _ first: Int, _ second: Int, hoped: Int) {
            self.subject = subject
            self.first = first
            self.second = second
            self.hoped = hoped
        }
    }

    /// The turn itself would have nobody.
    case turnItself
    /// Others would, in the order of the season.
    case uncovered([OpenTurn])
    /// Somebody would lead more than is fair at the most.
    case overload([Load])
    /// The hours would be worse for trainees.
    case misery(WorseHours?)
    /// Whoever has the hardest hours would have them harder: so many points over the season.
    case painmax(zone: TimeZoneID, points: Int, before: Int)
    /// The same, of nobody in particular.
    case somebodysPain
    /// The turns would be shared less evenly: who would have more first.
    case load([Load])
    /// Turns would lie closer to each other.
    case spacing([NearTurns])
    /// What people know already would change.
    case stability
    /// Mentors would get slots that they like less: how little this one is liked, and so many points of that over the season.
    case preference(own: Int, before: Int, points: Int, pointsBefore: Int)
}

/// Trainees of one zone, and others, whose best session of a week would be worse.
package struct WorseHours: Hashable, Sendable {
    let heads: Int
    let zone: TimeZoneID
    let week: Int
    let before: LocalTime?
    let after: LocalTime?
    let isOfTurn: Bool
    let others: Int

    /// So many of a zone, when their best session begins on their clock now and would, nil where there is none, whether that would be the
    /// turn asked about, and how many others fare worse.
    package init(
        heads: Int, zone: TimeZoneID, week: Int, before: LocalTime?, after: LocalTime?, isOfTurn: Bool, others: Int
    ) {
        (self.heads, self.zone, self.week) = (heads, zone, week)
        (self.before, self.after, self.isOfTurn) = (before, after, isOfTurn)
        self.others = others
    }

    fileprivate var text: String {
        let who = "\(heads.counted("trainee")) in \(zone.city)"
        let verb = heads == 1 ? "has" : "have"
        let before = before.map { "\($0)" } ?? "none"
        let more = others == 0 ? "" : ", and \(others) more fare worse"
        guard let after else {
            return "in week \(week) \(who), who now \(verb) \(before), would have no session\(more)"
        }
        return isOfTurn
            ? "their session would begin at \(after) for \(who), who \(verb) \(before) now\(more)"
            : "in week \(week) the best session for \(who) would begin at \(after), not at \(before)\(more)"
    }
}

extension Loss {
    /// The loss as a clause.
    var text: String {
        switch self {
        case .turnItself: "the turn would have nobody"
        case .uncovered(let open): Self.uncovered(open)
        case .overload(let loads): Self.overload(loads)
        case .misery(let worse): worse?.text ?? "the hours would be worse for the trainees"
        case .painmax(let zone, let points, let before):
            "whoever has the hardest hours would have them harder: trainees in \(zone.city) "
                + "\(points.counted("point")) instead of \(before) over the season (1 for the edge of the day, 4 for the night or none)"
        case .somebodysPain: "the hours would be worse for somebody"
        case .load(let loads): Self.load(loads)
        case .spacing(let pairs): Self.spacing(pairs)
        case .stability: "sessions that people know already would change"
        case .preference(let own, let before, let points, let pointsBefore):
            (own > before ? "they like the slot less (prefer \(own), where 0 is liked best), and " : "")
                + "over the season mentors would get slots that they like less "
                + "(\(points.counted("point")) of “prefer” instead of \(pointsBefore))"
        }
    }

    private static func uncovered(_ open: [OpenTurn]) -> String {
        guard let first = open.first else { return "more turns would have nobody" }
        let named = open.map { "week \($0.week)\($0.region.map { " of \($0)" } ?? "")" }
        return open.count == 1
            ? "then nobody could lead in week \(first.week)\(first.region.map { " of \($0)" } ?? "")"
            : "then nobody could lead in \(open.count) other turns (\(named.prefix(3).joined(separator: ", "))\(open.count > 3 ? ", …" : ""))"
    }

    private static func overload(_ loads: [Load]) -> String {
        loads.isEmpty
            ? "more turns would go beyond what is fair"
            : loads.map {
                "\($0.subject.words) would lead \($0.then.counted("turn")), where \(Int($0.bound)) is the most that is fair"
            }.joined(separator: ", and ")
    }

    private static func load(_ loads: [Load]) -> String {
        guard !loads.isEmpty else { return "the turns would be shared less evenly" }
        let clauses = loads.enumerated().map { index, load in
            load.subject.words + (index == 0 ? " would lead \(load.then.counted("turn"))" : " \(load.then)")
                + " instead of \(load.now)"
        }
        let shares = loads.map(\.bound.inTurns)
        let fair =
            Set(shares).count == 1
            ? "a fair share is \(shares[0]) \(shares[0] == "1" ? "turn" : "turns")"
            : "fair shares in turns are \(shares.joined(separator: ", "))"
        return "\(clauses.joined(separator: ", ")) (\(fair))"
    }

    private static func spacing(_ pairs: [NearTurns]) -> String {
        guard let first = pairs.first(where: { $0.subject == .they }) ?? pairs.first else {
            return "turns would lie closer to each other"
        }
        return
            "\(first.subject.words) would lead in weeks \(first.first) and \(first.second), where \(first.hoped) weeks between turns are aimed at"
            + (pairs.count > 1 ? ", and there would be more like that" : "")
    }
}
