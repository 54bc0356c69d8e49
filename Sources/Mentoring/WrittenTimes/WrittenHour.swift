package import CivilTime

/// An hour as somebody wrote it, or from one until another.
package struct WrittenHour: Hashable, Sendable {
    /// When it begins.
    package let at: LocalTime
    /// How long it lasts; nil where only the beginning was said.
    package let minutes: Int?
    /// What whoever wrote it may have meant otherwise.
    package let remark: String?

    /// Reads an hour that stands alone, such as `17:00` or `5pm`.
    /// - Throws: `BadInput` where it cannot be read, or in two ways.
    package init(_ text: String) throws(BadInput) {
        do throws(UnreadTime) {
            var words = try TimeWords(text)
            guard let hour = try words.hour() else {
                throw words.unread(words.next, "expected an hour, such as 17:00 or 5pm")
            }
            if let more = words.next { throw words.unread(more, "nothing is read behind the hour") }
            self = try words.agreed(hour)
        } catch {
            throw BadInput(error)
        }
    }

    init(at: LocalTime, minutes: Int?, remark: String?) {
        self.at = at
        self.minutes = minutes
        self.remark = remark
    }

    /// The same, lasting so long where that was said.
    func lasting(_ minutes: Int?) -> WrittenHour {
        WrittenHour(at: at, minutes: self.minutes ?? minutes, remark: remark)
    }
}

extension TimeWords {
    /// Reads an hour, or from one until another; nil where none follows.
    mutating func hour() throws(UnreadTime) -> WrittenHour? {
        guard var first = try clock() else { return nil }
        if let partOfDay { first.take(partOfDay.part) }
        guard let sign = next, Self.until.contains(sign.text), let behind = ahead(1), beginsClock(behind),
            !isDateBehindNext
        else {
            return WrittenHour(at: try time(of: first), minutes: nil, remark: first.remark)
        }
        skip()
        guard var last = try clock() else { return nil }
        let isShared = first.shareHalf(with: &last)
        if let partOfDay { last.take(partOfDay.part) }
        if first.isBare, !last.isBare, last.half == nil, first.hour > 12 { first.form = .exact }
        if last.isBare, !first.isBare, first.half == nil { last.form = .exact }
        let at = try time(of: first)
        let start = at.minuteOfDay
        let end = try minute(ofEnd: last)
        if isShared, end <= start { throw unread(first.word, first.question) }
        let minutes = end > start ? end - start : end + 24 * 60 - start
        guard minutes < 12 * 60 else { throw unread(last.word, "this ends before it begins; write 17:00-18:00") }
        return WrittenHour(at: at, minutes: minutes, remark: first.remark)
    }

    /// Whether a date stands behind what is next, as in 17:00 until 30 June.
    private var isDateBehindNext: Bool {
        var rest = self
        rest.skip()
        return rest.dateAhead != nil
    }

    private func beginsClock(_ word: TimeWord) -> Bool {
        word.kind == .digits || ["noon", "midday", "midnight"].contains(word.text)
    }

    /// Reads what a clock shows; nil where no hour follows.
    private mutating func clock() throws(UnreadTime) -> WrittenClock? {
        guard let word = next, beginsClock(word) else { return nil }
        skip()
        guard word.kind == .digits else {
            return WrittenClock(word: word, hour: word.text == "midnight" ? 24 : 12, form: .exact)
        }
        var clock: WrittenClock
        switch word.text.count {
        case 1, 2: clock = WrittenClock(word: word, hour: Int(word.text) ?? 0)
        case 4:
            clock = WrittenClock(word: word, hour: Int(word.text.prefix(2)) ?? 0, form: .exact)
            clock.minute = Int(word.text.suffix(2)) ?? 0
        default: throw unread(word, "“\(word.written)” is no hour; write 09:00, 17:00 or 5pm")
        }
        if clock.form == .bare { try minutes(of: &clock) }
        if take(["h", "hr", "hrs", "hour", "hours", "uhr"]) != nil {
            clock.form = .exact
            if clock.minute == 0, let digits = next, digits.kind == .digits, digits.isGlued {
                try pair(&clock.minute, digits)
            }
        } else if take(["o'clock"]) != nil, clock.hour > 12 {
            clock.form = .exact
        } else if take(["noon"]) != nil, clock.hour == 12 {
            clock.form = .exact
        } else if take(["midnight"]) != nil {
            clock = WrittenClock(word: word, hour: 24, form: .exact)
        } else {
            clock.half = half()
            if clock.half == nil, takePartOfDay(), let partOfDay { clock.take(partOfDay.part) }
        }
        return clock
    }

    /// Reads the minutes, and seconds, behind an hour.
    private mutating func minutes(of clock: inout WrittenClock) throws(UnreadTime) {
        guard let sign = next, sign.isGlued, [":", "."].contains(sign.text), let digits = ahead(1), digits.isGlued,
            digits.kind == .digits
        else { return }
        skip()
        try pair(&clock.minute, digits)
        clock.form = .exact
        guard let sign = next, sign.isGlued, sign.text == ":", let seconds = ahead(1), seconds.kind == .digits else {
            return
        }
        skip()
        try pair(&clock.second, seconds)
    }

    /// Reads two digits from 00 to 59.
    private mutating func pair(_ value: inout Int, _ digits: TimeWord) throws(UnreadTime) {
        guard digits.text.count == 2, let number = Int(digits.text), number < 60 else {
            throw unread(digits, "“\(digits.written)” are no minutes; they are two digits from 00 to 59")
        }
        value = number
        skip()
    }

    /// Reads `am`, `p.m.`, or `p` right behind the hour.
    private mutating func half() -> WrittenClock.Half? {
        guard let word = next, word.kind == .letters,
            let half = WrittenClock.Half(rawValue: String(word.text.prefix(1)))
        else { return nil }
        switch word.text {
        case "am", "pm": skip()
        case "a", "p":
            if ahead(1)?.text == ".", ahead(2)?.text == "m" {
                skip(3)
            } else if word.isGlued {
                skip()
            } else {
                return nil
            }
        default: return nil
        }
        if let dot = next, dot.text == ".", dot.isGlued { skip() }
        return half
    }

    /// The time of day at which something begins.
    private func time(of clock: WrittenClock) throws(UnreadTime) -> LocalTime {
        let (hour, minute) = try checked(clock)
        guard hour < 24, let at = LocalTime(hour: hour, minute: minute, second: clock.second) else {
            throw unread(
                clock.word,
                "midnight as the day begins, or as it ends? write 00:00 with the day that begins then, such as Wed 00:00"
            )
        }
        return at
    }

    /// The minute at which something ends; midnight is then the end of the day.
    private func minute(ofEnd clock: WrittenClock) throws(UnreadTime) -> Int {
        let (hour, minute) = try checked(clock)
        return hour * 60 + minute
    }

    /// The hour from 0 to 24 that a clock means; 24 is midnight without saying which.
    private func checked(_ clock: WrittenClock) throws(UnreadTime) -> (hour: Int, minute: Int) {
        let (hour, minute) = (clock.hour, clock.minute)
        if let half = clock.half {
            guard (1...12).contains(hour) else {
                throw unread(
                    clock.word,
                    hour < 24 ? "write \(clock.shown) without \(half.rawValue)m" : "hours go from 00:00 to 23:59")
            }
            switch (half, hour, minute) {
            case (.morning, 12, 0): return (24, 0)
            case (.morning, 12, _): return (0, minute)
            case (.morning, _, _), (.afternoon, 12, _): return (hour, minute)
            case (.afternoon, _, _): return (hour + 12, minute)
            }
        }
        guard minute < 60, hour < 24 || hour == 24 && minute == 0 else {
            throw unread(clock.word, "there is no \(clock.shown); hours go from 00:00 to 23:59")
        }
        guard clock.isBare else { return (hour, minute) }
        throw unread(clock.word, clock.question)
    }
}

/// What a clock shows, as far as somebody wrote it.
private struct WrittenClock {
    enum Half: String { case morning = "a", afternoon = "p" }
    /// Whether an hour of 24 is meant, or nothing says so.
    enum Form { case bare, exact }

    let word: TimeWord
    var hour: Int
    var minute = 0
    var second = 0
    var half: Half?
    var form = Form.bare

    init(word: TimeWord, hour: Int, form: Form = .bare) {
        self.word = word
        self.hour = hour
        self.form = form
    }

    /// Whether it is a number alone.
    var isBare: Bool { form == .bare && half == nil }

    var shown: String { "\(String(hour).zeroPadded(to: 2)):\(String(minute).zeroPadded(to: 2))" }

    /// Whether it may be of either half of the day: 5, or 5:00 before 6:00pm.
    private var mayTakeHalf: Bool {
        half == nil && (1...12).contains(hour) && word.text.count < 3 && word.text.first != "0"
    }

    /// Lets one of two take the half of the day that the other names, as in 5-6pm and 5pm-6:30.
    ///
    /// - Returns: whether the first did.
    mutating func shareHalf(with last: inout WrittenClock) -> Bool {
        if mayTakeHalf, last.half != nil {
            half = last.half
            return true
        }
        if last.mayTakeHalf, half != nil { last.half = half }
        return false
    }

    /// Takes the half of the day that is named beside it, as in 5 in the evening.
    mutating func take(_ part: PartOfDay) {
        if mayTakeHalf { half = part.isBeforeNoon(hour) ? .morning : .afternoon }
    }

    /// What is to be said of a number alone.
    var question: String {
        switch hour {
        case 1...11:
            let before = "\(String(hour).zeroPadded(to: 2)):00"
            return
                "\(hour) in the morning or in the afternoon? write \(hour)am (\(before)) or \(hour)pm (\(hour + 12):00)"
        case 12: return "noon or midnight? write 12:00, or 00:00 with the day that begins then"
        case 13...23: return "is \(hour) the hour, or a day of the month? write the hour as \(hour):00"
        default: return "write the hour with its minutes, such as 00:00"
        }
    }

    /// An hour of 24 that looks like one of 12.
    var remark: String? {
        guard mayTakeHalf, hour < 8, form == .exact else { return nil }
        return
            "read as \(shown), in the morning; the afternoon is \(hour + 12):\(String(minute).zeroPadded(to: 2)), or \(hour)pm"
    }
}
