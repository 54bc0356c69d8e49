public import TimeZoneCatalog

/// Where calendars can be subscribed to.
public struct FeedAddresses: Hashable, Sendable {
    /// The server's public address without a slash at its end.
    public let base: String

    /// Whether somebody said that people reach the server there; what nobody said stands in no mail and in no feed.
    public let isKnown: Bool

    /// - Parameters:
    ///   - base: such as `https://training.example.org`.
    ///   - isKnown: whether somebody said so; else it is only where the server listens.
    /// - Throws: `BadInput` when it is no http or https address.
    public init(base: String, isKnown: Bool = true) throws(BadInput) {
        let trimmed = base.hasSuffix("/") ? String(base.dropLast()) : base
        let host = trimmed.drop { $0 != "/" }.drop { $0 == "/" }
        let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/[]%@".utf8)
        guard trimmed.hasPrefix("http://") || trimmed.hasPrefix("https://"), !host.isEmpty, trimmed.utf8.count <= 1000,
            trimmed.utf8.allSatisfy(allowed.contains)
        else {
            throw BadInput(
                "“\(OneLine.shown(base))” is not a server's address; expected something like https://training.example.org"
            )
        }
        self.base = trimmed
        self.isKnown = isKnown
    }

    /// A server on this machine, as it listens when nothing else is asked of it.
    public static var local: FeedAddresses { FeedAddresses(known: "http://127.0.0.1:8080") }

    private init(known base: String) { (self.base, isKnown) = (base, false) }

    /// The page of a program.
    public func page(of program: Program.Name) -> String { "\(base)/\(program)" }

    /// The page of a session.
    public func page(of session: SessionCode) -> String { "\(page(of: session.program))/\(session)" }

    /// The feed of a program, or of one of its regions.
    public func feed(of program: Program.Name, region: Region? = nil) -> String {
        "\(page(of: program))\(region.map { "/\($0.rawValue)" } ?? "").ics"
    }

    /// Where somebody confirms that an address is theirs.
    package func confirmation(_ secret: String) -> String { "\(base)/sign-ups/\(secret)" }

    /// Where somebody signs in who reads the mail in which it stands.
    package func signIn(_ secret: String) -> String { "\(base)/sign-in/\(secret)" }

    /// Where a mentor signs in who has published no time yet, and comes to where they do.
    package func mentoring(in program: Program.Name) -> String { "\(base)/sign-in?program=\(program)" }

    /// Where somebody settles what a mail asks them.
    package func matter(_ secret: String) -> String { "\(base)/m/\(secret)" }

    /// A person's own feed.
    package func personalFeed(_ secret: String) -> String { "\(base)/feeds/\(secret).ics" }
}
