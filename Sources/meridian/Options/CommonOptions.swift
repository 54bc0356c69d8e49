import ArgumentParser
import ChangeHosts
import CivilTime
import Foundation
import ICalendar
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import RemoteClient
import Synchronization
import TimeZoneCatalog
import Wording

/// What every command can be told: where the database is, who acts, and how to show the answer.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The database (default: $MERIDIAN_DB, else ~/.local/share/meridian/meridian.db).", valueName: "file"))
    var db: String?

    @Option(
        help: ArgumentHelp(
            "A Meridian server to ask instead of a database (default: $MERIDIAN_SERVER, else that of meridian login).",
            valueName: "url"))
    var server: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Who is acting on a database: address or name (default: $MERIDIAN_AS). At a server it is whose token it is.",
            valueName: "who"))
    var actor: String?

    @Option(
        help: ArgumentHelp(
            "A tz database to use (default: $MERIDIAN_ZONEINFO, else the newer of the system's and the shipped one).",
            valueName: "dir"))
    var zoneinfo: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    @Flag(help: "Say nothing but errors and what was asked for.") var quiet = false
    @Flag(
        help:
            "Sentences instead of tables and words instead of marks, as for a screen reader (default: if $MERIDIAN_ACCESSIBLE is 1)."
    )
    var accessible = false

    @Flag(
        help:
            "Print a long answer at once, where a terminal would show it page by page (with $MERIDIAN_PAGER, $PAGER or less)."
    )
    var noPager = false

    @Flag(help: "Send the token to a server of another machine without TLS, where everybody on the way can read it.")
    var insecure = false

    func validate() throws {
        guard db == nil || server == nil else {
            throw ValidationError("--db and --server name two places; leave one of them out.")
        }
        guard db != "" else { throw ValidationError("--db is empty; name the file of the database.") }
    }

    /// The tz database in force; opened, and warned about, once in a process.
    func zones() throws -> TimeZoneCatalog {
        try Self.opened.withLock { opened in
            if let catalog = opened[zoneinfoPath] { return catalog }
            let catalog = try TimeZoneCatalog.inForce(zoneinfo: zoneinfoPath)
            if !quiet { for warning in catalog.warnings { Terminal.complain("meridian: \(warning)") } }
            opened[zoneinfoPath] = catalog
            return catalog
        }
    }

    private static let opened = Mutex<[String?: TimeZoneCatalog]>([:])

    /// The tz database that was asked for.
    var zoneinfoPath: String? { zoneinfo ?? Environment["MERIDIAN_ZONEINFO"] }

    /// The service on the database.
    ///
    /// A database is made by `program apply`, `serve`, `restore` and `demo` only, so that whoever names a wrong one hears of it.
    /// - Throws: `ValidationError` when a server is named: this command is done on the organizer's machine. `StorageFailure` when
    ///   there is no database and none is to be made.
    func service(absent: SQLiteStore.Absent = .refuse) throws -> OpenedService {
        try requireDatabase()
        return try OpenedService(
            databasePath: databasePath, absent: absent, zones: zones(), clock: Environment.clock())
    }

    /// What is done for a request where there is no database.
    private func absent(for request: some Request) -> SQLiteStore.Absent {
        guard let apply = request as? ApplyProgram else { return .refuse }
        return apply.dryRun == true ? .imagine : .make
    }

    /// - Throws: `ValidationError` when a server is named: this command is done on the organizer's machine.
    func requireDatabase() throws {
        // What can only be done there is done there, wherever somebody has signed in.
        guard let server = namedServer else { return }
        throw ValidationError(
            "This command works on a database, not over \(server): leave out --server and MERIDIAN_SERVER, or run it on the organizer's machine."
        )
    }

    /// Whether a server is asked, where a token says who acts.
    var isAtServer: Bool { (try? askedServer()) != nil }

    /// Whether a server is asked, and nothing says by whom.
    var isStranger: Bool { (try? askedServer()).map { $0.token == nil } ?? false }

    /// Asks for something where the command line says: a server if one is named, else the database.
    func ask<R: HandledRequest>(_ request: R, feeds: FeedAddresses = .local) async throws -> R.Answer {
        try request.checkFields(spelled: Typed.option)
        if let server = try askedServer() {
            let client = try ServerClient(server: server.address, token: server.token, allowsTokenInClear: insecure)
            try await refuseAnotherActor(asking: R.route.method, client, token: server.token)
            return try await client.ask(request)
        }
        // A file that is refused makes no database.
        if var rehearsal = request as? ApplyProgram, rehearsal.dryRun != true, !SQLiteStore.isThere(at: databasePath) {
            rehearsal.dryRun = true
            _ = try await ask(rehearsal, feeds: feeds)
        }
        let opened = try service(absent: absent(for: request))
        let addresses = feeds.isKnown ? feeds : try await opened.service.publicAddress() ?? feeds
        let named = try Set(request.values().values.flatMap(\.texts))
        let acting = try await actingPerson(at: opened.service, besides: named)
        return try await Client(
            opened.service, principal: .machine(as: acting), way: .command,
            addresses: addresses,
            reader: CalendarReader(zones: opened.service.zones), writer: opened.calendar
        ).ask(request)
    }

    /// Refuses to let whose token it is act for somebody else who is named as acting.
    ///
    /// What the environment says is for databases: there it counts only where something would be changed.
    private func refuseAnotherActor(asking method: Route.Method, _ client: ServerClient, token: String?) async throws {
        let usual = method == .get || token == nil ? nil : Environment["MERIDIAN_AS"]
        guard let named = actor ?? usual else { return }
        let (name, place) = (OneLine.shown(named), OneLine.shown(self.place))
        guard token != nil else {
            throw ValidationError(
                "--as \(name) acts on a database only, and \(place) is a server, where a token says who acts: meridian login \(ShellWord.quoted(place)), or MERIDIAN_TOKEN."
            )
        }
        let own = try await client.ask(WhoAmI())
        let words = PersonName.spokenWords(named)
        let isCalledSo = !words.isEmpty && PersonName.spokenWords(own.name).contains(words)
        guard !isCalledSo, (try? EmailAddress(named)) != own.email else { return }
        throw ValidationError(
            "\(place) is asked with the token of \(OneLine.shown(own.name)) (\(own.email)), not of \(name), and nothing was done: leave out \(actor == nil ? "MERIDIAN_AS" : "--as"), or give the token of \(name) (MERIDIAN_TOKEN)."
        )
    }

    /// Who is acting, if that is known; `named` are the texts of what is asked.
    func actingPerson(at service: TrainingService, besides named: Set<String>) async throws -> EmailAddress? {
        guard let somebody = actor ?? Environment["MERIDIAN_AS"] else { return nil }
        return try await service.address(of: WrittenPerson(somebody), besides: named)
    }

    /// The file of the database.
    var databasePath: String {
        if let path = db ?? Environment["MERIDIAN_DB"] { return path }
        // Foundation asks the list of users for it, whatever the shell says.
        let home = Environment["HOME"] ?? FileManager.default.homeDirectoryForCurrentUser.path
        let data = Environment["XDG_DATA_HOME"] ?? home + "/.local/share"
        return data + "/meridian/meridian.db"
    }

    /// Where commands are carried out, for people.
    var place: String { (try? askedServer())?.address ?? databasePath }

    /// The server that the command line, or the environment, names.
    private var namedServer: String? { server ?? (db == nil ? Environment["MERIDIAN_SERVER"] : nil) }

    /// The server that is asked, and what says who asks; nil where it is the database.
    ///
    /// Where neither a server nor a database is named, it is that at which somebody has signed in. A token goes only to the server
    /// that it is for.
    /// - Throws: as `StoredLogin.current()`, where that counts.
    private func askedServer() throws -> (address: String, token: String?)? {
        let given = Environment["MERIDIAN_TOKEN"]
        if let namedServer {
            let stored = given == nil ? try? StoredLogin.current() : nil
            return (namedServer, given ?? (stored?.server == namedServer ? stored?.token : nil))
        }
        guard db == nil, Environment["MERIDIAN_DB"] == nil else { return nil }
        return try StoredLogin.current().map { ($0.server, given ?? $0.token) }
    }

    /// Prints a calendar, as its bytes are.
    func answer(calendar: CalendarText) throws {
        if json {
            try Terminal.say(json: JSONText.of(calendar))
        } else {
            try Terminal.say(Array(calendar.calendar.utf8))
        }
    }

    /// Prints what was done: as JSON if that is wanted, else in words unless only what was asked for is to be said; a preview was
    /// asked for.
    func confirm(_ value: some Encodable, isPreview: Bool = false, _ words: () throws -> String) throws {
        if json || isPreview || !quiet { try answer(value, words) }
    }

    /// Prints what was asked for: as JSON if that is wanted, else in words, and with what undoes it.
    func answer(_ value: some Encodable, _ words: () throws -> String) throws {
        guard !json else { return try Terminal.say(json: JSONText.of(value)) }
        let layout = accessible ? Layout.current.spoken : .current
        try Layout.$current.withValue(layout) {
            let undo = try (value as? any HasUndo)?.undo?.line(at: Environment.clock().now())
            try Terminal.say(answer: [try words(), undo].compactMap(\.self).joined(separator: "\n"), paged: !noPager)
        }
    }
}

/// The service of a database, with the parts that some commands use by themselves.
struct OpenedService {
    private(set) var service: TrainingService
    let store: SQLiteStore
    let calendar: CalendarEncoder

    init(
        databasePath: String, absent: SQLiteStore.Absent, zones: TimeZoneCatalog, clock: any InstantSource,
        changes: any ChangeLookup = ChangeHosts()
    ) throws {
        store = try SQLiteStore(path: databasePath, absent: absent)
        calendar = CalendarEncoder(zones: zones)
        service = TrainingService(
            store: store, zones: zones, clock: clock, recurrence: RecurrenceExpander(),
            correspondence: try Mailer(calendar: calendar, zones: zones),
            secrets: KeyFile(beside: databasePath), changes: changes)
        service.retention = try Environment.retention()
    }
}
