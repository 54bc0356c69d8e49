import CivilTime
import Mentoring
public import MentoringAPI

extension ListSessions: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [SessionView] {
        try await desk.office.sessions(of: program, upcoming: upcoming ?? false, for: desk.viewer(in: zone))
    }
}

extension ShowSession: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SessionView {
        try await desk.office.session(session, for: desk.viewer(in: zone), by: desk.caller)
    }
}

extension CancelSession: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SessionChange {
        try await desk.office.cancelSession(session, reason: reason)
    }
}

extension MoveSession: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SessionChange {
        try await desk.office.moveSession(session, to: to)
    }
}

extension ShowInvitation: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> CalendarText {
        try desk.caller.require(owner: attendee)
        return CalendarText(try desk.writer.calendar(of: await desk.office.invitation(to: attendee, for: session)))
    }
}
