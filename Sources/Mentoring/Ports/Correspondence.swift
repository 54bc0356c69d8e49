/// Writes the mails that tell people of changes; `Mail` does it with templates and `ICalendar`.
public protocol Correspondence: Sendable {
    /// The whole message that takes an invitation to its addressee. The same input gives the same bytes.
    func message(
        for invitation: Invitation, to session: Session, of program: Program, about occasion: Occasion
    ) throws -> OutboxMessage
}

/// Why somebody is told of a session.
public enum Occasion: String, Sendable, Codable, CaseIterable {
    /// A tentative session that they lead or have a seat in is now fixed.
    case announced
    /// They took a seat.
    case enrolled
    /// They waited and now have a seat.
    case promoted
    /// They are to lead it from now on.
    case entrusted
    /// Time, length or place changed.
    case moved
    /// New tz data move it on their own wall.
    case clocksChanged
    /// Somebody else leads it.
    case mentorChanged
    /// It will not take place.
    case cancelled
    /// They gave up their seat.
    case left
    /// They no longer lead it.
    case relieved
}
