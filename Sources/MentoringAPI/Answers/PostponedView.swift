public import Mentoring
public import TimeZoneCatalog

/// Meetings whose week is frozen and that were to be held in a later one.
public struct PostponedView: Codable, Hashable, Sendable {
    /// The meeting week that is frozen.
    public var week: Int
    /// Whose meetings they are.
    public var regions: [Region]
    /// The week in which they are held instead; null when there is none, and they are left out.
    public var to: Int?
    /// Why the week is frozen and, where they are left out, why.
    public var reason: String

    package init(_ move: MeetingGrid.Move) {
        week = move.week
        regions = move.regions
        to = move.to
        reason = move.reason + (move.grounds.map { "; \($0)" } ?? "")
    }

    /// `week 5, Asia, Europe: postponed to week 6 (release)`.
    public func inWords(calling titles: RegionTitles?) -> String {
        "week \(week), \(regions.map { titles[$0] }.joined(separator: ", ")): "
            + (to.map { "postponed to week \($0) (\(reason))" } ?? "left out (\(reason))")
    }
}
