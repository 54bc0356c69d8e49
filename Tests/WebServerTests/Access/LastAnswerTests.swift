import MentoringAPI
import MentoringService
import Testing
import WebServerFixture

/// Answers after which the server hangs up, as it does after whatever is computed.
@Suite("The last answer on a connection")
struct LastAnswerTests {
    private static let computed = RoleTable.rows.map(\.question).filter { question in
        Requests.all.contains { $0 is any ComputingRequest.Type && "\($0)" == question.request }
    }

    @Test("says so, given or refused; after any other the next is answered", arguments: computed.indices)
    func saysSo(index: Int) async throws {
        let question = Self.computed[index]
        let cast = try await Cast()
        try await LiveServer.run(service: cast.service, limits: .patient) { server in
            // As it is, of what is not there, and as nobody can read it.
            let paths = [question.path, question.path.replacing("nova", with: "gone"), question.path + "?trials=many"]
            for (asker, path) in Asker.allCases.flatMap({ asker in paths.map { (asker, $0) } }) {
                let connection = try RawConnection(port: server.port)
                let headers = cast.proof(of: asker).map { "\($0): \($1)\r\n" }.joined()
                connection.send(
                    "\(question.route.method.rawValue) /api/v1/\(path) HTTP/1.1\r\nHost: a\r\n\(headers)"
                        + "Content-Length: \(question.body.utf8.count)\r\n\r\n\(question.body)")
                let first = await connection.oneAnswer()
                try #require(first.hasPrefix("HTTP/1.1 "), "\(asker): \(first)")
                guard !first.lowercased().contains("\r\nconnection: close\r\n") else {
                    #expect(await connection.wholeAnswer() == "")
                    continue
                }
                connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                let second = await connection.oneAnswer()
                #expect(second.hasPrefix("HTTP/1.1 200 "), "\(question.request) \(path) as \(asker), after \(first)")
            }
        }
    }

    @Test(
        "is followed by none, though more was asked at once; who wants it to be the last is told that it is",
        arguments: [
            ("GET /api/v1/sessions/nova-202701-w99-asia/reasons HTTP/1.1\r\nHost: a\r\nAUTH", 1),
            ("POST /api/v1/programs/nova/plan HTTP/1.1\r\nHost: a\r\nAUTHContent-Length: 2\r\n\r\n{}", 1),
            ("POST /api/v1/programs/nova/plan HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n", 1),
            ("GET /nova HTTP/1.1\r\nHost: a\r\nConnection: close\r\n", 1), ("GET /nova HTTP/1.0\r\n", 1),
            ("GET /nova HTTP/1.1\r\nHost: a\r\n", 2),
        ])
    func pipelined(first: String, answers: Int) async throws {
        let cast = try await Cast()
        try await LiveServer.run(service: cast.service, limits: .patient) { server in
            let connection = try RawConnection(port: server.port)
            let proof = cast.proof(of: .organizer).map { "\($0): \($1)\r\n" }.joined()
            let asked = first.replacing("AUTH", with: proof)
            connection.send(asked + (asked.hasSuffix("{}") ? "" : "\r\n"))
            connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            let heads = await connection.wholeAnswer().split(separator: "HTTP/1.1 ").filter {
                $0.first?.isNumber == true
            }
            #expect(heads.count == answers, "\(heads)")
            for (index, head) in heads.enumerated() {
                #expect(head.lowercased().contains("\r\nconnection: close\r\n") == (index == answers - 1), "\(head)")
            }
        }
    }

    @Test("is one of every kind of thing that is computed")
    func complete() {
        let computing = Requests.all.filter { $0 is any ComputingRequest.Type }.map { "\($0)" }
        #expect(Set(Self.computed.map(\.request)) == Set(computing))
    }
}
