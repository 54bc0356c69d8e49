public import Mentoring

/// The mails that wait, have left, or were refused.
public struct ListOutbox: Request {
    public typealias Answer = [OutboxView]
    public static let route = Route(
        .get, "outbox", for: .organizer, "List the mails that wait, have left, or were refused, the newest last.",
        of: Self())

    @Field("How many mails at most; else 1000.", .number(1...10_000)) public var most: Int?
    @Field("Only the mails before this one.") public var before: Identifier<OutboxMessage>?

    private init() {}

    public init(most: Int? = nil, before: Identifier<OutboxMessage>? = nil) {
        self.most = most
        self.before = before
    }

    public var subject: Subject { .server }
}

/// A program's mails that wait, have left, or were refused; what they say is shown to nobody.
public struct ListProgramOutbox: ProgramRequest {
    public typealias Answer = [OutboxView]
    public static let route = Route(
        .get, "programs/{program}/outbox", for: .organizer,
        "List a program's mails that wait, have left, or were refused, the newest last.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("How many mails at most; else 1000.", .number(1...10_000)) public var most: Int?
    @Field("Only the mails before this one.") public var before: Identifier<OutboxMessage>?

    private init() {}

    public init(program: Program.Name, most: Int? = nil, before: Identifier<OutboxMessage>? = nil) {
        self.program = program
        self.most = most
        self.before = before
    }
}

/// The addresses to which nothing is sent, and why.
public struct ListSuppressed: Request {
    public typealias Answer = [SuppressedAddress]
    public static let route = Route(
        .get, "outbox/suppressed", for: .organizer, "List the addresses to which nothing is sent, and why.")

    public init() {}

    public var subject: Subject { .server }
}

/// Sends to an address again that had been refused.
public struct AllowMail: Request {
    public typealias Answer = MailAllowed
    public static let route = Route(
        .delete, "outbox/suppressed/{address}", for: .organizer, "Send to an address again that had been refused.",
        of: Self())

    @Field("The address.") public var address: EmailAddress

    private init() {}

    public init(address: EmailAddress) { self.address = address }

    public var subject: Subject { .server }
}

/// Lets the mail leave that was held back after a restore.
public struct ReleaseMail: Request {
    public typealias Answer = MailReleased
    public static let route = Route(
        .post, "outbox/release", for: .organizer,
        "Let the mail leave that was held back after a restore, but for what had left before already.", of: Self())

    @Field("The last mail that is dropped, with those before it that wait; none without it.", .number(1...999_999_999))
    public var dropThrough: Int?

    private init() {}

    public init(dropThrough: Int? = nil) { self.dropThrough = dropThrough }

    public var subject: Subject { .server }
}

/// The mails that were of no use, and why.
public struct ListMailSetAside: Request {
    public typealias Answer = [SetAsideMailView]
    public static let route = Route(.get, "mail", for: .organizer, "List the mails that were of no use, and why.")

    public init() {}

    public var subject: Subject { .server }
}

/// The mails in which people wrote to a program.
public struct ListWrittenMail: ProgramRequest {
    public typealias Answer = [WrittenMailView]
    public static let route = Route(
        .get, "programs/{program}/mail", for: .organizer,
        "List the mails in which people wrote to a program, the newest last.", of: Self())

    @Field(.program) public var program: Program.Name

    private init() {}

    public init(program: Program.Name) { self.program = program }
}

/// One mail that came in, decoded.
public struct ShowMail: Request {
    public typealias Answer = MailView
    public static let route = Route(
        .get, "mail/{mail}", for: .organizer,
        "Show a mail in which somebody wrote to a program; administrators see those set aside, too.", of: Self())

    @Field(.id("mail")) public var mail: Identifier<SetAsideMail>

    private init() {}

    public init(mail: Identifier<SetAsideMail>) { self.mail = mail }

    public var subject: Subject { .mail(mail) }
}
