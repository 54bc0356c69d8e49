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

    /// What becomes of a meeting whose week is frozen: `postponed to week 6`, where a session is planned then.
    public static func words(postponedTo week: Int, isHeld: Bool) -> String {
        isHeld ? "postponed to week \(week)" : "would be held in week \(week), where none is planned"
    }

    private func following(_ week: Int, _ region: Region) -> String {
        next(after: week, for: region).map { "the next is week \($0)" } ?? "there is none after it this season"
    }
}

extension MeetingGrid.Loss {
    /// Why no other week is found, where one was looked for.
    var grounds: String? {
        switch self {
        case .asWished, .anotherRegion: nil
        case .noWeekBefore(let next): "no week is free before the next meeting in week \(next)"
        case .seasonEnds: "no week is free before the season ends"
        }
    }

    /// What follows the freeze's reason in a sentence.
    package var clause: String { grounds.map { "; left out, since \($0)" } ?? "" }
}
