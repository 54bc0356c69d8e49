package import CivilTime

/// Another beginning of something whose beginning is known: `Fri 18:00` in its week, `18:00` on its day.
package struct WrittenStart: Hashable, Sendable {
    /// On the clock on which the known one is.
    package let local: LocalDateTime
    /// The zone that was named.
    package let zone: WrittenZone?

    /// Reads the text.
    ///
    /// - Parameters:
    ///   - text: what somebody wrote.
    ///   - known: when it begins so far; its week, its day and its hour stand for what is not said.
    /// - Throws: `BadInput` that says where in it what cannot be read, and what can.
    package init(_ text: String, insteadOf known: LocalDateTime) throws(BadInput) {
        do throws(UnreadTime) {
            var words = try TimeWords(text)
            self = try words.start(insteadOf: known)
        } catch {
            throw BadInput(error)
        }
    }

    fileprivate init(local: LocalDateTime, zone: WrittenZone?) {
        self.local = local
        self.zone = zone
    }
}

extension TimeWords {
    fileprivate static let starts = "Fri 18:00, 18:00, Fri, 21 Jan 18:00, or 2027-01-21T18:00"

    private static let startAlone = "write its beginning alone; how long it lasts stays"

    fileprivate mutating func start(insteadOf known: LocalDateTime) throws(UnreadTime) -> WrittenStart {
        var day: LocalDate?
        var hour: WrittenHour?
        var zone: WrittenZone?
        while let word = next {
            if takePartOfDay() { continue }
            if take([",", ":", "@", "at", "on", "the", "t"]) != nil { continue }
            if day == nil, let date = try date(today: nil) {
                day = try self.day(date, near: known.date)
            } else if hour == nil, let read = try self.hour() {
                guard read.minutes == nil else { throw unread(word, Self.startAlone) }
                hour = read
            } else if hour != nil, try length() != nil {
                throw unread(word, Self.startAlone)
            } else if zone == nil && word.kind == .zone || hour != nil && word.kind == .letters {
                // The name of a place has an underscore where people write a blank.
                zone = WrittenZone(
                    name: zone.map { "\($0.name)_\(word.written)" } ?? word.written, text: text,
                    position: zone?.position ?? word.position)
                skip()
            } else {
                throw unread(word, "expected a day, an hour or both: \(Self.starts)")
            }
        }
        if let read = hour { hour = try agreed(read) }
        guard day != nil || hour != nil else { throw unread(nil, "expected a day, an hour or both: \(Self.starts)") }
        return WrittenStart(
            local: LocalDateTime(date: day ?? known.date, time: hour?.at ?? known.time), zone: zone)
    }

    /// A weekday is that of the known day’s week; a day without a year is the nearest one.
    private func day(_ date: WrittenDate, near known: LocalDate) throws(UnreadTime) -> LocalDate {
        if let fixed = date.fixed { return fixed.lowerBound }
        if date.month == nil, let weekday = date.weekday {
            return known.mondayOfWeek.adding(days: weekday.rawValue - 1)
        }
        let years = date.year.map { [$0] } ?? Array(known.year - 1...known.year + 1)
        let days = years.compactMap { date.day == nil ? nil : date.days(in: $0)?.lowerBound }
        guard let day = days.min(by: { abs($0.days(until: known)) < abs($1.days(until: known)) }) else {
            throw unread(date.word, "there is no such day; expected the like of \(Self.starts)")
        }
        guard date.weekday == nil || date.weekday == day.weekday else {
            throw unread(date.word, "\(day.words) is a \(day.weekday.name)")
        }
        return day
    }
}
