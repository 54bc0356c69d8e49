/// The spellings under which each kind of server shows a change.
extension ChangeAddress {
    /// An issue of a repository, below a path.
    struct Issue: Hashable, Sendable {
        var base: String
        var repository: String
        var number: Int
    }

    /// What an address says in one of them.
    struct Spelling {
        var host: String
        var place = Place.elsewhere
        var patchSet: Int?
        /// What is an issue to look at, on a server of which nobody knows the kind.
        var issue: Issue?

        init(_ parts: AddressParts) {
            host = Spelling.hosts[parts.host] ?? parts.host
            // The API of a company's own GitHub in GitHub's cloud has a name of its own.
            if host.hasSuffix(".ghe.com"), host.hasPrefix("api.") { host = String(host.dropFirst(4)) }
            let segments = parts.segments
            if let pull = gitHub(segments, isAPI: host != parts.host) {
                place = pull
            } else if let merge = gitLab(segments) ?? forgejo(segments) {
                place = merge
            } else if let found = issue(segments) {
                issue = found
            } else if !Spelling.forges.contains(host) {
                readGerrit(parts)
            }
        }

        /// GitHub's other names: https://docs.github.com/en/rest, and where its `.patch` and robots' links lead.
        private static let hosts = [
            "www.github.com": "github.com", "api.github.com": "github.com", "redirect.github.com": "github.com",
            "patch-diff.githubusercontent.com": "github.com", "www.gitlab.com": "gitlab.com",
        ]
        /// Where a path of a number is somebody's name, and no change of a Gerrit.
        private static let forges: Set<String> = ["github.com", "gitlab.com", "codeberg.org", "bitbucket.org"]

        /// Those of them that are Forgejo or Gitea.
        private static let forgejos: Set<String> = ["codeberg.org", "gitea.com"]

        /// Whether it is GitHub by its name, one of a company's own in its cloud included.
        private var isGitHub: Bool { host == "github.com" || host.hasSuffix(".ghe.com") }

        // Pages: /OWNER/REPOSITORY/pull/N[/files…], .patch, .diff; the API: /repos/OWNER/REPOSITORY/pulls/N, below /api/v3 on a
        // server of one's own. GitHub takes owners and repositories in any case. Issues and pull requests are counted together,
        // and whichever word is wrong leads to the other.
        private func gitHub(_ segments: [String], isAPI: Bool) -> Place? {
            var segments = segments[...]
            var words = isGitHub ? ["pull", "issues"] : ["pull"]
            if segments.starts(with: ["api", "v3", "repos"]) {
                segments = segments.dropFirst(3)
                words = ["pulls", "issues"]
            } else if isAPI, segments.first == "repos" {
                segments = segments.dropFirst()
                words = ["pulls", "issues"]
            } else if isAPI, segments.first == "raw" {
                segments = segments.dropFirst()
            }
            let parts = Array(segments)
            guard parts.count >= 4, words.contains(parts[2]), let repository = ChangeAddress.repository(parts[..<2]),
                let number = ChangeAddress.numberOfPatch(parts[3])
            else { return nil }
            return .gitHub(repository: repository, number: number)
        }

        // /GROUP/…/PROJECT/-/merge_requests/N[/diffs…], before GitLab 11.8 without the hyphen, and the API's
        // /api/v4/projects/GROUP%2FPROJECT/merge_requests/N. GitLab takes paths in any case.
        private func gitLab(_ segments: [String]) -> Place? {
            guard let place = segments.firstIndex(of: "merge_requests"), segments.count > place + 1,
                let number = ChangeAddress.numberOfPatch(segments[place + 1])
            else { return nil }
            var project = segments[..<place]
            if let api = project.firstIndex(of: "api"), project[api...].starts(with: ["api", "v4", "projects"]) {
                project = project[..<api] + project[(api + 3)...]
            }
            if project.last == "-" { project = project.dropLast() }
            guard project.count >= 2, project.allSatisfy(ChangeAddress.isName) else { return nil }
            return .gitLab(project: project.joined(separator: "/").lowercased(), number: number)
        }

        // [/BASE]/OWNER/REPOSITORY/pulls/N[/files…], .patch, .diff, and the API's [/BASE]/api/v1/repos/OWNER/REPOSITORY/pulls/N.
        // On GitHub that is a list: what the person N proposed. Here, too, issues are counted together with pull requests, and
        // lead to them; but without the API's word an address of one may as well be GitLab's, which counts them apart.
        private func forgejo(_ segments: [String]) -> Place? {
            guard !isGitHub, let found = numbered("pulls", in: segments) ?? numbered("issues", in: segments) else {
                return nil
            }
            var base = found.base
            let isAPI = base.suffix(3) == ["api", "v1", "repos"]
            if isAPI { base = base.dropLast(3) }
            guard found.word == "pulls" || isAPI || Self.forgejos.contains(host), let base = ChangeAddress.base(base)
            else { return nil }
            return .forgejo(base: base, repository: found.repository, number: found.number)
        }

        private func issue(_ segments: [String]) -> Issue? {
            guard let found = numbered("issues", in: segments), let base = ChangeAddress.base(found.base) else {
                return nil
            }
            return Issue(base: base, repository: found.repository, number: found.number)
        }

        // …/OWNER/REPOSITORY/WORD/N
        private func numbered(
            _ word: String, in segments: [String]
        ) -> (word: String, base: ArraySlice<String>, repository: String, number: Int)? {
            guard let place = segments.firstIndex(of: word), (2...7).contains(place), segments.count > place + 1,
                let number = ChangeAddress.numberOfPatch(segments[place + 1]),
                let repository = ChangeAddress.repository(segments[(place - 2)..<place])
            else { return nil }
            return (word, segments[..<(place - 2)], repository, number)
        }

        // https://gerrit-review.googlesource.com/Documentation/user-search.html and the routes of its pages, old and new.
        private mutating func readGerrit(_ parts: AddressParts) {
            if let found = gerrit(parts.segments) { return take(found) }
            guard let base = ChangeAddress.base(parts.segments[...]) else { return }
            // Pages before 2.9 had #change,N and #patch,sidebyside,N,PS,FILE.
            let words = parts.fragment.split(separator: ",").map(String.init)
            if ["change", "patch"].contains(words.first),
                let place = words.indices.dropFirst().first(where: { ChangeAddress.number(words[$0]) != nil })
            {
                let patchSet = words.dropFirst(place + 1).first?.split(separator: "=").last.map(String.init)
                take((base, nil, ChangeAddress.number(words[place]) ?? 0, patchSet))
            } else if let found = gerrit(parts.route), found.base.isEmpty {
                take((base, found.project, found.number, found.patchSet))
            }
        }

        private typealias Found = (base: String, project: String?, number: Int, patchSet: String?)

        private mutating func take(_ found: Found) {
            place = .gerrit(base: found.base, project: found.project, number: found.number)
            // A comparison of two patch sets (2..3) is about the later one.
            patchSet = found.patchSet?.split(separator: ".").last.map(String.init).flatMap(ChangeAddress.number)
        }

        private func gerrit(_ segments: [String]) -> Found? {
            if let plus = segments.indices.dropFirst().first(where: { segments[$0] == "+" }) {
                return gerritOfProject(segments, plus)
            }
            // /c/N, /q/N and the REST API's /changes/[PROJECT~]N, whatever the server is below.
            if let word = segments.firstIndex(where: { ["c", "q", "changes"].contains($0) }),
                let base = ChangeAddress.base(
                    segments[..<word].last == "a" ? segments[..<(word - 1)] : segments[..<word])
            {
                return gerritBelow(segments[word], segments[(word + 1)...], base)
            }
            // /N is too little to be known by below anything but the usual.
            let depth = segments.first.map(Self.mounts.contains) ?? false ? 1 : 0
            guard segments.count > depth, let number = ChangeAddress.number(segments[depth]) else { return nil }
            return (
                ChangeAddress.base(segments[..<depth]) ?? "", nil, number, segments.dropFirst(depth + 1).first
            )
        }

        private func gerritBelow(_ word: String, _ segments: ArraySlice<String>, _ base: String) -> Found? {
            guard let first = segments.first else { return nil }
            switch word {
            case "c": return ChangeAddress.number(first).map { (base, nil, $0, segments.dropFirst().first) }
            case "q":
                // Gerrit shows the change where a search can find only one.
                let wanted = first.hasPrefix("change:") ? first.dropFirst(7) : first[...]
                let number = ChangeAddress.number(String(wanted.prefix { $0 != "," }))
                return segments.count == 1 ? number.map { (base, nil, $0, nil) } : nil
            default:
                // The slashes of the project were escaped.
                guard let last = segments.firstIndex(where: { $0.contains("~") }) else {
                    return ChangeAddress.number(first).map { (base, nil, $0, nil) }
                }
                let name = segments[...last].joined(separator: "/").split(separator: "~").map(String.init)
                let project = name[0].split(separator: "/").map(String.init)
                guard name.count == 2, let number = ChangeAddress.number(name[1]),
                    project.allSatisfy(ChangeAddress.isName)
                else { return nil }
                return (base, name[0], number, nil)
            }
        }

        /// [/BASE]/c/PROJECT/+/N[/PS…], and the same without the `c`.
        private func gerritOfProject(_ segments: [String], _ plus: Int) -> Found? {
            guard segments.count > plus + 1, let number = ChangeAddress.number(segments[plus + 1]) else { return nil }
            let before = segments[..<plus]
            let patchSet = segments.dropFirst(plus + 2).first
            let project: ArraySlice<String>
            let mount: ArraySlice<String>
            if let word = before.firstIndex(of: "c") {
                (mount, project) = (before[..<word], before[(word + 1)...])
            } else {
                // A number after the plus is a commit where only the files are shown.
                if host.hasSuffix(".googlesource.com"), !host.hasSuffix("-review.googlesource.com") { return nil }
                let depth = before.count > 1 && Self.mounts.contains(before[0]) ? 1 : 0
                (mount, project) = (before[..<depth], before[depth...])
            }
            guard !project.isEmpty, project.allSatisfy(ChangeAddress.isName), let base = ChangeAddress.base(mount)
            else { return nil }
            return (base, project.joined(separator: "/"), number, patchSet)
        }

        /// The paths below which Gerrit servers are by custom.
        private static let mounts: Set<String> = ["r", "gerrit", "review", "code-review"]
    }

    /// A path below which a server may be; nil for what is none.
    private static func base(_ segments: ArraySlice<String>) -> String? {
        guard segments.count <= 4, segments.allSatisfy(isName) else { return nil }
        return segments.map { "/\($0)" }.joined()
    }

    /// `OWNER/REPOSITORY`, which may be typed in any case and as it is cloned.
    private static func repository(_ segments: ArraySlice<String>) -> String? {
        let name = segments.joined(separator: "/").lowercased()
        guard segments.allSatisfy(isName) else { return nil }
        return name.hasSuffix(".git") ? String(name.dropLast(4)) : name
    }

    /// A number, maybe with the ending of what can be downloaded.
    private static func numberOfPatch(_ text: String) -> Int? {
        number([".patch", ".diff"].first { text.hasSuffix($0) }.map { String(text.dropLast($0.count)) } ?? text)
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
