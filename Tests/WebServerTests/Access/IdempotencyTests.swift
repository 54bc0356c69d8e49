import Mentoring
import Testing
import WebServerFixture

@Suite("A request that is sent again with its key")
struct IdempotencyTests {
    /// Every change that somebody in the table can make, once each.
    private static let changes: [(question: Question, asker: Asker)] = RoleTable.rows.compactMap { row in
        guard row.question.route.method != .get else { return nil }
        let statuses = row.statuses.split(separator: " ")
        let last = zip(Asker.allCases, statuses).reversed().first { $0.1 == "200" }
        return last.map { (question: row.question, asker: $0.0) }
    }

    /// What an organizer can see of the books.
    private static let everything = [
        "programs", "programs/nova/file", "programs/nova/mentors", "programs/nova/slots", "programs/nova/freezes",
        "programs/nova/sessions", "programs/nova/trainees", "programs/nova/reviews", "programs/nova/swaps", "outbox",
        "tokens", "away?email=mentor-asia@canary.example",
    ]

    @Test("every verb that changes something is tried")
    func complete() {
        let tried = Set(Self.changes.map(\.question.verb)).union(Self.notYet)
        for verb in Verbs.all where verb.route.method != .get {
            #expect(tried.contains("\(verb)"), "\(verb)")
        }
    }

    /// What nobody in the table can do to its season: it has not begun, no mail came back, and nobody may join from outside.
    private static let notYet: Set = [
        "RecordAttendance", "RecordCoLeaders", "AllowMail", "CheckIn", "AnswerQuestions", "SignOffAnswers",
        "RemoveNickname", "AskToJoin", "ConfirmJoining",
    ]

    @Test("is answered as before, byte for byte, and done once", arguments: changes.indices)
    func again(index: Int) async throws {
        let (question, asker) = Self.changes[index]
        let cast = try await Cast()
        try await LiveServer.run(office: cast.office) { server in
            let headers = cast.proof(of: asker) + [("Idempotency-Key", "k-\(index)")]
            let first = try await question.ask(server, headers: headers)
            let before = try await books(server, cast)
            let second = try await question.ask(server, headers: headers)
            #expect(first.status == 200)
            #expect(second.status == 200)
            #expect(second.text == first.text, "\(question.testDescription)")
            #expect(try await books(server, cast) == before, "\(question.testDescription)")
        }
    }

    @Test("at the same time as seven others is done once, and all hear the same")
    func race() async throws {
        let cast = try await Cast()
        let question = Question(
            ProposeReview.self, "programs/nova/reviews", #"{"url": "https://review.example.org/c/nova/+/42"}"#)
        let token = Question(CreateToken.self, "tokens", #"{"email": "ravi@canary.example"}"#)
        try await LiveServer.run(office: cast.office) { server in
            for (question, key) in [(question, "a"), (token, "b")] {
                let headers = cast.proof(of: .organizer) + [("Idempotency-Key", key)]
                let answers = try await withThrowingTaskGroup(of: String.self) { group in
                    for _ in 1...8 { group.addTask { try await question.ask(server, headers: headers).text } }
                    return try await group.reduce(into: Set<String>()) { $0.insert($1) }
                }
                #expect(answers.count == 1)
            }
            let tokens = try await cast.office.tokens()
            #expect(tokens.count { $0.email.description == "ravi@canary.example" } == 2)
        }
    }

    private func books(_ server: LiveServer, _ cast: Cast) async throws -> [String] {
        var answers: [String] = []
        for path in Self.everything {
            answers.append(try await server.ask("/api/v1/" + path, headers: cast.proof(of: .organizer)).text)
        }
        return answers
    }
}
