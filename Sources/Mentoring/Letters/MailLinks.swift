/// What a mail can point to while it is written: where people reach the server, and links with which its reader acts.
public struct MailLinks {
    /// Where people reach the server; nil where nobody knows that, so that mails hold no link.
    public let addresses: FeedAddresses?
    private let make: (MailLink.Matter) throws -> String

    /// Links to a server, each made by `make` when the mail's words ask for it.
    public init(to addresses: FeedAddresses?, make: @escaping (MailLink.Matter) throws -> String) {
        self.addresses = addresses
        self.make = make
    }

    /// For mails that hold none.
    public static var none: MailLinks { MailLinks(to: nil) { _ in "" } }

    /// The link with which the reader can do that; nil where mails hold none.
    public func link(to matter: MailLink.Matter) throws -> String? { addresses == nil ? nil : try make(matter) }
}
