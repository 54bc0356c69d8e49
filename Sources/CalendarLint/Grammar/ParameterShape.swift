/// What a property parameter may say, and of which properties.
struct ParameterShape {
    /// Where the parameter is defined.
    let section: String
    /// The properties that it says something of; nil for all.
    let properties: Set<String>?
    /// The words it may hold beside `X-` ones; empty when it is no choice among words.
    let words: [String]
    /// The type of its values where it is no choice among words.
    let type: ValueType
    /// What a text has to look like.
    let form: Form?

    /// Texts that another standard gives a form.
    enum Form {
        /// RFC 5646.
        case languageTag
        /// RFC 6838 §4.2.
        case mediaType
    }

    init(
        _ section: String, of properties: Set<String>?, words: [String] = [], type: ValueType = .text,
        form: Form? = nil
    ) {
        self.section = section
        self.properties = properties
        self.words = words
        self.type = type
        self.form = form
    }

    /// The parameters of RFC 5545 §3.2 and RFC 7986 §6; of no others is anything known.
    static let all: [String: ParameterShape] = [
        "ALTREP": .init("RFC 5545 §3.2.1", of: described.union(["IMAGE", "STYLED-DESCRIPTION"]), type: .uri),
        "CN": .init("RFC 5545 §3.2.2", of: people),
        "CUTYPE": .init(
            "RFC 5545 §3.2.3", of: attendees, words: ["INDIVIDUAL", "GROUP", "RESOURCE", "ROOM", "UNKNOWN"]),
        "DELEGATED-FROM": .init("RFC 5545 §3.2.4", of: attendees, type: .calendarAddress),
        "DELEGATED-TO": .init("RFC 5545 §3.2.5", of: attendees, type: .calendarAddress),
        "DIR": .init("RFC 5545 §3.2.6", of: people, type: .uri),
        "ENCODING": .init(
            "RFC 5545 §3.2.7", of: ["ATTACH", "IMAGE", "STRUCTURED-DATA"], words: ["8BIT", "BASE64"]),
        "FBTYPE": .init(
            "RFC 5545 §3.2.9", of: ["FREEBUSY"], words: ["FREE", "BUSY", "BUSY-UNAVAILABLE", "BUSY-TENTATIVE"]),
        "FMTTYPE": .init(
            "RFC 5545 §3.2.8", of: ["ATTACH", "IMAGE", "LINK", "STYLED-DESCRIPTION", "STRUCTURED-DATA"],
            form: .mediaType),
        "LANGUAGE": .init(
            "RFC 5545 §3.2.10",
            of: described.union(people).union([
                "CATEGORIES", "REQUEST-STATUS", "TZNAME", "CONFERENCE", "LINK", "STYLED-DESCRIPTION",
            ]), form: .languageTag),
        "MEMBER": .init("RFC 5545 §3.2.11", of: attendees, type: .calendarAddress),
        "PARTSTAT": .init("RFC 5545 §3.2.12", of: attendees),
        "RANGE": .init("RFC 5545 §3.2.13", of: ["RECURRENCE-ID"], words: ["THISANDFUTURE"]),
        "RELATED": .init("RFC 5545 §3.2.14", of: ["TRIGGER"], words: ["START", "END"]),
        "RELTYPE": .init("RFC 5545 §3.2.15", of: ["RELATED-TO"]),
        "ROLE": .init(
            "RFC 5545 §3.2.16", of: attendees,
            words: ["CHAIR", "REQ-PARTICIPANT", "OPT-PARTICIPANT", "NON-PARTICIPANT"]),
        "RSVP": .init("RFC 5545 §3.2.17", of: attendees, words: ["TRUE", "FALSE"]),
        "SENT-BY": .init("RFC 5545 §3.2.18", of: people, type: .calendarAddress),
        "TZID": .init(
            "RFC 5545 §3.2.19", of: ["DTSTART", "DTEND", "DUE", "EXDATE", "RDATE", "RECURRENCE-ID"]),
        "VALUE": .init("RFC 5545 §3.2.20", of: nil),
        "DISPLAY": .init("RFC 7986 §6.1", of: ["IMAGE"], words: ["BADGE", "GRAPHIC", "FULLSIZE", "THUMBNAIL"]),
        "EMAIL": .init("RFC 7986 §6.2", of: people),
        "FEATURE": .init(
            "RFC 7986 §6.3", of: ["CONFERENCE"],
            words: ["AUDIO", "CHAT", "FEED", "MODERATOR", "PHONE", "SCREEN", "VIDEO"]),
        "LABEL": .init("RFC 7986 §6.4", of: ["CONFERENCE", "LINK"]),
    ]

    /// The answers that an attendee of a component may have given (RFC 5545 §3.2.12).
    static let participation = [
        "VEVENT": ["NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED"],
        "VTODO": ["NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED", "COMPLETED", "IN-PROCESS"],
        "VJOURNAL": ["NEEDS-ACTION", "ACCEPTED", "DECLINED"],
    ]

    private static let attendees: Set = ["ATTENDEE"]
    private static let people: Set = ["ATTENDEE", "ORGANIZER"]
    private static let described: Set = [
        "SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "RESOURCES", "NAME",
    ]

    /// What is wrong with a value and what to write, or nil.
    func complaint(about value: String) -> String? {
        if !words.isEmpty {
            let word = value.asciiUppercased
            guard !words.contains(word), !word.hasPrefix("X-") else { return nil }
            return "write \(words.joined(separator: " or "))"
        }
        if let form, !form.fits(value) { return "write \(form.example)" }
        return type.holds(value[...]) ? nil : "write \(type.example)"
    }
}

extension ParameterShape.Form {
    /// A value to write instead of a wrong one.
    var example: String {
        switch self {
        case .languageTag: "a language tag such as de-CH"
        case .mediaType: "a media type such as text/plain"
        }
    }

    func fits(_ text: String) -> Bool {
        switch self {
        case .languageTag:
            let parts = Array(text[...].parts(between: "-"))
            return parts.allSatisfy { (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.isLetterOrDigit) }
                && parts.first?.utf8.allSatisfy { !Self.isDigit($0) } ?? false
        case .mediaType:
            let parts = Array(text[...].parts(between: "/"))
            return parts.count == 2
                && parts.allSatisfy { part in
                    (1...127).contains(part.utf8.count)
                        && part.utf8.allSatisfy { Self.isLetterOrDigit($0) || "!#$&-^_.+".utf8.contains($0) }
                }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}
