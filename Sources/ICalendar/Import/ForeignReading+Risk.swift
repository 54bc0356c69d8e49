import CivilTime
import Mentoring
import MentoringService
import TimeZoneCatalog

extension ForeignReading {
    /// Notes that an entry is left, with the hours that may be busy as far as its DTSTART can be read.
    mutating func leaveAtRisk(_ entry: ForeignComponent, _ reason: String) {
        guard let hours = hours(of: entry) else { return leave(entry, reason, mayBeBusy: true) }
        let isSeries = ["RRULE", "RDATE"].contains { !entry.all($0).isEmpty }
        let all = hours + (isSeries ? " and what recurs with it" : "")
        leave(entry, "\(all) may be busy: \(reason)", mayBeBusy: true)
    }

    /// Gives the body each time that properties of one name list, and notes once what of it cannot be read: one bad time is no
    /// reason to lose the others, nor the rest of their entry.
    ///
    /// - Parameters:
    ///   - properties: EXDATEs, RDATEs or the like.
    ///   - entry: what they are in, or change.
    ///   - exception: what becomes of exceptions that are passed over; nil for times that may be busy.
    ///   - body: what reads a time.
    /// - Throws: what the body throws but `Unusable`.
    mutating func eachReadable(
        _ properties: [ForeignProperty], of entry: ForeignComponent, _ exception: String? = nil,
        _ body: (ForeignProperty, String, ForeignZones) throws -> Void
    ) throws {
        var (reason, count): (String?, Int) = (nil, 0)
        for property in properties {
            for text in property.values where !text.isEmpty {
                do {
                    try body(property, text, zones)
                } catch let unusable as Unusable {
                    let stamp = ForeignStamp(text)
                    // Google keeps the exceptions of ten years.
                    if exception != nil, let day = stamp?.date, isFarOutside(day) { continue }
                    let words = exception ?? "\(stamp?.words ?? Unusable.quoted(text)) may be busy"
                    reason = reason ?? "\(words): \(unusable.reason)"
                    count += 1
                }
            }
        }
        guard let reason, let name = properties.first?.name else { return }
        let more = count > 1 ? "; \(count - 1) more of its \(name) cannot be read" : ""
        leave(entry, only: name, reason + more, mayBeBusy: exception == nil)
    }

    private func isFarOutside(_ day: LocalDate) -> Bool {
        day < terms.season.from.adding(days: -2) || day > terms.season.to.adding(days: 2)
    }

    /// The hours of an event: on its owner's wall where its zone is known, else as they are written; nil without a DTSTART that can
    /// be read.
    private func hours(of event: ForeignComponent) -> String? {
        let written = event.all("DTSTART").lazy.compactMap { property in
            ForeignStamp(property.value).map { (property, $0) }
        }
        guard let (property, stamp) = written.first else { return nil }
        guard case .time(let local, _) = stamp else { return stamp.words }
        let end: LocalDateTime?
        if let start = try? zones.time(property), let begin = try? zones.instant(of: start),
            let own = try? zones.catalog.rules(for: terms.zone)
        {
            end = (try? zones.end(of: event, from: start)).map(own.local(at:))
            return own.local(at: begin).words(to: end)
        }
        end = event.all("DTEND").first.flatMap { ForeignStamp($0.value) }.flatMap { stamp in
            if case .time(let last, isUTC: false) = stamp { last } else { nil }
        }
        return local.words(to: end)
    }
}

extension ForeignComponent {
    /// Why an event takes none of its owner's time, whatever else it says.
    func reasonFree(for people: Set<EmailAddress>) -> String? {
        if isOff { return "it is cancelled" }
        if word("TRANSP") == "TRANSPARENT" { return "it takes no time (TRANSP:TRANSPARENT)" }
        if let status = word("X-MICROSOFT-CDO-BUSYSTATUS"), ["FREE", "WORKINGELSEWHERE"].contains(status) {
            return "its owner is free then (X-MICROSOFT-CDO-BUSYSTATUS:\(status))"
        }
        return isDeclined(by: people) ? "you declined it, or sent somebody else" : nil
    }
}

extension ForeignStamp {
    /// As a person reads it.
    fileprivate var words: String {
        switch self {
        case .date(let date): "\(date.weekday.shortName) \(date)"
        case .time(let local, let isUTC): local.dayAndTime + (isUTC ? " UTC" : "")
        }
    }
}

extension LocalDateTime {
    /// `Tue 2027-02-02 17:00–18:00`, with the day of the end where that is another.
    fileprivate func words(to end: LocalDateTime?) -> String {
        guard let end, end > self else { return dayAndTime }
        return dayAndTime + "–" + (end.date == date ? "\(end.time)" : end.dayAndTime)
    }
}
