import ChatLogs
import CivilTime
import TimeZoneCatalog

/// A key of a program's file and what stands there, in words.
package struct FileField: Hashable, Sendable {
    package let key: String
    package let words: String

    package init(_ key: String, _ words: String) {
        self.key = key
        self.words = words
    }

    /// A text in quotes, so that its ends are seen.
    package static func quoted(_ text: String) -> String { "“\(text)”" }

    /// A list, or that there is nothing in it.
    package static func list(_ items: [String]) -> String { items.isEmpty ? "none" : items.joined(separator: ", ") }

    /// What differs between two of a kind.
    package static func changes(from old: [FileField], to new: [FileField]) -> [Change] {
        zip(old, new).filter { $0 != $1 }.map { Change($0.key, from: $0.words, to: $1.words) }
    }

    /// What a key had, and has now, in words.
    package struct Change: Hashable, Sendable, CustomStringConvertible {
        package let key: String
        private let old: String
        private let new: String

        package init(_ key: String, from old: String, to new: String) {
            (self.key, self.old, self.new) = (key, old, new)
        }

        /// `capacity 4 → 2`.
        package var description: String { "\(key) \(old) → \(new)" }
    }
}

extension Program {
    /// What its file says of the program itself, but for its seasons, in the order of the file.
    package var fileFields: [FileField] {
        [
            FileField("title", FileField.quoted(title)),
            FileField("about", about.map { FileField.quoted($0.replacing("\n", with: " ")) } ?? "nothing"),
            FileField("conduct", conduct ?? "none"), FileField("contact", contact.description),
            FileField("join", join?.rawValue ?? "left to the server"), FileField("location", location),
        ] + usual.fileFields
            + Region.allCases.map { FileField("title of \($0.rawValue)", FileField.quoted(regionTitles[$0])) } + [
                FileField("confirm-hours", "\(confirmHours)"), FileField("areas", FileField.list(areas)),
                FileField("hosts", FileField.list(reviews.hosts)),
                FileField("pick-days", reviews.pickDays.map { "\($0)" } ?? "none"),
                FileField("proposals", reviews.proposals.rawValue),
                FileField("bots", FileField.list(bots.map(\.text))),
            ]
    }
}

extension TrainingTerms {
    /// How a program meets, in the words of its file.
    package var fileFields: [FileField] {
        SeasonTerms(
            cadence: cadence, meets: meets, whenFrozen: whenFrozen, minutes: minutes, capacity: capacity,
            regions: regions, announceWeeks: announceWeeks, noticeHours: noticeHours
        ).fileFields
    }
}

extension SeasonTerms {
    /// What a season has otherwise than its program, in the words of its file.
    package var fileFields: [FileField] {
        func words(_ value: (some Any)?) -> String { value.map { "\($0)" } ?? "the program’s" }
        return [
            FileField("cadence", words(cadence?.rawValue)), FileField("meets", words(meets)),
            FileField("when-frozen", words(whenFrozen?.rawValue)), FileField("minutes", words(minutes)),
            FileField("capacity", words(capacity)),
            FileField("regions", words(regions.map { FileField.list($0.map(\.rawValue)) })),
            FileField("announce-weeks", words(announceWeeks)), FileField("notice-hours", words(noticeHours)),
        ]
    }
}

extension Duty {
    /// What the file says of it, but for who takes turns at it.
    package var fileFields: [FileField] {
        [
            FileField("title", FileField.quoted(title)), FileField("link", link ?? "none"),
            FileField("min-gap-weeks", "\(minGapWeeks)"), FileField("max-per-month", "\(maxPerMonth)"),
        ]
    }
}

extension Slot {
    /// What the file says of it, but for its rule, its time and its first day.
    package var fileFields: [FileField] { pattern.fileFields(in: zone.name) }
}

extension SlotPattern {
    /// How it differs from others at its time, on the clock of a zone.
    package func fileFields(in zone: String) -> [FileField] {
        [
            FileField("zone", zone), FileField("until", until.map { "\($0)" } ?? "the season’s end"),
            FileField("except", FileField.list(except.map { "\($0)" })), FileField("prefer", "\(preference)"),
        ]
    }
}
