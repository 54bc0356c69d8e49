import Mentoring
public import MentoringAPI

extension AddOrganizer: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> OrganizerView {
        try await desk.office.addOrganizer(email, to: program)
    }
}

extension ListOrganizers: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [OrganizerView] {
        try await desk.office.organizers(of: program)
    }
}

extension RemoveOrganizer: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> OrganizerView {
        try await desk.office.removeOrganizer(email, from: program)
    }
}

extension ListAllOrganizers: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [OrganizerView] {
        try await desk.office.organizers(of: nil)
    }
}
