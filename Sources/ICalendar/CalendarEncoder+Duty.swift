public import Mentoring

extension CalendarEncoder {
    /// The iTIP message (RFC 5546) that gives somebody a week of a duty, or takes it away.
    ///
    /// Volunteers have agreed beforehand, so a REQUEST asks for no answer. A CANCEL of a week that somebody else has now has no
    /// STATUS. Nobody's address is in it but the addressee's and the program's contact.
    public func message(for notice: DutyNotice) throws -> [UInt8] {
        let goesOn = notice.occasion == .relieved
        var event = Component.event(
            notice.turn, of: notice.duty, in: notice.program, isOwn: notice.method == .request,
            status: goesOn ? nil : EventStatus(notice.turn.status))
        let who: [Property.Parameter] = [
            .init("CN", notice.person.name), .init("CUTYPE", "INDIVIDUAL"), .init("ROLE", "REQ-PARTICIPANT"),
        ]
        event.properties += [
            .person(
                "ORGANIZER", notice.program.contact.description, [.init("CN", notice.program.title)]),
            .person(
                "ATTENDEE", notice.person.email.description,
                notice.method == .request ? who + [.init("PARTSTAT", "ACCEPTED")] : who),
        ]
        let method = Property.literal("METHOD", notice.method.rawValue.uppercased())
        return try Libical.bytes(of: .calendar([method], timetable: Timetable([], zones: zones), events: [event]))
    }
}
