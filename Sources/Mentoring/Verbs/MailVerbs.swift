/// The mails that wait, have left, or were refused.
public struct ListOutbox: Verb {
    /// See `Verb`.
    public static let route = Route(
        .get, "outbox", for: .organizer,
        "List the mails that wait, have left, or were refused.")

    /// A request.
    public init() {}

    /// See `Verb`.
    public var subject: Subject { .server }

    /// See `Verb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [OutboxView] {
        try await desk.office.outbox()
    }
}

/// The addresses to which nothing is sent, and why.
public struct ListSuppressed: Verb {
    /// See `Verb`.
    public static let route = Route(
        .get, "outbox/suppressed", for: .organizer,
        "List the addresses to which nothing is sent, and why.")

    /// A request.
    public init() {}

    /// See `Verb`.
    public var subject: Subject { .server }

    /// See `Verb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [SuppressedAddress] {
        try await desk.office.suppressedAddresses()
    }
}

/// Sends to an address again that had been refused.
public struct AllowMail: Verb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "outbox/suppressed/{address}", for: .organizer,
        "Send to an address again that had been refused.",
        [Field("address", .email, "The address.")])

    /// The address.
    public var address: EmailAddress

    /// A request with every part given.
    public init(address: EmailAddress) {
        self.address = address
    }

    /// See `Verb`.
    public var subject: Subject { .server }

    /// See `Verb`.
    public func carryOut(at desk: OfficeDesk) async throws -> MailAllowed {
        try await desk.office.allowMail(to: address)
    }
}

/// The mails that were of no use, and why.
public struct ListMailSetAside: Verb {
    /// See `Verb`.
    public static let route = Route(
        .get, "mail", for: .organizer,
        "List the mails that were of no use, and why.")

    /// A request.
    public init() {}

    /// See `Verb`.
    public var subject: Subject { .server }

    /// See `Verb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [SetAsideMailView] {
        try await desk.office.mailSetAside()
    }
}
