import GRDB
import Mentoring
import MentoringAPI
import MentoringService
import Synchronization
import TestSupport
import Testing
import WebServerFixture

@testable import Persistence

/// What costs little with a hundred people is to cost as little with a hundred thousand: how long a question takes cannot be seen in a
/// small database, but how SQLite would look for the answer can.
@Suite("No question reads the whole of a table that grows with the server")
struct GrowthTests {
    /// Tables with a row for each person, seat, mail or deed.
    private static let growing: Set = [
        "access_token", "address_move", "attendance", "away", "change_facts", "co_leader", "departure", "duty_turn",
        "enrollment", "feed_address", "file_fact", "former_invitation", "introduction", "invitation", "join_request",
        "log_entry", "mail_link", "mail_matter", "mentor", "nickname", "nickname_claim", "outbox", "person",
        "recorded_answer", "review", "review_vote", "session", "session_mail", "sign_in", "sign_up", "slot",
        "standing_enrollment", "standing_offer", "swap_offer", "time_proposal", "told", "trainee", "visitor",
        "volunteer", "written_answers", "written_mail",
    ]

    /// What reads all of one nevertheless, by a part of its words, and why it may.
    private static let exceptions = [
        "SELECT * FROM person WHERE erased IS NULL ORDER BY email":
            "administrators are shown names, and all are told what an unknown address is near to",
        "ORDER BY access_token.id": "administrators list all tokens",
        "FROM mail_link WHERE (SELECT":
            "links are there only as long as they do something, and are looked through once a round",
        "WHERE yields AND seat IS NULL": "by an index of those alone who let others go first",
        "ORDER BY id DESC LIMIT": "from the newest on, as many as are wanted",
        "FROM log_entry ORDER BY id LIMIT 1": "the oldest alone",
        "FROM sign_up WHERE email": "an export looks through those who signed up in the last 30 days",
        "queue_change": "a table of one transaction, of what it changed",
    ]

    @Test("of all that can be asked and done", arguments: RoleTable.rows.indices)
    func requests(index: Int) async throws {
        let (question, statuses) = RoleTable.rows[index]
        // Whoever is erased is looked for everywhere, once for all.
        guard !question.testDescription.hasPrefix("ErasePerson ") else { return }
        let permitted = zip(Asker.allCases, statuses.split(separator: " ")).reversed().first { $0.1 == "200" }
        guard let asker = permitted?.0 else { return }
        let cast = try await Cast()
        let statements = try await Statements(of: cast.store)
        try await LiveServer.run(service: cast.service) { server in
            _ = try await question.ask(server, headers: cast.proof(of: asker))
        }
        for scan in try await statements.scans(among: Self.growing, except: Array(Self.exceptions.keys)) {
            Issue.record("\(question.testDescription): \(scan)")
        }
    }

    @Test("of what the server does by itself")
    func rounds() async throws {
        let cast = try await Cast()
        let statements = try await Statements(of: cast.store)
        _ = try await cast.service.doWhatIsDue()
        _ = try await cast.service.keepSeasonsRolling()
        _ = try await cast.service.sendOutbox(through: Taking())
        for scan in try await statements.scans(among: Self.growing, except: Array(Self.exceptions.keys)) {
            Issue.record("\(scan)")
        }
    }

    @Test("of somebody's own page, for which no other programs are read than theirs")
    func ownPage() async throws {
        let cast = try await Cast()
        let priya = try EmailAddress("priya@canary.example")
        let statements = try await Statements(of: cast.store)
        _ = try await cast.service.ownPage(of: priya)
        for scan in try await statements.scans(among: Self.growing, except: Array(Self.exceptions.keys)) {
            Issue.record("\(scan)")
        }
        #expect(statements.all(with: "FROM program").count > 0)
        #expect(statements.all(with: "FROM program ORDER BY name") == [])
    }

    @Test("a question that does is found")
    func control() async throws {
        let cast = try await Cast()
        let statements = try await Statements(of: cast.store)
        let rows = try await cast.store.queue.unsafeRead {
            try Row.fetchAll($0, sql: "SELECT * FROM enrollment WHERE since > 0").count
        }
        #expect(rows > 0)
        let scans = try await statements.scans(among: Self.growing, except: [])
        #expect(scans.count == 1, "\(scans)")
    }
}

/// Takes every mail and keeps none.
private struct Taking: MailDelivery {
    func deliver(_ message: OutboxMessage, from sender: EmailAddress) async throws -> DeliveryOutcome { .sent }
}

/// The statements that a database was given since this was made.
private final class Statements: Sendable {
    private let store: SQLiteStore
    private let seen = Mutex<Set<String>>([])

    init(of store: SQLiteStore) async throws {
        self.store = store
        try await store.queue.unsafeRead { database in
            database.trace { [self] event in
                guard case .statement(let statement) = event else { return }
                _ = seen.withLock { $0.insert(statement.sql) }
            }
        }
    }

    /// Those that hold some words.
    func all(with words: String) -> [String] { seen.withLock { $0 }.filter { $0.contains(words) }.sorted() }

    /// Those for which SQLite would read all of one of some tables.
    func scans(among tables: Set<String>, except allowed: [String]) async throws -> [String] {
        let words = ["SELECT", "INSERT", "UPDATE", "DELETE"]
        let statements = seen.withLock { $0 }.filter { sql in
            words.contains { sql.hasPrefix($0) } && !allowed.contains { sql.contains($0) }
        }
        return try await store.queue.unsafeRead { database in
            database.trace(nil)
            return try statements.sorted().flatMap { sql in
                let plan = try database.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
                plan.setUncheckedArguments([])
                return try Row.fetchAll(plan).compactMap { row -> String? in
                    let words = (row["detail"] as String).split(separator: " ").map(String.init)
                    guard words.first == "SCAN", words.count > 1, tables.contains(words[1]) else { return nil }
                    return "\(words.joined(separator: " ")) of \(sql)"
                }
            }
        }
    }
}
