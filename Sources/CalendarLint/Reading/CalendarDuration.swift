/// A DURATION (RFC 5545 §3.3.6): days, which are as long as the clocks make them, and seconds, which are exact.
struct CalendarDuration: Hashable {
    /// Weeks and days; negative when it goes back.
    let days: Int
    /// Hours, minutes and seconds; negative when it goes back.
    let seconds: Int
    /// Whether it has hours, minutes or seconds, even none of them.
    let hasTime: Bool

    /// Reads `PT1H30M`, `-P1DT2H` or `P2W`, numbers of at most seven digits; nil for anything else, also `-PM15`, `P1H` and `PT1H5S`.
    init?(_ text: some StringProtocol) {
        // A sign, two marks and four numbers with their units take fewer octets.
        guard text.utf8.count <= 40 else { return nil }
        var rest = Array(text.asciiUppercased.utf8)[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
        let weeks = Self.number(before: "W", &rest)
        let days = weeks == nil ? Self.number(before: "D", &rest) : nil
        hasTime = weeks == nil && rest.first == UInt8(ascii: "T")
        var time: [Int?] = []
        if hasTime {
            rest.removeFirst()
            time = [Self.number(before: "H", &rest), Self.number(before: "M", &rest), Self.number(before: "S", &rest)]
            // Only minutes stand behind hours.
            guard time[0] == nil || time[1] != nil || time[2] == nil else { return nil }
        }
        guard rest.isEmpty, hasTime ? time.contains(where: { $0 != nil }) : weeks != nil || days != nil else {
            return nil
        }
        let sign = isNegative ? -1 : 1
        self.days = sign * ((weeks ?? 0) * 7 + (days ?? 0))
        seconds = sign * time.reduce(0) { $0 * 60 + ($1 ?? 0) }
    }

    /// Whether it is longer than nothing.
    var isPositive: Bool { days > 0 || seconds > 0 }

    /// Takes a number with its unit from the front, if it stands there.
    private static func number(before unit: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Int? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard (1...7).contains(digits.count), rest.dropFirst(digits.count).first == UInt8(ascii: unit) else {
            return nil
        }
        rest = rest.dropFirst(digits.count + 1)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
