import GRDB
import Mentoring
import MentoringAPI
import MentoringService
import Synchronization
import Testing
import WebServerFixture

@testable import Persistence

@Suite("What a page asks of the database")
struct QueryCountTests {
    @Test("the home page asks as much, however many programs there are")
    func home() async throws {
        var counts: Set<Int> = []
        for number in [1, 2, 30] {
            let store = try SQLiteStore.inMemory()
            try await Season2027().write(to: store)
            try await store.write { transaction in
                guard var program = try transaction.program("nova") else { return }
                let sessions = try transaction.sessions(of: "nova").map(\.asStored)
                for copy in 1..<number {
                    program.name = "nova\(copy)"
                    try transaction.save(program)
                    for var session in sessions {
                        session.code = SessionCode(
                            program: program.name, season: session.code.season, week: session.code.week,
                            region: session.code.region)
                        session.uid += "-\(copy)"
                        _ = try transaction.add(session)
                    }
                }
            }
            let asked = try await Asked(of: store)
            let programs = try await Season2027.service(on: store).publicPrograms().programs
            #expect(programs.count == number && programs.allSatisfy { $0.next?.code.hasSuffix("-w01-asia") == true })
            #expect(programs.map { $0.next?.enrolled } == [1] + Array(repeating: 0, count: number - 1))
            counts.insert(asked.number)
        }
        #expect(counts.count == 1, "\(counts)")
    }

    @Test("somebody's own page asks as much, however many seats they have")
    func own() async throws {
        var counts: Set<Int> = []
        for number in [1, 20] {
            let store = try SQLiteStore.inMemory()
            try await Season2027().write(to: store)
            let priya = try await store.write { transaction in
                let person = try transaction.person(EmailAddress("priya@canary.example"))
                guard let person, let last = try transaction.sessions(of: "nova").last?.asStored else { return person }
                for week in 0..<number {
                    var session = last
                    session.code = SessionCode(
                        program: "nova", season: last.code.season, week: last.code.week + 1 + week,
                        region: last.code.region)
                    session.uid += "-\(week)"
                    session = try transaction.add(session)
                    _ = try transaction.add(
                        Enrollment(session: session.id, person: person, seat: 1, since: session.revised))
                }
                return person
            }
            let email = try #require(priya).email
            let asked = try await Asked(of: store)
            let page = try await Season2027.service(on: store).ownPage(of: email)
            #expect(page.next.count == 1 + number)
            counts.insert(asked.number)
        }
        #expect(counts.count == 1, "\(counts)")
    }
}

/// How often a database was asked something since this was made.
private final class Asked: Sendable {
    private let count = Atomic(0)

    init(of store: SQLiteStore) async throws {
        try await store.queue.unsafeRead { database in
            database.trace { [self] _ in count.add(1, ordering: .relaxed) }
        }
    }

    var number: Int { count.load(ordering: .relaxed) }
}
