/// How many regions meet in a week that meets.
public enum Cadence: String, CaseIterable, Sendable, Codable {
    /// Every region has a session every week.
    case everyRegion = "every-region"
    /// One session a week; the regions take turns.
    case oneRegionAWeek = "one-region-a-week"
}
