import CivilTime
import Mentoring
import MentoringService
import TimeZoneCatalog

extension ForeignReading {
    /// The whole days of the season on which an entry says that its owner is away; nil when it says nothing of the kind.
    func awayDays(of entry: ForeignComponent) -> DayRange? {
        guard entry.name == "VEVENT", entry.brokenLine == nil, entry.saysAway, entry.word("STATUS") != "CANCELLED",
            !entry.isDeclined(by: terms.people), entry.all("RRULE").isEmpty, entry.all("RDATE").isEmpty,
            let own = try? zones.catalog.rules(for: terms.zone), let start = try? entry.start(in: zones),
            let begin = try? zones.instant(of: start), let end = try? zones.end(of: entry, from: start), begin < end
        else { return nil }
        // Google writes whole days of absence as a time from midnight to midnight.
        let (first, last) = (own.local(at: begin), own.local(at: end))
        guard start.isWholeDay || first.time == .midnight && last.time == .midnight else { return nil }
        let days = (
            from: max(terms.season.from, start.isWholeDay ? start.local.date : first.date),
            to: min(terms.season.to, own.local(at: end.adding(seconds: -1)).date)
        )
        return try? DayRange(from: days.from, to: days.to)
    }
}

extension AwayDays {
    /// The same days by first day, those put together that overlap or follow each other.
    static func merged(_ away: [AwayDays]) -> [AwayDays] {
        var merged: [AwayDays] = []
        for next in away.sorted(by: { $0.days < $1.days }) {
            guard let last = merged.last, next.days.from <= last.days.to.adding(days: 1),
                let days = try? DayRange(from: last.days.from, to: max(last.days.to, next.days.to))
            else {
                merged.append(next)
                continue
            }
            merged[merged.count - 1] = AwayDays(line: last.line, days: days)
        }
        return merged
    }
}

extension ForeignComponent {
    /// Whether it says that its owner is away: by Outlook's status, by its category, or by its title alone.
    fileprivate var saysAway: Bool {
        if word("X-MICROSOFT-CDO-BUSYSTATUS") == "OOF" { return true }
        let categories = all("CATEGORIES").flatMap { $0.values.map(\.title) }
        let titles = all("SUMMARY").map { $0.text.title }
        return categories.contains(where: Self.awayWords.contains)
            || titles.contains { title in Self.awayWords.contains { title.isAbout($0) } }
    }

    /// Google's and Outlook's title of an absence, Thunderbird's category, and what people of our languages write.
    private static let awayWords: Set<String> = [
        "out of office", "ooo", "vacation", "on vacation", "holiday", "on holiday", "annual leave", "on leave", "pto",
        "time off", "away", "urlaub", "abwesend", "ferien", "congés", "vacances", "absent", "absent du bureau",
        "vacaciones", "fuera de la oficina", "férias", "fora do escritório", "ferie", "fuori sede", "vakantie",
        "afwezig", "urlop", "відпустка", "отпуск", "休暇", "不在", "休假", "휴가",
    ]
}

extension String {
    /// In small letters, without blanks around.
    fileprivate var title: String {
        let words = lowercased().split(whereSeparator: \.isWhitespace)
        return words.joined(separator: " ")
    }

    /// Whether it is the word, or begins with it and goes on as a note does: `vacation: Lisbon`, `ooo (dentist)`.
    fileprivate func isAbout(_ word: String) -> Bool {
        guard utf8.starts(with: word.utf8) else { return false }
        let rest = utf8.dropFirst(word.utf8.count).drop { $0 == UInt8(ascii: " ") }
        return Substring(rest).first.map { ":-–—(,/".contains($0) } ?? true
    }
}
