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
            let asked = Asked()
            try await store.queue.unsafeRead { $0.trace { _ in asked.count.add(1, ordering: .relaxed) } }
            let programs = try await Season2027.service(on: store).publicPrograms().programs
            #expect(programs.count == number && programs.allSatisfy { $0.next?.code.hasSuffix("-w01-asia") == true })
            #expect(programs.map { $0.next?.enrolled } == [1] + Array(repeating: 0, count: number - 1))
            counts.insert(asked.count.load(ordering: .relaxed))
        }
        #expect(counts.count == 1, "\(counts)")
    }
}

private final class Asked: Sendable {
    let count = Atomic(0)
}
