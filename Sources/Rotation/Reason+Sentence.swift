extension Reason {
    /// The reason as one English sentence; weeks are counted from 1, as people do.
    public var sentence: String {
        switch outcome {
        case .announced(let slot): "\(demand): \(slot) stays, because it has been announced."
        case .chosen(let slot, let alternatives): "\(demand): \(slot) was chosen; \(Self.clause(for: alternatives))."
        case .uncovered(let gap): "\(demand): uncovered; \(gap.clause)."
        }
    }

    private static func clause(for alternatives: [Alternative]) -> String {
        guard !alternatives.isEmpty else { return "no other slot fits" }
        let possible = alternatives.prefix { if case .impossible = $0.effect { false } else { true } }
        guard let nearest = possible.first else {
            return "none of \(count(alternatives.count, "other slot")) could be taken"
        }
        return "\(possible.count) of \(count(alternatives.count, "other slot")) could be taken, "
            + "and the best found, \(nearest.slot), \(nearest.effect.clause)"
    }
}

extension Reason.Gap {
    fileprivate var clause: String {
        switch self {
        case .noMentor(let region, let program): "no mentor of \(region) serves \(program)"
        case .noSlot(let region, let week): "no mentor of \(region) has a slot in week \(week + 1)"
        case .allBarred(let taken, let tooClose, let minGap, let monthFull):
            switch (taken, tooClose, monthFull) {
            case (_, 0, 0): "every slot that fits is taken by another demand"
            case (0, _, 0):
                "every slot that fits is fewer than \(count(minGap, "week")) from another turn of its mentor"
            case (0, 0, _): "every mentor with a slot has reached the monthly limit"
            default:
                "of the slots that fit \(taken) are taken, \(tooClose) too close to another turn of their mentor "
                    + "and \(monthFull) beyond the monthly limit"
            }
        case .tooDear(let alternative): "\(alternative.slot) is free, but \(alternative.effect.clause)"
        }
    }
}

extension Reason.Effect {
    fileprivate var clause: String {
        switch self {
        case .impossible(let barrier): barrier.clause
        case .changes(let level, let change) where change > 0: "would raise \(level.rawValue) by \(change)"
        case .changes(let level, let change): "would lower \(level.rawValue) by \(-change)"
        case .none: "would do as well"
        }
    }
}

extension Reason.Barrier {
    /// What to say of the barred slot, as in "s1 is taken by d1".
    var clause: String {
        switch self {
        case .taken(let demand): "is taken by \(demand)"
        case .tooClose(let week, let minGap):
            "is fewer than \(count(minGap, "week")) from its mentor's turn in week \(week + 1)"
        case .monthFull(let limit): "is beyond its mentor's monthly limit of \(limit)"
        }
    }
}

private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
}
