public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// A session as it is stored.
///
/// Its instant was derived from the tz data that were in force then. New data may be in force before `adoptTimeZones` has
/// recorded what they move, and nobody is to be shown the old hour: so the session itself is had by `timed(by:)` alone.
public struct StoredSession: Hashable, Sendable {
    /// The session with the instant as it was derived last, to compare and to store; never to show or to decide by.
    public let asStored: Session

    /// What was stored.
    public init(_ session: Session) { asStored = session }

    /// The session at the instant that the tz data in force give its wall-clock time, if it is still to be held.
    ///
    /// Where the zone cannot be read, the instant stays as it was derived last.
    public func timed(by zones: TimeZoneCatalog) -> Session {
        guard asStored.status == .tentative || asStored.status == .announced,
            let rules = try? zones.rules(for: asStored.zone)
        else { return asStored }
        var session = asStored
        session.start = rules.resolve(asStored.localStart).instant
        return session
    }
}

// What does not depend on the instant.
extension StoredSession {
    /// Its number.
    public var id: Identifier<Session> { asStored.id }
    /// Its code.
    public var code: SessionCode { asStored.code }
    /// The season's start.
    public var season: LocalDate { asStored.season }
    /// Its UID in calendars.
    public var uid: String { asStored.uid }
    /// Who leads it.
    public var mentor: Person { asStored.mentor }
    /// What it is about.
    public var pick: Pick? { asStored.pick }
    /// Where its log is.
    public var log: String? { asStored.log }
}
