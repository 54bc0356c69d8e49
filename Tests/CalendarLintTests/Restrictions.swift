/// The restrictions of RFC 5545, 5546, 7986 and 9074 by rule, each with an example that breaks it and a neighbour.
enum Restrictions {
    static let values =
        [
            // The types.
            .init(
                26, "RFC 5545 §3.3.1", .event, "ATTACH;VALUE=BINARY;ENCODING=BASE64:TWVyaW",
                "ATTACH;VALUE=BINARY;ENCODING=BASE64:TWVy"),
            .init(26, "RFC 5545 §3.3.3", .event, "ATTENDEE:ada@example.org", "ATTENDEE:mailto:ada@example.org"),
            .init(26, "RFC 5545 §3.3.3", .event, "ATTENDEE:mailto:ada", "ATTENDEE:urn:uuid:5f0c"),
            .init(26, "RFC 5545 §3.3.6", .alarm, "ACTION:AUDIO\nTRIGGER:-P15M", "ACTION:AUDIO\nTRIGGER:-PT15M"),
            .init(26, "RFC 5545 §3.3.6", .alarm, "ACTION:AUDIO\nTRIGGER:PT", "ACTION:AUDIO\nTRIGGER:P1D"),
            .init(26, "RFC 5545 §3.3.6", .alarm, "ACTION:AUDIO\nTRIGGER:P1WT1H", "ACTION:AUDIO\nTRIGGER:P1DT1H"),
            .init(26, "RFC 5545 §3.3.6", .alarm, "ACTION:AUDIO\nTRIGGER:1H", "ACTION:AUDIO\nTRIGGER:+P1W"),
            .init(26, "RFC 5545 §3.3.6", .alarm, "ACTION:AUDIO\nTRIGGER:-PT1H5S", "ACTION:AUDIO\nTRIGGER:-PT1H0M5S"),
            .init(26, "RFC 5545 §3.3.6", .alarm, "ACTION:AUDIO\nTRIGGER:-PT5M1H", "ACTION:AUDIO\nTRIGGER:-PT5M1S"),
            .init(26, "RFC 5545 §3.3.8", .event, "PRIORITY:high", "PRIORITY:5"),
            .init(
                26, "RFC 5545 §3.3.9", .item("VFREEBUSY"), "FREEBUSY:20270105T170000Z/20270105T170000Z",
                "FREEBUSY:20270105T170000Z/20270105T180000Z"),
            .init(
                26, "RFC 5545 §3.3.9", .item("VFREEBUSY"), "FREEBUSY:20270105T170000Z/-PT1H",
                "FREEBUSY:20270105T170000Z/PT1H"),
            .init(
                26, "RFC 5545 §3.3.9", .event, "RRULE:FREQ=WEEKLY\nRDATE;VALUE=PERIOD:20270105T170000Z",
                "RRULE:FREQ=WEEKLY\nRDATE;VALUE=PERIOD:20270105T170000Z/PT1H"),
            .init(26, "RFC 5545 §3.3.13", .event, "URL:example.org", "URL:https://example.org/"),
            // VALUE.
            .init(
                26, "RFC 5545 §3.8.1.5", .event, "DESCRIPTION;VALUE=DATE:20270101", "DESCRIPTION;VALUE=TEXT:20270101"),
            .init(26, "RFC 5545 §3.8.1.1", .event, "ATTACH;VALUE=BINARY:TWVy", "ATTACH:https://example.org/a"),
            .init(
                26, "RFC 7986 §5.10", .event, "IMAGE:https://example.org/a.png",
                "IMAGE;VALUE=URI:https://example.org/a.png"),
            .init(
                26, "RFC 7986 §5.11", .event, "CONFERENCE:https://example.org/",
                "CONFERENCE;VALUE=URI:https://example.org/"),
            // Ranges and words.
            .init(26, "RFC 5545 §3.7.1", .feed, "CALSCALE:JULIAN", "CALSCALE:GREGORIAN"),
            .init(
                26, "RFC 5545 §3.7.4", .file, Samples.feed.replacing("VERSION:2.0", with: "VERSION:1.0"), Samples.feed),
            .init(
                26, "RFC 5545 §3.7.2", .file, Samples.request.replacing("METHOD:REQUEST", with: "METHOD:SHOUT"),
                Samples.request),
            .init(26, "RFC 5545 §3.8.1.3", .event, "CLASS:SECRET", "CLASS:PRIVATE"),
            .init(26, "RFC 5545 §3.8.1.6", .event, "GEO:91;0", "GEO:-90;180"),
            .init(26, "RFC 5545 §3.8.1.6", .event, "GEO:48.85", "GEO:48.85;2.35"),
            .init(26, "RFC 5545 §3.8.1.8", .item("VTODO"), "PERCENT-COMPLETE:101", "PERCENT-COMPLETE:100"),
            .init(26, "RFC 5545 §3.8.1.9", .event, "PRIORITY:10", "PRIORITY:9"),
            .init(26, "RFC 5545 §3.8.1.11", .item("VTODO"), "STATUS:CONFIRMED", "STATUS:IN-PROCESS"),
            .init(26, "RFC 5545 §3.8.1.11", .item("VJOURNAL"), "STATUS:TENTATIVE", "STATUS:DRAFT"),
            .init(
                26, "RFC 5545 §3.8.2.5", .times, "DTSTART:20270121T160000Z\nDURATION:-PT1H",
                "DTSTART:20270121T160000Z\nDURATION:PT1H"),
            .init(
                26, "RFC 5545 §3.8.2.5", .alarm, "ACTION:AUDIO\nTRIGGER:-PT5M\nREPEAT:1\nDURATION:-PT1M",
                "ACTION:AUDIO\nTRIGGER:-PT5M\nREPEAT:1\nDURATION:PT1M"),
            .init(
                26, "RFC 5545 §3.8.2.6", .item("VFREEBUSY"),
                "FREEBUSY:20270106T170000Z/PT1H,20270105T170000Z/PT1H",
                "FREEBUSY:20270105T170000Z/PT1H,20270106T170000Z/PT1H"),
            .init(26, "RFC 5545 §3.8.2.7", .event, "TRANSP:FREE", "TRANSP:TRANSPARENT"),
            // One time where there is one.
            .init(
                26, "RFC 5545 §3.8.2.4", .times, "DTSTART:20270121T160000Z,20270122T160000Z",
                "DTSTART:20270121T160000Z"),
            .init(
                26, "RFC 5545 §3.8.2.2", .times, "DTSTART:20270121T160000Z\nDTEND:20270121T170000Z,20270121T180000Z",
                "DTSTART:20270121T160000Z\nDTEND:20270121T170000Z"),
            .init(
                26, "RFC 5545 §3.8.2.3", .item("VTODO"), "DUE;VALUE=DATE:20270121,20270122",
                "DUE;VALUE=DATE:20270121"),
            .init(
                26, "RFC 5545 §3.8.4.4", .event, "RECURRENCE-ID:20270121T160000Z,20270128T160000Z",
                "RRULE:FREQ=WEEKLY\nEXDATE:20270128T160000Z,20270204T160000Z"),
            .init(26, "RFC 5545 §3.8.6.1", .alarm, "ACTION:DANCE\nTRIGGER:-PT5M", "ACTION:X-DANCE\nTRIGGER:-PT5M"),
            .init(
                26, "RFC 5545 §3.8.6.2", .alarm, "ACTION:AUDIO\nTRIGGER:-PT5M\nDURATION:PT1M\nREPEAT:-1",
                "ACTION:AUDIO\nTRIGGER:-PT5M\nDURATION:PT1M\nREPEAT:1"),
            .init(26, "RFC 5545 §3.8.8.3", .event, "REQUEST-STATUS:Success", "REQUEST-STATUS:2.0;Success"),
            .init(26, "RFC 7986 §5.9", .event, "COLOR:#008080", "COLOR:Teal"),
            // UTC.
            .init(26, "RFC 5545 §3.6.4", .item("VFREEBUSY"), "DTSTART:20270105T170000", "DTSTART:20270105T170000Z"),
            .init(
                26, "RFC 5545 §3.8.2.6", .item("VFREEBUSY"), "FREEBUSY:20270105T170000/PT1H",
                "FREEBUSY:20270105T170000Z/PT1H"),
            .init(
                26, "RFC 5545 §3.8.6.3", .alarm, "ACTION:AUDIO\nTRIGGER;VALUE=DATE-TIME:20270105T170000",
                "ACTION:AUDIO\nTRIGGER;VALUE=DATE-TIME:20270105T170000Z"),
            .init(
                26, "RFC 9074 §6.1", .alarm, "ACTION:AUDIO\nTRIGGER:-PT5M\nACKNOWLEDGED:20270105T170000",
                "ACTION:AUDIO\nTRIGGER:-PT5M\nACKNOWLEDGED:20270105T170000Z"),
        ] as [Restriction]

    static let parameters =
        [
            attendee("1", "SUMMARY;ALTREP=\"text\":x", "COMMENT;ALTREP=\"https://example.org/\":x"),
            attendee("2", "COMMENT;CN=Ada:x", "ATTENDEE;CN=Ada:mailto:ada@example.org"),
            attendee("3", "ATTENDEE;CUTYPE=CAT:mailto:ada@example.org", "ATTENDEE;CUTYPE=ROOM:mailto:ada@example.org"),
            attendee(
                "4", "ATTENDEE;DELEGATED-FROM=zoe:mailto:ada@example.org",
                "ATTENDEE;DELEGATED-FROM=\"mailto:zoe@example.org\":mailto:ada@example.org"),
            attendee(
                "5", "ATTENDEE;DELEGATED-TO=zoe:mailto:ada@example.org",
                "ATTENDEE;DELEGATED-TO=\"mailto:zoe@example.org\":mailto:ada@example.org"),
            attendee(
                "6", "ATTENDEE;DIR=ldap:mailto:ada@example.org",
                "ATTENDEE;DIR=\"ldap://example.org/\":mailto:ada@example.org"),
            attendee("7", "ATTACH;ENCODING=ZIP:https://example.org/", "ATTACH;ENCODING=8BIT:https://example.org/"),
            attendee("8", "COMMENT;FMTTYPE=text/plain:x", "ATTACH;FMTTYPE=text/plain:https://example.org/"),
            attendee(
                "8", "ATTACH;FMTTYPE=plain:https://example.org/",
                "ATTACH;FMTTYPE=image/svg+xml:https://example.org/"),
            .init(
                27, "RFC 5545 §3.2.9", .item("VFREEBUSY"), "FREEBUSY;FBTYPE=AWAY:20270105T170000Z/PT1H",
                "FREEBUSY;FBTYPE=FREE:20270105T170000Z/PT1H"),
            attendee("10", "URL;LANGUAGE=en:https://example.org/", "COMMENT;LANGUAGE=en:x"),
            attendee("10", "COMMENT;LANGUAGE=en_US:x", "COMMENT;LANGUAGE=zh-Hant-TW:x"),
            attendee("10", "COMMENT;LANGUAGE=1a:x", "COMMENT;LANGUAGE=de-1996:x"),
            attendee(
                "11", "ATTENDEE;MEMBER=team:mailto:ada@example.org",
                "ATTENDEE;MEMBER=\"mailto:team@example.org\":mailto:ada@example.org"),
            attendee(
                "12", "ATTENDEE;PARTSTAT=COMPLETED:mailto:ada@example.org",
                "ATTENDEE;PARTSTAT=DELEGATED:mailto:ada@example.org"),
            .init(
                27, "RFC 5545 §3.2.12", .item("VJOURNAL"), "ATTENDEE;PARTSTAT=TENTATIVE:mailto:ada@example.org",
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@example.org"),
            attendee(
                "13", "RECURRENCE-ID;RANGE=THISANDPRIOR:20270121T160000Z",
                "RECURRENCE-ID;RANGE=THISANDFUTURE:20270121T160000Z"),
            .init(
                27, "RFC 5545 §3.2.14", .alarm, "ACTION:AUDIO\nTRIGGER;RELATED=MIDDLE:-PT5M",
                "ACTION:AUDIO\nTRIGGER;RELATED=END:-PT5M"),
            .init(
                27, "RFC 5545 §3.2.14", .alarm,
                "ACTION:AUDIO\nTRIGGER;VALUE=DATE-TIME;RELATED=END:20270121T160000Z",
                "ACTION:AUDIO\nTRIGGER;VALUE=DURATION;RELATED=END:-PT5M"),
            attendee("15", "COMMENT;RELTYPE=PARENT:x", "RELATED-TO;RELTYPE=PARENT:9a"),
            attendee("16", "ATTENDEE;ROLE=BOSS:mailto:ada@example.org", "ATTENDEE;ROLE=CHAIR:mailto:ada@example.org"),
            attendee("17", "ATTENDEE;RSVP=YES:mailto:ada@example.org", "ATTENDEE;RSVP=FALSE:mailto:ada@example.org"),
            attendee(
                "18", "ATTENDEE;SENT-BY=zoe:mailto:ada@example.org",
                "ATTENDEE;SENT-BY=\"mailto:zoe@example.org\":mailto:ada@example.org"),
            attendee("19", "COMMENT;TZID=Europe/Warsaw:x", "RECURRENCE-ID;TZID=Europe/Warsaw:20270121T170000"),
            attendee("20", "COMMENT;VALUE=STRING:x", "COMMENT;VALUE=TEXT:x"),
            attendee(
                "3", "ATTENDEE;CUTYPE=ROOM;CUTYPE=ROOM:mailto:ada@example.org",
                "ATTENDEE;CUTYPE=X-CAT:mailto:ada@example.org"),
            .init(
                27, "RFC 7986 §6.1", .event, "IMAGE;VALUE=URI;DISPLAY=HUGE:https://example.org/",
                "IMAGE;VALUE=URI;DISPLAY=BADGE:https://example.org/"),
            .init(
                27, "RFC 7986 §6.2", .event, "COMMENT;EMAIL=ada@example.org:x",
                "ATTENDEE;EMAIL=ada@example.org:urn:uuid:5f0c"),
            .init(
                27, "RFC 7986 §6.3", .event, "CONFERENCE;VALUE=URI;FEATURE=SMELL:https://example.org/",
                "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://example.org/"),
            .init(
                27, "RFC 7986 §6.4", .event, "COMMENT;LABEL=x:x", "CONFERENCE;VALUE=URI;LABEL=x:https://example.org/"),
        ] as [Restriction]

    private static func attendee(_ number: String, _ bad: String, _ good: String) -> Restriction {
        Restriction(27, "RFC 5545 §3.2.\(number)", .event, bad, good)
    }

    static let components =
        [
            .init(28, "RFC 5545 §3.6", .file, "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nEND:VCALENDAR\n", Samples.feed),
            .init(
                28, "RFC 5545 §3.6", .file, Samples.feed.replacing("PRODID:-//Example//EN\n", with: ""), Samples.feed),
            .init(28, "RFC 5545 §3.6", .feed, "VERSION:2.0", "X-VERSION:2.0"),
            .init(28, "RFC 5545 §3.6", .feed, "DTSTART:20270121T160000Z", "CATEGORIES:x"),
            .init(28, "RFC 5545 §3.6.1", .times, "LOCATION:x", "DTSTART:20270121T160000Z\nDTEND:20270121T170000Z"),
            .init(28, "RFC 5545 §3.6.1", .event, "DUE:20270121T160000Z", "COMMENT:x"),
            .init(28, "RFC 5545 §3.6.1", .event, "LOCATION:a\nLOCATION:b", "COMMENT:a\nCOMMENT:b"),
            .init(28, "RFC 5545 §3.6.2", .item("VTODO"), "DTEND:20270121T160000Z", "DUE:20270121T160000Z"),
            .init(
                28, "RFC 5545 §3.6.2", .item("VTODO"), "DUE:20270121T160000Z\nDUE:20270121T170000Z",
                "DUE:20270121T160000Z"),
            .init(28, "RFC 5545 §3.6.3", .item("VJOURNAL"), "LOCATION:x", "DESCRIPTION:a\nDESCRIPTION:b"),
            .init(28, "RFC 5545 §3.6.4", .item("VFREEBUSY"), "SUMMARY:x", "COMMENT:x"),
            .init(
                28, "RFC 5545 §3.6.4", .file,
                Samples.feed.replacing("BEGIN:VEVENT", with: "BEGIN:VFREEBUSY\nUID:7\nEND:VFREEBUSY\nBEGIN:VEVENT"),
                Samples.feed),
            .init(
                28, "RFC 5545 §3.6.5", .file,
                Samples.feed.replacing("TZID:Europe/Warsaw\n", with: "TZID:Europe/Warsaw\nSUMMARY:x\n"), Samples.feed),
            .init(
                28, "RFC 5545 §3.6.1", .alarm, "ACTION:AUDIO\nTRIGGER:-PT5M\nBEGIN:VEVENT\nEND:VEVENT",
                "ACTION:AUDIO\nTRIGGER:-PT5M"),
            .init(
                28, "RFC 5545 §3.6.6", .item("VJOURNAL"), "BEGIN:VALARM\nACTION:AUDIO\nTRIGGER:-PT5M\nEND:VALARM",
                "COMMENT:x"),
            .init(
                28, "RFC 5545 §3.6.5", .feed,
                "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD",
                "BEGIN:X-STANDARD\nEND:X-STANDARD"),
            .init(
                28, "RFC 5545 §3.6.5", .event, "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\nEND:VTIMEZONE",
                "BEGIN:X-ZONE\nEND:X-ZONE"),
            .init(
                28, "RFC 5545 §3.6.6", .feed, "BEGIN:VALARM\nACTION:AUDIO\nTRIGGER:-PT5M\nEND:VALARM",
                "BEGIN:X-ALARM\nEND:X-ALARM"),
        ] as [Restriction]

    static let alarms = [
        alarm("ACTION:AUDIO", "ACTION:AUDIO\nTRIGGER:-PT5M"),
        alarm("TRIGGER:-PT5M", "ACTION:AUDIO\nTRIGGER:-PT5M"),
        alarm("ACTION:AUDIO\nTRIGGER:-PT5M\nREPEAT:2", "ACTION:AUDIO\nTRIGGER:-PT5M\nREPEAT:2\nDURATION:PT1M"),
        alarm("ACTION:AUDIO\nTRIGGER:-PT5M\nDURATION:PT1M", "ACTION:AUDIO\nTRIGGER:-PT5M\nREPEAT:2\nDURATION:PT1M"),
        alarm("ACTION:AUDIO\nTRIGGER:-PT5M\nTRIGGER:-PT9M", "ACTION:AUDIO\nTRIGGER:-PT5M"),
        alarm(
            "ACTION:AUDIO\nTRIGGER:-PT5M\nBEGIN:VALARM\nACTION:AUDIO\nTRIGGER:-PT9M\nEND:VALARM",
            "ACTION:AUDIO\nTRIGGER:-PT5M\nEND:VALARM\nBEGIN:VALARM\nACTION:AUDIO\nTRIGGER:-PT9M"),
        alarm("ACTION:DISPLAY\nTRIGGER:-PT5M", "ACTION:DISPLAY\nTRIGGER:-PT5M\nDESCRIPTION:x"),
        alarm(
            "ACTION:EMAIL\nTRIGGER:-PT5M\nDESCRIPTION:x\nSUMMARY:x",
            "ACTION:EMAIL\nTRIGGER:-PT5M\nDESCRIPTION:x\nSUMMARY:x\nATTENDEE:mailto:ada@example.org"),
        alarm(
            "ACTION:AUDIO\nTRIGGER:-PT5M\nATTACH:https://a.example/\nATTACH:https://b.example/",
            "ACTION:AUDIO\nTRIGGER:-PT5M\nATTACH:https://a.example/"),
        alarm(
            "ACTION:DISPLAY\nTRIGGER:-PT5M\nDESCRIPTION:x\nATTENDEE:mailto:ada@example.org",
            "ACTION:DISPLAY\nTRIGGER:-PT5M\nDESCRIPTION:x"),
    ]

    private static func alarm(_ bad: String, _ good: String) -> Restriction {
        Restriction(28, "RFC 5545 §3.6.6", .alarm, bad, good)
    }

    /// The start of all is Thursday 2027-01-21, 17:00.
    static let rules =
        [
            rule("INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2"), rule("FREQ=FORTNIGHTLY", "FREQ=WEEKLY"),
            rule("FREQ=WEEKLY;", "FREQ=WEEKLY"), rule("FREQ=WEEKLY;FREQ=WEEKLY", "FREQ=WEEKLY;WKST=MO"),
            rule("INTERVAL=1;FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=1"),
            rule("FREQ=WEEKLY;INTERVAL=0", "FREQ=WEEKLY;INTERVAL=1"),
            rule("FREQ=WEEKLY;COUNT=0", "FREQ=WEEKLY;COUNT=1"),
            rule("FREQ=WEEKLY;COUNT=3;UNTIL=20270301T000000Z", "FREQ=WEEKLY;UNTIL=20270301T000000Z"),
            rule("FREQ=WEEKLY;COUNT=3;COUNT=3", "FREQ=WEEKLY;COUNT=3"),
            rule("FREQ=WEEKLY;BYDAY=TH,", "FREQ=WEEKLY;BYDAY=TH"),
            rule("FREQ=DAILY;BYDAY=3TH", "FREQ=DAILY;BYDAY=TH"),
            rule("FREQ=DAILY;BYYEARDAY=21", "FREQ=YEARLY;BYYEARDAY=-345"),
            rule("FREQ=MONTHLY;BYMONTHDAY=-32", "FREQ=MONTHLY;BYMONTHDAY=-11"),
            rule("FREQ=WEEKLY;INTERVAL=-1", "FREQ=WEEKLY;INTERVAL=2"),
            rule("FREQ=WEEKLY;UNTIL=soon", "FREQ=WEEKLY;UNTIL=20270301T000000Z"),
            rule("FREQ=WEEKLY;UNTIL=20270101T000000Z", "FREQ=WEEKLY;UNTIL=20270121T160000Z"),
            rule("FREQ=WEEKLY;WKST=XX", "FREQ=WEEKLY;WKST=SU"), rule("FREQ=WEEKLY;BYFOO=1", "FREQ=WEEKLY"),
            rule("FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=TH"),
            rule("FREQ=WEEKLY;BYDAY=3TH", "FREQ=MONTHLY;BYDAY=3TH"),
            rule("FREQ=MONTHLY;BYDAY=0TH", "FREQ=MONTHLY;BYDAY=-2TH"),
            rule("FREQ=YEARLY;BYDAY=54TH", "FREQ=YEARLY;BYDAY=3TH"),
            rule("FREQ=DAILY;BYSECOND=61", "FREQ=DAILY;BYSECOND=0"),
            rule("FREQ=DAILY;BYMINUTE=60", "FREQ=DAILY;BYMINUTE=0"),
            rule("FREQ=DAILY;BYHOUR=24", "FREQ=DAILY;BYHOUR=17"),
            rule("FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYMONTHDAY=21"),
            rule("FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYMONTHDAY=-11"),
            rule("FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;BYMONTH=1"),
            rule("FREQ=YEARLY;BYYEARDAY=367", "FREQ=YEARLY;BYYEARDAY=21"),
            rule("FREQ=MONTHLY;BYYEARDAY=21", "FREQ=YEARLY;BYYEARDAY=21"),
            rule("FREQ=YEARLY;BYWEEKNO=54", "FREQ=YEARLY;BYWEEKNO=3"),
            rule("FREQ=MONTHLY;BYWEEKNO=3", "FREQ=YEARLY;BYWEEKNO=3"),
            rule("FREQ=YEARLY;BYWEEKNO=3;BYDAY=1TH", "FREQ=YEARLY;BYWEEKNO=3;BYDAY=TH"),
            rule("FREQ=WEEKLY;BYMONTHDAY=21", "FREQ=MONTHLY;BYMONTHDAY=21"),
            rule("FREQ=MONTHLY;BYSETPOS=1", "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=3"),
            rule("FREQ=MONTHLY;BYDAY=TH;BYSETPOS=0", "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=-2"),
            rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28"),
            rule("FREQ=MONTHLY;BYDAY=TH;BYSETPOS=6", "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=5"),
            .init(
                29, "RFC 5545 §3.3.10", .times,
                "DTSTART;VALUE=DATE:20270121\nDTEND;VALUE=DATE:20270122\nRRULE:FREQ=DAILY;BYHOUR=9",
                "DTSTART;VALUE=DATE:20270121\nDTEND;VALUE=DATE:20270122\nRRULE:FREQ=DAILY"),
            .init(
                29, "RFC 5545 §3.3.10", .times,
                "DTSTART:20270121T170000\nDTEND:20270121T180000\nRRULE:FREQ=DAILY;UNTIL=20270221T170000Z",
                "DTSTART:20270121T170000\nDTEND:20270121T180000\nRRULE:FREQ=DAILY;UNTIL=20270221T170000"),
            .init(
                29, "RFC 5545 §3.8.2.4", .item("VTODO"), "RRULE:FREQ=WEEKLY",
                "DTSTART:20270121T160000Z\nRRULE:FREQ=WEEKLY"),
            .init(
                29, "RFC 5545 §3.8.2.4", .item("VJOURNAL"), "RRULE:FREQ=WEEKLY",
                "DTSTART;VALUE=DATE:20270121\nRRULE:FREQ=WEEKLY"),
            takenOut("RRULE:FREQ=WEEKLY\nEXDATE:20270129T160000Z", "RRULE:FREQ=WEEKLY\nEXDATE:20270128T160000Z"),
            // Another hour, behind the end, not of every second week, beyond the count.
            takenOut(
                "RRULE:FREQ=WEEKLY\nEXDATE;TZID=Europe/Warsaw:20270128T000000",
                "RRULE:FREQ=WEEKLY\nEXDATE;TZID=Europe/Warsaw:20270128T170000"),
            takenOut(
                "RRULE:FREQ=WEEKLY;UNTIL=20270301T160000Z\nEXDATE:20270304T160000Z",
                "RRULE:FREQ=WEEKLY;UNTIL=20270304T160000Z\nEXDATE:20270304T160000Z"),
            takenOut(
                "RRULE:FREQ=WEEKLY;INTERVAL=2\nEXDATE:20270204T160000Z,20270211T160000Z",
                "RRULE:FREQ=WEEKLY;INTERVAL=2\nEXDATE:20270204T160000Z,20270218T160000Z"),
            takenOut(
                "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20270211T160000Z",
                "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20270211T160000Z"),
            takenOut(
                "RRULE:FREQ=WEEKLY\nRDATE:20270129T160000Z\nEXDATE:20270130T160000Z",
                "RRULE:FREQ=WEEKLY\nRDATE:20270129T160000Z\nEXDATE:20270129T160000Z"),
            .init(
                29, "RFC 5545 §3.8.5.1", .times,
                "DTSTART;VALUE=DATE:20270121\nRRULE:FREQ=WEEKLY\nEXDATE;VALUE=DATE:20270127",
                "DTSTART;VALUE=DATE:20270121\nRRULE:FREQ=WEEKLY\nEXDATE;VALUE=DATE:20270128"),
            .init(
                29, "RFC 5545 §3.8.5.1", .item("VTODO"),
                "DTSTART:20270121T160000Z\nRRULE:FREQ=MONTHLY\nEXDATE:20270222T160000Z",
                "DTSTART:20270121T160000Z\nRRULE:FREQ=MONTHLY\nEXDATE:20270221T160000Z"),
            // A time that the clocks skip, said in UTC.
            .init(
                29, "RFC 5545 §3.8.5.1", .times,
                "DTSTART;TZID=Europe/Warsaw:20270321T023000\nRRULE:FREQ=WEEKLY\nEXDATE:20270411T013000Z",
                "DTSTART;TZID=Europe/Warsaw:20270321T023000\nRRULE:FREQ=WEEKLY\nEXDATE:20270328T013000Z"),
            // Of what does not recur.
            takenOut("EXDATE:20270121T160000Z", "RDATE:20270128T160000Z\nEXDATE:20270121T160000Z"),
            .init(
                29, "RFC 5545 §3.8.5.1", .item("VJOURNAL"),
                "DTSTART;VALUE=DATE:20270121\nEXDATE;VALUE=DATE:20270122",
                "DTSTART;VALUE=DATE:20270121\nRRULE:FREQ=DAILY\nEXDATE;VALUE=DATE:20270122"),
            // All of it.
            takenOut(
                "RRULE:FREQ=WEEKLY;COUNT=2\nEXDATE:20270121T160000Z,20270128T160000Z",
                "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20270121T160000Z,20270128T160000Z"),
            takenOut(
                "RRULE:FREQ=WEEKLY;UNTIL=20270128T160000Z\nEXDATE:20270121T160000Z\nEXDATE:20270128T160000Z",
                "RRULE:FREQ=WEEKLY\nEXDATE:20270121T160000Z\nEXDATE:20270128T160000Z"),
            takenOut(
                "RDATE:20270128T160000Z\nEXDATE:20270121T160000Z,20270128T160000Z",
                "RDATE:20270128T160000Z,20270204T160000Z\nEXDATE:20270121T160000Z,20270128T160000Z"),
            // What is changed takes place then.
            takenOut(
                "RRULE:FREQ=WEEKLY;COUNT=1\nEXDATE:20270121T160000Z",
                "EXDATE:20270121T160000Z\n"
                    + occurrence("20270121T160000Z").replacing("FREQ=WEEKLY", with: "FREQ=WEEKLY;COUNT=1")),
            .init(29, "RFC 5545 §3.8.4.4", .event, occurrence("20270129T160000Z"), occurrence("20270128T160000Z")),
            .init(
                29, "RFC 5545 §3.8.5.3", .event, String(repeating: "RRULE:FREQ=WEEKLY\n", count: 50) + "COMMENT:x",
                String(repeating: "RRULE:FREQ=WEEKLY\n", count: 49) + "COMMENT:x"),
        ] as [Restriction]

    private static func rule(_ bad: String, _ good: String) -> Restriction {
        Restriction(29, "RFC 5545 §3.3.10", .event, "RRULE:" + bad, "RRULE:" + good)
    }

    private static func takenOut(_ bad: String, _ good: String) -> Restriction {
        Restriction(29, "RFC 5545 §3.8.5.1", .event, bad, good)
    }

    private static func occurrence(_ time: String) -> String {
        "RRULE:FREQ=WEEKLY\nEND:VEVENT\nBEGIN:VEVENT\nUID:5f0c\nRECURRENCE-ID:\(time)\nDTSTART:20270130T160000Z"
    }

    static let spans =
        [
            span(
                "3.8.2.2", "DTSTART:20270202T160000Z\nDTEND:20270202T150000Z",
                "DTSTART:20270202T160000Z\nDTEND:20270202T160001Z"),
            // By the clocks of their zones the end is earlier.
            span(
                "3.8.2.2", "DTSTART:20270121T170000Z\nDTEND;TZID=Europe/Warsaw:20270121T174500",
                "DTSTART:20270121T163000Z\nDTEND;TZID=Europe/Warsaw:20270121T174500"),
            span(
                "3.8.2.2", "DTSTART;VALUE=DATE:20270121\nDTEND:20270121T180000Z",
                "DTSTART;VALUE=DATE:20270121\nDTEND;VALUE=DATE:20270122"),
            span("3.8.2.2", "DTEND:20270121T180000Z", "DTSTART:20270121T170000Z\nDTEND:20270121T180000Z"),
            span(
                "3.6.1", "DTSTART:20270121T170000Z\nDTEND:20270121T180000Z\nDURATION:PT1H",
                "DTSTART:20270121T170000Z\nDURATION:PT1H"),
            span("3.8.2.5", "DTSTART;VALUE=DATE:20270121\nDURATION:PT1H", "DTSTART;VALUE=DATE:20270121\nDURATION:P1D"),
            .init(
                30, "RFC 5545 §3.8.2.3", .item("VTODO"), "DTSTART:20270121T170000Z\nDUE:20270121T160000Z",
                "DTSTART:20270121T170000Z\nDUE:20270121T180000Z"),
            .init(
                30, "RFC 5545 §3.6.2", .item("VTODO"),
                "DTSTART:20270121T170000Z\nDUE:20270121T180000Z\nDURATION:PT1H",
                "DTSTART:20270121T170000Z\nDUE:20270121T180000Z"),
            .init(
                30, "RFC 5545 §3.8.2.3", .item("VTODO"), "DTSTART:20270121T170000Z\nDUE;VALUE=DATE:20270122",
                "DTSTART;VALUE=DATE:20270121\nDUE;VALUE=DATE:20270122"),
            .init(30, "RFC 5545 §3.6.2", .item("VTODO"), "DURATION:PT1H", "DTSTART:20270121T170000Z\nDURATION:PT1H"),
            .init(
                30, "RFC 5545 §3.8.2.2", .item("VFREEBUSY"), "DTSTART:20270121T170000Z\nDTEND:20270121T160000Z",
                "DTSTART:20270121T170000Z\nDTEND:20270121T180000Z"),
            .init(
                30, "RFC 5545 §3.8.6.3", .item("VTODO"),
                "DTSTART:20270121T170000Z\nBEGIN:VALARM\nACTION:AUDIO\nTRIGGER;RELATED=END:-PT5M\nEND:VALARM",
                "DTSTART:20270121T170000Z\nBEGIN:VALARM\nACTION:AUDIO\nTRIGGER;RELATED=START:-PT5M\nEND:VALARM"),
            .init(30, "RFC 5545 §3.8.4.4", .event, occurrence("20270128T160000"), occurrence("20270128T160000Z")),
        ] as [Restriction]

    private static func span(_ section: String, _ bad: String, _ good: String) -> Restriction {
        Restriction(30, "RFC 5545 §\(section)", .times, bad, good)
    }

    static let methods = [
        message(
            "3.2.1", "PUBLISH", "DTSTART:20270121T160000Z\nSUMMARY:x",
            "DTSTART:20270121T160000Z\nSUMMARY:x\nORGANIZER:mailto:n@example.org"),
        message("3.2.3", "REPLY", "BEGIN:VALARM\nEND:VALARM", "COMMENT:x"),
        message(
            "3.2.4", "ADD", "DTSTART:20270121T160000Z\nSUMMARY:x\nORGANIZER:mailto:n@example.org",
            "DTSTART:20270121T160000Z\nSUMMARY:x\nSEQUENCE:1\nORGANIZER:mailto:n@example.org"),
        message("3.2.5", "CANCEL", "REQUEST-STATUS:2.0;Success", "COMMENT:x"),
        message(
            "3.2.6", "REFRESH",
            "ORGANIZER:mailto:n@example.org\nATTENDEE:mailto:a@example.org\nDTSTART:20270121T160000Z",
            "ORGANIZER:mailto:n@example.org\nATTENDEE:mailto:a@example.org"),
        message(
            "3.2.7", "COUNTER", "DTSTART:20270121T160000Z\nSUMMARY:x\nSEQUENCE:1",
            "DTSTART:20270121T160000Z\nSUMMARY:x\nSEQUENCE:1\nORGANIZER:mailto:n@example.org"),
        message("3.2.8", "DECLINECOUNTER", "COMMENT:x", "ORGANIZER:mailto:n@example.org"),
        message(
            "3.3.1", "PUBLISH", "DTSTART:20270121T160000Z\nDTEND:20270121T170000Z",
            "DTSTART:20270121T160000Z\nDTEND:20270121T170000Z\nORGANIZER:mailto:n@example.org", "VFREEBUSY"),
        message(
            "3.3.2", "REQUEST", "DTSTART:20270121T160000Z\nDTEND:20270121T170000Z\nORGANIZER:mailto:n@example.org",
            "DTSTART:20270121T160000Z\nDTEND:20270121T170000Z\nORGANIZER:mailto:n@example.org\nATTENDEE:mailto:a@example.org",
            "VFREEBUSY"),
        message(
            "3.3.3", "REPLY", "DTSTART:20270121T160000Z\nDTEND:20270121T170000Z\nORGANIZER:mailto:n@example.org",
            "DTSTART:20270121T160000Z\nDTEND:20270121T170000Z\nORGANIZER:mailto:n@example.org\nATTENDEE:mailto:a@example.org",
            "VFREEBUSY"),
        message(
            "3.4.1", "PUBLISH", "DTSTART:20270121T160000Z\nORGANIZER:mailto:n@example.org\nSUMMARY:x",
            "DTSTART:20270121T160000Z\nORGANIZER:mailto:n@example.org\nSUMMARY:x\nPRIORITY:1", "VTODO"),
        message(
            "3.4.2", "REQUEST", "ORGANIZER:mailto:n@example.org\nSUMMARY:x\nPRIORITY:1",
            "ATTENDEE:mailto:a@example.org\nORGANIZER:mailto:n@example.org\nSUMMARY:x\nPRIORITY:1", "VTODO"),
        message(
            "3.4.3", "REPLY", "ORGANIZER:mailto:n@example.org",
            "ATTENDEE:mailto:a@example.org\nORGANIZER:mailto:n@example.org", "VTODO"),
        message(
            "3.4.4", "ADD", "ORGANIZER:mailto:n@example.org\nSUMMARY:x\nPRIORITY:1",
            "SEQUENCE:1\nORGANIZER:mailto:n@example.org\nSUMMARY:x\nPRIORITY:1", "VTODO"),
        message(
            "3.4.5", "CANCEL", "ORGANIZER:mailto:n@example.org", "ORGANIZER:mailto:n@example.org\nSEQUENCE:1", "VTODO"),
        message("3.4.6", "REFRESH", "COMMENT:x", "ATTENDEE:mailto:a@example.org", "VTODO"),
        message(
            "3.4.7", "COUNTER", "ORGANIZER:mailto:n@example.org\nSUMMARY:x\nPRIORITY:1",
            "ATTENDEE:mailto:a@example.org\nORGANIZER:mailto:n@example.org\nSUMMARY:x\nPRIORITY:1", "VTODO"),
        message(
            "3.4.8", "DECLINECOUNTER", "ORGANIZER:mailto:n@example.org\nSEQUENCE:1",
            "ATTENDEE:mailto:a@example.org\nORGANIZER:mailto:n@example.org\nSEQUENCE:1", "VTODO"),
        message(
            "3.5.1", "PUBLISH", "DTSTART:20270121T160000Z\nORGANIZER:mailto:n@example.org",
            "DTSTART:20270121T160000Z\nDESCRIPTION:x\nORGANIZER:mailto:n@example.org", "VJOURNAL"),
        message(
            "3.5.2", "ADD", "DTSTART:20270121T160000Z\nDESCRIPTION:x\nORGANIZER:mailto:n@example.org",
            "SEQUENCE:1\nDTSTART:20270121T160000Z\nDESCRIPTION:x\nORGANIZER:mailto:n@example.org", "VJOURNAL"),
        message(
            "3.5.3", "CANCEL", "ORGANIZER:mailto:n@example.org", "ORGANIZER:mailto:n@example.org\nSEQUENCE:1",
            "VJOURNAL"),
        // No such method of such a component.
        message("3", "REPLY", "COMMENT:x", "COMMENT:x", "VJOURNAL", "CANCEL-LATER"),
    ]

    private static func message(
        _ section: String, _ method: String, _ bad: String, _ good: String, _ kind: String = "VEVENT",
        _ goodMethod: String? = nil
    ) -> Restriction {
        func file(_ lines: String, _ method: String) -> String {
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Example//EN
            METHOD:\(method)
            BEGIN:\(kind)
            UID:5f0c
            DTSTAMP:20261202T090000Z
            \(lines)
            END:\(kind)
            END:VCALENDAR

            """
        }
        return Restriction(31, "RFC 5546 §\(section)", .file, file(bad, method), file(good, goodMethod ?? method))
    }
}
