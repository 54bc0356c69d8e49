public import Mentoring
public import MentoringAPI

extension ListOutbox: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [OutboxView] {
        try await desk.office.outbox()
    }
}

extension ListSuppressed: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [SuppressedAddress] {
        try await desk.office.suppressedAddresses()
    }
}

extension AllowMail: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> MailAllowed {
        try await desk.office.allowMail(to: address)
    }
}

extension ReleaseMail: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> MailReleased {
        try await desk.office.releaseMail(droppingThrough: dropThrough.map { Identifier(Int64($0)) })
    }
}

extension ListMailSetAside: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [SetAsideMailView] {
        try await desk.office.mailSetAside()
    }
}
