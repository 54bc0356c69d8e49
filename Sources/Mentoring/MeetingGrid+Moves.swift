public import TimeZoneCatalog

extension MeetingGrid {
    /// Regions' meetings whose week is frozen, and what becomes of them where frozen weeks are to be postponed.
    public struct Move: Hashable, Sendable {
        /// The meeting week that is frozen.
        public let week: Int
        /// Whose meetings they are, in the order of regions.
        public let regions: [Region]
        /// The week in which they are held instead; nil when they are left out.
        public let to: Int?
        /// Why the week is frozen.
        public let reason: String
        /// Why they are left out; nil when they are not.
        public let grounds: String?
    }

    /// What becomes of each frozen meeting that was to be postponed, by week; none where freezes skip.
    public func moves(where isShown: (Region, _ week: Int) -> Bool = { _, _ in true }) -> [Move] {
        (1...season.weeks).flatMap { week -> [Move] in
            let moves = weeks.keys.sorted().filter { isShown($0, week) }.compactMap { region -> Move? in
                switch self[region, week] {
                case .postponed(let reason, let later):
                    Move(week: week, regions: [region], to: later, reason: reason, grounds: nil)
                case .skipped(let reason, let loss):
                    loss.grounds.map { Move(week: week, regions: [region], to: nil, reason: reason, grounds: $0) }
                case .meets, .meetsInstead, .noMeeting: nil
                }
            }
            // Regions that fare alike are told of together.
            return moves.reduce(into: []) { together, move in
                if let index = together.firstIndex(where: { $0.fares(like: move) }) {
                    together[index] = Move(
                        week: week, regions: together[index].regions + move.regions, to: move.to, reason: move.reason,
                        grounds: move.grounds)
                } else {
                    together.append(move)
                }
            }
        }
    }

    /// What a freeze does to meetings that was not so before it, as in “it …”: `postpones week 5 to week 6`, or `leaves out week 9
    /// of Asia: no week is free before the season ends`.
    ///
    /// - Parameters:
    ///   - before: the grid without it.
    ///   - titles: what the program calls its regions.
    ///   - isOpen: whether it is still to be decided what becomes of a week's meeting.
    ///   - isLed: whether somebody leads a region's meeting in the week to which it is postponed; nil where nothing was planned.
    /// - Returns: each as in “it …”.
    package func remarks(
        since before: MeetingGrid, calling titles: RegionTitles = RegionTitles(),
        where isOpen: (Region, _ week: Int) -> Bool = { _, _ in true },
        isLed: (Region, _ week: Int) -> Bool? = { _, _ in nil }
    ) -> [String] {
        func named(_ regions: [Region]) -> String { regions.map { titles[$0] }.joined(separator: ", ") }
        return moves { self[$0, $1] != before[$0, $1] && isOpen($0, $1) }.map { move in
            let week = "week \(move.week)\(move.regions.count == weeks.count ? "" : " of \(named(move.regions))")"
            guard let later = move.to else { return "leaves out \(week): \(move.grounds ?? "")" }
            let postpones = "postpones \(week) to week \(later)"
            let unled = move.regions.filter { isLed($0, later) == false }
            guard unled.isEmpty else {
                let whose = unled.count == move.regions.count ? "" : "in \(named(unled)) "
                return "\(postpones), but \(whose)nobody can lead it then"
            }
            return postpones
                + (move.regions.allSatisfy { isLed($0, later) == true } ? "" : ", if somebody can lead it then")
        }
    }
}

extension MeetingGrid.Move {
    fileprivate func fares(like other: MeetingGrid.Move) -> Bool {
        (week, to, reason, grounds) == (other.week, other.to, other.reason, other.grounds)
    }
}
