import Mentoring

/// Gerrit's ChangeInfo, as far as it is needed.
struct GerritAnswer: Decodable, HostAnswer {
    struct Account: Decodable {
        var name: String?
        var username: String?
    }
    struct Revision: Decodable {
        var _number: Int
    }

    let project: String
    let subject: String
    let status: String
    let _number: Int
    let insertions: Int?
    let deletions: Int?
    let account: Account?
    let current: Int

    private enum CodingKeys: String, CodingKey {
        case project, subject, status, _number, insertions, deletions, owner, revisions
        case currentRevision = "current_revision"
        case currentNumber = "current_revision_number"
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        project = try values.decode(String.self, forKey: .project)
        subject = try values.decode(String.self, forKey: .subject)
        status = try values.decode(String.self, forKey: .status)
        _number = try values.decode(Int.self, forKey: ._number)
        insertions = try values.decodeIfPresent(Int.self, forKey: .insertions)
        deletions = try values.decodeIfPresent(Int.self, forKey: .deletions)
        account = try values.decodeIfPresent(Account.self, forKey: .owner)
        let commit = try values.decodeIfPresent(String.self, forKey: .currentRevision)
        let revisions = try values.decodeIfPresent([String: Revision].self, forKey: .revisions) ?? [:]
        guard
            let number = try commit.flatMap({ revisions[$0]?._number })
                ?? values.decodeIfPresent(Int.self, forKey: .currentNumber), number > 0,
            ["NEW", "MERGED", "ABANDONED"].contains(status)
        else { throw WrongAnswer() }
        current = number
    }

    /// The JSON without the line before it, which keeps browsers from running it.
    ///
    /// https://gerrit-review.googlesource.com/Documentation/rest-api.html#output
    static func json(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        let guardLine = Array(")]}'".utf8)
        return bytes.starts(with: guardLine) ? bytes.dropFirst(guardLine.count) : bytes[...]
    }

    /// - Throws: when it is about another change.
    func about(_ number: Int) throws -> GerritAnswer {
        guard _number == number else { throw WrongAnswer() }
        return self
    }

    var title: String { subject }
    var owner: String { account?.name ?? account?.username ?? "" }
    var linesAdded: Int? { insertions }
    var linesRemoved: Int? { deletions }
    var state: ChangeFacts.State { status == "NEW" ? .open : status == "MERGED" ? .merged : .abandoned }
    var revision: String { String(current) }
}

/// GitHub's pull request, and Forgejo's, as far as it is needed.
struct GitHubAnswer: Decodable, HostAnswer {
    enum Status: String, Decodable { case open, closed }
    struct User: Decodable { var login: String }
    struct Head: Decodable { var sha: String }
    struct Base: Decodable { var repo: Repository }
    struct Repository: Decodable {
        var name: String

        enum CodingKeys: String, CodingKey { case name = "full_name" }
    }

    let number: Int
    let title: String
    let status: Status
    let merged: Bool
    let user: User?
    let additions: Int?
    let deletions: Int?
    let head: Head
    let base: Base

    private enum CodingKeys: String, CodingKey {
        case number, title, merged, user, additions, deletions, head, base
        case status = "state"
    }

    /// - Throws: when it is about another pull request.
    func about(_ number: Int) throws -> GitHubAnswer {
        guard self.number == number else { throw WrongAnswer() }
        return self
    }

    var owner: String { user?.login ?? "" }
    var project: String { base.repo.name }
    var linesAdded: Int? { additions }
    var linesRemoved: Int? { deletions }
    var state: ChangeFacts.State { merged ? .merged : status == .open ? .open : .abandoned }
    var revision: String { head.sha }
}

/// GitLab's merge request, as far as it is needed; it does not count lines.
struct GitLabAnswer: Decodable, HostAnswer {
    enum Status: String, Decodable { case opened, closed, locked, merged }
    struct Author: Decodable { var name: String }

    let iid: Int
    let title: String
    let status: Status
    let author: Author?
    let sha: String
    var project = ""

    private enum CodingKeys: String, CodingKey {
        case iid, title, author, sha
        case status = "state"
    }

    /// - Throws: when it is about another merge request.
    func about(_ project: String, _ number: Int) throws -> GitLabAnswer {
        guard iid == number else { throw WrongAnswer() }
        var answer = self
        answer.project = project
        return answer
    }

    var owner: String { author?.name ?? "" }
    var linesAdded: Int? { nil }
    var linesRemoved: Int? { nil }
    // GitLab locks a merge request for the moment in which it is merged.
    var state: ChangeFacts.State {
        switch status {
        case .opened, .locked: .open
        case .merged: .merged
        case .closed: .abandoned
        }
    }
    var revision: String { sha }
}
