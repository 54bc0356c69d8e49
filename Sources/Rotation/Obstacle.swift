/// What keeps a slot from being assigned; demands and slots are positions in the problem's lists.
enum Obstacle: Hashable {
    /// Another demand has it.
    case taken(by: Int)
    /// Its mentor has a turn, at another slot, fewer than `minGap` weeks away.
    case tooClose(to: Int, minGap: Int)
    /// Its mentor has as many sessions in that month as allowed.
    case monthFull(limit: Int)

    /// Whether no limit could be raised so far that the slot may be assigned: nobody leads twice in a week.
    func isAbsolute(for slot: Slot, of slots: [Slot]) -> Bool {
        switch self {
        case .taken: true
        case .tooClose(let turn, _): slots[turn].week == slot.week
        case .monthFull: false
        }
    }
}

/// The demands that stand between a slot and its assignment.
struct Conflicts {
    /// All of these have to go.
    var blocking: [Int] = []
    /// So many of these have to go.
    var surplusInMonth = 0
    var inFullMonth: [Int] = []
}
