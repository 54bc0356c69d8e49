public import Mentoring
import MentoringService

extension CalendarEncoder {
    /// The iTIP message (RFC 5546) that gives somebody a week of a duty, or takes it away; nil when nothing changes in a
    /// calendar.
    ///
    /// Volunteers have agreed beforehand, so a REQUEST asks for no answer; they may decline it. A CANCEL of a week that somebody else has now, or the
    /// same person at another address, has no STATUS. Nobody's address is in it but the addressee's and the program's contact.
    public func message(for notice: DutyNotice) throws -> [UInt8]? {
        guard let method = notice.method else { return nil }
        let goesOn = notice.occasion == .relieved || notice.occasion == .leftAddress
        var event = Component.event(
            notice.turn, of: notice.duty, in: notice.program, isOwn: method == .request,
            status: goesOn ? nil : EventStatus(notice.turn.status))
        let who: [Property.Parameter] = [
            .init("CN", notice.person.name), .init("CUTYPE", "INDIVIDUAL"), .init("ROLE", "REQ-PARTICIPANT"),
        ]
        event.properties += [
            .person(
                "ORGANIZER",
                ReplyAddress.of(notice.turn.contact ?? notice.program.contact, token: notice.token).description,
                [.init("CN", notice.program.title)]),
            .person(
                "ATTENDEE", notice.person.email.description,
                method == .request ? who + [.init("PARTSTAT", "ACCEPTED")] : who),
        ]
        let properties = [Property.literal("METHOD", method.rawValue.uppercased())]
        return try Libical.bytes(of: .calendar(properties, timetable: Timetable([], zones: zones), events: [event]))
    }
}
