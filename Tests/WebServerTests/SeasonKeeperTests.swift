import CivilTime
import ICalendar
import Logging
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import Synchronization
import TestSupport
import Testing
import TimeZoneCatalog

@testable import WebServer

@Suite("The season keeper")
struct SeasonKeeperTests {
    private let store: SQLiteStore

    init() throws { store = try SQLiteStore.inMemory() }

    @Test("a round takes over newer tz data, and announces what has come within reach")
    func round() async throws {
        let early = try service(at: "2026-12-28T00:00:00Z")
        _ = try await early.ask(ApplyProgram(text: Self.program))
        _ = try await early.plan("nova", publish: true)
        #expect(try await statuses(early) == [.announced, .tentative, .tentative])

        let refreshed = Mutex(0)
        let keeper = SeasonKeeper(
            service: try service(at: "2027-01-10T00:00:00Z"), refreshTimeZones: { refreshed.withLock { $0 += 1 } },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        #expect(await keeper.round())
        #expect(refreshed.withLock { $0 } == 1)
        #expect(try await statuses(early) == [.held, .announced, .tentative])
    }

    @Test("a program that was never published is left alone")
    func unpublished() async throws {
        let service = try service(at: "2026-12-28T00:00:00Z")
        _ = try await service.ask(ApplyProgram(text: Self.program))
        #expect(try await service.keepSeasonsRolling() == [])
        #expect(try await statuses(service) == [])
    }

    @Test("a round that cannot be done says so, and is tried again long before the next day")
    func failing() async throws {
        struct NoZones: Error {}
        let keeper = SeasonKeeper(
            service: try service(at: "2027-01-10T00:00:00Z"), refreshTimeZones: { throw NoZones() },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        #expect(await !keeper.round())
        #expect(SeasonKeeper.pauseAfterFailure < .seconds(3600))
    }

    @Test("a reminder that cannot be written keeps no mail from going out")
    func mailGoesOut() async throws {
        let early = try service(at: "2026-12-28T00:00:00Z")
        _ = try await early.ask(ApplyProgram(text: Self.program))
        _ = try await early.plan("nova", publish: true)
        let dayBefore = try service(at: "2027-01-04T08:30:00Z", letters: NoLetters(mayWriteLetters: false))
        await #expect(throws: (any Error).self) { try await dayBefore.doWhatIsDue() }
        let letterBox = LetterBox()
        let keeper = MailKeeper(
            service: dayBefore, delivery: letterBox, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        #expect(await keeper.round())
        #expect(letterBox.count.withLock { $0 } == 1)
    }

    private static let program = """
        program: nova
        title: Nova
        contact: contact@example.org
        location: irc
        season: { start: 2027-01-04, weeks: 3 }
        session: { minutes: 60, capacity: 2 }
        regions: [asia]
        announce-weeks: 1
        mentors:
          - { name: Akira, email: akira@example.org, zone: Asia/Tokyo, min-gap-weeks: 1, max-per-month: 5, slots: [{ every: "Tue 17:00" }] }
        """

    private func statuses(_ service: TrainingService) async throws -> [Session.Status] {
        try await service.sessions(of: "nova", upcoming: false, for: Viewer()).map(\.status)
    }

    private func service(at now: String, letters: NoLetters = NoLetters()) throws -> TrainingService {
        TrainingService(
            store: store, zones: .shipped, clock: FixedInstantSource(try #require(Instant(rfc3339: now))),
            recurrence: RecurrenceExpander(), correspondence: letters, secrets: KeyFile(beside: nil))
    }
}

/// Counts what it is given, and takes all of it.
private final class LetterBox: MailDelivery {
    let count = Mutex(0)

    func deliver(_ message: OutboxMessage, from sender: EmailAddress) async throws -> DeliveryOutcome {
        count.withLock { $0 += 1 }
        return .sent
    }
}

private struct NoLetters: Correspondence {
    struct Unwritable: Error {}

    var mayWriteLetters = true

    func message(_ notice: Notice, with links: MailLinks) throws -> OutboxMessage {
        if case .letter = notice, !mayWriteLetters { throw Unwritable() }
        return OutboxMessage(recipient: notice.reader, subject: "", bytes: [], created: notice.date)
    }
}
