import CivilTime
import Foundation
import ICalendar
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import Synchronization
import TimeZoneCatalog

/// The real service on real files, at which a history happens.
///
/// Usually all programs are on one server. For the control each has one of its own, which knows nothing of the others: as if
/// nobody looked what people do elsewhere.
final class World {
    /// One server: a process with a database.
    struct Server {
        let path: String
        let store: MortalStore
        let service: TrainingService
    }

    let clock: HandClock
    /// The tz data of every server here.
    let zones = NextRelease.before()
    /// What goes wrong here.
    let fault: Fault?
    private let folder: URL
    private var servers: [String: Server] = [:]
    private var tokens: [String: String] = [:]
    /// What each person's calendar program sent last, to be sent again.
    var lastAnswers: [String: [UInt8]] = [:]

    init(apart: Bool = false, with fault: Fault? = nil) async throws {
        self.fault = fault
        folder = FileManager.default.temporaryDirectory.appending(path: "meridian-history-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard let now = Instant(rfc3339: Cast.now) else { throw CancellationError() }
        clock = HandClock(now)
        for program in Cast.programs {
            let path = folder.appending(path: apart ? "\(program).db" : "meridian.db").path
            servers[program] = try servers.values.first { $0.path == path } ?? start(path)
        }
        for program in Cast.programs {
            _ = try await client(of: program).ask(
                ApplyProgram(text: Cast.file(program, capacity: program == "nova" ? 2 : 1)))
            for mentor in Cast.mentors where mentor.program == program {
                try await hand(tokenTo: mentor.name, in: program)
            }
            try await service(of: program).keepPublicAddress(FeedAddresses(base: "https://training.example.org"))
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func start(_ path: String) throws -> Server {
        let store = MortalStore(try SQLiteStore(path: path))
        let service = TrainingService(
            store: store, zones: zones, clock: clock, recurrence: RecurrenceExpander(),
            correspondence: try Mailer(calendar: CalendarEncoder(zones: zones), zones: zones),
            secrets: KeyFile(beside: path))
        return Server(path: path, store: store, service: service)
    }

    /// Every server once, in the order of its first program.
    var allServers: [Server] {
        var seen: Set<String> = []
        return Cast.programs.compactMap { servers[$0] }.filter { seen.insert($0.path).inserted }
    }

    func service(of program: String) -> TrainingService {
        guard let server = servers[program] else { preconditionFailure("no program \(program)") }
        return server.service
    }

    /// Has every server's mail leave that is due.
    func sendMail(_ pace: MailPace) async throws -> [OutboxMessage] {
        let post = Post()
        for server in allServers { _ = try await server.service.sendOutbox(through: post, at: pace) }
        return post.taken.withLock { $0 }
    }

    /// Somebody who works on the machine of a program, in a process of its own.
    func processBeside(_ program: String) throws -> Client {
        guard let server = servers[program] else { preconditionFailure("no program \(program)") }
        return try client(of: try start(server.path).service, .machine(as: nil), way: .command)
    }

    func snapshot() async throws -> Snapshot { try await .of(allServers.map(\.store), at: clock.now()) }

    /// Every process dies, and is started again on what is on disk.
    func restart() throws {
        let paths = servers.mapValues(\.path)
        servers = [:]
        for (program, path) in paths.sorted(by: { $0.key < $1.key }) {
            servers[program] = try servers.values.first { $0.path == path } ?? start(path)
        }
    }

    func doom(atWrite count: Int?, before: Bool) {
        for server in allServers { server.store.die(atWrite: count, before: before) }
    }

    /// The organizer at the machine, or somebody there in their own name.
    func client(of program: String, as name: String? = nil) throws -> Client {
        try client(of: program, .machine(as: name.map(Cast.email)), way: .command)
    }

    /// Somebody who acts as they do: with a token over the API, or with a command.
    func participant(_ name: String, in program: String) async throws -> Client {
        guard Cast.withToken.contains(name) else { return try client(of: program, as: name) }
        let place = "\(name) \(allServers.count == 1 ? "" : program)"
        guard let token = tokens[place], let principal = try await service(of: program).principal(token: token)
        else {
            return try client(of: program, .nobody, way: .api)
        }
        return try client(of: program, principal, way: .api)
    }

    /// Makes a token for somebody who acts with one, once they take part.
    func hand(tokenTo name: String, in program: String) async throws {
        let place = "\(name) \(allServers.count == 1 ? "" : program)"
        guard Cast.withToken.contains(name), tokens[place] == nil else { return }
        tokens[place] = try await service(of: program).createToken(for: Cast.email(name)).token
    }

    private func client(of program: String, _ principal: Principal, way: LogEntry.Way) throws -> Client {
        try client(of: service(of: program), principal, way: way)
    }

    private func client(of service: TrainingService, _ principal: Principal, way: LogEntry.Way) throws -> Client {
        Client(
            service, principal: principal, way: way,
            addresses: try FeedAddresses(base: "https://training.example.org"),
            reader: CalendarReader(zones: zones), writer: CalendarEncoder(zones: zones), door: .closed)
    }
}

/// A clock that a history turns.
final class HandClock: InstantSource {
    private let moment: Mutex<Instant>

    init(_ moment: Instant) { self.moment = Mutex(moment) }

    func now() -> Instant { moment.withLock { $0 } }

    func turn(hours: Int = 0, minutes: Int = 0) {
        moment.withLock { $0 = $0.adding(seconds: Int64(hours * 60 + minutes) * 60) }
    }
}

/// Takes every mail.
private final class Post: MailDelivery {
    let taken = Mutex<[OutboxMessage]>([])

    func deliver(_ message: OutboxMessage, from sender: EmailAddress) async throws -> DeliveryOutcome {
        taken.withLock { $0.append(message) }
        return .sent
    }
}
