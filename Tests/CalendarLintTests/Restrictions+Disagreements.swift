extension Restrictions {
    /// What programs read differently: the words that tell of it stand in place of a section.
    static let disagreements = [
        differs("DTSTART is not of its rule", "RRULE:FREQ=WEEKLY;BYDAY=FR", "RRULE:FREQ=WEEKLY;BYDAY=TH,FR"),
        differs(
            "BYSETPOS chooses", "RRULE:FREQ=WEEKLY;BYDAY=TH,FR;BYSETPOS=1", "RRULE:FREQ=MONTHLY;BYDAY=TH;BYSETPOS=3"),
        differs("weeks from", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,SU", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,SA"),
        differs("counts weeks of the year", "RRULE:FREQ=YEARLY;BYWEEKNO=3", "RRULE:FREQ=YEARLY"),
        differs("FREQ is HOURLY", "RRULE:FREQ=HOURLY;COUNT=2", "RRULE:FREQ=DAILY;COUNT=2"),
        differs("FREQ is SECONDLY", "RRULE:FREQ=SECONDLY;COUNT=2", "RRULE:FREQ=DAILY;COUNT=2"),
        differs("no day 31", "RRULE:FREQ=MONTHLY;BYMONTHDAY=21,31", "RRULE:FREQ=MONTHLY;BYMONTHDAY=21,-1"),
        differs(
            "no day 31", "RRULE:FREQ=MONTHLY;BYMONTHDAY=21,31",
            "RRULE:FREQ=MONTHLY;BYMONTHDAY=21,31;UNTIL=20270131T170000Z"),
        differs("there are 2 RRULEs", "RRULE:FREQ=WEEKLY\nRRULE:FREQ=MONTHLY", "RRULE:FREQ=WEEKLY"),
        differs("an EXRULE", "RRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY", "RRULE:FREQ=DAILY"),
        differs("an RDATE but no RRULE", "RDATE:20270128T160000Z", "RRULE:FREQ=WEEKLY\nRDATE:20270129T160000Z"),
        differs(
            "RDATE is after the rule's UNTIL", "RRULE:FREQ=WEEKLY;UNTIL=20270201T160000Z\nRDATE:20270301T160000Z",
            "RRULE:FREQ=WEEKLY;UNTIL=20270201T160000Z\nRDATE:20270129T160000Z"),
        differs(
            "UNTIL is a date but DTSTART a time", "RRULE:FREQ=WEEKLY;UNTIL=20270201",
            "RRULE:FREQ=WEEKLY;UNTIL=20270201T160000Z"),
        differs(
            "UNTIL is a time but DTSTART a date", .times, day + "RRULE:FREQ=WEEKLY;UNTIL=20270201T160000Z",
            day + "RRULE:FREQ=WEEKLY;UNTIL=20270201"),
        differs(
            "EXDATE is a date but DTSTART a time", "RRULE:FREQ=WEEKLY\nEXDATE;VALUE=DATE:20270128",
            "RRULE:FREQ=WEEKLY\nEXDATE;TZID=Europe/Warsaw:20270128T170000"),
        differs(
            "EXDATE is a time but DTSTART a date", .times, day + "RRULE:FREQ=WEEKLY\nEXDATE:20270128T170000Z",
            day + "RRULE:FREQ=WEEKLY\nEXDATE;VALUE=DATE:20270128"),
        differs(
            "RANGE changes all that follows", changed(";RANGE=THISANDFUTURE;TZID=Europe/Warsaw:20270128T170000"),
            changed(";TZID=Europe/Warsaw:20270128T170000")),
        differs(
            "RECURRENCE-ID is on another clock", changed(":20270128T160000Z"),
            changed(";TZID=Europe/Warsaw:20270128T170000")),
        differs(
            "change within the DURATION", .times, "DTSTART;TZID=Europe/Warsaw:20270327T170000\nDURATION:P1D",
            "DTSTART;TZID=Europe/Warsaw:20270326T170000\nDURATION:P1D"),
        differs(
            "change within the DURATION", .times,
            "DTSTART;TZID=Europe/Warsaw:20270206T170000\nDURATION:P1D\nRRULE:FREQ=WEEKLY",
            "DTSTART;TZID=Europe/Warsaw:20270206T170000\nDURATION:PT24H\nRRULE:FREQ=WEEKLY"),
        differs(
            "DTSTART floats", .times, "DTSTART:20270121T170000\nDTEND:20270121T180000",
            "DTSTART:20270121T170000Z\nDTEND:20270121T180000Z"),
        differs("the event has no end", .times, "DTSTART:20270121T170000Z", "DTSTART;VALUE=DATE:20270121"),
        differs(
            "DTEND is DTSTART", .times, "DTSTART:20270121T170000Z\nDTEND:20270121T170000Z",
            "DTSTART:20270121T170000Z\nDTEND:20270121T170001Z"),
        differs(
            "DTEND is DTSTART", .times, "DTSTART;VALUE=DATE:20270121\nDTEND;VALUE=DATE:20270121",
            "DTSTART;VALUE=DATE:20270121\nDTEND;VALUE=DATE:20270122"),
    ]

    private static let day = "DTSTART;VALUE=DATE:20270121\nDTEND;VALUE=DATE:20270122\n"

    private static func changed(_ recurrence: String) -> String {
        "RRULE:FREQ=WEEKLY\nEND:VEVENT\nBEGIN:VEVENT\nUID:5f0c\nRECURRENCE-ID\(recurrence)\nDTSTART:20270130T160000Z\nDTEND:20270130T170000Z"
    }

    private static func differs(_ words: String, _ bad: String, _ good: String) -> Restriction {
        Restriction(32, words, .event, bad, good)
    }

    private static func differs(
        _ words: String, _ place: Restriction.Place, _ bad: String, _ good: String
    ) -> Restriction {
        Restriction(32, words, place, bad, good)
    }
}
