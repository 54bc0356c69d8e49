import CivilTime
import TimeZoneCatalog

/// Reads a slot as people write it: days, an hour, and how often or in which zone, in whichever order.
struct SlotReader {
    var words: TimeWords
    var days: Set<RecurringDays.Day> = []
    var cadence: Cadence?
    /// In `every 2nd Tuesday`, which may be every other one or the month’s second, the number.
    var doubtful: (word: TimeWord, number: Int)?
    private var hour: WrittenHour?
    private var length: (word: TimeWord, minutes: Int)?
    private var zone: (word: TimeWord, name: String)?

    init(_ text: String) throws(UnreadTime) { words = try TimeWords(text) }

    /// Reads all of it.
    mutating func read() throws(UnreadTime) -> WrittenSlot {
        while let word = words.next {
            if let date = words.dateAhead {
                throw words.unread(
                    date,
                    "a slot recurs, and a date is one day; write its weekday, and say its first and last day by --from and --until"
                )
            }
            guard try readPart(word) else { throw unknown(word) }
        }
        return try complete()
    }

    /// Reads one of the parts, whichever is next; false for what is none.
    private mutating func readPart(_ word: TimeWord) throws(UnreadTime) -> Bool {
        if words.takePartOfDay() { return true }
        if try readFiller(word) { return true }
        if try readLength(word) { return true }
        if try readCadence() { return true }
        if try readDays() { return true }
        if try readHour() { return true }
        return try readZone()
    }

    static let oneSlot = "one text says one hour with its days; write the other as a slot of its own"
    static let examples =
        "Tue 17:00, Tue and Thu 5pm, Mon-Fri 9:00, every other Thu 20:00, 2nd Tue 17:00, Tue 17:00 Europe/Berlin"

    /// Reads what says nothing.
    private mutating func readFiller(_ word: TimeWord) throws(UnreadTime) -> Bool {
        guard word.kind == .sign || word.kind == .letters else { return false }
        let behind = words.ahead(1)
        let begun = hour != nil || !days.isEmpty
        if Self.offsets.contains(word.text), isOffset(behind) {
            throw words.unread(word, "an offset does not say when clocks change; name the place, such as Europe/Berlin")
        }
        if hour != nil, let behind, TimeWords.and.contains(word.text), ![",", ";"].contains(word.text) {
            throw words.unread(behind, Self.oneSlot)
        }
        switch word.text {
        case ",", ";", ".", "@", "(", ")", "[", "]", "at", "on", "the", "of", "in", "time", "local", "my": break
        case ":" where begun: break
        case "from" where behind?.kind == .digits: break
        case "-" where begun && behind != nil: break
        case "-" where begun: throw words.unread(word, "until when? such as 17:00-18:00")
        case "from", "until", "till", "since", "starting", "ending", "beginning":
            throw words.unread(word, "the first and the last day are said by --from and --until")
        case "except", "without", "but":
            throw words.unread(word, "days on which it is not are said by meridian away add")
        default: return false
        }
        words.skip()
        return true
    }

    private static let offsets: Set<String> = ["+", "-"]

    /// Whether an offset from UTC is written, as in `17:00+02:00` and `UTC+2`.
    private func isOffset(_ behind: TimeWord?) -> Bool {
        guard let behind, behind.kind == .digits, behind.isGlued else { return false }
        return hour != nil || zone != nil
    }

    private mutating func readHour() throws(UnreadTime) -> Bool {
        guard let word = words.next, let read = try words.hour() else { return false }
        guard hour == nil else { throw words.unread(word, Self.oneSlot) }
        hour = read
        return true
    }

    /// Reads how long it lasts, which only an hour that is known tells from another hour.
    private mutating func readLength(_ word: TimeWord) throws(UnreadTime) -> Bool {
        guard hour != nil || word.text == "for", let minutes = try words.length() else { return false }
        guard length == nil else { throw words.unread(word, Self.oneSlot) }
        length = (word, minutes)
        return true
    }

    private mutating func readZone() throws(UnreadTime) -> Bool {
        guard let word = words.next, word.kind == .zone || word.kind == .letters else { return false }
        if let known = zone {
            // The name of a place has an underscore where people write a blank; what is short for a zone is whole.
            guard !Self.isAbbreviation(known.word), word.kind == .letters else {
                throw words.unread(word, "one zone can be named, and \(known.name) is already")
            }
            zone = (known.word, "\(known.name)_\(word.written)")
        } else {
            guard word.kind == .zone || hour != nil && mayBePlace(word) else { return false }
            zone = (word, word.written)
        }
        words.skip()
        return true
    }

    /// Whether a word can only be meant for a zone, or as the first of a place’s: `San Juan`, and not `Sun`.
    private func mayBePlace(_ word: TimeWord) -> Bool {
        if Self.isAbbreviation(word) || meant(by: word).isEmpty { return true }
        guard let behind = words.ahead(1), behind.kind == .letters else { return false }
        return [word, behind].allSatisfy { $0.written.first?.isUppercase == true } && meant(by: behind).isEmpty
    }

    /// Whether a word is written as `CET` is.
    private static func isAbbreviation(_ word: TimeWord) -> Bool {
        word.written.count > 1 && word.written.allSatisfy { ("A"..."Z").contains($0) }
    }

    private func complete() throws(UnreadTime) -> WrittenSlot {
        guard !words.text.allSatisfy(\.isWhitespace) else {
            throw words.unread(nil, "expected a weekday and an hour, such as \(Self.examples)")
        }
        let days = try recurring()
        guard let hour else {
            throw words.unread(nil, "at which hour? such as \(days.inShort) 17:00")
        }
        if let length, let minutes = hour.minutes, minutes != length.minutes {
            throw words.unread(
                length.word, "from the first hour to the second it is \(minutes) minutes; write one of the two")
        }
        return WrittenSlot(
            days: days, hour: try words.agreed(hour).lasting(length?.minutes),
            zone: zone.map { WrittenZone(name: $0.name, text: words.text, position: $0.word.position) })
    }

    private func recurring() throws(UnreadTime) -> RecurringDays {
        guard let first = days.min() else {
            if cadence?.unit == .day { return RecurringDays(.day) }
            throw words.unread(nil, "on which day? such as Tue 17:00, or every day 17:00")
        }
        let interval = cadence?.interval ?? 1
        guard days.contains(where: { $0.ordinal != nil }) else {
            switch cadence?.unit {
            case nil, .week: return RecurringDays(every: interval, .week, on: days)
            case .day:
                throw words.unread(cadence?.word, "every day, or \(RecurringDays(.week, on: days).inShort) alone?")
            case .month:
                throw words.unread(
                    cadence?.word,
                    "which \(first.weekday.name) of the month? such as 2nd \(first.weekday.shortName) 17:00")
            }
        }
        if days.contains(where: { $0.ordinal == nil }) {
            throw words.unread(nil, "a weekday of every week, and one of the month? write each as a slot of its own")
        }
        if let cadence, cadence.unit != .month {
            throw words.unread(
                cadence.word, "a weekday with a number is one of the month; how often it comes is said by it")
        }
        if let (word, number) = doubtful, cadence == nil {
            let name = first.weekday.name
            let often = number == 2 ? "every other \(name)" : "every \(number) weeks on \(name)"
            let ofMonth = RecurringDays(.month, on: days).inWords
            throw words.unread(word, "\(often), or \(ofMonth)? write the one that you mean like that")
        }
        return RecurringDays(every: interval, .month, on: days)
    }

    /// What of the vocabulary a word may have been meant to be.
    private func meant(by word: TimeWord) -> [String] {
        nearest(to: word.text, among: Self.vocabulary)
    }

    private func unknown(_ word: TimeWord) -> UnreadTime {
        let near = word.kind == .letters ? meant(by: word) : []
        let advice =
            near.isEmpty ? "expected the like of \(Self.examples)" : "did you mean \(near.joined(separator: " or "))?"
        return words.unread(
            word, "“\(OneLine.shown(word.written))” is no day, hour or zone; \(advice)", isForeign: word.kind != .digits
        )
    }

    private static let vocabulary =
        Weekday.allCases.flatMap { [$0.shortName, $0.name] }
        + [
            "weekdays", "weekends", "every", "other", "noon", "midnight", "first", "second", "third", "last", "weeks",
            "fortnightly",
        ]
}
