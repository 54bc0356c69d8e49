import MentoringAPI

/// What one client, and all of them together, can claim of the server.
public struct ServerLimits: Hashable, Sendable {
    /// How often one address may ask: at most `burst` times in a row, and `perSecond` times a second in the long run.
    public struct Allowance: Hashable, Sendable {
        /// How many requests may come at once, at least 1.
        public var burst: Double
        /// How many more each second gives.
        public var perSecond: Double

        /// An allowance with both parts given.
        public init(burst: Double, perSecond: Double) {
            self.burst = burst
            self.perSecond = perSecond
        }
    }

    /// The longest that a request may take to arrive as a whole; an answer may take three times as long to be taken.
    public var arrival = Duration.seconds(10)
    /// The longest that a connection may say nothing between requests; slow phones need more than 3 s.
    public var idle = Duration.seconds(15)
    /// The longest that something may be computed for somebody, its place in the queue included.
    public var computing = Computing.patience
    /// Connections at a time, if the system gives so many; further ones wait in the kernel's queue.
    public var connections = 16_384
    /// For feeds, which services ask for on behalf of thousands.
    public var feeds = Allowance(burst: 2000, perSecond: 100)
    /// For everything else.
    public var others = Allowance(burst: 300, perSecond: 30)

    /// How many connections the kernel keeps until they are accepted.
    static let backlog = 1024
    /// All header fields of a request together.
    static let headerBytes = 16 * 1024
    /// Header fields of a request.
    static let headerFields = 100
    /// A request's body.
    static let bodyBytes = 1024 * 1024
    /// What a page's form sends: a few lines of some hundred bytes, each byte of which may be written as three.
    static let formBytes = 32 * 1024
    /// What a form of whoever is signed in sends: answers of 16 KiB among them, each byte of which may be written as three.
    static let ownFormBytes = 64 * 1024
    /// The same with a file in it, as large as a body may be: each byte of it may be written as three, the end of a line as six.
    ///
    /// So much is taken of whoever is signed in alone; it has to arrive as fast as everything, and is a few times as large in memory
    /// while it is read, once and by byte.
    static let fileFormBytes = 6 * bodyBytes + ownFormBytes

    /// The most that is taken by a route: a form needs more than the file that it has.
    static func bytes(at route: String?) -> Int {
        let isForm = [Actions.Purpose.act, .look].contains { route?.hasPrefix("/me/\($0.rawValue)/") ?? false }
        return isForm ? fileFormBytes : bodyBytes
    }

    /// What else is said of a limit where a file is among what it holds, which is what people know of.
    static func file(among most: Int) -> String { most > bodyBytes ? ", a file of at most 1 MiB among them" : "" }

    /// Files that are open beside connections.
    private static let otherFiles = 128

    /// The limits for a server that the world can reach.
    public init() {}

    /// As many connections as the system lets the process have.
    var possibleConnections: Int {
        max(1, OpenFiles.raisedLimit(to: connections + Self.otherFiles) - Self.otherFiles)
    }
}
