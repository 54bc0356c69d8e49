/// A DURATION (RFC 5545 §3.3.6): days, which are as long as the clocks make them, and seconds, which are exact.
struct CalendarDuration: Hashable {
    /// Weeks and days; negative when it goes back.
    let days: Int
    /// Hours, minutes and seconds; negative when it goes back.
    let seconds: Int
    /// Whether it has hours, minutes or seconds, even none of them.
    let hasTime: Bool

    /// Reads `PT1H30M`, `-P1DT2H` or `P2W`; nil for anything else, also `-PM15` and `P1H`.
    init?(_ text: some StringProtocol) {
        var rest = text.asciiUppercased[...]
        let isNegative = rest.hasPrefix("-")
        if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
        guard rest.popFirst() == "P" else { return nil }
        let halves = rest.split(separator: "T", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count), let date = Self.amounts(in: halves[0], units: "WD"),
            let time = Self.amounts(in: halves.count == 2 ? halves[1] : "", units: "HMS")
        else { return nil }
        // Weeks stand alone, and a T is followed by something.
        guard !(date.isEmpty && time.isEmpty), date.count <= 1, halves.count == 1 || !time.isEmpty,
            date["W"] == nil || halves.count == 1
        else { return nil }
        let days = date["W", default: 0] * 7 + date["D", default: 0]
        let seconds = time["H", default: 0] * 3600 + time["M", default: 0] * 60 + time["S", default: 0]
        self.days = isNegative ? -days : days
        self.seconds = isNegative ? -seconds : seconds
        hasTime = halves.count == 2
    }

    /// Whether it is longer than nothing.
    var isPositive: Bool { days > 0 || seconds > 0 }

    /// The numbers before their units, each unit at most once and in order, of at most seven digits.
    private static func amounts(in text: Substring, units: String) -> [Character: Int]? {
        var amounts: [Character: Int] = [:]
        var unitsLeft = units[...]
        var digits = ""
        for character in text {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            guard let place = unitsLeft.firstIndex(of: character), (1...7).contains(digits.count),
                let number = Int(digits)
            else { return nil }
            amounts[character] = number
            unitsLeft = unitsLeft[unitsLeft.index(after: place)...]
            digits = ""
        }
        return digits.isEmpty ? amounts : nil
    }
}
