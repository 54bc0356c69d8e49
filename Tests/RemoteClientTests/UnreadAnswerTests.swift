import Mentoring
import MentoringAPI
import Testing

@testable import RemoteClient

@Suite("An answer that does not come, or cannot be read")
struct UnreadAnswerTests {
    /// What comes instead, and what that tells of what was asked.
    struct Example: CustomTestStringConvertible {
        let testDescription: String
        let answer: String
        let outcome: UnreadAnswer.Outcome
        var patience: Duration = .seconds(60)
    }

    private static let unknown = "whether it was done is not known; look before you ask for it again"
    private static let undone = "nothing was done"
    private static let done = "what was asked for was done"

    private static let examples = [
        Example(testDescription: "nothing at all", answer: "", outcome: .unknown),
        Example(testDescription: "silence", answer: "-", outcome: .unknown, patience: .milliseconds(100)),
        Example(
            testDescription: "JSON that is cut", answer: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[{",
            outcome: .unknown),
        Example(
            testDescription: "a proxy's page of success", answer: .http("200 OK", "<html>", type: "text/html"),
            outcome: .unknown),
        Example(
            testDescription: "a proxy that did not wait", answer: .http("504 Gateway Timeout", "", type: "text/html"),
            outcome: .unknown),
        Example(
            testDescription: "a proxy that lets nobody in", answer: .http("403 Forbidden", "", type: "text/html"),
            outcome: .undone),
        Example(
            testDescription: "a page that a proxy made of our answer",
            answer: .http("200 OK", "<html>", type: "text/html", release: "\(Release.current)"), outcome: .unknown),
        Example(
            testDescription: "JSON of who says no release", answer: .http("200 OK", "{", type: "application/json"),
            outcome: .unknown),
        Example(
            testDescription: "JSON of a later release",
            answer: .http("200 OK", #"{"a":1}"#, type: "application/json", release: "9.0.0"), outcome: .done),
        Example(
            testDescription: "JSON of this release that is damaged",
            answer: .http("200 OK", #"{"a":"#, type: "application/json", release: "\(Release.current)"), outcome: .done),
    ]

    /// What is said when a request is asked of a server.
    private func said(_ request: some Request, at server: String, _ patience: Duration = .seconds(60)) async throws
        -> String
    {
        let client = try ServerClient(server: server, patience: patience)
        let failure = await #expect(throws: Unreachable.self) { _ = try await client.ask(request) }
        return failure?.description ?? ""
    }

    /// Which of the three things that can be said of what was asked stand in a text.
    private func fates(_ text: String) -> [String] {
        [Self.unknown, Self.undone, Self.done].filter { text.contains($0) }
    }

    @Test("says of a change what is known of it", arguments: examples)
    func change(_ example: Example) async throws {
        let text = try await withServer(answering: example.answer) { server in
            try await said(Leave(session: "nova-202701-w02-asia"), at: server, example.patience)
        }
        let words =
            switch example.outcome {
            case .unknown: Self.unknown
            case .undone: Self.undone
            case .done: Self.done
            }
        #expect(fates(text) == [words], "\(text)")
        // Whoever is to look first is not told to try again.
        #expect(!text.contains("try again"))
    }

    @Test("says of what was only to be shown that nothing was done, whatever came", arguments: examples)
    func dryRun(_ example: Example) async throws {
        let text = try await withServer(answering: example.answer) { server in
            try await said(LeaveProgram(program: "nova", dryRun: true), at: server, example.patience)
        }
        #expect(fates(text) == [Self.undone], "\(text)")
    }

    @Test("says of a question nothing but what happened", arguments: examples)
    func reading(_ example: Example) async throws {
        let text = try await withServer(answering: example.answer) { server in
            try await said(ListPrograms(), at: server, example.patience)
        }
        #expect(fates(text) == [], "\(text)")
    }

    @Test("of a plan is one of a change where it was to be stored, and of what was only to be shown else")
    func plan() async throws {
        let wishes: [(Bool?, String)] = [(true, Self.unknown), (false, Self.undone), (nil, Self.undone)]
        for (publish, words) in wishes {
            let text = try await withServer(answering: "") { server in
                try await said(PlanSeason(program: "nova", publish: publish), at: server)
            }
            #expect(fates(text) == [words], "\(text)")
        }
    }

    @Test("where nothing listens says that nothing was done")
    func nothingListens() async throws {
        // A port that was free a moment ago.
        let server = try await withServer(answering: "") { $0 }
        let change = try await said(Leave(session: "nova-202701-w02-asia"), at: server)
        #expect(fates(change) == [Self.undone], "\(change)")
        let shown = try await said(LeaveProgram(program: "nova", dryRun: true), at: server)
        #expect(fates(shown) == [Self.undone], "\(shown)")
    }

    @Test("has words for each outcome of what does something, and none for a question")
    func table() {
        for outcome in UnreadAnswer.Outcome.allCases {
            #expect(UnreadAnswer.words(outcome, of: .reads) == nil)
            #expect(UnreadAnswer.words(outcome, of: .rehearses) == Self.undone)
        }
        let words = UnreadAnswer.Outcome.allCases.map { UnreadAnswer.words($0, of: .changes) }
        #expect(words == [Self.undone, Self.unknown, Self.done])
    }
}
