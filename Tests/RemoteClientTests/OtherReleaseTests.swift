import Mentoring
import MentoringAPI
import MentoringService
import RemoteClient
import Testing

@Suite("A server of another release")
struct OtherReleaseTests {
    private static let newer = "the server runs Meridian 9.0.0, and this is the older \(Release.current): install"
    private static let older = "the server runs Meridian 0.0.1, and this is the newer \(Release.current): use"
    private static let silent =
        "it says no release, as Meridian 0.1.0 does and no later one: check --server; if it is that, use Meridian 0.1.0 here, or ask who runs the server to upgrade it to \(Release.current)"
    private static let unread = String.http("200 OK", #"{"a":1}"#, type: "application/json", release: "9.0.0")

    @Test(
        "that is not understood, or does not understand, is said to be one, with what to do",
        arguments: [
            Case(unread, "answered what is not understood here: \(newer)"),
            Case(
                .http("200 OK", "{}", type: "application/json", release: "0.0.1"),
                "answered what is not understood here: \(older)"),
            Case(
                .problem("400 Bad Request", "bad-input", "zone is missing", release: "9.0.0"),
                "zone is missing; \(newer)"),
            Case(.problem("404 Not Found", "not-found", Failure.noAddress, release: "0.0.1"), "address; \(older)"),
            // As servers of 0.1.0 answer.
            Case(.problem("404 Not Found", "not-found", Failure.noAddress), "address; \(silent)"),
            Case(.problem("400 Bad Request", "bad-input", "zone is missing"), "zone is missing; \(silent)"),
            Case(
                .http("200 OK", "{}", type: "application/json"),
                "did not answer as a Meridian server does (HTTP 200, application/json, 2 bytes); \(silent)"),
        ])
    func advice(_ example: Case) async throws {
        try await withServer(answering: example.answer) { address in
            let failure = await #expect(throws: (any Error).self) {
                try await ServerClient(server: address).ask(ListPrograms())
            }
            #expect(failure.map { "\($0)" }?.contains(example.words) == true, "\(failure.map { "\($0)" } ?? "")")
        }
    }

    @Test("that did what was asked, but answered what is not understood, is said to have done it")
    func done() async throws {
        try await withServer(answering: Self.unread) { address in
            let failure = await #expect(throws: Unreachable.self) {
                try await ServerClient(server: address).ask(Leave(session: "nova-202701-w02-asia"))
            }
            #expect(failure?.description.contains("here; what was asked for was done: \(Self.newer)") == true)
        }
    }

    @Test("refuses what it understood in its own words alone, and so does one of the same release whatever it is")
    func sameWords() async throws {
        let words = "there is no program nvoa"
        let answers: [(String, String?)] = [
            ("not-found", "9.0.0"), ("not-found", nil), ("bad-input", "\(Release.current)"), ("bad-input", "?"),
        ]
        for (kind, release) in answers {
            let answer = String.problem("404 Not Found", kind, words, release: release)
            try await withServer(answering: answer) { address in
                let failure = await #expect(throws: (any Error).self) {
                    try await ServerClient(server: address).ask(ListPrograms())
                }
                #expect(failure.map { "\($0)" } == words)
            }
        }
    }
}

extension String {
    /// A problem document as a server of a release sends it.
    fileprivate static func problem(
        _ status: String, _ kind: String, _ detail: String, release: String? = nil
    ) -> String {
        http(
            status, #"{"error":"\#(kind)","detail":"\#(detail)"}"#, type: "application/problem+json", release: release)
    }
}
