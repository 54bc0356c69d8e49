import Mentoring

/// Which properties of another program's calendar are looked at, by their names in capital letters; whatever else it holds
/// (people, alarms, attachments, X-properties) is dropped unread.
struct ForeignNames: Sendable {
    /// Those without which an entry cannot be understood: one that cannot be read spoils it.
    let needed: Set<String>
    /// Those that say more of it: one that cannot be read is passed over.
    var welcome: Set<String> = []
    /// Whose ATTENDEEs are kept; nil keeps all.
    var attendees: Set<EmailAddress>?

    /// All that is looked at to learn when something is.
    static let ofTimes = ForeignNames(
        needed: [
            "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "UID", "STATUS",
            "TRANSP", "PRIORITY", "FREEBUSY", "METHOD", "X-MICROSOFT-CDO-BUSYSTATUS", "TZID", "TZOFFSETFROM",
            "TZOFFSETTO",
        ])

    /// All that is looked at to learn when somebody is busy or away: the title and the categories only say whether a whole day is
    /// one of absence.
    static func ofBusyTimes(of owners: Set<EmailAddress>) -> ForeignNames {
        ForeignNames(needed: ofTimes.needed, welcome: ["ATTENDEE", "SUMMARY", "CATEGORIES"], attendees: owners)
    }

    /// All that is looked at in an answer to an invitation.
    static let inAnswers = ForeignNames(
        needed: [
            "METHOD", "UID", "SEQUENCE", "DTSTAMP", "ORGANIZER", "ATTENDEE", "COMMENT", "RECURRENCE-ID", "DTSTART",
            "TZID", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE",
        ], welcome: ["PRODID", "SUMMARY", "LOCATION", "DESCRIPTION"])

    /// Whether lines of that name are read, the ends of components among them.
    func contains(_ name: String) -> Bool {
        name == "BEGIN" || name == "END" || needed.contains(name) || welcome.contains(name)
    }

    /// Whether anybody reads a line, of which at least the name must be there.
    func read(_ line: ArraySlice<UInt8>) -> Bool {
        let name = line.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
        return name.count <= Self.longest && contains(String(decoding: name, as: UTF8.self).uppercased())
    }

    private static let longest = 40

    /// Whether a line in which a character was lost cannot be understood any more: what it says is no text, or its zone's name is lost.
    func spoils(_ line: ForeignLine) -> Bool {
        guard case .property(let property) = line, needed.contains(property.name), property.name != "COMMENT" else {
            return false
        }
        return ([property.value] + [property.parameters["TZID"]].compactMap(\.self)).contains {
            $0.contains("\u{FFFD}")
        }
    }

    /// Whether a property says something of whoever is asked about.
    func keeps(_ property: ForeignProperty) -> Bool {
        guard let attendees, property.name == "ATTENDEE" else { return true }
        return (try? property.mailAddress()).map(attendees.contains) ?? false
    }
}
