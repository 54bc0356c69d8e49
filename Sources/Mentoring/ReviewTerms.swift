public import CivilTime

/// How a program wants its reviews: where changes may be looked up, and how long before a session one is picked.
public struct ReviewTerms: Hashable, Sendable {
    /// The servers that `review fetch` may ask, lower-case names without port, in the order of the file.
    public var hosts: [String]
    /// How many days before a session its mentor is to have picked its review; nil leaves that to the mentor.
    public var pickDays: Int?
    /// How many days before a session its review can be due.
    public static let pickTimes = 1...28

    /// When everybody sees what somebody proposed.
    public var proposals: Proposals

    /// When everybody sees what somebody proposed.
    public enum Proposals: String, Sendable, Codable, CaseIterable {
        /// Once a mentor or an organizer voted for it, picked it or accepted it; until then they and its proposer do.
        case seen
        /// At once.
        case open
    }

    /// Terms of a program; without any, no server is asked and no pick is ever due.
    public init(hosts: [String] = [], pickDays: Int? = nil, proposals: Proposals = .seen) {
        self.hosts = hosts
        self.pickDays = pickDays
        self.proposals = proposals
    }

    /// Checks the name of a server.
    /// - Returns: the name in lower case.
    /// - Throws: `BadInput` when it is no DNS name of at least two labels (RFC 1123 §2.1).
    public static func validatedHost(_ text: String) throws(BadInput) -> String {
        let host = text.lowercased()
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let letters = Set("abcdefghijklmnopqrstuvwxyz".utf8)
        let allowed = letters.union("0123456789-".utf8)
        guard host.utf8.count <= 253, labels.count >= 2,
            labels.allSatisfy({
                (1...63).contains($0.utf8.count) && $0.utf8.allSatisfy(allowed.contains) && !$0.hasPrefix("-")
                    && !$0.hasSuffix("-")
            }),
            labels.last?.utf8.contains(where: letters.contains) ?? false
        else {
            throw BadInput(
                "“\(OneLine.shown(text))” is not the name of a server; expected one such as review.example.org, without https://"
            )
        }
        return host
    }
}

extension Program {
    /// When a session's review is to have been picked: whole days of 24 hours before it; nil where that is left to its mentor.
    public func pickDue(for session: Session) -> Instant? {
        reviews.pickDays.map { session.start.adding(seconds: -Int64($0) * 24 * 60 * 60) }
    }
}
