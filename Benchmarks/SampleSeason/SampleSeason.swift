public import CivilTime
import ICalendar
import Mail
public import Mentoring
public import MentoringAPI
public import MentoringService
public import Persistence
import TimeZoneCatalog

/// A database with a program whose sessions are held every two hours, and a service that keeps them as Meridian's own does.
public struct SampleSeason: Sendable {
    /// The database.
    public let store: SQLiteStore
    /// The service.
    public let service: TrainingService
    /// Where its feeds would be.
    public let addresses: FeedAddresses
    private let zone: ZoneRules
    private let zones: TimeZoneCatalog

    /// The moment at which everything happens, before all sessions.
    public static let now = Instant(secondsSinceEpoch: 1_798_761_600)
    private static let program = "nova"

    /// Opens the database, which are new or those of an earlier one on the same file.
    /// - Throws: `StorageFailure` when that is not possible.
    public init(path: String) throws {
        zones = TimeZoneCatalog.shipped
        store = try SQLiteStore(path: path)
        zone = try zones.rules(named: "Europe/Berlin")
        addresses = try FeedAddresses(base: "https://meridian.example")
        service = TrainingService(
            store: store, zones: zones, clock: FixedInstantSource(Self.now), recurrence: RecurrenceExpander(),
            correspondence: try Mailer(calendar: CalendarEncoder(zones: zones), zones: zones),
            secrets: KeyFile(beside: path))
    }

    /// Writes down the program, whose sessions have that many seats, its mentor, so many people who are called `person-0` and
    /// so on, and three sessions that nobody enrolls in, so that the answer to everybody who enrolls in another has something
    /// to point at.
    /// - Throws: `StorageFailure`.
    public func prepare(people: Int, seats: Int) async throws {
        let program = Program(
            name: Self.program, title: "Nova", contact: try EmailAddress("nova@example.org"),
            location: Self.location, season: try Season(name: Self.season, start: start, weeks: 104),
            cadence: .everyRegion, minutes: 60, capacity: seats, regions: Region.allCases, announceWeeks: 4)
        try await store.write { [zone] transaction in
            try transaction.save(program)
            let mentor = try transaction.add(Person(name: "Mentor", email: Self.mentor(), zone: zone.id))
            for number in 0..<people {
                _ = try transaction.add(
                    Person(name: "Person \(number)", email: try Self.email(of: number), zone: zone.id))
            }
            for week in 1...3 {
                let code = SessionCode(program: Self.program, season: Self.season, week: week, region: .asia)
                _ = try transaction.add(try session(code, hour: 8 + 2 * week, seats: seats, mentor: mentor))
            }
        }
    }

    /// Adds the session with the number, from 1, which is announced.
    /// - Returns: what was added.
    /// - Throws: `StorageFailure`, also when there is such a session.
    public func addSession(_ number: Int) async throws -> Session {
        try await store.write { transaction in
            guard let program = try transaction.program(Self.program),
                let mentor = try transaction.person(Self.mentor())
            else {
                throw StorageFailure("the sample season has no program; prepare it first")
            }
            let hour = 24 + 2 * number
            return try transaction.add(
                session(Self.code(of: number), hour: hour, seats: program.capacity, mentor: mentor))
        }
    }

    /// Carries a request out for one of its people, or for whoever works on the machine.
    ///
    /// It is the request's own work that is measured: neither are their rights looked up, nor is it written down in the log.
    /// - Throws: as the request does.
    public func carryOut<R: HandledRequest>(_ request: R, for person: Int? = nil) async throws -> R.Answer {
        let email = try person.map(Self.email)
        let client = Client(
            service, principal: .machine(as: email), way: .command, addresses: addresses,
            reader: CalendarReader(zones: zones), writer: CalendarEncoder(zones: zones))
        return try await request.carryOut(for: client)
    }

    /// A session that begins half an hour after the hour, which is counted from the season's first midnight.
    private func session(_ code: SessionCode, hour: Int, seats: Int, mentor: Person) throws -> Session {
        guard let time = LocalTime(hour: hour % 24, minute: 30) else { throw BadInput("\(hour) is no hour") }
        let local = LocalDateTime(date: start.adding(days: hour / 24), time: time)
        return Session(
            code: code, season: start, uid: "\(code)@meridian.example", status: .announced, mentor: mentor, slot: nil,
            zone: zone.id, localStart: local, start: zone.resolve(local).instant, minutes: 60, capacity: seats,
            location: Self.location, revised: Self.now)
    }

    private static func mentor() throws -> EmailAddress { try EmailAddress("mentor@example.org") }

    private static let location = "ircs://irc.example.org/nova"

    private static let season = "sample"

    /// The season's first day.
    public var start: LocalDate { LocalDate(epochDay: 20_822) }

    /// The code of the session with the number.
    public static func code(of number: Int) -> SessionCode {
        SessionCode(program: program, season: season, week: number, region: .europe)
    }

    /// The address of a person.
    /// - Throws: never for a number from 0.
    public static func email(of person: Int) throws -> EmailAddress {
        try EmailAddress("person-\(person)@example.org")
    }
}
