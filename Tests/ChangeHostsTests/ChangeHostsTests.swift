import ChangeHosts
import ChangeHostsFixture
import CivilTime
import Mentoring
import MentoringService
import Synchronization
import Testing

@Suite("Asking a change's own server")
struct ChangeHostsTests {
    private static let gerrit = "https://review.example.org/c/plugins/replication/+/3965"
    private let now = Instant(secondsSinceEpoch: 1_800_000_000)

    private func facts(_ policy: HostPolicy, _ url: String = gerrit) async throws -> ChangeFacts {
        try await ChangeHosts(policy).facts(of: ChangeAddress(url), at: now)
    }

    /// Why there are no facts; nil when there are.
    private func failure(_ policy: HostPolicy) async throws -> String? {
        try await failure(ChangeHosts(policy), at: now)
    }

    private func failure(_ hosts: ChangeHosts, _ url: String = gerrit, at now: Instant) async throws -> String? {
        do {
            _ = try await hosts.facts(of: ChangeAddress(url), at: now)
            return nil
        } catch let error as Unreachable {
            return error.description
        }
    }

    @Test(
        "tells title, owner, project, size, state and newest patch set of a Gerrit change",
        arguments: [("NEW", .open), ("MERGED", .merged), ("ABANDONED", .abandoned)] as [(String, ChangeFacts.State)])
    func gerrit(status: String, state: ChangeFacts.State) async throws {
        try await LocalServer.run { _ in
            .http(Samples.gerrit(status: status))
        } body: { server, policy in
            let found = try await facts(policy)
            #expect(
                found
                    == ChangeFacts(
                        title: "Implementing Feature X", owner: "John Doe", project: "plugins/replication",
                        linesAdded: 34, linesRemoved: 101, state: state, revision: "2", fetched: now))
            let request = try #require(server.requests.first)
            #expect(
                request.hasPrefix(
                    "GET /changes/plugins%2Freplication~3965?o=CURRENT_REVISION&o=DETAILED_ACCOUNTS HTTP/1.1\r\n"))
            #expect(request.lowercased().contains("host: review.example.org:"))
            #expect(!request.lowercased().contains("authorization"))
        }
    }

    @Test(
        "tells the same of a pull request, which GitHub's API has",
        arguments: [("open", false, .open), ("closed", true, .merged), ("closed", false, .abandoned)]
            as [(String, Bool, ChangeFacts.State)])
    func gitHub(status: String, merged: Bool, state: ChangeFacts.State) async throws {
        try await LocalServer.run { _ in
            .http(Samples.gitHub(state: status, merged: merged))
        } body: { server, policy in
            let found = try await facts(policy, "https://github.com/octocat/Hello-World/pull/1347")
            #expect(
                found
                    == ChangeFacts(
                        title: "Amazing new feature", owner: "octocat", project: "octocat/Hello-World", linesAdded: 100,
                        linesRemoved: 3, state: state, revision: "6dcb09b5b57875f334f61aebed695e2e4193db5e",
                        fetched: now))
            let request = try #require(server.requests.first)
            #expect(request.hasPrefix("GET /repos/octocat/hello-world/pulls/1347 HTTP/1.1\r\n"))
            #expect(request.lowercased().contains("host: api.github.com:"))
        }
    }

    @Test(
        "tells the same of a merge request, but its size",
        arguments: [("opened", .open), ("locked", .open), ("merged", .merged), ("closed", .abandoned)]
            as [(String, ChangeFacts.State)])
    func gitLab(status: String, state: ChangeFacts.State) async throws {
        try await LocalServer.run { _ in
            .http(Samples.gitLab(state: status))
        } body: { server, policy in
            let found = try await facts(policy, "https://gitlab.example.org/group/sub/project/-/merge_requests/7")
            #expect(
                found
                    == ChangeFacts(
                        title: "test1", owner: "Administrator", project: "group/sub/project", linesAdded: nil,
                        linesRemoved: nil, state: state, revision: String(repeating: "8", count: 40), fetched: now))
            let request = try #require(server.requests.first)
            #expect(request.hasPrefix("GET /api/v4/projects/group%2Fsub%2Fproject/merge_requests/7 HTTP/1.1\r\n"))
        }
    }

    @Test(
        "asks each kind of server where it answers, whatever it is below",
        arguments: [
            ("https://review.example.org/r/c/nova/+/3965", ["/r/changes/nova~3965"]),
            ("https://review.example.org/gerrit/#/c/3965/", ["/gerrit/changes/3965"]),
            ("https://review.example.org/c/old%2Fname/+/3965", ["/changes/old%2Fname~3965", "/changes/3965"]),
            (
                "https://github.example.org/octocat/Hello-World/pull/1347",
                ["/api/v3/repos/octocat/hello-world/pulls/1347"]
            ),
            ("https://octo.ghe.com/octocat/Hello-World/pull/1347", ["/repos/octocat/hello-world/pulls/1347"]),
            (
                "https://codeberg.org/octocat/Hello-World/pulls/1347/files",
                ["/api/v1/repos/octocat/hello-world/pulls/1347"]
            ),
            (
                "https://example.org/git/octocat/Hello-World/pulls/1347",
                ["/git/api/v1/repos/octocat/hello-world/pulls/1347"]
            ),
            (
                "https://example.org/gitlab/Group/project/-/merge_requests/7",
                [
                    "/api/v4/projects/gitlab%2Fgroup%2Fproject/merge_requests/7",
                    "/gitlab/api/v4/projects/group%2Fproject/merge_requests/7",
                ]
            ),
        ])
    func places(url: String, paths: [String]) async throws {
        let last = try #require(paths.last)
        try await LocalServer.run { line in
            guard line.hasPrefix("GET \(last)") else { return .http("", status: "404 Not Found") }
            return .http(
                line.contains("/changes/")
                    ? Samples.gerrit() : line.contains("/v4/") ? Samples.gitLab() : Samples.gitHub())
        } body: { server, policy in
            let found = try await facts(policy, url)
            #expect(found.state == .open)
            let asked = server.requests.map { $0.split(separator: " ")[1].prefix { $0 != "?" } }
            #expect(asked.map(String.init) == paths)
        }
    }

    @Test(
        "that is to wait until a moment waits until then, a day at most, and asks nothing meanwhile",
        arguments: [
            ("429 Too Many Requests", "Retry-After: 60", 60),
            ("503 Service Unavailable", "Retry-After: Fri, 15 Jan 2027 08:10:00 GMT", 600),
            ("429 Too Many Requests", "Retry-After: 99999999999", 86_400),
            ("403 Forbidden", "X-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: 1800000300", 300),
            ("429 Too Many Requests", "RateLimit-Reset: 1800000300", 300),
            ("429 Too Many Requests", "RateLimit-Remaining: 0\r\nRateLimit-Reset: 40", 40),
            ("403 Forbidden", "Retry-After: 5\r\nX-RateLimit-Reset: 1800000300", 5),
        ])
    func waits(status: String, headers: String, seconds: Int64) async throws {
        try await LocalServer.run { _ in
            .http("", status: status, headers: headers + "\r\n")
        } body: { server, policy in
            let hosts = ChangeHosts(policy)
            let until = now.adding(seconds: seconds)
            let first = try await failure(hosts, at: now)
            #expect(first?.contains("it is asked again from \(until) on") == true, "\(first ?? "")")
            let another = "https://review.example.org/c/nova/+/5"
            let second = try await failure(hosts, another, at: now.adding(seconds: seconds - 1))
            #expect(second?.contains("is not asked before \(until)") == true, "\(second ?? "")")
            #expect(server.requests.count == 1)
            _ = try await failure(hosts, another, at: until)
            #expect(server.requests.count == 2)
            // Nobody else waits for it.
            _ = try await failure(hosts, "https://other.example.org/c/nova/+/5", at: now)
            #expect(server.requests.count == 3)
        }
    }

    @Test(
        "that names no moment to come is asked again the next time",
        arguments: [
            "", "Retry-After: soon\r\n", "Retry-After: 0\r\n", "Retry-After: -5\r\n",
            "X-RateLimit-Reset: 1700000000\r\n",
            "X-RateLimit-Remaining: 12\r\nX-RateLimit-Reset: 1800000300\r\n",
            "Retry-After: Fri, 15 Jan 2021 08:10:00 GMT\r\n", "Retry-After: 9223372036854775808\r\n",
        ])
    func waitsForNothing(headers: String) async throws {
        try await LocalServer.run { _ in
            .http("", status: "403 Forbidden", headers: headers)
        } body: { server, policy in
            let hosts = ChangeHosts(policy)
            for _ in 1...2 {
                let text = try await failure(hosts, at: now)
                #expect(text?.contains("shows no such change to everybody, or wants to be asked less often") == true)
            }
            #expect(server.requests.count == 2)
        }
    }

    @Test("follows a project that has another name by now, at most five times, on its own server in any spelling")
    func renamed() async throws {
        try await LocalServer.run { line in
            let step = line.split(separator: " ")[1].dropFirst(2)
            guard line.hasPrefix("GET /s"), let number = Int(step) else { return .moved("/s1") }
            return number < 5 ? .moved("/s\(number + 1)") : .http(Samples.gitHub())
        } body: { server, policy in
            let found = try await facts(policy, "https://github.com/old/name/pull/1347")
            #expect(found.project == "octocat/Hello-World")
            #expect(server.requests.count == 6)
        }
        let port = Mutex("")
        try await LocalServer.run { line in
            line.contains("/new/")
                ? .http(Samples.gitHub()) : .moved("HTTP://API.GitHub.com:\(port.withLock { $0 })/new/1")
        } body: { server, policy in
            port.withLock { $0 = String(policy.origin("x").split(separator: ":")[2]) }
            _ = try await facts(policy, "https://github.com/old/name/pull/1347")
            #expect(server.requests.count == 2)
        }
    }

    @Test("keeps one line of bounded length of whatever is sent")
    func hostileText() async throws {
        let subject = #"a\nb\u001b[31m\u202ec\u0000  "# + String(repeating: "é", count: 500)
        try await LocalServer.run { _ in
            .http(Samples.gerrit(subject: subject, owner: #"\u2028x\r"#))
        } body: { _, policy in
            let facts = try await facts(policy)
            #expect(facts.title == "a b [31m c " + String(repeating: "é", count: 94))
            #expect(facts.owner == "x")
        }
    }

    @Test("takes a change whose author has no name", arguments: ["", " ", #"\u0000"#])
    func nameless(owner: String) async throws {
        try await LocalServer.run { _ in
            .http(Samples.gerrit(owner: owner))
        } body: { _, policy in
            let facts = try await facts(policy)
            #expect(facts.owner == "")
            #expect(facts.title == "Implementing Feature X")
        }
    }

    @Test(
        "that is none is told with what came, and nothing is taken from it",
        arguments: [
            Case(.http("{}", status: "500 Internal Server Error"), "answered HTTP 500; try again later"),
            Case(.http("Not found: x", status: "404 Not Found"), "shows no such change to everybody (HTTP 404)"),
            Case(.http("", status: "429 Too Many Requests"), "wants to be asked less often (HTTP 429)"),
            Case(.http("<!DOCTYPE html><title>Sign in</title>"), "did not answer as Gerrit does (37 bytes)"),
            Case(.http("{}"), "did not answer as Gerrit does"),
            Case(.http("[" + String(repeating: "[", count: 100_000)), "did not answer as Gerrit does"),
            Case(.http(Samples.gerrit(status: "DELETED")), "did not answer as Gerrit does"),
            Case(.http(Samples.gerrit(number: 3966)), "did not answer as Gerrit does"),
            Case(.http(Samples.gerrit(subject: #"\n \t"#)), "did not answer as Gerrit does"),
            Case(
                .http(Samples.gerrit().replacing(#""_number": 2"#, with: #""_number": -2"#)), "did not answer as Gerrit"
            ),
            Case(.http(Samples.gerrit().replacing("34", with: "-34")), "did not answer as Gerrit does"),
            Case(.http(String(repeating: " ", count: (1 << 20) + 1)), "answered with more than 1 MiB"),
            Case(
                "HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "a", count: (1 << 20) + 1),
                "answered with more than 1 MiB"),
            Case("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + Samples.gerrit(), "cannot be reached: "),
            Case("SSH-2.0-OpenSSH_9.2\r\n", "cannot be reached: "), Case("", "cannot be reached: "),
            Case(.moved("https://review.example.org/changes/1"), "another server, which is not asked"),
            Case(.moved("http://review.example.org:81/changes/1"), "another server, which is not asked"),
            Case(.moved("http://review.example.org@127.0.0.1/"), "another server, which is not asked"),
            Case(.moved("https://elsewhere.example.org/changes/1"), "another server, which is not asked"),
            Case(.moved("//elsewhere.example.org/"), "another server, which is not asked"),
            Case(.moved("http://127.0.0.1/"), "another server, which is not asked"),
            Case(.moved("relative"), "another server, which is not asked"),
            Case(.moved("/again"), "sends whoever asks from one address to the next"),
        ])
    func somethingElse(_ example: Case) async throws {
        try await LocalServer.run { _ in
            example.answer
        } body: { _, policy in
            let text = try #require(try await failure(policy))
            #expect(text.hasPrefix("review.example.org ") && text.contains(example.words), "\(text)")
        }
    }

    @Test("follows a change that its own server has moved")
    func moved() async throws {
        try await LocalServer.run { line in
            line.contains("/changes/") ? .moved("/elsewhere/3965") : .http(Samples.gerrit())
        } body: { server, policy in
            let found = try await facts(policy)
            #expect(found.revision == "2")
            #expect(server.requests.count == 2)
        }
    }

    @Test(
        "ends when its time is over, even if something comes now and then",
        arguments: ["-", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[-"])
    func slow(answer: String) async throws {
        try await LocalServer.run { _ in
            answer
        } body: { _, policy in
            var impatient = policy
            impatient.patience = .milliseconds(200)
            let text = try #require(try await failure(impatient))
            #expect(text.contains("did not answer within"))
        }
    }

    @Test("ends when its time is over, even if its name cannot be looked up")
    func slowName() async throws {
        let policy = HostPolicy(
            // Nobody can cancel this, as nobody can cancel getaddrinfo.
            resolve: { _ in await withUnsafeContinuation { (_: UnsafeContinuation<[IPAddress], Never>) in } },
            admits: \.isPublic, origin: { "http://\($0)" }, patience: .milliseconds(50))
        #expect(try await failure(policy)?.contains("did not answer within") == true)
    }

    @Test(
        "is not done at an address that is not public, nor where one of several is not",
        arguments: [["127.0.0.1"], ["10.0.0.1"], ["::1"], ["93.184.215.14", "192.168.1.1"], []])
    func hidden(addresses: [String]) async throws {
        try await LocalServer.run { _ in
            .http(Samples.gerrit())
        } body: { server, policy in
            var policy = policy
            let found = try addresses.map { try #require(IPAddress($0)) }
            policy.resolve = { _ in found }
            policy.admits = HostPolicy.publicServers.admits
            let text = try #require(try await failure(policy))
            #expect(text.contains(addresses.isEmpty ? "has no address" : "no public address"))
            #expect(server.requests.isEmpty)
        }
    }

    @Test("looks the name up once, so that it cannot lead elsewhere when the server is asked")
    func rebinding() async throws {
        try await LocalServer.run { _ in
            .moved("/again")
        } body: { server, policy in
            let lookups = Mutex(0)
            var policy = policy
            let resolve = policy.resolve
            policy.resolve = { host in
                lookups.withLock { $0 += 1 }
                return try await resolve(host)
            }
            let text = try await failure(policy)
            #expect(text != nil)
            #expect(server.requests.count == 6)
            #expect(lookups.withLock { $0 } == 1)
        }
    }
}

/// What a server sends, and what is said of it.
struct Case: CustomTestStringConvertible {
    let answer: String
    let words: String

    init(_ answer: String, _ words: String) {
        self.answer = answer
        self.words = words
    }

    var testDescription: String { words }
}

extension String {
    fileprivate static func moved(_ location: String) -> String {
        .http("", status: "302 Found", headers: "Location: \(location)\r\n")
    }
}
