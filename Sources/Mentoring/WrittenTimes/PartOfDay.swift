import CivilTime

/// A part of the day that somebody named beside an hour, as in `Tuesday evening 8pm` and `5 in the afternoon`.
///
/// It says which half of the day an hour of twelve is of; for one of 24 it is only to agree.
enum PartOfDay: String, Hashable, Sendable {
    case morning, afternoon, evening, night

    /// Reads `evening` and `evenings`.
    init?(written text: String) { self.init(rawValue: text.hasSuffix("s") ? String(text.dropLast()) : text) }

    /// `in the evening`.
    var words: String { self == .night ? "at night" : "in the \(rawValue)" }

    /// Whether people say it of that time of day.
    func contains(_ time: LocalTime) -> Bool {
        let hour = time.minuteOfDay / 60
        return switch self {
        case .morning: hour < 12
        case .afternoon: (12..<19).contains(hour)
        case .evening: hour >= 16
        case .night: hour >= 18 || hour < 6
        }
    }

    /// Whether an hour from 1 to 12 is one of the morning then; twelve at night is midnight.
    func isBeforeNoon(_ hour: Int) -> Bool {
        switch self {
        case .morning: true
        case .afternoon, .evening: false
        case .night: hour < 6 || hour == 12
        }
    }
}

extension TimeWords {
    /// Reads `evening`, `in the evening` and `at night`.
    /// - Returns: whether one was there.
    mutating func takePartOfDay() -> Bool {
        var place = 0
        while let word = ahead(place), ["in", "at", "the", ","].contains(word.text) { place += 1 }
        guard let word = ahead(place), word.kind == .letters, let part = PartOfDay(written: word.text) else {
            return false
        }
        partOfDay = (word, part)
        skip(place + 1)
        return true
    }

    /// The hour, which the part of the day that was named has to agree with.
    func agreed(_ hour: WrittenHour) throws(UnreadTime) -> WrittenHour {
        guard let (word, part) = partOfDay, !part.contains(hour.at) else { return hour }
        throw unread(word, "\(hour.at) is not \(part.words); write the hour that you mean alone, such as \(hour.at)")
    }
}
