import Mentoring
import MentoringAPI
import MentoringService
import Testing
import WebServerFixture

@Suite("Who may do what, over the API")
struct RoleTests {
    @Test("every request is in the table, at an address of its own")
    func complete() {
        let known = Set(RoleTable.rows.map(\.question.request))
        for request in Requests.all { #expect(known.contains("\(request)"), "\(request) has no row") }
        for row in RoleTable.rows { #expect(row.question.isOfItsRoute, "\(row.question.testDescription)") }
    }

    @Test("each is answered as the table says", arguments: RoleTable.rows.indices)
    func cells(index: Int) async throws {
        let (question, statuses) = RoleTable.rows[index]
        // Who is refused changes nothing for the next; whoever is not asks on a database that nobody has changed before.
        let expected = Dictionary(uniqueKeysWithValues: zip(Asker.allCases, statuses.split(separator: " ")))
        let isHarmless = { question.route.method == .get || expected[$0] != "200" }
        let groups = [Asker.allCases.filter(isHarmless)] + Asker.allCases.filter { !isHarmless($0) }.map { [$0] }
        var found: [Asker: String] = [:]
        for askers in groups where !askers.isEmpty {
            let cast = try await Cast()
            try await LiveServer.run(service: cast.service) { server in
                for asker in askers {
                    let answer = try await question.ask(server, headers: cast.proof(of: asker))
                    found[asker] = "\(answer.status)"
                    if answer.status >= 400 { #expect(answer["Content-Type"] == "application/problem+json") }
                    #expect((answer["WWW-Authenticate"] == "Bearer") == (answer.status == 401))
                    if asker != .organizer { expectNoForeignAddress(in: answer, to: question, by: asker) }
                }
            }
        }
        let row = Asker.allCases.map { found[$0] ?? "" }.joined(separator: " ")
        #expect(row == statuses, "\(question.testDescription)")
    }

    /// Only an organizer sees addresses other than their own, and those that the request itself named.
    private func expectNoForeignAddress(in answer: LiveServer.Answer, to question: Question, by asker: Asker) {
        for other in Asker.allCases where other != asker {
            guard answer.status < 400, let email = other.email, !question.body.contains(email) else { continue }
            #expect(!answer.text.contains(email), "\(asker.rawValue) sees \(email)")
        }
    }

    @Test("a mentor invites new trainees, and makes tokens for nobody; nobody makes one for who has not accepted")
    func lettingIn() async throws {
        let cast = try await Cast()
        try await LiveServer.run(service: cast.service) { server in
            let join = Question(
                JoinProgram.self, "programs/nova/trainees",
                #"{"name": "New", "email": "new@canary.example", "zone": "Asia/Seoul"}"#)
            let token = Question(CreateToken.self, "tokens", #"{"email": "new@canary.example"}"#)
            let mentor = cast.proof(of: .mentor)
            var statuses: [UInt] = []
            for question in [join, token, token, join] {
                statuses.append(try await question.ask(server, headers: mentor).status)
            }
            #expect(statuses == [200, 403, 403, 200])
            #expect(try await token.ask(server, headers: cast.proof(of: .organizer)).status == 404)
        }
    }
}
