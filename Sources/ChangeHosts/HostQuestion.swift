import CivilTime
import Mentoring
import MentoringAPI

/// What is asked of which server about a change, and how its answer is read.
struct HostQuestion {
    /// The server that answers: GitHub's API has one of its own.
    let host: String
    /// The paths with their queries, of which the next is tried where a server has nothing at one.
    let paths: [String]
    /// `Gerrit`, `GitHub`, `GitLab` or `Forgejo`.
    let kind: String
    /// Headers beside those of every request.
    let headers: [(name: String, value: String)]
    private let decode: @Sendable ([UInt8]) throws -> any HostAnswer

    /// The question about a change; nil for what is on no such server.
    init?(_ address: ChangeAddress) {
        switch address.place {
        case .gerrit(let base, let project, let number):
            // https://gerrit-review.googlesource.com/Documentation/rest-api-changes.html#get-change
            kind = "Gerrit"
            host = address.host
            // A project that has another name by now is not found; the number stays.
            let names = (project.map { ["\(Self.encoded($0))~\(number)"] } ?? []) + ["\(number)"]
            paths = names.map { "\(base)/changes/\($0)?o=CURRENT_REVISION&o=DETAILED_ACCOUNTS" }
            headers = []
            decode = { bytes in
                let answer = try JSONValue(Array(GerritAnswer.json(bytes)), within: .answer).decoded(
                    as: GerritAnswer.self)
                return try answer.about(number)
            }
        case .gitHub(let repository, let number):
            // https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request; below /api/v3 on a server of one's own:
            // https://docs.github.com/en/enterprise-server/rest/quickstart
            kind = "GitHub"
            let isHosted = address.host == "github.com" || address.host.hasSuffix(".ghe.com")
            host = isHosted ? "api.\(address.host)" : address.host
            paths = ["\(isHosted ? "" : "/api/v3")/repos/\(repository)/pulls/\(number)"]
            headers = [("Accept", "application/vnd.github+json"), ("X-GitHub-Api-Version", "2022-11-28")]
            decode = { try JSONValue($0, within: .answer).decoded(as: GitHubAnswer.self).about(number) }
        case .gitLab(let project, let number):
            // https://docs.gitlab.com/api/merge_requests/#get-single-mr
            kind = "GitLab"
            host = address.host
            // What is a group, and what the path below which the server is, only the server knows.
            let parts = project.split(separator: "/")
            paths = (0...min(2, parts.count - 2)).map { depth in
                let base = parts[..<depth].map { "/\($0)" }.joined()
                let name = Self.encoded(parts[depth...].joined(separator: "/"))
                return "\(base)/api/v4/projects/\(name)/merge_requests/\(number)"
            }
            headers = []
            decode = { try JSONValue($0, within: .answer).decoded(as: GitLabAnswer.self).about(project, number) }
        case .forgejo(let base, let repository, let number):
            // https://codeberg.org/api/swagger#/repository/repoGetPullRequest, which answers as GitHub does.
            kind = "Forgejo"
            host = address.host
            paths = ["\(base)/api/v1/repos/\(repository)/pulls/\(number)"]
            headers = []
            decode = { try JSONValue($0, within: .answer).decoded(as: GitHubAnswer.self).about(number) }
        case .elsewhere: return nil
        }
    }

    /// What an answer says, in text that is safe to keep.
    /// - Throws: when it is no such answer, or about another change.
    func read(_ bytes: [UInt8], at now: Instant) throws -> ChangeFacts {
        let answer = try decode(bytes)
        return ChangeFacts(
            title: try ServerText.oneLine(answer.title, limit: 200),
            // An account may have no name, or have gone; the change is there all the same.
            owner: (try? ServerText.oneLine(answer.owner, limit: 100)) ?? "",
            project: try ServerText.oneLine(answer.project, limit: 200),
            linesAdded: try answer.linesAdded.map(ServerText.count),
            linesRemoved: try answer.linesRemoved.map(ServerText.count), state: answer.state,
            revision: try ServerText.revision(answer.revision), fetched: now)
    }

    /// A project as one segment of a path (RFC 3986 §2).
    private static func encoded(_ project: String) -> String {
        project.replacing("/", with: "%2F").replacing("+", with: "%2B")
    }
}

/// What all kinds of servers have in common to say.
protocol HostAnswer: Sendable {
    var title: String { get }
    var owner: String { get }
    var project: String { get }
    var linesAdded: Int? { get }
    var linesRemoved: Int? { get }
    var state: ChangeFacts.State { get }
    var revision: String { get }
}

/// An answer that cannot be what it should be.
struct WrongAnswer: Error {}
