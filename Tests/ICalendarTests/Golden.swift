/// What the golden tests expect, with bare line feeds; a blank at the start of a line is a fold.
enum Golden {
    static let feed = #"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Meridian//Meridian//EN
        CALSCALE:GREGORIAN
        NAME:Nova core reviewer training
        X-WR-CALNAME:Nova core reviewer training
        DESCRIPTION:Review training sessions of Nova
        X-WR-CALDESC:Review training sessions of Nova
        REFRESH-INTERVAL;VALUE=DURATION:PT1H
        X-PUBLISHED-TTL:PT1H
        SOURCE;VALUE=URI:https://meridian.example/nova.ics
        URL:https://meridian.example/nova
        COLOR:teal
        BEGIN:VTIMEZONE
        TZID:Europe/Dublin
        BEGIN:STANDARD
        DTSTART:19701025T020000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0000
        TZNAME:GMT
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:19700329T010000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0100
        TZNAME:IST
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:5f0c2d9e-3-europe@meridian
        DTSTAMP:20261201T090000Z
        LAST-MODIFIED:20261201T090000Z
        SEQUENCE:2
        STATUS:CONFIRMED
        DTSTART;TZID=Europe/Dublin:20270121T170000
        DTEND;TZID=Europe/Dublin:20270121T180000
        SUMMARY:Europe\, week 3 · Nova core reviewer training
        DESCRIPTION:Mentor: Priya Sharma\nMentor's time: Thu 2027-01-21 17:00 Europ
         e/Dublin\, 60 minutes\nWhere: irc://irc.oftc.net/nova\nCode: nova-202701-w
         03-europe
        LOCATION:irc://irc.oftc.net/nova
        URL:irc://irc.oftc.net/nova
        END:VEVENT
        END:VCALENDAR
        """#

    static let request = #"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Meridian//Meridian//EN
        CALSCALE:GREGORIAN
        METHOD:REQUEST
        BEGIN:VTIMEZONE
        TZID:Asia/Kolkata
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0530
        TZOFFSETTO:+0530
        TZNAME:IST
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:5f0c2d9e-3-asia@meridian
        DTSTAMP:20270111T080000Z
        LAST-MODIFIED:20261201T090000Z
        SEQUENCE:0
        STATUS:CONFIRMED
        DTSTART;TZID=Asia/Kolkata:20270121T170000
        DTEND;TZID=Asia/Kolkata:20270121T180000
        SUMMARY:Asia\, week 3 · Nova core reviewer training
        DESCRIPTION:Mentor: Priya Sharma\nMentor's time: Thu 2027-01-21 17:00 Asia/
         Kolkata\, 60 minutes\nWhere: irc://irc.oftc.net/nova\nCode: nova-202701-w0
         3-asia
        LOCATION:irc://irc.oftc.net/nova
        URL:irc://irc.oftc.net/nova
        ORGANIZER;CN=Nova core reviewer training:mailto:training@nova.example
        ATTENDEE;CN=Ola Nowak;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEP
         TED:mailto:ola@hidden.example
        END:VEVENT
        END:VCALENDAR
        """#

    static let update = #"""
        BEGIN:VEVENT
        UID:5f0c2d9e-3-asia@meridian
        DTSTAMP:20270111T080000Z
        LAST-MODIFIED:20270111T080000Z
        SEQUENCE:1
        STATUS:CONFIRMED
        DTSTART;TZID=Asia/Kolkata:20270122T183000
        DTEND;TZID=Asia/Kolkata:20270122T193000
        SUMMARY:Asia\, week 3 · Nova core reviewer training
        DESCRIPTION:Mentor: Priya Sharma\nMentor's time: Fri 2027-01-22 18:30 Asia/
         Kolkata\, 60 minutes\nWhere: irc://irc.oftc.net/nova\nCode: nova-202701-w0
         3-asia
        LOCATION:irc://irc.oftc.net/nova
        URL:irc://irc.oftc.net/nova
        ORGANIZER;CN=Nova core reviewer training:mailto:training@nova.example
        ATTENDEE;CN=Priya Sharma;CUTYPE=INDIVIDUAL;ROLE=CHAIR;PARTSTAT=NEEDS-ACTION
         ;RSVP=TRUE:mailto:priya@secret.example
        END:VEVENT
        """#

    static let cancelWhole = #"""
        BEGIN:VEVENT
        UID:5f0c2d9e-3-asia@meridian
        DTSTAMP:20270111T080000Z
        LAST-MODIFIED:20270111T080000Z
        SEQUENCE:1
        STATUS:CANCELLED
        DTSTART;TZID=Asia/Kolkata:20270121T170000
        DTEND;TZID=Asia/Kolkata:20270121T180000
        SUMMARY:Cancelled: Asia\, week 3 · Nova core reviewer training
        DESCRIPTION:Cancelled: the mentor is ill\nMentor: Priya Sharma\nMentor's ti
         me: Thu 2027-01-21 17:00 Asia/Kolkata\, 60 minutes\nWhere: irc://irc.oftc.
         net/nova\nCode: nova-202701-w03-asia
        LOCATION:irc://irc.oftc.net/nova
        URL:irc://irc.oftc.net/nova
        ORGANIZER;CN=Nova core reviewer training:mailto:training@nova.example
        ATTENDEE;CN=Ola Nowak;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT:mailto:ola@hid
         den.example
        END:VEVENT
        """#

    static let cancelForOne = #"""
        BEGIN:VEVENT
        UID:5f0c2d9e-3-asia@meridian
        DTSTAMP:20270111T080000Z
        LAST-MODIFIED:20261201T090000Z
        SEQUENCE:1
        DTSTART;TZID=Asia/Kolkata:20270121T170000
        DTEND;TZID=Asia/Kolkata:20270121T180000
        SUMMARY:Asia\, week 3 · Nova core reviewer training
        DESCRIPTION:Mentor: Priya Sharma\nMentor's time: Thu 2027-01-21 17:00 Asia/
         Kolkata\, 60 minutes\nWhere: irc://irc.oftc.net/nova\nCode: nova-202701-w0
         3-asia
        LOCATION:irc://irc.oftc.net/nova
        URL:irc://irc.oftc.net/nova
        ORGANIZER;CN=Nova core reviewer training:mailto:training@nova.example
        ATTENDEE;CN=Ola Nowak;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT:mailto:ola@hid
         den.example
        END:VEVENT
        """#

    static let utc = #"""
        BEGIN:VEVENT
        UID:5f0c2d9e-3-europe@meridian
        DTSTAMP:20261201T090000Z
        LAST-MODIFIED:20261201T090000Z
        SEQUENCE:0
        STATUS:TENTATIVE
        DTSTART:20270121T170000Z
        DTEND:20270121T180000Z
        SUMMARY:Europe\, week 3 · Nova core reviewer training
        DESCRIPTION:Planned\, not announced yet: time and mentor may still change.\
         nMentor: Priya Sharma\nMentor's time: Thu 2027-01-21 17:00 Africa/Casablan
         ca\, 60 minutes\nWhere: the library\nCode: nova-202701-w03-europe
        LOCATION:the library
        END:VEVENT
        """#
}
