import CivilTime

/// VTIMEZONEs as programs write them.
enum ZoneBlocks {
    /// A STANDARD or DAYLIGHT.
    static func part(_ kind: String, _ start: String, _ from: String, _ to: String, _ more: String...) -> String {
        (["BEGIN:\(kind)", "DTSTART:\(start)", "TZOFFSETFROM:\(from)", "TZOFFSETTO:\(to)"] + more + ["END:\(kind)"])
            .joined(separator: "\n")
    }

    static func zone(_ parts: String..., name: String = "Mine") -> String {
        "BEGIN:VTIMEZONE\nTZID:\(name)\n" + parts.joined(separator: "\n") + "\nEND:VTIMEZONE"
    }

    static let winter = part(
        "STANDARD", "16010101T030000", "+0200", "+0100", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10")
    static let summer = part(
        "DAYLIGHT", "16010101T020000", "+0100", "+0200", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3")
    static let berlin = zone(winter, summer)

    static let tokyo = zone(part("STANDARD", "19700101T000000", "+0900", "+0900"))

    static func event(_ time: String, zone: String = "Mine", more: String = "") -> String {
        "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=\(zone):\(time)\nDURATION:PT1H\n\(more)END:VEVENT"
    }

    static let names = [
        "Customized Time Zone", "W. Europe Standard Time 1", "tzone://Microsoft/Custom", "Mitteleuropäische Zeit",
        "(UTC+01:00) Amsterdam\\, Berlin\\, Bern", "東京", "Europe/Berlin ", "1",
    ]

    /// Each with what it is at the instant of noon UTC on that day, in seconds ahead of UTC.
    static let all: [(block: String, offsets: [String: Int])] = [
        (zone(part("STANDARD", "19700101T000000", "+0545", "+0545")), ["2027-01-20": 20_700, "2027-06-20": 20_700]),
        (
            zone(part("STANDARD", "19700101T000000", "-004430", "-004430")),
            ["2027-01-20": -2670, "2027-06-20": -2670]
        ),
        // South of the equator.
        (
            zone(
                part("STANDARD", "20080406T030000", "+1100", "+1000", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU"),
                part("DAYLIGHT", "20081005T020000", "+1000", "+1100", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU")),
            ["2027-01-20": 39_600, "2027-04-03": 39_600, "2027-04-04": 36_000, "2027-06-20": 36_000]
        ),
        // One by one, as Casablanca has them.
        (
            zone(
                part("STANDARD", "20260215T030000", "+0100", "+0000", "RDATE:20270207T030000"),
                part(
                    "DAYLIGHT", "20260322T020000", "+0000", "+0100",
                    "RDATE;VALUE=DATE-TIME:20270314T020000,20280305T020000")),
            ["2027-01-20": 3600, "2027-02-20": 0, "2027-03-20": 3600]
        ),
        // Other programs' ways to say the same Sunday: Lotus Notes, Apple, Oracle.
        (
            zone(
                winter,
                part(
                    "DAYLIGHT", "19500326T020000", "+0100", "+0200",
                    "RRULE:FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=-1SU;BYMONTH=3")),
            ["2027-03-27": 3600, "2027-03-28": 7200]
        ),
        (
            zone(
                winter,
                part(
                    "DAYLIGHT", "19810329T020000", "+0100", "+0200",
                    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYMONTHDAY=25,26,27,28,29,30,31")),
            ["2027-03-27": 3600, "2027-03-28": 7200]
        ),
        (
            zone(
                winter,
                part(
                    "DAYLIGHT", "19810329T020000", "+0100", "+0200", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYSETPOS=-1")
            ),
            ["2027-03-27": 3600, "2027-03-28": 7200]
        ),
        // By the date.
        (
            zone(
                part("STANDARD", "20200922T000000", "+0430", "+0330", "RRULE:FREQ=YEARLY"),
                part("DAYLIGHT", "20200322T000000", "+0330", "+0430", "RRULE:FREQ=YEARLY;BYMONTHDAY=22;BYMONTH=3")),
            ["2027-03-21": 12_600, "2027-03-22": 16_200]
        ),
        // Daylight saving time was given up, in two ways to write the end.
        (
            zone(
                winter.replacing("BYMONTH=10", with: "BYMONTH=10;UNTIL=20261025T010000Z"),
                summer.replacing("BYMONTH=3", with: "BYMONTH=3;UNTIL=20260329")),
            ["2027-01-20": 3600, "2027-06-20": 3600]
        ),
        // The last change was years ago, beside an older one.
        (
            zone(
                part("STANDARD", "19950101T000000", "+0100", "+0300"),
                part("STANDARD", "20161027T000000", "+0300", "+0400")), ["2027-01-20": 14_400]
        ),
        // It begins within the season.
        (
            zone(part("STANDARD", "20270301T000000", "+0500", "+0600")),
            ["2027-02-28": 18_000, "2027-03-01": 21_600]
        ),
        // Twice, and the same.
        (berlin + "\n" + berlin, ["2027-01-20": 3600, "2027-06-20": 7200]),
        (
            berlin + "\n"
                + zone(summer.replacing("16010101", with: "19700329"), winter.replacing("16010101", with: "19701025")),
            ["2027-01-20": 3600, "2027-06-20": 7200]
        ),
    ]

    /// A zone's changes of some years, one by one.
    static func block(of rules: ZoneRules) -> String? {
        guard let start = Instant(rfc3339: "2025-01-01T00:00:00Z"), let end = Instant(rfc3339: "2029-01-01T00:00:00Z")
        else { return nil }
        let before = rules.offset(at: start)
        let parts = rules.transitions(from: start, to: end).map { change in
            let onset = LocalDateTime(iso: "1970-01-01T00:00:00")?.adding(
                seconds: change.instant.secondsSinceEpoch + Int64(change.before.offset.seconds))
            return part("STANDARD", onset?.basic ?? "", change.before.offset.basic, change.after.offset.basic)
        }
        return zone(
            parts.isEmpty
                ? part("STANDARD", "19700101T000000", before.basic, before.basic) : parts.joined(separator: "\n"))
    }
}
