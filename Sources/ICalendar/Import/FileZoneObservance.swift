import CivilTime

/// A STANDARD or DAYLIGHT of a VTIMEZONE (RFC 5545 §3.6.5).
struct FileZoneObservance {
    /// When it first begins, on the clock that it replaces.
    let first: LocalDateTime
    /// How far the clocks are ahead of UTC until it begins, and from then on.
    let from: UTCOffset
    let to: UTCOffset
    private let rule: YearlyOnset?
    private let listed: [LocalDateTime]

    /// - Throws: `Unusable` when it is not understood in every part.
    init(_ part: ForeignComponent) throws(Unusable) {
        guard part.name == "STANDARD" || part.name == "DAYLIGHT" else {
            throw Unusable("\(Unusable.quoted(part.name)) in it is neither STANDARD nor DAYLIGHT")
        }
        if let line = part.brokenLine { throw Unusable("line \(line) in it makes no sense") }
        let start = try Self.value("DTSTART", of: part, LocalDateTime.init(written:))
        first = start
        from = try Self.value("TZOFFSETFROM", of: part, UTCOffset.init(written:))
        to = try Self.value("TZOFFSETTO", of: part, UTCOffset.init(written:))
        if let property = try part.only("RRULE") {
            rule = try YearlyOnset(property.value, first: start)
        } else {
            rule = nil
        }
        var listed = [start]
        for text in part.all("RDATE").flatMap(\.values) where !text.isEmpty {
            guard let time = LocalDateTime(written: text) else {
                throw Unusable("its RDATE \(Unusable.quoted(text)) is not a time on a clock")
            }
            listed.append(time)
        }
        self.listed = listed
    }

    private static func value<Value>(
        _ name: String, of part: ForeignComponent, _ read: (String) -> Value?
    ) throws(Unusable) -> Value {
        let place = "its \(part.name) of line \(part.line)"
        guard let property = try part.only(name) else { throw Unusable("\(place) lacks a \(name)") }
        guard let value = read(property.value) else {
            throw Unusable("\(place) has a \(name) \(Unusable.quoted(property.value)) that cannot be read")
        }
        return value
    }

    /// When it begins in these years, and in the last one before them.
    func onsets(in years: ClosedRange<Int>) -> [LocalDateTime] {
        var onsets = listed.filter { $0.date.year <= years.upperBound }
        guard let rule else { return onsets }
        let end = min(years.upperBound, rule.lastYear)
        let start = max(first.date.year, min(years.lowerBound, end) - 1)
        guard start <= end else { return onsets }
        for year in start...end {
            onsets += rule.onsets(in: year).filter { $0 > first && rule.allows($0, from: from) }
        }
        return onsets
    }
}

extension LocalDateTime {
    /// Reads a DATE-TIME without a zone (RFC 5545 §3.3.5, form 1).
    fileprivate init?(written text: String) {
        guard case .time(let local, isUTC: false) = ForeignStamp(text) else { return nil }
        self = local
    }
}

extension UTCOffset {
    /// Reads a UTC-OFFSET such as `+0530` or `-004430` (RFC 5545 §3.3.14).
    fileprivate init?(written text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5 || bytes.count == 7, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
            bytes.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        let digits = bytes.dropFirst().map { Int($0) - 0x30 }
        let (hours, minutes) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
        let seconds = digits.count > 4 ? digits[4] * 10 + digits[5] : 0
        guard hours < 24, minutes < 60, seconds < 60 else { return nil }
        let magnitude = hours * 3600 + minutes * 60 + seconds
        self.init(seconds: bytes[0] == UInt8(ascii: "-") ? -magnitude : magnitude)
    }
}
