public import Mentoring

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
    public typealias Answer = [OutboxView]
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
    public typealias Answer = [SuppressedAddress]
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
    public typealias Answer = MailAllowed
}

/// Lets the mail leave that was held back after a restore.
public struct ReleaseMail: Verb {
    /// See `Verb`.
    public static let route = Route(
        .post, "outbox/release", for: .organizer,
        "Let the mail leave that was held back after a restore, but for what had left before already.",
        [
            Field(
                "dropThrough", .number(1...999_999_999),
                "The last mail that is dropped, with those before it that wait; none without it."
            ).optional
        ])

    /// The last mail that is dropped; nil drops none.
    public var dropThrough: Int?

    /// A request with every part given.
    public init(dropThrough: Int? = nil) {
        self.dropThrough = dropThrough
    }

    /// See `Verb`.
    public var subject: Subject { .server }

    /// See `Verb`.
    public typealias Answer = MailReleased
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
    public typealias Answer = [SetAsideMailView]
}
