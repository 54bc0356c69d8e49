/// What an hour of the local day costs an attendee.
public struct AudienceTiers: Hashable, Sendable {
    /// The minutes of the local day that cost nothing.
    public var humane: Range<Int>
    /// The minutes of the local day that cost `nightCost`.
    public var night: Range<Int>
    /// The cost of a session neither wholly in humane hours nor touching the night.
    public var edgeCost: Int
    /// The cost of a session that touches the night, and of having no session at all.
    public var nightCost: Int

    /// Tiers by minutes of the local day, within 0..<1440.
    public init(humane: Range<Int>, night: Range<Int>, edgeCost: Int, nightCost: Int) {
        self.humane = humane
        self.night = night
        self.edgeCost = edgeCost
        self.nightCost = nightCost
    }

    /// Humane from 08:00 to 22:00, night from 00:00 to 06:00.
    public static let standard = AudienceTiers(humane: 480..<1320, night: 0..<360, edgeCost: 1, nightCost: 4)

    /// The cost of a session that starts at a local minute (any Int; only its place in the day counts) and lasts
    /// 1 to 1440 minutes.
    func cost(localStart: Int, minutes: Int) -> Int {
        let start = localStart.floorRemainder(by: 1440)
        let end = start + minutes
        if touches(night, start, end) || touches(night, start - 1440, end - 1440) { return nightCost }
        let isWithinDay = humane.lowerBound <= start && end <= humane.upperBound
        return isWithinDay || humane == 0..<1440 ? 0 : edgeCost
    }

    private func touches(_ range: Range<Int>, _ start: Int, _ end: Int) -> Bool {
        !range.isEmpty && start < range.upperBound && range.lowerBound < end
    }
}
