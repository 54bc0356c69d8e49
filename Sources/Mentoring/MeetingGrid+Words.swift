public import TimeZoneCatalog

extension MeetingGrid {
    /// Why a region does not meet in a week, for people; nil where it may.
    ///
    /// - Parameters:
    ///   - region: whose week it is.
    ///   - week: the week of the season.
    ///   - program: what the program is called in a sentence.
    /// - Returns: `no meeting that week: nova meets every 2 weeks; the next is week 5`, or `frozen: feature freeze; postponed
    ///   to week 6`.
    public func reason(against region: Region, in week: Int, of program: String) -> String? {
        switch self[region, week] {
        case .meets, .meetsInstead: nil
        case .noMeeting: "no meeting that week: \(program) meets \(meets.inWords); \(following(week, region))"
        case .skipped(let reason, let loss): "frozen: \(reason)\(loss.clause)"
        case .postponed(let reason, let later): "frozen: \(reason); postponed to week \(later)"
        }
    }

    private func following(_ week: Int, _ region: Region) -> String {
        next(after: week, for: region).map { "the next is week \($0)" } ?? "there is none after it this season"
    }
}

extension MeetingGrid.Loss {
    /// What follows the freeze's reason in a sentence.
    var clause: String {
        switch self {
        case .asWished, .anotherRegion: ""
        case .noWeekBefore(let next):
            "; left out, since no week is free before the next meeting in week \(next)"
        case .seasonEnds: "; left out, since no week is free before the season ends"
        }
    }
}

extension MeetingGrid {
    /// A meeting whose week is frozen, and what becomes of it where it was to be postponed.
    public struct Move: Hashable, Sendable {
        /// The meeting week that is frozen.
        public let week: Int
        /// Whose meeting it is.
        public let region: Region
        /// The week in which it is held instead; nil when it is left out.
        public let to: Int?
        /// Why it is frozen, and why it is left out, if it is.
        public let reason: String
    }

    /// What becomes of each frozen meeting that was to be postponed, by week, then region; none where freezes skip.
    public var moves: [Move] {
        (1...season.weeks).flatMap { week in
            weeks.keys.sorted().compactMap { region -> Move? in
                switch self[region, week] {
                case .postponed(let reason, let later): Move(week: week, region: region, to: later, reason: reason)
                case .skipped(let reason, let loss) where !loss.clause.isEmpty:
                    Move(week: week, region: region, to: nil, reason: reason + loss.clause)
                case .meets, .meetsInstead, .noMeeting, .skipped: nil
                }
            }
        }
    }
}
