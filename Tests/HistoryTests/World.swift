import CivilTime
import Foundation
import ICalendar
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import Synchronization
import TestSupport
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
    private var isDoomed = false
    /// What organizers have changed in the files of their programs.
    var files: [String: FileEdits] = [:]
    /// The last links by which an address proves itself, or undoes that it was left, with whose they are.
    var lastLinks: [MoveLetter.Purpose: (name: String, secret: String)] = [:]
    /// What each person's calendar program sent last, to be sent again.
    var lastAnswers: [String: [UInt8]] = [:]
    /// Every mail that was sent in, as its bytes.
    var sentMails: Set<[UInt8]> = []

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

    func server(of program: String) -> Server {
        guard let server = servers[program] else { preconditionFailure("no program \(program)") }
        return server
    }

    func service(of program: String) -> TrainingService { server(of: program).service }

    /// Has every server's mail leave that is due.
    func sendMail(_ pace: MailPace) async throws -> [OutboxMessage] {
        let post = Post()
        for server in allServers {
            guard fault == .sendsFromArchive else {
                _ = try await server.service.sendOutbox(through: post, at: pace)
                continue
            }
            let archived = try await reopen(on: server)
            _ = try await server.service.sendOutbox(through: post, at: pace)
            try await archive(archived, on: server)
        }
        let taken = post.taken.withLock { $0 }
        for message in taken { keepLink(in: try PostedMail(message, by: zones)) }
        return taken
    }

    /// Somebody who works on the machine of a program, in a process of its own.
    func processBeside(_ program: String) throws -> Client {
        try client(of: try start(server(of: program).path).service, .machine(as: nil), way: .command)
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

    /// Lets each server die at its nth write from now; nil lets them live.
    func doom(atWrite count: Int?, before: Bool) {
        isDoomed = count != nil
        for server in allServers { server.store.die(atWrite: count, before: before) }
    }

    /// The organizer at the machine.
    func client(of program: String) throws -> Client { try client(of: program, .machine(as: nil), way: .command) }

    /// Whoever has nothing but a link.
    func stranger(to program: String) throws -> Client { try client(of: program, .nobody, way: .api) }

    /// Where somebody is known now on the server of a program.
    func address(of name: String, in program: String) async throws -> EmailAddress {
        let home = try Cast.email(name)
        return try await server(of: program).store.read { try $0.addresses()[home]?.known } ?? home
    }

    /// The tokens with which somebody acts on the server of a program, as far as they are good.
    func goodTokens(of name: String, in program: String) async throws -> [String] {
        guard let token = tokens[place(of: name, in: program)], try await principal(name, in: program) != nil else {
            return []
        }
        return [token]
    }

    /// Who somebody is by what they act with; nil where that is no good.
    private func principal(_ name: String, in program: String) async throws -> Principal? {
        guard let token = tokens[place(of: name, in: program)] else { return nil }
        return Cast.browsing.contains(name)
            ? try await service(of: program).principal(browser: token)
            : try await service(of: program).principal(token: token)
    }

    /// Somebody who acts as they do: with a token over the API, in a browser, or with a command.
    func participant(_ name: String, in program: String) async throws -> Asker {
        guard Cast.withToken.contains(name) || Cast.browsing.contains(name) else {
            return .near(try client(of: program, .machine(as: try await address(of: name, in: program)), way: .command))
        }
        let token = tokens[place(of: name, in: program)]
        // A server that dies takes its connections along: what is known of its end is the store's.
        guard isDoomed else {
            if Cast.browsing.contains(name) { return .browsing(Browsing(service: service(of: program), secret: token)) }
            if Cast.farAway.contains(name) { return .far(service(of: program), token: token) }
            return .near(try client(of: program, try await principal(name, in: program) ?? .nobody, way: .api))
        }
        let way: LogEntry.Way = Cast.browsing.contains(name) ? .web : .api
        return .near(try client(of: program, try await principal(name, in: program) ?? .nobody, way: way))
    }

    /// Makes a token for somebody who acts with one, or signs in whoever has a browser, once they take part.
    func hand(tokenTo name: String, in program: String, anew: Bool = false) async throws {
        let place = place(of: name, in: program)
        // Nobody signs in at a server that dies.
        guard anew || tokens[place] == nil, !(isDoomed && Cast.browsing.contains(name)) else { return }
        let email = try await address(of: name, in: program)
        if Cast.withToken.contains(name) {
            tokens[place] = try await service(of: program).ask(CreateToken(email: email)).token
        } else if Cast.browsing.contains(name) {
            tokens[place] = try await Browsing.signIn(email, at: server(of: program))
        }
    }

    private func place(of name: String, in program: String) -> String {
        "\(name) \(allServers.count == 1 ? "" : program)"
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
