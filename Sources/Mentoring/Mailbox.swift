/// The mailbox that mail to an address ends up in, as far as that can be known from outside.
///
/// Large providers publish that they deliver `ann+tag@` to `ann@`, and Gmail that it looks at no dots. Elsewhere nobody but the
/// server knows whether a tag makes another mailbox; there all tagged forms of an address count as one, and the address
/// without a tag as another, so that whoever makes up tags fills nobody's mailbox, and keeps nobody's own address waiting.
public struct Mailbox: Hashable, Sendable, CustomStringConvertible {
    /// Equal for addresses of one mailbox.
    public let description: String
    /// Whether addresses with this mailbox are known to reach one person.
    public let isCertain: Bool

    /// The mailbox of an address.
    public init(_ email: EmailAddress) {
        let domain = Self.aliases[String(email.domain)] ?? String(email.domain)
        let plain = email.localPart.prefix { $0 != "+" }
        // An address that begins with the plus has no name before its tag.
        let isTagged = plain.count < email.localPart.count && !plain.isEmpty
        isCertain = Self.tagging.contains(domain)
        if isCertain {
            let name = domain == "gmail.com" ? plain.filter { $0 != "." } : String(plain)
            description = "\(name.isEmpty ? String(email.localPart) : name)@\(domain)"
        } else {
            description = isTagged ? "\(plain)+@\(domain)" : "\(email.localPart)@\(domain)"
        }
    }

    /// The mailbox as if tags made no other one anywhere.
    var untagged: String {
        isCertain ? description : description.replacing("+@", with: "@")
    }

    /// Names of the same provider.
    private static let aliases = [
        "googlemail.com": "gmail.com", "me.com": "icloud.com", "mac.com": "icloud.com", "pm.me": "proton.me",
        "protonmail.com": "proton.me",
    ]
    /// Providers that say that what follows a plus sign makes no other mailbox.
    private static let tagging: Set<String> = [
        "gmail.com", "icloud.com", "proton.me", "outlook.com", "hotmail.com", "live.com", "fastmail.com", "posteo.de",
        "mailbox.org",
    ]
}

extension EmailAddress {
    /// Whether one person reads mail to both addresses, as far as anybody can tell.
    ///
    /// They differ in a tag, or in what their provider looks past. Whoever is shown the door does not come back through a
    /// spelling.
    public func isReadWith(_ other: EmailAddress) -> Bool {
        self == other || Mailbox(self).untagged == Mailbox(other).untagged
    }

    /// Whether a stranger's form may have us write there: to a mailbox of a person, reached over the internet.
    package var isOfAPerson: Bool {
        let labels = domain.split(separator: ".")
        guard labels.count > 1, let top = labels.last, top.contains(where: \.isLetter) else { return false }
        guard !Self.unreachable.contains(String(top)), !domain.hasSuffix(".home.arpa") else { return false }
        let name = localPart.prefix { $0 != "+" }
        return !Self.offices.contains(String(name)) && !Self.machines.contains { name.hasSuffix($0) }
            && !name.hasPrefix("owner-")
    }

    /// Whether mail to the address comes back to a program, whose contact also gets the answers to its invitations.
    package func isOf(_ contact: EmailAddress) -> Bool {
        guard domain == contact.domain else { return Mailbox(self) == Mailbox(contact) }
        let name = localPart.prefix { $0 != "+" }
        let own = contact.localPart.prefix { $0 != "+" }
        return name == own || localPart.hasPrefix("\(contact.localPart)-") && ReplyAddress.token(in: self) != nil
            || Mailbox(self) == Mailbox(contact)
    }

    // https://www.iana.org/assignments/special-use-domain-names, and what networks at home and at work use besides.
    private static let unreachable: Set<String> = [
        "localhost", "local", "localdomain", "internal", "intranet", "invalid", "lan", "home", "corp", "onion", "arpa",
    ]
    // RFC 2142, and what machines write as.
    private static let offices: Set<String> = [
        "abuse", "daemon", "do-not-reply", "donotreply", "hostmaster", "mailer-daemon", "no-reply", "nobody", "noc",
        "noreply", "postmaster", "root", "security", "usenet", "webmaster",
    ]
    // What programs that keep mailing lists do as they are told at.
    private static let machines = ["-request", "-subscribe", "-unsubscribe", "-bounces", "-owner", "-confirm"]
}
