import CivilTime

/// A line of `zdump -v`: what a zone's clocks show at an instant.
///
/// `Europe/Berlin  Sun Mar 28 01:00:00 2027 UT = Sun Mar 28 03:00:00 2027 CEST isdst=1 gmtoff=7200`
struct ZdumpLine {
    let instant: Int64
    let local: LocalDateTime
    let abbreviation: String
    let isDaylight: Bool
    let offset: Int

    /// The lines of each zone, whose names stand after the prefix; lines without a time are left out.
    static func parse(_ output: [UInt8], prefix: String) -> [String: [ZdumpLine]] {
        var found: [String: [ZdumpLine]] = [:]
        for line in output.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            guard fields.count == 16, let parsed = ZdumpLine(fields) else { continue }
            found[String(fields[0].dropFirst(prefix.count)), default: []].append(parsed)
        }
        return found
    }

    /// The offset of each zone at the beginning of what `zdump -i` tells: the line `-<tab>-<tab>+0530` after `TZ="…"`.
    static func initialOffsets(_ output: [UInt8], prefix: String) -> [String: Int] {
        var found: [String: Int] = [:]
        var name = ""
        for line in output.split(separator: UInt8(ascii: "\n")).map({ String(decoding: $0, as: UTF8.self) }) {
            if line.hasPrefix("TZ=\"\(prefix)") {
                name = String(line.dropFirst("TZ=\"\(prefix)".count).dropLast())
            } else if line.hasPrefix("-\t-\t") {
                found[name] = seconds(basic: line.split(separator: "\t")[2])
            }
        }
        return found
    }

    /// `+09`, `+0530` or `-004430` in seconds.
    private static func seconds(basic text: Substring) -> Int? {
        guard let digits = Int(text.dropFirst()) else { return nil }
        let padded = text.count == 3 ? digits * 10_000 : text.count == 5 ? digits * 100 : digits
        let seconds = padded / 10_000 * 3600 + padded / 100 % 100 * 60 + padded % 100
        return text.hasPrefix("-") ? -seconds : seconds
    }

    private init?(_ fields: [String]) {
        guard let utc = Self.reading(fields[2...5]), let local = Self.reading(fields[9...12]),
            let instant = Instant(rfc3339: "\(utc)Z"),
            let offset = Int(fields[15].dropFirst("gmtoff=".count))
        else { return nil }
        self.instant = instant.secondsSinceEpoch
        self.local = local
        self.offset = offset
        abbreviation = fields[13]
        isDaylight = fields[14] == "isdst=1"
    }

    /// The reading in `Mar 28 01:00:00 2027`.
    private static func reading(_ fields: ArraySlice<String>) -> LocalDateTime? {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let fields = Array(fields)
        guard let month = months.firstIndex(of: fields[0]), let day = Int(fields[1]), let year = Int(fields[3]),
            let date = LocalDate(year: year, month: month + 1, day: day), let time = LocalTime(iso: fields[2])
        else { return nil }
        return LocalDateTime(date: date, time: time)
    }
}
