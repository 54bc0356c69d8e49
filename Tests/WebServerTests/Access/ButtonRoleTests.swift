import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import Testing
import WebServerFixture
import Wording

/// The same table, asked by the forms of pages: whoever is signed in can do there what the API lets them do, and nothing else.
@Suite("Who may do what, by a page's forms")
struct ButtonRoleTests {
    /// The rows that a form can send; a plan has pages of its own.
    static let rows = RoleTable.rows.indices.filter { index in
        let question = RoleTable.rows[index].question
        return question.route.method != .get && question.route.role != nil
            && question.request != "\(PlanSeason.self)"
    }

    /// Those of which a page shows beforehand what they would do.
    static let looks = rows.filter { index in
        let question = RoleTable.rows[index].question
        let request = Requests.all.first { "\($0)" == question.request }
        return request?.hasWords ?? false
    }

    /// Those that a page can show the answer of.
    static let answers = RoleTable.rows.indices.filter { index in
        let question = RoleTable.rows[index].question
        let request = Requests.all.first { "\($0)" == question.request }
        return question.route.method == .get && request.map { isWorded($0) } ?? false
    }

    private static func isWorded<R: HandledRequest>(_ request: R.Type) -> Bool { R.Answer.self is any Worded.Type }

    @Test("each is answered as the table says", arguments: rows)
    func cells(index: Int) async throws { try await compare(index, "do", done: 303) }

    @Test("whoever may not have something done is not shown either what it would do", arguments: looks)
    func looked(index: Int) async throws { try await compare(index, "look", done: 200) }

    @Test("whoever may not ask something is not shown its answer on a page either", arguments: answers)
    func seen(index: Int) async throws {
        let (question, statuses) = RoleTable.rows[index]
        let cast = try await Cast()
        var found: [String] = []
        try await LiveServer.run(service: cast.service) { server in
            let path = "/me/see/\(question.path)"
            let stranger = try await server.ask(path, followsRedirects: false)
            #expect(stranger.status == 303 && stranger["Location"] == "/sign-in")
            for asker in Asker.allCases {
                guard let email = asker.email else { continue }
                let browser = try await SignedInBrowser(of: email, at: cast.service, on: server)
                found.append("\(try await browser.get(path).status)")
            }
        }
        #expect(found == statuses.split(separator: " ").dropFirst().map(String.init), "\(question.testDescription)")
    }

    private func compare(_ index: Int, _ purpose: String, done: Int) async throws {
        let (question, statuses) = RoleTable.rows[index]
        let fields = try question.fields()
        var found: [String] = []
        for (asker, status) in zip(Asker.allCases, statuses.split(separator: " ")) {
            let cast = try await Cast()
            try await LiveServer.run(service: cast.service) { server in
                let path =
                    "/me/\(purpose)/\(question.route.method.rawValue.lowercased())/\(question.path.prefix { $0 != "?" })"
                guard let email = asker.email else {
                    let answer = try await server.ask(
                        path, method: .POST, headers: [("Sec-Fetch-Site", "same-origin")], body: [],
                        followsRedirects: false)
                    return found.append(answer.status == 403 ? "\(status)" : "\(answer.status) to nobody")
                }
                let browser = try await SignedInBrowser(of: email, at: cast.service, on: server)
                let answer = try await browser.post(path, fields + [("form-page", "/me")])
                found.append(Int(answer.status) == done ? "200" : "\(answer.status)")
            }
        }
        #expect(found.joined(separator: " ") == statuses, "\(question.testDescription)")
    }
}

extension Question {
    /// What it asks beside its address, as a form sends it.
    fileprivate func fields() throws -> [(String, String)] {
        let query = URLComponents(string: "/" + path)?.queryItems ?? []
        let members = body.isEmpty ? [:] : try JSONValue.members(of: Array(body.utf8), within: .request) { _ in }
        return query.map { ($0.name, $0.value ?? "") }
            + members.map { ($0.key, $0.value.texts.joined(separator: "\n")) }
    }
}
