public import CivilTime
import ICalendar
import Mail
public import Mentoring
public import Persistence
import TimeZoneCatalog

/// Books with a program whose sessions are held every two hours, and an office that keeps them as Meridian's own does.
public struct SampleSeason: Sendable {
    /// The database.
    public let store: SQLiteStore
    /// The office.
    public let office: TrainingOffice
    /// Where its feeds would be.
    public let addresses: FeedAddresses
    private let zone: ZoneRules

    /// The moment at which everything happens, before all sessions.
    public static let now = Instant(secondsSinceEpoch: 1_798_761_600)
    private static let program = "nova"

    /// Opens the books, which are new or those of an earlier one on the same file.
    /// - Throws: `StorageFailure` when that is not possible.
    public init(path: String) throws {
        let zones = TimeZoneCatalog.shipped
        store = try SQLiteStore(path: path)
        zone = try zones.rules(named: "Europe/Berlin")
        addresses = try FeedAddresses(base: "https://meridian.example")
        office = TrainingOffice(
            store: store, zones: zones, clock: FixedInstantSource(Self.now), recurrence: RecurrenceExpander(),
            correspondence: try InvitationMailer(calendar: CalendarEncoder(zones: zones), zones: zones))
    }

    /// Writes down the program, its mentor, and so many people who are called `person-0` and so on.
    /// - Throws: `StorageFailure`.
    public func prepare(people: Int) async throws {
        let program = Program(
            name: Self.program, title: "Nova", contact: try EmailAddress("nova@example.org"),
            location: "ircs://irc.example.org/nova", season: try Season(start: start, weeks: 104),
            cadence: .everyRegion, minutes: 60, capacity: 8, regions: Region.allCases, announceWeeks: 4)
        try await store.write { [zone] books in
            try books.save(program)
            _ = try books.add(Person(name: "Mentor", email: EmailAddress("mentor@example.org"), zone: zone.id))
            for number in 0..<people {
                _ = try books.add(
                    Person(name: "Person \(number)", email: try Self.email(of: number), zone: zone.id))
            }
        }
    }

    /// Adds the session with the number, from 1, which is announced.
    /// - Returns: what was added.
    /// - Throws: `StorageFailure`, also when there is such a session.
    public func addSession(_ number: Int, capacity: Int) async throws -> Session {
        let hours = number * 2
        let local = LocalDateTime(
            date: start.adding(days: hours / 24), time: try LocalTime(hour: hours % 24, minute: 30).orRefuse())
        return try await store.write { [zone, start] books in
            let mentor = try books.person(EmailAddress("mentor@example.org")).orRefuse()
            return try books.add(
                Session(
                    code: Self.code(of: number), season: start, uid: "\(number)@meridian.example", status: .announced,
                    mentor: mentor, slot: nil, zone: zone.id, localStart: local,
                    start: zone.resolve(local).instant, minutes: 60, capacity: capacity,
                    location: "ircs://irc.example.org/nova", revised: Self.now))
        }
    }

    /// The season's first day.
    public var start: LocalDate { LocalDate(epochDay: 20_822) }

    /// The code of the session with the number.
    public static func code(of number: Int) -> SessionCode {
        SessionCode(program: program, week: number, region: .europe)
    }

    /// The address of a person.
    /// - Throws: never for a number from 0.
    public static func email(of person: Int) throws -> EmailAddress {
        try EmailAddress("person-\(person)@example.org")
    }
}

extension Optional {
    /// The value that must be there.
    fileprivate func orRefuse() throws -> Wrapped {
        guard let self else { throw StorageFailure("the sample season is not in this database") }
        return self
    }
}
