/// What the value of a property may be.
struct PropertyShape {
    /// Where the property is defined.
    let section: String
    /// The type of a value without VALUE.
    let type: ValueType
    /// The types that VALUE may choose instead.
    let otherTypes: [ValueType]
    /// Whether commas separate several values.
    let isList: Bool
    /// Whether VALUE must be written, because readers know no default.
    let mustSayType: Bool

    init(
        _ section: String, _ type: ValueType, or otherTypes: [ValueType] = [], isList: Bool = false,
        mustSayType: Bool = false
    ) {
        self.section = section
        self.type = type
        self.otherTypes = otherTypes
        self.isList = isList
        self.mustSayType = mustSayType
    }

    /// The properties of RFC 5545 §3.7 and §3.8, of RFC 7986 §5 and of RFC 9074; of no others is anything known.
    static let all: [String: PropertyShape] = [
        "CALSCALE": .init("RFC 5545 §3.7.1", .text), "METHOD": .init("RFC 5545 §3.7.2", .text),
        "PRODID": .init("RFC 5545 §3.7.3", .text), "VERSION": .init("RFC 5545 §3.7.4", .text),
        "ATTACH": .init("RFC 5545 §3.8.1.1", .uri, or: [.binary]),
        "CATEGORIES": .init("RFC 5545 §3.8.1.2", .text, isList: true), "CLASS": .init("RFC 5545 §3.8.1.3", .text),
        "COMMENT": .init("RFC 5545 §3.8.1.4", .text), "DESCRIPTION": .init("RFC 5545 §3.8.1.5", .text),
        "GEO": .init("RFC 5545 §3.8.1.6", .float), "LOCATION": .init("RFC 5545 §3.8.1.7", .text),
        "PERCENT-COMPLETE": .init("RFC 5545 §3.8.1.8", .integer), "PRIORITY": .init("RFC 5545 §3.8.1.9", .integer),
        "RESOURCES": .init("RFC 5545 §3.8.1.10", .text, isList: true), "STATUS": .init("RFC 5545 §3.8.1.11", .text),
        "SUMMARY": .init("RFC 5545 §3.8.1.12", .text), "COMPLETED": .init("RFC 5545 §3.8.2.1", .dateTime),
        "DTEND": .init("RFC 5545 §3.8.2.2", .dateTime, or: [.date]),
        "DUE": .init("RFC 5545 §3.8.2.3", .dateTime, or: [.date]),
        "DTSTART": .init("RFC 5545 §3.8.2.4", .dateTime, or: [.date]),
        "DURATION": .init("RFC 5545 §3.8.2.5", .duration),
        "FREEBUSY": .init("RFC 5545 §3.8.2.6", .period, isList: true), "TRANSP": .init("RFC 5545 §3.8.2.7", .text),
        "TZID": .init("RFC 5545 §3.8.3.1", .text), "TZNAME": .init("RFC 5545 §3.8.3.2", .text),
        "TZOFFSETFROM": .init("RFC 5545 §3.8.3.3", .utcOffset), "TZOFFSETTO": .init("RFC 5545 §3.8.3.4", .utcOffset),
        "TZURL": .init("RFC 5545 §3.8.3.5", .uri), "ATTENDEE": .init("RFC 5545 §3.8.4.1", .calendarAddress),
        "CONTACT": .init("RFC 5545 §3.8.4.2", .text), "ORGANIZER": .init("RFC 5545 §3.8.4.3", .calendarAddress),
        "RECURRENCE-ID": .init("RFC 5545 §3.8.4.4", .dateTime, or: [.date]),
        "RELATED-TO": .init("RFC 5545 §3.8.4.5", .text, or: [.uri]), "URL": .init("RFC 5545 §3.8.4.6", .uri),
        "UID": .init("RFC 5545 §3.8.4.7", .text),
        "EXDATE": .init("RFC 5545 §3.8.5.1", .dateTime, or: [.date], isList: true),
        "RDATE": .init("RFC 5545 §3.8.5.2", .dateTime, or: [.date, .period], isList: true),
        "RRULE": .init("RFC 5545 §3.8.5.3", .recurrence), "ACTION": .init("RFC 5545 §3.8.6.1", .text),
        "REPEAT": .init("RFC 5545 §3.8.6.2", .integer),
        "TRIGGER": .init("RFC 5545 §3.8.6.3", .duration, or: [.dateTime]),
        "CREATED": .init("RFC 5545 §3.8.7.1", .dateTime), "DTSTAMP": .init("RFC 5545 §3.8.7.2", .dateTime),
        "LAST-MODIFIED": .init("RFC 5545 §3.8.7.3", .dateTime), "SEQUENCE": .init("RFC 5545 §3.8.7.4", .integer),
        "REQUEST-STATUS": .init("RFC 5545 §3.8.8.3", .text), "NAME": .init("RFC 7986 §5.1", .text),
        "REFRESH-INTERVAL": .init("RFC 7986 §5.7", .duration, mustSayType: true),
        "SOURCE": .init("RFC 7986 §5.8", .uri), "COLOR": .init("RFC 7986 §5.9", .text),
        "IMAGE": .init("RFC 7986 §5.10", .uri, or: [.binary], mustSayType: true),
        "CONFERENCE": .init("RFC 7986 §5.11", .uri, mustSayType: true),
        "ACKNOWLEDGED": .init("RFC 9074 §6.1", .dateTime),
    ]
}
