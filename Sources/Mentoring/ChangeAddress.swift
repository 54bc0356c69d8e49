/// Where a change under review is, in the one form that all spellings of its address have in common.
///
///     try ChangeAddress("https://review.example.org/c/nova/+/900001/3/setup.py#12").url
///     // https://review.example.org/c/nova/+/900001, patch set 3
///
/// Changes of Gerrit, pull requests of GitHub and Forgejo (and Gitea) and merge requests of GitLab are known by the spellings in
/// `ChangeAddress+Spellings`; any other address is kept as it is, without a place in the page.
public struct ChangeAddress: Hashable, Sendable {
    /// What kind of server a change is on, and how that server calls it.
    ///
    /// A base is the path below which a server is: empty, or something like `/gerrit`.
    public enum Place: Hashable, Sendable {
        /// A change of a Gerrit server; its older addresses name no project.
        case gerrit(base: String, project: String?, number: Int)
        /// A pull request on github.com, or on a GitHub Enterprise server.
        case gitHub(repository: String, number: Int)
        /// A merge request of a GitLab server; a path below which that is begins the project.
        case gitLab(project: String, number: Int)
        /// A pull request of a Forgejo or Gitea server.
        case forgejo(base: String, repository: String, number: Int)
        /// Something else.
        case elsewhere
    }

    /// The server's lower-case name, with a port where an unusual one was given.
    public let host: String
    /// The change on that server.
    public let place: Place
    /// The address without patch set, file and comment: the same for everybody who means this change.
    public let url: String
    /// The patch set that a Gerrit address names.
    public let patchSet: Int?
    /// What it is an issue of, where it is not known what kind of server that is on.
    let issue: Issue?

    /// Reads an address.
    /// - Throws: `BadInput` when it is no http or https address of at most 1,000 printable ASCII characters, or names a user.
    public init(_ text: String) throws(BadInput) {
        let parts = try AddressParts(text)
        let spelled = Spelling(parts)
        host = spelled.host
        place = spelled.place
        patchSet = spelled.patchSet
        issue = spelled.issue
        // Some servers are found by http and by https; a port belongs to one of the two.
        let origin = host.contains(":") ? "\(parts.scheme)://\(host)" : "https://\(host)"
        url =
            switch place {
            case .gerrit(let base, let project?, let number): "\(origin)\(base)/c/\(project)/+/\(number)"
            case .gerrit(let base, nil, let number): "\(origin)\(base)/c/\(number)"
            case .gitHub(let repository, let number): "\(origin)/\(repository)/pull/\(number)"
            case .gitLab(let project, let number): "\(origin)/\(project)/-/merge_requests/\(number)"
            case .forgejo(let base, let repository, let number): "\(origin)\(base)/\(repository)/pulls/\(number)"
            case .elsewhere: "\(parts.scheme)://\(host)\(parts.rest)"
            }
    }

    /// Whether both are the same change.
    ///
    /// A Gerrit server counts its changes through all projects, so that an address without a project means the same; two projects
    /// are two changes all the same, since changes imported from another server keep their numbers. A server that has pull requests
    /// as GitHub, Forgejo and Gitea have them counts issues together with them; one that has merge requests does not. An issue is the
    /// same whatever follows its number, and whichever case its repository is typed in.
    public func isSame(as other: ChangeAddress) -> Bool {
        switch (place, other.place) {
        case (.gerrit(let base, let project, let number), .gerrit(let otherBase, let otherProject, let otherNumber)):
            origin == other.origin && (base, number) == (otherBase, otherNumber)
                && (project == otherProject || project == nil || otherProject == nil)
        case (.elsewhere, .elsewhere):
            identity == other.identity || issue != nil && issue == other.issue && isOnServer(of: other)
        case (.elsewhere, _): issue != nil && issue == other.numberedWithIssues && isOnServer(of: other)
        case (_, .elsewhere): other.isSame(as: self)
        default: url == other.url
        }
    }

    /// What the server's own people call the change: `openstack/nova 900001`, `swiftlang/swift#1`, `gnome/gtk!1`; nil elsewhere.
    public var name: String? {
        switch place {
        case .gerrit(_, let project, let number): "\(project ?? "change") \(number)"
        case .gitHub(let repository, let number), .forgejo(_, let repository, let number): "\(repository)#\(number)"
        case .gitLab(let project, let number): "\(project)!\(number)"
        case .elsewhere: nil
        }
    }

    /// What an issue of the same number would be.
    private var numberedWithIssues: Issue? {
        switch place {
        case .gitHub(let repository, let number): Issue(base: "", repository: repository, number: number)
        case .forgejo(let base, let repository, let number): Issue(base: base, repository: repository, number: number)
        case .gerrit, .gitLab, .elsewhere: nil
        }
    }

    private func isOnServer(of other: ChangeAddress) -> Bool {
        host == other.host && (origin == other.origin || !host.contains(":"))
    }

    private var origin: Substring { url.dropLast(url.utf8.count - url.prefix { $0 != ":" }.count - 3 - host.count) }

    /// The address with what differs between spellings of the same (RFC 3986 §6.2.2, §6.2.4) taken out.
    private var identity: String {
        AddressParts.normalized(host.contains(":") ? url : String(url.drop { $0 != ":" }))
    }
}
