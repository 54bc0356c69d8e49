/// What a component has: RFC 5545 §3.6, with what RFC 7986 §4 and RFC 9074 add.
struct ComponentShape {
    /// Where the component is defined.
    let section: String
    /// Where it may stand.
    let parents: Set<String>
    /// What it must have, once.
    let required: [String]
    /// What it may have once.
    let once: Set<String>
    /// What it may have any number of times.
    let many: Set<String>

    private init(_ section: String, in parents: Set<String>, required: String, once: String, many: String) {
        self.section = section
        self.parents = parents
        self.required = required.split(separator: " ").map(String.init)
        self.once = Set(once.split(separator: " ").map(String.init))
        self.many = Set(many.split(separator: " ").map(String.init))
    }

    /// Whether a property, of those in `PropertyShape.all`, says anything in the component.
    func permits(_ property: String) -> Bool {
        once.contains(property) || many.contains(property) || required.contains(property)
    }

    /// The components that are known; others may have what they like.
    static let all: [String: ComponentShape] = [
        "VCALENDAR": .init(
            "RFC 5545 §3.6", in: [], required: "PRODID VERSION",
            once: "CALSCALE METHOD UID LAST-MODIFIED URL REFRESH-INTERVAL SOURCE COLOR",
            many: "NAME DESCRIPTION CATEGORIES IMAGE"),
        "VEVENT": .init(
            "RFC 5545 §3.6.1", in: ["VCALENDAR"], required: "UID DTSTAMP",
            once: """
                DTSTART CLASS CREATED DESCRIPTION GEO LAST-MODIFIED LOCATION ORGANIZER PRIORITY SEQUENCE STATUS SUMMARY \
                TRANSP URL RECURRENCE-ID DTEND DURATION COLOR
                """, many: several + " RRULE RESOURCES CONFERENCE"),
        "VTODO": .init(
            "RFC 5545 §3.6.2", in: ["VCALENDAR"], required: "UID DTSTAMP",
            once: """
                CLASS COMPLETED CREATED DESCRIPTION DTSTART GEO LAST-MODIFIED LOCATION ORGANIZER PERCENT-COMPLETE \
                PRIORITY RECURRENCE-ID SEQUENCE STATUS SUMMARY URL DUE DURATION COLOR
                """, many: several + " RRULE RESOURCES CONFERENCE"),
        "VJOURNAL": .init(
            "RFC 5545 §3.6.3", in: ["VCALENDAR"], required: "UID DTSTAMP",
            once: "CLASS CREATED DTSTART LAST-MODIFIED ORGANIZER RECURRENCE-ID SEQUENCE STATUS SUMMARY URL COLOR",
            many: several + " RRULE DESCRIPTION"),
        "VFREEBUSY": .init(
            "RFC 5545 §3.6.4", in: ["VCALENDAR"], required: "UID DTSTAMP", once: "CONTACT DTSTART DTEND ORGANIZER URL",
            many: "ATTENDEE COMMENT FREEBUSY REQUEST-STATUS"),
        "VTIMEZONE": .init(
            "RFC 5545 §3.6.5", in: ["VCALENDAR"], required: "", once: "TZID LAST-MODIFIED TZURL", many: ""),
        "STANDARD": observance, "DAYLIGHT": observance,
        "VALARM": .init(
            "RFC 5545 §3.6.6", in: ["VEVENT", "VTODO"], required: "ACTION TRIGGER",
            once: "DESCRIPTION SUMMARY DURATION REPEAT UID ACKNOWLEDGED", many: "ATTACH ATTENDEE RELATED-TO"),
    ]

    private static let several = """
        ATTACH ATTENDEE CATEGORIES COMMENT CONTACT EXDATE RDATE RELATED-TO REQUEST-STATUS IMAGE
        """

    /// How many of DTSTART and the offsets there are is judged with the VTIMEZONE.
    private static let observance = ComponentShape(
        "RFC 5545 §3.6.5", in: ["VTIMEZONE"], required: "", once: "",
        many: "DTSTART TZOFFSETFROM TZOFFSETTO COMMENT RDATE RRULE TZNAME")
}
