import CivilTime
import Mentoring
import MentoringService
import TimeZoneCatalog

extension ForeignReading {
    /// The whole days of the season on which an entry says that its owner is away; nil when it says nothing of the kind.
    func awayDays(of entry: ForeignComponent) -> DayRange? {
        guard entry.name == "VEVENT", entry.brokenLine == nil, entry.reasonFree(for: terms.people) == nil,
            entry.saysAway(of: terms.people), entry.all("RRULE").isEmpty, entry.all("RDATE").isEmpty,
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
    fileprivate func saysAway(of people: Set<EmailAddress>) -> Bool {
        if word("X-MICROSOFT-CDO-BUSYSTATUS") == "OOF" { return true }
        let names = Set(people.flatMap { String($0.localPart).titleWords })
        let titles = all("SUMMARY").map(\.text.titleWords)
        if titles.contains(where: { Self.isAway($0.without(names)) }) { return true }
        // A colleague's vacation in a team's calendar has the category, too, and says whose it is.
        guard !titles.contains(where: { $0.mentions(Self.awayWords) }) else { return false }
        let categories = all("CATEGORIES").flatMap { $0.values.map { $0.titleWords.joined(separator: " ") } }
        return categories.contains { Self.awayWords.contains($0) && !Self.publicCategories.contains($0) }
    }

    /// Whether a title says that somebody is away, and at most where: a place after which a time zone is named, since any other
    /// word may be whose absence it is, or what is planned.
    private static func isAway(_ title: String) -> Bool {
        awayWords.contains(title)
            // Who leaves Rome is in Rome until then.
            || awayWords.subtracting(publicCategories).subtracting(["leave"]).contains { words in
                guard title.hasPrefix("\(words) ") else { return false }
                let rest = title.dropFirst(words.count + 1)
                return places.contains(String(rest.hasPrefix("in ") ? rest.dropFirst(3) : rest))
            }
    }

    /// The towns and countries that name time zones: `rome`, `new york`.
    private static let places = Set(
        TimeZoneCatalog.shipped.names.compactMap { zone in
            "\(zone)".split(separator: "/").last.map {
                String($0).replacing("_", with: " ").titleWords.joined(separator: " ")
            }
        })

    /// Categories of days on which everybody, or every school, is off.
    private static let publicCategories: Set<String> = ["holiday", "ferien", "vacances", "vacaciones"]

    /// Google's and Outlook's title of an absence, Thunderbird's category, and what people of our languages write.
    private static let awayWords: Set<String> = [
        "out of office", "out of the office", "ooo", "leave", "parental leave", "sick", "sick leave", "vacation",
        "on vacation", "holiday", "on holiday", "annual leave", "on leave", "pto",
        "time off", "away", "urlaub", "abwesend", "ferien", "congés", "vacances", "absent", "absent du bureau",
        "vacaciones", "fuera de la oficina", "férias", "fora do escritório", "ferie", "fuori sede", "vakantie",
        "afwezig", "urlop", "відпустка", "отпуск", "休暇", "不在", "休假", "휴가",
    ]
}

extension String {
    /// Its words in small letters, without the marks between them: `vacation`, `lisbon` of `Vacation: Lisbon`.
    fileprivate var titleWords: [String] {
        lowercased().split { $0.isWhitespace || ":-–—,/()|._!".contains($0) || $0.isPicture }.map(String.init)
    }
}

extension Character {
    /// Whether it is a picture, as people put behind titles: `Vacation 🌴`.
    fileprivate var isPicture: Bool {
        unicodeScalars.first.map { $0.properties.isEmojiPresentation || $0.value == 0xFE0F } ?? false
            || unicodeScalars.count > 1 && unicodeScalars.contains { $0.value == 0xFE0F }
    }
}

extension [String] {
    /// The words that are no name of the owner's, as a title.
    fileprivate func without(_ names: Set<String>) -> String {
        filter { !names.contains($0) }.joined(separator: " ")
    }

    /// Whether one of the phrases is in these words.
    fileprivate func mentions(_ phrases: Set<String>) -> Bool {
        let text = " \(joined(separator: " ")) "
        return phrases.contains { text.contains(" \($0) ") }
    }
}
