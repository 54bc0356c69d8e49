/// What programs are known to read differently.
///
/// There is no case without a source, which `docs/calendar-rules.md` names beside it.
enum Disagreement: CaseIterable {
    case startOutsideRule
    case positions
    case weekStart
    case weekNumbers
    case withinDay
    case lateMonthDays
    case severalRules
    case exceptionRule
    case datesWithoutRule
    case datesAfterUntil
    case untilDate
    case untilTime
    case exceptionDate
    case thisAndFuture
    case occurrenceClock
    case clockChange
    case floating
    case noEnd
    case emptySpan
    case emptyDay

    /// What it is about, as the document calls it.
    var subject: String {
        switch self {
        case .startOutsideRule: "DTSTART that its own rule does not give"
        case .positions: "BYSETPOS but for weekdays of a month"
        case .weekStart: "days of every second week, where the week's first day matters"
        case .weekNumbers: "BYWEEKNO"
        case .withinDay: "HOURLY, MINUTELY, SECONDLY"
        case .lateMonthDays: "a day that some months do not have"
        case .severalRules: "several RRULEs"
        case .exceptionRule: "EXRULE"
        case .datesWithoutRule: "RDATE without RRULE"
        case .datesAfterUntil: "RDATE after UNTIL"
        case .untilDate: "UNTIL as a date, DTSTART as a time"
        case .untilTime: "UNTIL as a time, DTSTART as a date"
        case .exceptionDate: "EXDATE of another type than DTSTART"
        case .thisAndFuture: "RANGE=THISANDFUTURE"
        case .occurrenceClock: "RECURRENCE-ID on another clock than DTSTART"
        case .clockChange: "days of a DURATION over a clock change"
        case .floating: "floating time"
        case .noEnd: "a time without an end"
        case .emptySpan: "an event that ends when it begins"
        case .emptyDay: "an all-day event that ends on its first day"
        }
    }

    /// Who reads it how.
    var readings: String {
        switch self {
        case .startOutsideRule:
            "Apple and Google show it beside the rule's dates, Google beyond COUNT; ical.js and rrule.js leave it out"
        case .positions: "libical and ical.js ignore it on some rules and give every date of the other parts"
        case .weekStart: "ics-parser has put the dates a week off"
        case .weekNumbers: "libical and ical.net have given other days than RFC 5545"
        case .withinDay: "Google refuses it and Apple shows nothing"
        case .lateMonthDays: "RFC 5545 and Google skip such a month; Tasks and Commons Booking take its last day"
        case .severalRules:
            "RFC 5545 leaves it open, ical.net takes the first only, and recurring-ical-events takes all"
        case .exceptionRule: "RFC 5545 gives it up, and Google and Outlook do not read it"
        case .datesWithoutRule: "Outlook drops the whole event, and ownCloud shows its start only"
        case .datesAfterUntil: "Google does not show them; Outlook and Thunderbird do"
        case .untilDate: "Google has written it, and dateutil refuses the rule"
        case .untilTime: "dateutil refuses the rule; ics-parser takes it"
        case .exceptionDate: "sabre/vobject ignores it; Thunderbird, Evolution and ical.net leave the whole day out"
        case .thisAndFuture: "ical.net does not follow it, and recurring-ical-events has not"
        case .occurrenceClock: "Infomaniak shows the occurrence twice, once changed and once not, and ical.js has"
        case .clockChange: "RFC 5545 has them as long as the clock makes them; libical takes 24 hours each"
        case .floating:
            "GNOME Calendar and elementary Calendar have read it as UTC, and GAS-ICS-Sync in the zone of the calendar it fills"
        case .noEnd: "RFC 5545 has it take no time, khal an hour, and openHAB has not shown it"
        case .emptySpan: "RFC 5545 does not allow it, and khal makes it an hour"
        case .emptyDay:
            "RFC 5545 does not allow it, GAS-ICS-Sync, Thunderbird and Outlook make it one day, and khal has crashed"
        }
    }
}

extension Findings {
    /// Adds what is read differently: what it is, who reads it how, and what to do.
    mutating func disagreement(_ line: Int, _ known: Disagreement, _ what: String, _ advice: String) {
        warning(line, .disagreement, "\(what): \(known.readings); \(advice)")
    }
}
