extension TimeWords {
    private static let hours: Set<String> = ["h", "hr", "hrs", "hour", "hours"]
    private static let minutes: Set<String> = ["m", "min", "mins", "minute", "minutes"]

    private static let expectedLength = "for how long? such as for 1 hour, or for 90 minutes"

    /// Reads how long something lasts, in minutes: `for 1 hour`, `(1h)`, `90 min`, `for an hour and 30 minutes`; nil where nothing
    /// says that.
    ///
    /// - Throws: `UnreadTime` for a length that no session has, where a length is meant for sure.
    mutating func length() throws(UnreadTime) -> Int? {
        var rest = self
        let saysFor = rest.take(["for"]) != nil
        // An hour is written as 1h, too.
        let isMeant = saysFor || ahead(-1)?.text == "("
        let first = rest.next
        guard let amount = rest.amount(), let unit = rest.next, unit.kind == .letters else {
            guard saysFor else { return nil }
            throw unread(first, Self.expectedLength)
        }
        var minutes = amount
        if Self.hours.contains(unit.text), isMeant || unit.text != "h" {
            rest.skip()
            minutes = amount * 60 + Double(rest.minutesBehindHours())
        } else if Self.minutes.contains(unit.text) {
            rest.skip()
        } else {
            guard saysFor else { return nil }
            throw unread(first, Self.expectedLength)
        }
        guard minutes >= 1, minutes < 12 * 60 else {
            guard isMeant else { return nil }
            throw unread(first, "a session takes less than 12 hours; expected the like of for 1 hour")
        }
        self = rest
        return Int(minutes.rounded())
    }

    /// Reads `90`, `1.5`, `two`, `an` and `half an`.
    private mutating func amount() -> Double? {
        if next?.text == "half", ["a", "an"].contains(ahead(1)?.text) {
            skip(2)
            return 0.5
        }
        if take(["a", "an"]) != nil { return 1 }
        guard let word = next, let whole = word.kind == .digits ? Int(word.text) : Self.numbers[word.text],
            whole < 1000
        else { return nil }
        skip()
        guard let point = next, point.text == ".", point.isGlued, let tenths = ahead(1), tenths.kind == .digits,
            tenths.isGlued, let fraction = Double("0.\(tenths.text)")
        else { return Double(whole) }
        skip(2)
        return Double(whole) + fraction
    }

    /// Reads `30`, `and 30 minutes`, behind the hours of a length; 0 where there are none.
    private mutating func minutesBehindHours() -> Int {
        var rest = self
        _ = rest.take(["and", ","])
        guard let digits = rest.next, digits.kind == .digits, let minutes = Int(digits.text), minutes < 60,
            digits.isGlued || Self.minutes.contains(rest.ahead(1)?.text ?? "")
        else { return 0 }
        rest.skip()
        _ = rest.take(Self.minutes)
        self = rest
        return minutes
    }
}
