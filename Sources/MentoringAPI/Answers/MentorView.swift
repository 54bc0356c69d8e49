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
    /// Share of the load.
    public var weight: Int
    /// Weeks between turns.
    public var minGapWeeks: Int
    /// Sessions in a calendar month.
    public var maxPerMonth: Int
    /// How many slots they have published to the program.
    public var slots: Int

    package init(
        name: String, email: EmailAddress, zone: TimeZoneID, region: Region, weight: Int, minGapWeeks: Int,
        maxPerMonth: Int, slots: Int
    ) {
        self.name = name
        self.email = email
        self.zone = zone
        self.region = region
        self.weight = weight
        self.minGapWeeks = minGapWeeks
        self.maxPerMonth = maxPerMonth
        self.slots = slots
    }
}

extension MentorView {
    package init(_ mentor: Mentor, slots: [Slot]) {
        self.init(
            name: mentor.person.name, email: mentor.person.email, zone: mentor.person.shownZone, region: mentor.region,
            weight: mentor.weight, minGapWeeks: mentor.minGapWeeks, maxPerMonth: mentor.maxPerMonth,
            slots: slots.count { $0.mentor == mentor.person.id })
    }
}
