package import CivilTime
package import Mentoring
package import MentoringAPI
package import Rotation

/// What speaks against one mentor's leading one turn, with the facts.
package enum ObjectionReason: Hashable, Sendable {
    /// Nothing: they lead it.
    case leads
    /// They lead for one region, and the turn is another's; both by their titles.
    case otherRegion(leadsFor: String, not: String)
    /// Another turn of theirs; the turn asked about is in that week.
    case barred(Reason.Barrier, week: Int)
    /// With so many times on offer it would take too long to find out.
    case notLookedAt
    /// They have no slot that week.
    case noSlot
    /// They are away then, on those days where the program may know them.
    case away(DayRange?)
    /// Their slots leave out the days that would lie in the week: each with its days.
    case leftOut([LeftOutDays])
    /// Their times that week are hindered; the first three are told.
    case hindered([HinderedHour], in: Program.Name, seeing: Set<Program.Name>)
    /// They could lead it, some with another turn of theirs given up, and then the season would be worse.
    case worse(Barred?, Loss)
    /// The season would be as good.
    case tie(Barred?, TieBreak)
    /// The season would be better by what is stored now: so much of a level instead of that much.
    case better(Barred?, Level, Int, insteadOf: Int, Kept)

    /// A slot, and days that it leaves out.
    package struct LeftOutDays: Hashable, Sendable {
        let slot: Identifier<Mentoring.Slot>
        let days: [LocalDate]

        /// Days that a slot leaves out.
        package init(_ slot: Identifier<Mentoring.Slot>, _ days: [LocalDate]) {
            self.slot = slot
            self.days = days
        }
    }

    /// A time on a slot's wall, and what hinders it.
    package struct HinderedHour: Hashable, Sendable {
        let local: LocalDateTime
        let hindrance: Hindrance

        /// A time, and what hinders it.
        package init(_ local: LocalDateTime, _ hindrance: Hindrance) {
            self.local = local
            self.hindrance = hindrance
        }
    }

    /// What bars somebody as long as nothing else changes.
    package struct Barred: Hashable, Sendable {
        let barrier: Reason.Barrier
        let week: Int

        /// Another turn of theirs; the turn asked about is in that week.
        package init(_ barrier: Reason.Barrier, week: Int) {
            self.barrier = barrier
            self.week = week
        }

        var words: String { "\(barrier.words(at: week)); with that turn given up, " }
    }

    /// By which rule, of two seasons as good as each other, the planned one is taken.
    package enum TieBreak: Hashable, Sendable {
        /// By none.
        case cameFirst
        /// In the other the turn of that week has nobody.
        case earlierTurn(week: Int)
        /// People know this one.
        case known(Constancy)
        /// Its time in that week is earlier.
        case earlierTime(week: Int)
        /// It uses, in that week, the slot of one published before the other's.
        case earlierSlot(week: Int, String, Identifier<Mentoring.Slot>, String, Identifier<Mentoring.Slot>)
    }

    /// Why a season is kept though another would be better.
    package enum Kept: Hashable, Sendable {
        /// People know this turn.
        case turnIsKnown(Constancy)
        /// People know others.
        case othersAreKnown(Constancy)
        /// The planner did not find the other.
        case notFound
    }

    /// How little of what people know changes.
    package enum Constancy: Hashable, Sendable {
        /// As little as can be.
        case least
        /// So many turns at most beyond those that must.
        case atMost(Int)
    }
}

extension ObjectionReason {
    /// The sentence about a mentor of that name.
    package func sentence(of name: String) -> String {
        switch self {
        case .leads: "\(name) does lead it"
        case .otherRegion(let own, let other): "\(name) leads for \(own), not for \(other)"
        case .barred(let barrier, let week): "\(name) \(barrier.words(at: week))"
        case .notLookedAt: "\(name) was not looked at: with so many times on offer it would take too long"
        case .noSlot: "\(name) has no slot that week"
        case .away(let days): "\(name) is away then" + (days.map { ": \($0.from) to \($0.to)" } ?? "")
        case .leftOut(let slots):
            "\(name)’s "
                + slots.map { slot in
                    "slot \(slot.slot) leaves out \(slot.days.map { "\($0)" }.joined(separator: " and "))"
                }.joined(separator: ", ")
        case .hindered(let times, let program, let seen):
            "\(name)’s slot on "
                + times.prefix(3).map {
                    "\($0.local.date) \($0.local.time) \($0.hindrance.clause(in: program, seeing: seen))"
                }.joined(separator: ", that on ") + (times.count > 3 ? ", …" : "")
        case .worse(let barred, let loss): "\(name) \(barred?.words ?? "could lead, but ")\(loss.text)"
        case .tie(let barred, let rule):
            "\(name) \(barred?.words ?? "could lead, and ")the season would be as good. \(rule.text)"
        case .better(let barred, let level, let then, let now, let kept):
            "\(name) \(barred?.words ?? "could lead, and ")by what is stored now the season would be better"
                + " (\(level.words): \(level.counted(then)) instead of \(now)). \(kept.text)"
        }
    }
}

extension ObjectionReason.TieBreak {
    fileprivate var text: String {
        switch self {
        case .cameFirst: "The planner came upon this one first"
        case .earlierTurn(let week):
            "Of equals the one is taken in which the earlier turn, in week \(week), has somebody"
        case .known(let constancy): "People know this one, and \(constancy.text)"
        case .earlierTime(let week): "Of equals the earlier time is taken, in week \(week)"
        case .earlierSlot(let week, let mentor, let slot, let other, let otherSlot):
            "Of equals the one is taken that uses the slot published first: in week \(week) that is "
                + "\(mentor)’s slot \(slot) rather than \(other)’s slot \(otherSlot)"
        }
    }
}

extension ObjectionReason.Kept {
    fileprivate var text: String {
        switch self {
        case .turnIsKnown(let constancy): "But people know this one, and \(constancy.text)"
        case .othersAreKnown(let constancy): "But people know others of the season, and \(constancy.text)"
        case .notFound: "The planner did not find that season"
        }
    }
}

extension ObjectionReason.Constancy {
    fileprivate var text: String {
        switch self {
        case .least: "as little is changed as can be"
        case .atMost(let turns):
            "no more than \(turns) \(turns == 1 ? "turn changes" : "turns change") beyond those that must"
        }
    }
}

extension Reason.Barrier {
    /// As in "Zoe leads another session that week"; the turn asked about is in `week`.
    fileprivate func words(at week: Int) -> String {
        switch self {
        case .tooClose(let other, let minGap):
            other + 1 == week
                ? "leads another session that week"
                : "leads in week \(other + 1), and turns of theirs lie at least \(minGap.counted("week")) apart"
        case .monthFull(let limit):
            "leads that month already as often as they may (\(limit.counted("session")) a month)"
        case .taken: "has that slot taken by another turn"
        }
    }
}

extension ObjectionView {
    /// What is so by a rule, and hence needs no proof.
    package static func of(_ mentor: String, _ ground: Ground, _ reason: ObjectionReason) -> ObjectionView {
        ObjectionView(mentor: mentor, ground: ground, isProved: true, sentence: reason.sentence(of: mentor))
    }
}
