import CLibical
import CivilTime

@testable import ICalendar

/// The events of a calendar as libical itself reads them, with the VTIMEZONEs in it.
enum LibicalReader {
    struct Event: Hashable {
        var uid: String
        var start: Instant
        var end: Instant
    }

    static func events(in bytes: [UInt8]) -> [Event] {
        Libical.exclusively { _ in
            guard let calendar = icalparser_parse_string(String(decoding: bytes, as: UTF8.self)) else { return [] }
            defer { icalcomponent_free(calendar) }
            guard icalcomponent_count_errors(calendar) == 0 else { return [] }
            var events: [Event] = []
            var event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT)
            while let current = event {
                let (start, end) = (icalcomponent_get_dtstart(current), icalcomponent_get_dtend(current))
                events.append(
                    Event(
                        uid: icalcomponent_get_uid(current).map { String(cString: $0) } ?? "",
                        start: instant(start), end: instant(end)))
                event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)
            }
            return events
        }
    }

    private static func instant(_ time: icaltimetype) -> Instant {
        // A floating time would be read as if it were UTC and fail the comparison, as it should.
        Instant(secondsSinceEpoch: Int64(icaltime_as_timet_with_zone(time, time.zone)))
    }
}
