/// An instance in the format `meridian-instance/1`, field for field.
public struct InstanceDocument: Codable, Hashable, Sendable {
    /// The value of `format`.
    public static let formatName = "meridian-instance/1"

    /// The format's name and version.
    public var format: String
    /// Names the instance in plans.
    public var id: String
    /// A class of size, for people.
    public var size: String
    /// The seed a generated instance was made from.
    public var seed: Int
    /// The levels' names in priority order.
    public var levels: [String]
    /// What hours cost.
    public var tiers: Tiers
    /// The season.
    public var weeks: [Week]
    /// The regions' names.
    public var regions: [String]
    /// The programs and their cadences.
    public var programs: [Program]
    /// Why some demands are not there.
    public var blackouts: [Blackout]
    /// UTC offsets by zone name; ascending, each holds until the next.
    public var zones: [String: [OffsetChange]]
    /// The turns that want a session.
    public var demands: [Demand]
    /// The mentors.
    public var mentors: [Mentor]
    /// The mentors' availability, expanded.
    public var slots: [Slot]
    /// The audience.
    public var attendees: [Attendee]
    /// The earlier plan; written as null if there is none.
    public var previous: Previous?

    /// Writes all keys, `previous` also where it is null.
    public func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: CodingKeys.self)
        try keys.encode(format, forKey: .format)
        try keys.encode(id, forKey: .id)
        try keys.encode(size, forKey: .size)
        try keys.encode(seed, forKey: .seed)
        try keys.encode(levels, forKey: .levels)
        try keys.encode(tiers, forKey: .tiers)
        try keys.encode(weeks, forKey: .weeks)
        try keys.encode(regions, forKey: .regions)
        try keys.encode(programs, forKey: .programs)
        try keys.encode(blackouts, forKey: .blackouts)
        try keys.encode(zones, forKey: .zones)
        try keys.encode(demands, forKey: .demands)
        try keys.encode(mentors, forKey: .mentors)
        try keys.encode(slots, forKey: .slots)
        try keys.encode(attendees, forKey: .attendees)
        try keys.encode(previous, forKey: .previous)
    }

    /// What hours of the local day cost; half-open ranges of minutes.
    public struct Tiers: Codable, Hashable, Sendable {
        /// The start and end of the hours that cost nothing.
        public var humane: [Int]
        /// The start and end of the night.
        public var night: [Int]
        /// The cost at the day's edge.
        public var edgeCost: Int
        /// The cost at night, and of no session.
        public var nightCost: Int
    }

    /// A numbered week.
    public struct Week: Codable, Hashable, Sendable {
        /// The number, equal to the position in the list.
        public var i: Int
        /// The Monday, `YYYY-MM-DD`.
        public var start: String
    }

    /// A program.
    public struct Program: Codable, Hashable, Sendable {
        /// Names the program.
        public var id: String
        /// `every` or `rotate`.
        public var cadence: String
        /// The program's regions, in the order of their turns.
        public var regions: [String]
    }

    /// Weeks without sessions.
    public struct Blackout: Codable, Hashable, Sendable {
        /// The weeks' numbers.
        public var weeks: [Int]
        /// The programs concerned; nil means all.
        public var programs: [String]?
        /// The regions concerned; nil means all.
        public var regions: [String]?
        /// Why, for people.
        public var reason: String
    }

    /// A turn.
    public struct Demand: Codable, Hashable, Sendable {
        /// Names the demand.
        public var id: String
        /// The program's id.
        public var program: String
        /// The week's number.
        public var week: Int
        /// The region's name.
        public var region: String
    }

    /// A mentor.
    public struct Mentor: Codable, Hashable, Sendable {
        /// Names the mentor.
        public var id: String
        /// The region's name.
        public var region: String
        /// The mentor's zone.
        public var zone: String
        /// The programs served.
        public var programs: [String]
        /// The share of the turns.
        public var weight: Int
        /// Turns brought from the last season.
        public var carry: Int
        /// The fewest weeks between turns.
        public var minGap: Int
        /// The weeks that should lie between turns.
        public var preferredGap: Int
        /// Most sessions in a month.
        public var maxPerMonth: Int
        /// Most turns without overload.
        public var cap: Int
        /// The rules that `slots` is the expansion of.
        public var availability: [Availability]
    }

    /// A recurring offer of a mentor's.
    public struct Availability: Codable, Hashable, Sendable {
        /// The first local date.
        public var first: String
        /// The local time, `HH:MM`.
        public var at: String
        /// The length in minutes.
        public var minutes: Int
        /// An RFC 5545 RRULE.
        public var rrule: String
        /// The last local date.
        public var until: String
        /// Local dates left out.
        public var exdates: [String]
        /// The preference, 0 (best) to 3.
        public var pref: Int
    }

    /// An offered time.
    public struct Slot: Codable, Hashable, Sendable {
        /// Names the slot.
        public var id: String
        /// The mentor's id.
        public var mentor: String
        /// The week's number.
        public var week: Int
        /// The instant, `YYYY-MM-DDTHH:MMZ`.
        public var start: String
        /// The length in minutes.
        public var minutes: Int
        /// The same instant in the mentor's zone, `YYYY-MM-DDTHH:MM±HH:MM`.
        public var local: String
        /// The preference, 0 (best) to 3.
        public var pref: Int
    }

    /// An attendee.
    public struct Attendee: Codable, Hashable, Sendable {
        /// Names the attendee.
        public var id: String
        /// The attendee's zone.
        public var zone: String
        /// The programs attended.
        public var programs: [String]
        /// The first week's number.
        public var from: Int
        /// The last week's number.
        public var to: Int
    }

    /// An earlier plan.
    public struct Previous: Codable, Hashable, Sendable {
        /// Who has left since.
        public var dropouts: [Dropout]
        /// What had been decided.
        public var assignments: [PreviousAssignment]
        /// How many unannounced assignments may change; nil means all.
        public var mostChanges: Int?
    }

    /// A mentor who has left.
    public struct Dropout: Codable, Hashable, Sendable {
        /// The mentor's id.
        public var mentor: String
        /// The first week without the mentor.
        public var from: Int
    }

    /// What had been decided about a demand.
    public struct PreviousAssignment: Codable, Hashable, Sendable {
        /// The demand's id.
        public var demand: String
        /// The slot's id.
        public var slot: String
        /// Whether people have been told.
        public var announced: Bool
    }
}
