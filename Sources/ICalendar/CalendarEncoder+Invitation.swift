import CivilTime
public import Mentoring

extension CalendarEncoder {
    /// The iTIP message (RFC 5546) that tells one person of a session: a REQUEST, or a CANCEL.
    ///
    /// A CANCEL of a cancelled session has STATUS:CANCELLED; one of a session that takes place without its addressee has
    /// no STATUS. Nobody's address is in it but the addressee's and the program's contact.
    ///
    /// Its URL is the session's page at `addresses`, where it is known that people reach the server there.
    public func message(
        for invitation: Invitation, to session: Session, of program: Program, at addresses: FeedAddresses? = nil
    ) throws -> [UInt8] {
        let timetable = Timetable([session], zones: zones)
        let events = timetable.spans.map { span in
            var event = Component.event(
                session, of: program, at: span, stamp: invitation.stamp, revised: session.revised,
                sequence: invitation.sequence,
                status: invitation.status(of: session), at: addresses, zones: zones)
            event.properties += [
                .person(
                    "ORGANIZER",
                    ReplyAddress.of(invitation.contact ?? program.contact, token: invitation.token).description,
                    [.init("CN", program.title)]),
                .person("ATTENDEE", invitation.person.email.description, invitation.attendeeParameters),
            ]
            return event
        }
        let method = Property.literal("METHOD", invitation.method.rawValue.uppercased())
        return try Libical.bytes(of: .calendar([method], timetable: timetable, events: events))
    }
}

extension Invitation {
    fileprivate func status(of session: Session) -> EventStatus? {
        method == .cancel && session.status != .cancelled ? nil : EventStatus(session.status)
    }

    fileprivate var attendeeParameters: [Property.Parameter] {
        let who: [Property.Parameter] = [
            .init("CN", person.name),
            .init("CUTYPE", "INDIVIDUAL"),
            .init("ROLE", role == .mentor ? "CHAIR" : "REQ-PARTICIPANT"),
        ]
        guard method == .request else { return who }
        let answer = who + [.init("PARTSTAT", participation.rawValue)]
        return participation == .needsAction ? answer + [.init("RSVP", "TRUE")] : answer
    }
}
