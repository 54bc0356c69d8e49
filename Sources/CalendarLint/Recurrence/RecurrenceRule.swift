import CivilTime

/// A RECUR value (RFC 5545 §3.3.10), read with its restrictions.
struct RecurrenceRule {
    enum Frequency: String, CaseIterable {
        case secondly = "SECONDLY"
        case minutely = "MINUTELY"
        case hourly = "HOURLY"
        case daily = "DAILY"
        case weekly = "WEEKLY"
        case monthly = "MONTHLY"
        case yearly = "YEARLY"

        /// Whether it gives several times a day by itself.
        var isWithinDay: Bool { [.secondly, .minutely, .hourly].contains(self) }
    }

    /// `TU`, or with an ordinal `-1TU`.
    struct Day: Hashable {
        let ordinal: Int?
        let weekday: Weekday
    }

    var frequency: Frequency?
    var interval = 1
    var count: Int?
    /// As it stands.
    var until: String?
    var days: [Day] = []
    /// BYMONTH, BYMONTHDAY, BYYEARDAY, BYWEEKNO, BYSETPOS, BYHOUR, BYMINUTE and BYSECOND, where they stand.
    var numbers: [String: [Int]] = [:]
    var weekStart = Weekday.monday
    /// Whether WKST stands in it.
    var saysWeekStart = false
    /// Whether it counts in another calendar, or moves dates that do not exist (RFC 7529).
    var isScaled = false
    /// The names of its parts in their order.
    private(set) var partNames: [String] = []
    /// What it breaks, and what to write instead; none of a rule that may be followed.
    private(set) var faults: [String] = []

    /// The most octets that are read: every number of every part takes fewer.
    static let longest = 8192

    /// More than the 16 parts that there are; what follows so many is not read.
    private static let mostParts = 32

    /// The numbers of a part; nil where it is absent.
    subscript(_ part: String) -> [Int]? { numbers[part] }

    /// Whether there is a part that chooses among dates.
    var chooses: Bool { !days.isEmpty || numbers.keys.contains { $0 != "BYSETPOS" } }

    init(_ text: String) {
        guard text.utf8.count <= Self.longest else {
            faults = ["has \(text.utf8.count) octets, which no rule needs; write the dates as RDATEs"]
            return
        }
        for part in text.asciiUppercased.parts(between: ";") {
            guard partNames.count < Self.mostParts, faults.count < Self.mostParts else { break }
            let pair = part.parts(between: "=").prefix(3).map(String.init)
            guard pair.count == 2, !pair[0].isEmpty, !pair[1].isEmpty else {
                let shown = part.isEmpty ? "an empty part" : String(part).quoted
                faults.append("has \(shown); write NAME=VALUE with one semicolon between parts and none at the end")
                continue
            }
            guard !partNames.contains(pair[0]) else {
                faults.append("has \(pair[0].quoted) twice; leave one")
                continue
            }
            partNames.append(pair[0])
            read(pair[0], pair[1])
        }
        judgeParts()
    }

    private mutating func read(_ name: String, _ value: String) {
        switch name {
        case "FREQ":
            frequency = Frequency(rawValue: value)
            if frequency == nil {
                faults.append(
                    "has FREQ \(value.quoted); write \(Frequency.allCases.map(\.rawValue).joined(separator: ", "))")
            }
        case "INTERVAL": interval = positive(name, value) ?? 1
        case "COUNT": count = positive(name, value)
        case "UNTIL":
            until = value
            if TimeValue(value) == nil {
                faults.append("has UNTIL \(value.quoted); write a time such as 20270105T170000Z, or a date")
            }
        case "WKST":
            saysWeekStart = true
            guard let day = Self.weekday(value) else {
                faults.append("has WKST \(value.quoted); write MO, TU, WE, TH, FR, SA or SU")
                return
            }
            weekStart = day
        case "BYDAY": readDays(value)
        case "RSCALE": isScaled = isScaled || value != "GREGORIAN"
        case "SKIP":
            isScaled = isScaled || value != "OMIT"
            if !["OMIT", "BACKWARD", "FORWARD"].contains(value) {
                faults.append("has SKIP \(value.quoted); write OMIT, BACKWARD or FORWARD (RFC 7529 §4.1)")
            }
        default:
            guard let range = Self.ranges[name] else {
                faults.append("has \(name.quoted), which is no part of a rule; leave it out")
                return
            }
            readNumbers(name, value, range)
        }
    }

    /// What each number may be; zero is never among those that may be negative.
    private static let ranges: [String: ClosedRange<Int>] = [
        "BYSECOND": 0...60, "BYMINUTE": 0...59, "BYHOUR": 0...23, "BYMONTHDAY": -31...31, "BYYEARDAY": -366...366,
        "BYWEEKNO": -53...53, "BYMONTH": 1...12, "BYSETPOS": -366...366,
    ]

    private mutating func readNumbers(_ name: String, _ value: String, _ range: ClosedRange<Int>) {
        var read: [Int] = []
        for text in value.parts(between: ",") {
            // A leap month has an L (RFC 7529 §4.2).
            if name == "BYMONTH", isScaled || partNames.contains("RSCALE"), text.hasSuffix("L") { continue }
            guard let number = Int(text), range.contains(number) || name == "BYMONTH" && isScaled && number == 13,
                number != 0 || range.lowerBound >= 0
            else {
                let values =
                    range.lowerBound < 0
                    ? "1 to \(range.upperBound) or -1 to \(range.lowerBound)"
                    : "\(range.lowerBound) to \(range.upperBound)"
                faults.append("has \(name) \(String(text).quoted); write \(values)")
                return
            }
            read.append(number)
        }
        numbers[name] = Array(Set(read))
    }

    private mutating func readDays(_ value: String) {
        var found: Set<Day> = []
        for text in value.parts(between: ",") {
            let number = text.dropLast(2)
            let ordinal = number.isEmpty ? nil : Int(number)
            guard let weekday = Self.weekday(String(text.suffix(2))), number.isEmpty || ordinal != nil,
                ordinal != 0, (-53...53).contains(ordinal ?? 1)
            else {
                faults.append(
                    "has BYDAY \(String(text).quoted); write MO, TU, WE, TH, FR, SA or SU, in a MONTHLY or YEARLY rule also -1SU or 2TU"
                )
                return
            }
            found.insert(Day(ordinal: ordinal, weekday: weekday))
        }
        days = Array(found)
    }

    private mutating func positive(_ name: String, _ value: String) -> Int? {
        guard let number = Int(value), number > 0 else {
            faults.append("has \(name) \(value.quoted); write a number from 1 on")
            return nil
        }
        return number
    }

    private static func weekday(_ code: String) -> Weekday? { Weekday.allCases.first { $0.icalendarCode == code } }

    /// What parts may not stand together.
    private mutating func judgeParts() {
        if !partNames.contains("FREQ") {
            faults.append("has no FREQ; begin it with one such as FREQ=WEEKLY")
        } else if let first = partNames.first, first != "FREQ", first != "RSCALE" {
            faults.append("begins with \(first); older programs want FREQ first")
        }
        if partNames.contains("COUNT"), partNames.contains("UNTIL") {
            faults.append("has both COUNT and UNTIL; leave one")
        }
        if partNames.contains("SKIP"), !partNames.contains("RSCALE") {
            faults.append("has SKIP without RSCALE; add RSCALE=GREGORIAN (RFC 7529 §4.1)")
        }
        guard let frequency else { return }
        let ordinals = days.contains { $0.ordinal != nil }
        if ordinals, frequency != .monthly, frequency != .yearly {
            faults.append(
                "has ordinals in BYDAY, which mean something in MONTHLY and YEARLY only; write the weekday alone")
        }
        if ordinals, numbers["BYWEEKNO"] != nil {
            faults.append("has ordinals in BYDAY beside BYWEEKNO; write the weekday alone")
        }
        if numbers["BYWEEKNO"] != nil, frequency != .yearly {
            faults.append("has BYWEEKNO, which is for YEARLY only; leave it out")
        }
        if numbers["BYYEARDAY"] != nil, [.daily, .weekly, .monthly].contains(frequency) {
            faults.append("has BYYEARDAY, which is not for \(frequency.rawValue); leave it out")
        }
        if numbers["BYMONTHDAY"] != nil, frequency == .weekly {
            faults.append("has BYMONTHDAY, which is not for WEEKLY; leave it out or write FREQ=MONTHLY")
        }
        if numbers["BYSETPOS"] != nil, !chooses {
            faults.append("has BYSETPOS, which chooses among what another BY part gives; add one or leave it out")
        }
    }
}
