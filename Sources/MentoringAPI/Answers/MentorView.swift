public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// A mentor of a program, for its organizer.
public struct MentorView: Codable, Hashable, Sendable {
    /// The name other participants see.
    public var name: String
    /// The address.
    public var email: EmailAddress
    /// Where they read the clock.
    public var zone: TimeZoneID
    /// The region whose sessions they lead.
    public var region: Region
    /// What the program calls it; null from a server of before that could be said.
    public var regionTitle: String?
    /// Share of the load.
    public var weight: Int
    /// Weeks between turns.
    public var minGapWeeks: Int
    /// Sessions in a calendar month.
    public var maxPerMonth: Int
    /// How many slots they have published to the program.
    public var slots: Int
    /// What they were in the program before they were added; nil for who is new to it, and in lists.
    public var was: Role?
    /// What they were called before they were added, where that was something else; nil in lists.
    public var nameBefore: String?

    package init(
        name: String, email: EmailAddress, zone: TimeZoneID, region: Region, regionTitle: String? = nil, weight: Int,
        minGapWeeks: Int, maxPerMonth: Int, slots: Int
    ) {
        self.name = name
        self.email = email
        self.zone = zone
        self.region = region
        self.regionTitle = regionTitle
        self.weight = weight
        self.minGapWeeks = minGapWeeks
        self.maxPerMonth = maxPerMonth
        self.slots = slots
    }
}

extension MentorView {
    package init(_ mentor: Mentor, of program: Program, slots: [Slot]) {
        self.init(
            name: mentor.person.name, email: mentor.person.email, zone: mentor.person.shownZone, region: mentor.region,
            regionTitle: program.regionTitles.chosen(for: mentor.region), weight: mentor.weight,
            minGapWeeks: mentor.minGapWeeks, maxPerMonth: mentor.maxPerMonth,
            slots: slots.count { $0.mentor == mentor.person.id })
    }
}
