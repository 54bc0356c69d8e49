/// Where a change under review is, in the one form that all spellings of its address have in common.
///
///     try ChangeAddress("https://review.example.org/c/nova/+/900001/3/setup.py#12").url
///     // https://review.example.org/c/nova/+/900001, patch set 3
///
/// Addresses of Gerrit (`/c/PROJECT/+/N[/PS]`), of GitHub's pull requests (`/OWNER/REPOSITORY/pull/N`) and of GitLab's merge
/// requests (`/GROUP/…/PROJECT/-/merge_requests/N`) are known; any other is kept as it is, without what follows `#`.
public struct ChangeAddress: Hashable, Sendable {
    /// What kind of server a change is on, and how that server calls it.
    public enum Place: Hashable, Sendable {
        /// A change of a Gerrit server.
        case gerrit(project: String, number: Int)
        /// A pull request on github.com.
        case gitHub(repository: String, number: Int)
        /// A merge request of a GitLab server.
        case gitLab(project: String, number: Int)
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

    /// Reads an address.
    /// - Throws: `BadInput` when it is no http or https address of at most 1,000 printable ASCII characters, or names a user.
    public init(_ text: String) throws(BadInput) {
        let parts = try AddressParts(text)
        host = parts.host == "www.github.com" ? "github.com" : parts.host
        // Some servers are found by http and by https; a port belongs to one of the two.
        let origin = host.contains(":") ? parts.scheme + host : "https://" + host
        if let gerrit = Self.gerrit(parts.segments) {
            place = .gerrit(project: gerrit.project, number: gerrit.number)
            patchSet = gerrit.patchSet
            url = "\(origin)/c/\(gerrit.project)/+/\(gerrit.number)"
        } else if host == "github.com", let pull = Self.pullRequest(parts.segments) {
            place = .gitHub(repository: pull.repository, number: pull.number)
            patchSet = nil
            url = "https://github.com/\(pull.repository)/pull/\(pull.number)"
        } else if let merge = Self.mergeRequest(parts.segments) {
            place = .gitLab(project: merge.project, number: merge.number)
            patchSet = nil
            url = "\(origin)/\(merge.project)/-/merge_requests/\(merge.number)"
        } else {
            place = .elsewhere
            patchSet = nil
            url = parts.withoutFragment
        }
    }

    /// What the server's own people call the change: `openstack/nova 900001`, `swiftlang/swift#1`, `gnome/gtk!1`; nil elsewhere.
    public var name: String? {
        switch place {
        case .gerrit(let project, let number): "\(project) \(number)"
        case .gitHub(let repository, let number): "\(repository)#\(number)"
        case .gitLab(let project, let number): "\(project)!\(number)"
        case .elsewhere: nil
        }
    }

    // https://gerrit-review.googlesource.com/Documentation/user-search.html: /c/PROJECT/+/N, then patch set, file, comment.
    private static func gerrit(_ segments: [String]) -> (project: String, number: Int, patchSet: Int?)? {
        guard segments.first == "c", let plus = segments.lastIndex(of: "+"), plus >= 2, segments.count > plus + 1,
            let number = number(segments[plus + 1])
        else { return nil }
        let project = segments[1..<plus]
        guard project.allSatisfy(isName) else { return nil }
        // A comparison of two patch sets (2..3) is about the later one.
        let patchSet = segments.dropFirst(plus + 2).first?.split(separator: ".").last.map(String.init)
        return (project.joined(separator: "/"), number, patchSet.flatMap(Self.number))
    }

    // GitHub takes owners and repositories in any case.
    private static func pullRequest(_ segments: [String]) -> (repository: String, number: Int)? {
        guard segments.count >= 4, segments[2] == "pull", segments[..<2].allSatisfy(isName),
            let number = number(segments[3])
        else { return nil }
        return (segments[..<2].joined(separator: "/").lowercased(), number)
    }

    // Before GitLab 11.8 without the hyphen.
    private static func mergeRequest(_ segments: [String]) -> (project: String, number: Int)? {
        guard let place = segments.lastIndex(of: "merge_requests"), segments.count > place + 1,
            let number = number(segments[place + 1])
        else { return nil }
        let before = segments[..<place]
        let project = before.last == "-" ? before.dropLast() : before
        guard project.count >= 2, project.allSatisfy(isName) else { return nil }
        return (project.joined(separator: "/"), number)
    }

    private static func number(_ text: String) -> Int? {
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text.first != "0"
        else {
            return nil
        }
        return Int(text)
    }

    private static func isName(_ segment: String) -> Bool {
        segment != "." && segment != ".." && segment != "-" && segment != "+"
            && segment.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || "-._~+".utf8.contains(byte)
            }
    }
}

/// An http or https address, taken apart.
private struct AddressParts {
    /// `http://` or `https://`.
    let scheme: String
    let host: String
    /// What lies between the slashes of the path.
    let segments: [String]
    let withoutFragment: String

    init(_ text: String) throws(BadInput) {
        let url = try OneLine.validated(text, as: "address", limit: 1000)
        let wrong = BadInput(
            "“\(OneLine.shown(text))” is not the address of a change; expected something like https://review.example.org/c/nova/+/900001"
        )
        guard let scheme = ["http://", "https://"].first(where: { url.lowercased().hasPrefix($0) }),
            url.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) })
        else { throw wrong }
        self.scheme = scheme
        let rest = url.dropFirst(scheme.count).prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let beyond = rest.dropFirst(authority.count)
        let plain = authority.lowercased()
        host = plain.hasSuffix(scheme == "https://" ? ":443" : ":80") ? String(plain.prefix { $0 != ":" }) : plain
        let name = host.prefix { $0 != ":" }
        let port = host.dropFirst(name.count)
        guard !name.isEmpty, name.utf8.allSatisfy({ Self.isInHost($0) }),
            port.isEmpty || UInt16(port.dropFirst()).map({ $0 > 0 }) ?? false
        else { throw wrong }
        segments = beyond.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        let trimmed = beyond.hasSuffix("/") ? beyond.dropLast() : beyond
        withoutFragment = "\(scheme)\(host)\(trimmed)"
    }

    private static func isInHost(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x2E
    }
}
