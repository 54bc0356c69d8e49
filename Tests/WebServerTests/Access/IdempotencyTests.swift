import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
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

    /// Every change for which the table's season has to go on first; SECRET is what was mailed to somebody who wants to join.
    private static let laterChanges: [(question: Question, asker: Asker, now: String)] = [
        (Question(CheckIn.self, "sessions/nova-202701-w01-asia/check-in"), .otherTrainee, during),
        (
            Question(PlanSeason.self, "programs/nova/plan", #"{"publish": true, "explain": true, "weeks": 9}"#),
            .organizer, during
        ),
        (
            Question(
                RecordAttendance.self, "sessions/nova-202701-w01-asia/attendance",
                #"{"present": ["priya@canary.example"]}"#),
            .mentor, after
        ),
        (
            Question(
                RecordCoLeaders.self, "sessions/nova-202701-w01-asia/co-leaders",
                #"{"people": ["olga@canary.example"]}"#),
            .mentor, after
        ),
        (
            Question(AnswerQuestions.self, "sessions/nova-202701-w01-asia/answers", #"{"text": "1. Since"}"#),
            .otherTrainee,
            after
        ),
        (
            Question(SignOffAnswers.self, "sessions/nova-202701-w01-asia/sign-off", #"{"person": "Priya"}"#),
            .organizer, after
        ),
        (Question(ReinstateSession.self, "sessions/nova-202701-w02-asia/cancellation"), .organizer, during),
        (Question(RemoveNickname.self, "programs/nova/nicknames/pri"), .trainee, after),
        (Question(AllowMail.self, "outbox/suppressed/gone@canary.example"), .organizer, after),
        (Question(ReleaseMail.self, "outbox/release", "{}"), .organizer, after),
        (Question(UnblockPerson.self, "programs/nova/blocks?email=spam@canary.example"), .organizer, after),
        (Question(UnblockEverywhere.self, "blocks?email=spam@canary.example"), .organizer, after),
        (
            Question(
                AskToJoin.self, "programs/nova/sign-ups",
                #"{"name": "Ann", "email": "ann@canary.example", "zone": "Africa/Lagos"}"#), .nobody, after
        ),
        (Question(ConfirmJoining.self, "sign-ups/confirmation", #"{"secret": "SECRET"}"#), .nobody, during),
        (
            Question(ConfirmSignIn.self, "sign-ins/confirmation", #"{"attempt": "ATTEMPT", "code": "CODE"}"#), .trainee,
            during
        ),
        (Question(ConfirmMove.self, "people/moves/confirmation", #"{"secret": "PROOF"}"#), .trainee, during),
        (Question(UndoMove.self, "people/moves/undoing", #"{"secret": "UNDO"}"#), .trainee, during),
    ]
    private static let during = "2027-01-05T08:10:00Z"
    private static let after = "2027-01-06T10:00:00Z"

    @Test("every request that changes something is tried")
    func complete() {
        let tried = Set(Self.changes.map(\.question.request)).union(Self.laterChanges.map(\.question.request))
        for request in Requests.all where request.route.method != .get {
            #expect(tried.contains("\(request)"), "\(request)")
        }
    }

    @Test("is answered as before, byte for byte, and done once", arguments: changes.indices)
    func again(index: Int) async throws {
        let (question, asker) = Self.changes[index]
        _ = try await askTwice(question, as: asker, of: Cast())
    }

    @Test("is answered as before once the season has begun, too", arguments: laterChanges.indices)
    func againLater(index: Int) async throws {
        let (question, asker, now) = Self.laterChanges[index]
        let cast = try await Cast()
        let secret = try await cast.begin(at: now)
        let moves = try await cast.service.mailedMoves()
        let signIn = try await cast.service.ask(
            AskToSignIn(email: EmailAddress("ravi@canary.example")), by: .nobody, joining: .open)
        let code = try await cast.service.mailedSignIns().last?.code
        let asked = question.replacing("SECRET", with: secret).replacing("PROOF", with: moves["prove"] ?? "")
            .replacing("UNDO", with: moves["undo"] ?? "").replacing("ATTEMPT", with: signIn.attempt)
            .replacing("CODE", with: code ?? "")
        #expect(try await askTwice(asked, as: asker, of: cast))
    }

    /// - Returns: whether the first time changed anything.
    private func askTwice(_ question: Question, as asker: Asker, of cast: Cast) async throws -> Bool {
        try await LiveServer.run(service: cast.service, isOpenToAll: true) { server in
            let headers = cast.proof(of: asker) + [("Idempotency-Key", "k")]
            let untouched = try await cast.rows()
            let first = try await question.ask(server, headers: headers)
            let changed = try await cast.rows() != untouched
            let before = try await cast.databaseBytes()
            let second = try await question.ask(server, headers: headers)
            #expect(first.status == 200)
            if question.request == "\(SignOut.self)" || question.request == "\(MovePerson.self)" && asker == .trainee {
                // Whoever has signed out, or moved away from their address, is nobody by what they ask with.
                #expect(second.status == 401)
            } else {
                #expect(second.status == 200)
                #expect(second.text == first.text, "\(question.testDescription)")
            }
            #expect(try await cast.databaseBytes() == before, "\(question.testDescription)")
            return changed
        }
    }

    @Test("is another request when its query says something else, and is refused under the same key")
    func query() async throws {
        let cast = try await Cast()
        let path = "programs/nova/trainees?email="
        try await LiveServer.run(service: cast.service) { server in
            let headers = cast.proof(of: .organizer) + [("Idempotency-Key", "k")]
            func remove(_ email: String) async throws -> LiveServer.Answer {
                try await Question(RemoveTrainee.self, path + email).ask(server, headers: headers)
            }
            #expect(try await remove("priya@canary.example").status == 200)
            let other = try await remove("ravi@canary.example")
            #expect(other.status == 409 && other.text.contains("was used for another request"))
            #expect(try await remove("priya@canary.example").status == 200)
        }
    }

    @Test("at the same time as seven others is done once, and all hear the same")
    func race() async throws {
        let cast = try await Cast()
        let question = Question(
            ProposeReview.self, "programs/nova/reviews", #"{"url": "https://review.example.org/c/nova/+/42"}"#)
        let token = Question(CreateToken.self, "tokens", #"{"email": "ravi@canary.example"}"#)
        try await LiveServer.run(service: cast.service) { server in
            for (question, key) in [(question, "a"), (token, "b")] {
                let headers = cast.proof(of: .organizer) + [("Idempotency-Key", key)]
                let answers = try await withThrowingTaskGroup(of: String.self) { group in
                    for _ in 1...8 { group.addTask { try await question.ask(server, headers: headers).text } }
                    return try await group.reduce(into: Set<String>()) { $0.insert($1) }
                }
                #expect(answers.count == 1)
            }
            let tokens = try await cast.service.ask(ListTokens())
            #expect(tokens.count { $0.email.description == "ravi@canary.example" } == 2)
        }
    }
}
