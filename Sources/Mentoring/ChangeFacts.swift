public import CivilTime

/// What a change's own server said of it when it was asked last.
public struct ChangeFacts: Codable, Hashable, Sendable {
    /// Where a change stands.
    public enum State: String, Codable, Sendable, CaseIterable {
        /// Under review.
        case open
        /// Part of the project now.
        case merged
        /// Given up by its author.
        case abandoned
    }

    /// What its author calls it, one line.
    public var title: String
    /// Its author's name on that server, one line; empty where it says none.
    public var owner: String
    /// The project it changes, one line.
    public var project: String
    /// How many lines it adds; nil where the server does not say.
    public var linesAdded: Int?
    /// How many lines it takes away; nil where the server does not say.
    public var linesRemoved: Int?
    /// Where it stands.
    public var state: State
    /// Its newest revision: Gerrit's number of the patch set, elsewhere the commit.
    public var revision: String
    /// When the server was asked.
    public var fetched: Instant

    /// What a server said, with every part given.
    public init(
        title: String, owner: String, project: String, linesAdded: Int?, linesRemoved: Int?, state: State,
        revision: String, fetched: Instant
    ) {
        self.title = title
        self.owner = owner
        self.project = project
        self.linesAdded = linesAdded
        self.linesRemoved = linesRemoved
        self.state = state
        self.revision = revision
        self.fetched = fetched
    }

    /// `412 lines`, counting added and removed; nil where the server does not say.
    public var size: String? {
        guard let linesAdded, let linesRemoved else { return nil }
        return "\(linesAdded + linesRemoved) \(linesAdded + linesRemoved == 1 ? "line" : "lines")"
    }
}
