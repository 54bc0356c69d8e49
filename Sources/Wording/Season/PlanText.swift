package import CivilTime
import Mentoring
package import MentoringAPI
import TimeZoneCatalog

/// A plan for an organizer's eyes: first what changes, then the season, what is missing, and how the load is shared.
package struct PlanText {
    package let plan: PlanView
    package let zones: [ZoneRules]

    package init(_ plan: PlanView, zones: [ZoneRules]) {
        self.plan = plan
        self.zones = zones
    }

    package var text: String {
        let first =
            plan.consequences.map { [ConsequencesText($0, calling: plan.regionTitles).text] }
            ?? [headline, missed, clocks, changes, places, told]
        let season = SeasonTable(plan.sessions, zones: zones).text
        return
            (first + [fewest, season, postponed, uncovered, shares] + plan.duties.map { DutyPlanText($0).text } + [
                explanations
            ])
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// Only what changes, what is new too, with what it does to people.
    package var changesOnly: String {
        if let consequences = plan.consequences {
            return ConsequencesText(consequences, calling: plan.regionTitles).text
        }
        guard plan.isChange else { return "nothing changes" }
        let sessions = plan.changes.map { Paragraph.of($0.inWords) }.joined(separator: "\n")
        let duties = plan.duties.map { DutyPlanText($0).changesOnly }
        return ([headline, clocks, sessions, places, told] + duties).filter { !$0.isEmpty }
            .joined(separator: "\n\n")
    }

    private var headline: String {
        let count = Set(plan.changes.map(\.session)).count
        let changed =
            "\(count) of \(plan.sessions.count.counted("session")) \(count == 1 ? "changes" : "change")"
        let told =
            "\(plan.announced) \(plan.announced == 1 ? "becomes" : "become") announced, \(People.told(plan.told))"
        return plan.published ? "\(changed), \(told)" : "if published: \(changed), \(told)"
    }

    private var missed: String { plan.missed.map { Paragraph.of($0.inWords) } ?? "" }

    private var clocks: String {
        guard let adoption = plan.timeZones, !adoption.moves.isEmpty else { return "" }
        return (["tz data \(adoption.to) instead of \(adoption.from ?? ""):"] + adoption.moves.map(\.summary))
            .joined(separator: "\n")
    }

    private var changes: String {
        plan.changes.filter { $0.kind != .new }.map { Paragraph.of($0.inWords) }.joined(separator: "\n")
    }

    /// Who loses a place, whom a seat passes by, and who moves up.
    private var places: String {
        let lines =
            EffectsText.lost(plan.lost, others: plan.lostElsewhere, isDone: plan.published)
            + EffectsText.passedBy(plan.passedBy)
            + EffectsText.promotions(
                plan.promotions, others: plan.promotedElsewhere, in: "the waiting lists of other programs")
        return lines.map { Paragraph.of($0) }.joined(separator: "\n")
    }

    private var told: String {
        EffectsText.told(plan.toldNames, of: plan.told, others: "by other programs").map { Paragraph.of($0) } ?? ""
    }

    /// Whether what was known before changes as little as it can.
    private var fewest: String {
        if let price = plan.price, price.allowed > 0 {
            let turns = price.turns.map { "\($0.mentor) \($0.without) → \($0.with)" }.joined(separator: ", ")
            let most =
                "\(price.spent) of at most \(price.allowed) tentative turns change beyond the \(price.must) that must"
            let gain = turns.isEmpty ? "" : "; turns of the season: \(turns)"
            return Paragraph.of("\(most)\(gain) (--changes 0 changes only what must)")
        }
        guard plan.changes.contains(where: { $0.kind != .new }), let stability = plan.proof["stability"],
            let uncovered = plan.proof["uncovered"]
        else { return "" }
        return stability.value == stability.bound && uncovered.value == uncovered.bound
            ? "no plan that covers as many turns changes less (proved)"
            : "a plan that changes less was not found; that there is none is not proved"
    }

    private var explanations: String {
        guard let explanations = plan.explanations, !explanations.isEmpty else { return "" }
        let title = Paragraph.of(
            "Why (if one turn alone were another's; meridian why SESSION plans the season anew around each)")
        let words = Set(explanations.flatMap(\.briefWords))
        return ([title] + explanations.map(\.brief) + [Array(words).legend()].filter { !$0.isEmpty })
            .joined(separator: "\n")
    }

    private var uncovered: String {
        guard !plan.uncovered.isEmpty else {
            let isOver = !plan.sessions.isEmpty && plan.sessions.allSatisfy(\.isNoMore)
            if isOver { return "no turn is to come" }
            return plan.missed == nil ? "every turn is covered" : "every turn to come is covered"
        }
        return
            (["\(plan.uncovered.count) \(plan.uncovered.count == 1 ? "turn has" : "turns have") no mentor:"]
            + plan.uncovered.map { Paragraph.of("week \($0.week), \(plan.regionTitles[$0.region]): \($0.reason)") })
            .joined(separator: "\n")
    }

    private var postponed: String {
        (plan.postponed ?? []).map {
            Paragraph.of(($0.session == nil ? "frozen: " : "") + $0.inWords(calling: plan.regionTitles))
        }.joined(separator: "\n")
    }

    private var shares: String {
        var table = Table([
            .init(title: "Region"), .init(title: "Mentor", isFlexible: true, isSubject: true),
            .init(title: "Turns", alignedRight: true),
            .init(title: "Weight", alignedRight: true), .init(title: "Carry", alignedRight: true),
            .init(title: "Off hours", alignedRight: true),
        ])
        for share in plan.fairness {
            table.add([
                plan.regionTitles.words([share.region]), share.mentor, "\(share.turns)", "\(share.weight)",
                "\(share.carry)",
                Paragraph.tenths(share.unsocialHours),
            ])
        }
        return table.text(explaining: .turn, .weight, .carry, .offHours)
    }
}

extension PlanView.Change {
    /// What differs, with what it was.
    package var inWords: String {
        switch kind {
        case .dropped:
            "\(session) is dropped, was \(from ?? "")"
                + (to.map { "; \($0) is held instead, with its seats and its queue" } ?? "")
        case .mentor: "\(session) goes to \(to ?? ""), was \(from ?? "")"
        case .moved: "\(session) moves to \(to ?? ""), was \(from ?? "")"
        case .new: "\(session) is new, \(to ?? "")"
        case .capacity: "\(session): capacity \(from ?? "") → \(to ?? "")"
        case .minutes: "\(session): minutes \(from ?? "") → \(to ?? "")"
        case .location: "\(session): location \(from ?? "") → \(to ?? "")"
        }
    }
}

extension SessionView {
    /// Whether it was held, or is not, and will not be.
    fileprivate var isNoMore: Bool { notHeld == true || status == .held || status == .cancelled }
}
