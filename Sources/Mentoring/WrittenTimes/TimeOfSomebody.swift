package import CivilTime

/// A time as somebody wrote it behind whose it is: `akira@example.org Tue 17:00`, `Kim Lee 8-14 Feb`.
///
/// It begins at the first word from which on all can be read as one, so that names of several words need no quotes, and may be words
/// of times, as in `May Lee 8-14 Feb`; behind an address it begins at once. What may mean two things is a question about the time, and
/// no name, nor is what begins with a digit.
package struct TimeOfSomebody<Time: Hashable & Sendable>: Hashable, Sendable {
    /// Whose it is; nil where nobody was written.
    package let person: WrittenPerson?
    /// The time.
    package let time: Time
    /// The same as it was written.
    package let text: String

    /// The most words of a name; of a longer one some of its words are written, or the address.
    private static var mostWords: Int { 12 }

    /// - Throws: what is wrong with the time where it begins as one, else with all that may be one.
    private static func read(
        _ text: String, begins first: Int, _ read: (String) throws(UnreadTime) -> Time
    ) throws(BadInput) -> Self {
        let words = text.split(whereSeparator: \.isWhitespace)
        // Nobody begins a time with a word that has an @ in it.
        let isAddress = words.first.map { $0.count > 1 && $0.contains("@") } ?? false
        let places = isAddress ? 1..<2 : first..<max(first + 1, min(words.count, Self.mostWords + 1))
        var failure: UnreadTime?
        for place in places {
            let rest = words.dropFirst(place).joined(separator: " ")
            do throws(UnreadTime) {
                let time = try read(rest)
                let person = place == 0 ? nil : WrittenPerson(words.prefix(place).joined(separator: " "))
                return Self(person: person, time: time, text: rest)
            } catch {
                if failure == nil || failure?.isOfNoTime == true && !error.isOfNoTime { failure = error }
                guard error.isForeign, rest.first?.isNumber == false else { break }
            }
        }
        throw failure.map { BadInput($0) } ?? BadInput("“\(OneLine.shown(text))” says no time")
    }
}

extension TimeOfSomebody<WrittenSlot> {
    /// Reads somebody and a slot.
    /// - Throws: `BadInput` that says where in the slot what cannot be read, and what can.
    package init(_ text: String) throws(BadInput) {
        self = try Self.read(text, begins: 1) { text throws(UnreadTime) in
            var reader = try SlotReader(text)
            return try reader.read()
        }
    }
}

extension TimeOfSomebody<WrittenDays> {
    /// Reads days, and before them who it is about if somebody is written.
    /// - Throws: `BadInput` that says where in the days what cannot be read, and what can.
    package init(_ text: String, today: LocalDate) throws(BadInput) {
        self = try Self.read(text, begins: 0) { text throws(UnreadTime) in
            var reader = try DayReader(text, today: today)
            return try reader.read()
        }
    }
}
