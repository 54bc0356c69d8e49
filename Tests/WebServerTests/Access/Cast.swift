import CivilTime
import GRDB
import GRDBSQLite
import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import SeasonPlanning
import TestSupport
import Testing
import TimeZoneCatalog
import WebServerFixture

@testable import Persistence

/// Everybody who may ask, in the order of the columns of `RoleTable`.
enum Asker: String, CaseIterable {
    case nobody
    /// Priya, whose enrollment, vote, review and weeks of a duty the table is about.
    case trainee
    case otherTrainee
    /// Akira, whose session, slot, absence and offer the table is about.
    case mentor
    case otherMentor
    case organizer

    /// Their address; nobody has none.
    var email: String? {
        switch self {
        case .nobody: nil
        case .trainee: "priya@canary.example"
        case .otherTrainee: "ravi@canary.example"
        case .mentor: "mentor-asia@canary.example"
        case .otherMentor: "seoyeon@canary.example"
        case .organizer: "olga@canary.example"
        }
    }
}

/// A season with everything in it that a request can be about, and the tokens of those who ask.
struct Cast {
    let service: TrainingService
    let store: SQLiteStore
    private let clock: HandClock
    let tokens: [Asker: String]

    /// The one that the others are copies of: making a season takes long, and hundreds of tests each want one that nobody has
    /// changed before.
    private static let original = Task { try await Cast(secrets: secrets) }
    private static let secrets = KeyFile(beside: nil)

    init() async throws {
        let original = try await Self.original.value
        store = try SQLiteStore.inMemory()
        try original.store.queue.backup(to: store.queue)
        clock = HandClock(original.clock.now())
        service = Season2027.service(on: store, secrets: Self.secrets, clock: clock)
        tokens = original.tokens
    }

    private init(secrets: KeyFile) async throws {
        store = try SQLiteStore.inMemory()
        clock = HandClock(try #require(Instant(rfc3339: "2027-01-01T00:00:00Z")))
        try await Season2027().write(to: store)
        service = Season2027.service(on: store, secrets: secrets, clock: clock)
        let (akira, seoyeon) = (
            try EmailAddress("mentor-asia@canary.example"), try EmailAddress("seoyeon@canary.example")
        )
        for (name, email, zone) in [("Akira", akira, "Asia/Tokyo"), ("Seoyeon", seoyeon, "Asia/Seoul")] {
            _ = try await service.ask(AddMentor(program: "nova", name: name, email: email, zone: zone, maxPerMonth: 4))
        }
        for (name, zone) in [("Priya", "Asia/Tokyo"), ("Ravi", "Asia/Kolkata"), ("Olga", "Europe/Kyiv")] {
            let email = try EmailAddress("\(name.lowercased())@canary.example")
            _ = try await service.ask(JoinProgram(program: "nova", name: name, email: email, zone: zone))
        }
        _ = try await service.ask(PublishSlot(program: "nova", mentor: akira, when: "Tue 17:00"))
        _ = try await service.ask(AddAway(email: akira, days: DayRange("2027-06-01..2027-06-07")))
        _ = try await service.ask(
            AddFreeze(program: "nova", days: DayRange("2027-03-08..2027-03-21"), reason: "freeze"))
        let url = "https://review.example.org/c/nova/+/41"
        let priya = try EmailAddress("priya@canary.example")
        let review = try await service.ask(ProposeReview(program: "nova", url: url, title: "Resize"), as: priya)
        _ = try await service.ask(
            PickReview(session: "nova-202701-w01-asia", choice: .number(review.id)), by: .onThisMachine(as: akira))
        _ = try await service.ask(ProposeReview(program: "nova", url: url + "3", title: "Unseen"), as: priya)
        _ = try await service.ask(EnrollForSeason(program: "nova", region: .asia), as: priya)
        _ = try await service.ask(OfferSwap(session: "nova-202701-w02-asia", to: seoyeon), as: akira)
        try await Self.giveDuty(to: priya, and: EmailAddress("ravi@canary.example"), in: store, at: clock.now())
        let written = WrittenMail(
            program: "nova", sender: priya, author: "Priya <priya@canary.example>", subject: "When",
            received: clock.now(),
            text: "When do we meet?", attachments: [], digest: Array(repeating: 0, count: 32), state: .forwarded)
        _ = try await store.write { try $0.add(written) }
        // The organizer is an administrator too: the table has what concerns the whole server as well.
        _ = try await service.addOrganizer(EmailAddress("olga@canary.example"), to: nil)
        _ = try await service.addOrganizer(EmailAddress("otto@canary.example"), to: "nova")
        var tokens: [Asker: String] = [:]
        for asker in Asker.allCases {
            guard let email = asker.email else { continue }
            tokens[asker] = try await service.ask(CreateToken(email: EmailAddress(email))).token
        }
        self.tokens = tokens
    }

    /// Two who triage bugs; two weeks are the first one's, and the second of these is offered.
    private static func giveDuty(
        to first: EmailAddress, and second: EmailAddress, in store: SQLiteStore, at now: Instant
    ) async throws {
        try await store.write { transaction in
            try transaction.save(Duty(name: "triage", title: "Bug triage"), at: 1, of: "nova")
            for email in [first, second] {
                let person = try #require(try transaction.person(email))
                try transaction.add(Volunteer(duty: "triage", person: person, since: now), to: "nova")
                guard email == first else { continue }
                for week in [3, 4] {
                    let code = DutyCode(program: "nova", season: "202701", week: week, duty: "triage")
                    _ = try transaction.add(
                        DutyTurn(
                            code: code, season: #require(LocalDate(iso: "2027-01-04")), uid: "\(code)@test",
                            status: .announced, person: person, revised: now,
                            offer: week == 4 ? DutyTurn.Offer() : nil))
                }
            }
        }
    }

    /// A season, gone on to a moment if one is given, in which somebody is signed in with a browser.
    static func run(
        as asker: Asker, at now: String? = nil, _ body: (SignedInBrowser, Cast) async throws -> Void
    ) async throws {
        let cast = try await Cast()
        if let now { _ = try await cast.begin(at: now) }
        let email = try #require(asker.email)
        try await LiveServer.run(service: cast.service) { server in
            try await body(SignedInBrowser(of: email, at: cast.service, on: server), cast)
        }
    }

    /// Goes on to a moment after the season's first session has begun, with everything there that a request can be about then.
    /// - Returns: the secret that was mailed to somebody who wants to join.
    func begin(at now: String) async throws -> String {
        let priya = try EmailAddress("priya@canary.example")
        let refused = SuppressedAddress(
            address: try EmailAddress("gone@canary.example"), since: clock.now(), reason: "no such user")
        let moment = clock.now()
        let spammer = try EmailAddress("spam@canary.example")
        try await store.write { transaction in
            try transaction.add(refused)
            try transaction.setMailHeld(since: moment)
            for program in ["nova", nil] {
                try transaction.add(BlockedAddress(email: spammer, program: program, since: refused.since))
            }
        }
        _ = try await service.ask(AddNickname(program: "nova", nickname: "pri", person: priya), as: priya)
        let mona = try EmailAddress("mona@canary.example")
        _ = try await service.ask(JoinProgram(program: "nova", name: "Mona", email: mona, zone: "Asia/Tokyo"))
        _ = try await service.ask(MovePerson(old: mona, new: EmailAddress("mona@moved.example")))
        clock.move(to: try #require(Instant(rfc3339: "2027-01-05T09:00:00Z")))
        _ = try await service.ask(CancelSession(session: "nova-202701-w02-asia", reason: "ill"))
        let olga = try EmailAddress("olga@canary.example")
        _ = try await service.ask(RecordAttendance(session: "nova-202701-w01-asia", present: [olga]))
        _ = try await service.ask(AnswerQuestions(session: "nova-202701-w01-asia", text: "1. Since"), as: priya)
        clock.move(to: try #require(Instant(rfc3339: now)))
        _ = try await service.ask(
            AskToJoin(program: "nova", name: "New", email: EmailAddress("new@canary.example"), zone: "Asia/Seoul"),
            by: .nobody, joining: .open)
        return try #require(try await service.mailedSecrets().first)
    }

    /// Removes somebody from a program's mentors, as the program's file can.
    func removeMentor(_ email: EmailAddress, from program: Program.Name) async throws {
        try await store.write { transaction in
            let person = try #require(try transaction.person(email))
            try transaction.removeMentor(person.id, from: program)
        }
    }

    /// The whole database, as a file would hold it.
    func databaseBytes() async throws -> [UInt8] {
        try await store.queue.read { database in
            var size: sqlite3_int64 = 0
            let bytes = try #require(sqlite3_serialize(database.sqliteConnection, "main", &size, 0))
            defer { sqlite3_free(bytes) }
            return Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
        }
    }

    /// What the database says, by table; not that somebody asked, nor what they heard.
    func rows() async throws -> [String: [String]] {
        try await store.queue.read { database in
            let tables = try String.fetchSet(
                database,
                sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@'"
            ).subtracting(["recorded_answer", "access_token", "log_entry"])
            return try Dictionary(
                uniqueKeysWithValues: tables.map {
                    ($0, try Row.fetchAll(database, sql: "SELECT * FROM \"\($0)\"").map(\.description))
                })
        }
    }

    /// What proves who asks.
    func proof(of asker: Asker) -> [(String, String)] {
        tokens[asker].map { [("Authorization", "Bearer \($0)")] } ?? []
    }
}

/// One question: a request, where it is asked, and with what.
struct Question: Sendable, CustomTestStringConvertible {
    let request: String
    let route: MentoringAPI.Route
    /// The address under `/api/v1/`, with its query.
    let path: String
    let body: String

    init<R: MentoringAPI.Request>(_ request: R.Type, _ path: String, _ body: String = "") {
        self.init(request: "\(request)", route: R.route, path: path, body: body)
    }

    private init(request: String, route: MentoringAPI.Route, path: String, body: String) {
        (self.request, self.route, self.path, self.body) = (request, route, path, body)
    }

    /// The same with another word in its body.
    func replacing(_ word: String, with other: String) -> Question {
        Question(request: request, route: route, path: path, body: body.replacing(word, with: other))
    }

    var testDescription: String { "\(request) \(path)" }

    /// Whether the address is one of the request's.
    var isOfItsRoute: Bool {
        let pieces = path.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        return pieces.count == route.segments.count
            && zip(pieces, route.segments).allSatisfy { piece, segment in
                if case .word(let word) = segment { piece == word } else { true }
            }
    }

    /// Asks it.
    func ask(_ server: LiveServer, headers: [(String, String)]) async throws -> LiveServer.Answer {
        try await server.ask(
            "/api/v1/" + path, method: HTTPMethod(rawValue: route.method.rawValue), headers: headers,
            body: body.isEmpty ? nil : Array(body.utf8))
    }
}
