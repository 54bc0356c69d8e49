/// A release of Meridian, as client and server tell each other which they are (Semantic Versioning's three numbers).
public struct Release: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// What counts first, second and third.
    public let major, minor, patch: Int

    /// The field of a request's and an answer's header that has it.
    public static let headerField = "Meridian-Release"
    /// This one.
    public static let current = Release(0, 2, 0)
    /// The only one whose servers do not say which they are.
    private static let silent = Release(0, 1, 0)
    /// The oldest whose clients a server of this one answers.
    ///
    /// It moves on when what a request or an answer says has come to mean something else, which no missing field would show;
    /// whatever only lacks something is told so where it is read.
    public static let oldestClient = Release(0, 1, 0)

    /// A release of three numbers.
    public init(_ major: Int, _ minor: Int, _ patch: Int) {
        (self.major, self.minor, self.patch) = (major, minor, patch)
    }

    /// What a header says; nil where that is no release.
    public init?(_ text: String) {
        let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { piece in
            piece.utf8.allSatisfy { (48...57).contains($0) } ? Int(piece) : nil
        }
        guard numbers.count == 3, let major = numbers[0], let minor = numbers[1], let patch = numbers[2] else {
            return nil
        }
        self.init(major, minor, patch)
    }

    /// `0.1.0`.
    public var description: String { "\(major).\(minor).\(patch)" }

    /// Whether one came before the other.
    public static func < (one: Release, other: Release) -> Bool {
        (one.major, one.minor, one.patch) < (other.major, other.minor, other.patch)
    }

    /// What a server of this release tells a client that is too old for it; nil where it answers it.
    public func refusal(ofClient client: Release, oldest: Release = .oldestClient) -> String? {
        client < oldest
            ? "this server runs Meridian \(self), which no client older than \(oldest) understands, and yours is \(client); nothing was done: install Meridian \(self) where you type"
            : nil
    }

    /// What a client of this release says of a server that it does not understand, or that does not understand it; nil where
    /// the server has the same one.
    public func advice(onServer server: Release) -> String? {
        guard server != self else { return nil }
        return server > self
            ? "the server runs Meridian \(server), and this is the older \(self): install Meridian \(server) here"
            : "the server runs Meridian \(server), and this is the newer \(self): use Meridian \(server) here, or ask who runs the server to upgrade it"
    }

    /// What a client of this release says of a server that it does not understand, or that does not understand it, and that says no
    /// release.
    public var adviceOnSilence: String {
        "it says no release, as Meridian \(Self.silent) does and no later one: check --server; if it is that, use Meridian \(Self.silent) here, or ask who runs the server to upgrade it to \(self)"
    }
}
