import CivilTime

extension MeetingWeeks: CustomStringConvertible {
    /// `every-week`, `every-2-weeks` or `weeks-of-month 2,4 of tue`: the form in which it is stored and answered.
    public var description: String {
        switch self {
        case .everyWeek: "every-week"
        case .every(let interval): "every-\(interval)-weeks"
        case .weeksOfMonth(let ordinals, let weekday):
            "weeks-of-month \(ordinals.map(String.init).joined(separator: ",")) of \(weekday.shortName.lowercased())"
        }
    }

    /// Reads what `description` writes; nil when the text is nothing of the kind.
    public init?(_ text: String) {
        if let rule = Self.interval(text) {
            self = rule
            return
        }
        let words = text.split(separator: " ")
        guard words.count == 4, words[0] == "weeks-of-month", words[2] == "of",
            let weekday = Weekday(name: String(words[3]))
        else { return nil }
        let numbers = words[1].split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard !numbers.contains(nil),
            let rule = try? Self.validated(weeksOfMonth: numbers.compactMap(\.self), weekday)
        else { return nil }
        self = rule
    }

    private static func interval(_ text: String) -> MeetingWeeks? {
        ([.everyWeek] + intervals.map { .every(weeks: $0) }).first { $0.description == text }
    }

    /// As in “nova meets …”: `every week`, `every 2 weeks`, `in the weeks of the month’s 2nd and 4th Tuesday`.
    public var inWords: String {
        switch self {
        case .everyWeek: return "every week"
        case .every(let interval): return "every \(interval) weeks"
        case .weeksOfMonth(let ordinals, let weekday):
            let numbers = ordinals.map { ["1st", "2nd", "3rd", "4th", "5th"][$0 - 1] }
            let all = [numbers.dropLast().joined(separator: ", "), numbers[numbers.count - 1]].filter { !$0.isEmpty }
            let weeks = ordinals.count == 1 ? "week" : "weeks"
            return "in the \(weeks) of the month’s \(all.joined(separator: " and ")) \(weekday.name)"
        }
    }
}

extension MeetingWeeks: Codable {
    /// Reads the text form.
    /// - Throws: `DecodingError.dataCorrupted` when it is none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let weeks = MeetingWeeks(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "“\(OneLine.shown(text))” says not which weeks meet")
        }
        self = weeks
    }

    /// Writes the text form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
