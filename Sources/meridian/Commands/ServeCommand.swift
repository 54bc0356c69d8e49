import ArgumentParser
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TimeZoneCatalog
import WebServer

/// The command `meridian serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve feeds, the API and pages, and send mail.",
        discussion: "Stops gracefully on SIGTERM and Ctrl-C. Put a reverse proxy with TLS in front of it for the world."
    )

    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 takes a free one.") var port = 8080
    @OptionGroup var delivery: DeliveryOptions
    @Flag(help: "Leave mail in the outbox.") var noMail = false
    @Flag(help: "Let everybody join a program who can read the mail of the address that they give.")
    var openSignUp = false
    @OptionGroup var feeds: FeedOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port is a number from 0 to 65535.") }
    }

    func run() async throws {
        let opened = try common.service(absent: .make)
        let (host, zoneinfo, isQuiet) = (host, common.zoneinfoPath, common.quiet)
        var configuration = try ServerConfiguration(
            host: host, port: port, baseURL: try await baseURL(kept: opened.service))
        configuration.isOpenToAll = openSignUp
        if let problem = opened.store.placeProblem { Terminal.complain("meridian: \(problem)") }
        // Should the database fail at this moment, the server's own pages and log say so.
        for program in (try? await opened.service.programs()) ?? [] {
            if let advice = Program.advice(onName: program.name) { Terminal.complain("meridian: \(advice)") }
        }
        let delivery = noMail ? nil : delivery.delivery
        if let obstacle = delivery?.obstacle { Terminal.complain("meridian: \(obstacle)") }
        if configuration.expectsProxy { Terminal.complain("meridian: \(ServerConfiguration.aboutProxy)") }
        try await WebServer.serve(
            service: opened.service, calendar: opened.calendar, configuration: configuration,
            delivery: delivery,
            manager: Environment["NOTIFY_SOCKET"].map {
                ServiceManager(socket: $0, watchdog: Environment["WATCHDOG_USEC"])
            },
            refreshTimeZones: {
                let current = try TimeZoneCatalog.inForce(zoneinfo: zoneinfo)
                if current.release != opened.service.zones.release { opened.service.zones.adopt(current) }
            },
            onRunning: { port in
                if !isQuiet { Terminal.complain("meridian: listening on http://\(host):\(port)/") }
            })
    }

    /// Where people reach the server: as it is said now, and kept for every process, or as it was said before.
    private func baseURL(kept service: TrainingService) async throws -> String? {
        guard let given = feeds.knownBase else { return try? await service.publicAddress()?.base }
        let addresses = try FeedAddresses(base: given)
        do {
            try await service.keepPublicAddress(addresses)
        } catch {
            // A database that fails at this moment keeps the server from nothing else.
            Terminal.complain("meridian: the public address could not be kept: \(Failure(error).words)")
        }
        return given
    }
}
