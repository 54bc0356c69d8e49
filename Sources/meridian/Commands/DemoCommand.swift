import ArgumentParser
import Foundation
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog
import WebServer

/// The command `meridian demo`.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Try it: a program of invented people, with a season that begins soon.",
        discussion: """
            In a folder of its own a database is made, with the example program, its season planned and published, three \
            trainees who have seats, and an organizer. With --serve it is served on this machine alone, and what is printed \
            are its page and a link each that signs a trainee, a mentor and an organizer in.

            Nothing is written anywhere else, and neither MERIDIAN_DB nor a server that is named elsewhere is asked. No \
            mail leaves: all of it goes into the folder's mail, and the links with which somebody signs in or joins are \
            printed, too. Ctrl-C ends the server; what was made stays until the folder is removed.

              meridian demo --serve
            """)

    @Argument(
        help: ArgumentHelp(
            "A folder that does not exist or is empty (default: a new one for temporary files).", valueName: "dir"))
    var folder: String?
    @Flag(help: "Serve it.") var serve = false
    @Option(help: "The port to listen on; 0 takes a free one, and then mails have no links.") var port = 8080
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port is a number from 0 to 65535.") }
        guard serve || port == 8080 else {
            throw ValidationError("--port goes with --serve; add that, or leave it out.")
        }
        guard common.db == nil, common.server == nil, common.actor == nil else {
            throw ValidationError("A demo has a database and people of its own; leave out --db, --server and --as.")
        }
        guard folder != "" else { throw ValidationError("The folder is empty; name it, or leave it out.") }
    }

    func run() async throws {
        let (zones, clock, isSilent) = (try common.zones(), try Environment.clock(), common.quiet)
        let folder = try Self.emptyFolder(named: folder)
        let addresses = try FeedAddresses(base: "http://127.0.0.1:\(port)", isKnown: port != 0)
        let demo = try await Demo.make(in: folder, at: addresses, zones: zones, clock: clock)
        guard serve else {
            try await demo.send()
            let made = DemoMade(folder: folder, program: demo.program, server: nil, signIns: [])
            return try common.confirm(made) { made.text }
        }
        let signIns = try await demo.signIns()
        try await demo.send()
        var configuration = try ServerConfiguration(
            host: "127.0.0.1", port: port, baseURL: addresses.isKnown ? addresses.base : nil)
        configuration.isOpenToAll = true
        let opened = demo.opened
        // A pager would keep the server from its work.
        var common = common
        common.noPager = true
        let answering = common
        let mail = DemoMail(folder: DirectoryDelivery(path: Demo.mail(in: folder))) { link, recipient in
            if !isSilent { Terminal.complain("meridian: mail to \(recipient): \(link)") }
        }
        try await WebServer.serve(
            service: opened.service, calendar: opened.calendar, configuration: configuration, delivery: mail,
            refreshTimeZones: {},
            onRunning: { port in
                let made = DemoMade(
                    folder: folder, program: demo.program, server: "http://127.0.0.1:\(port)", signIns: signIns)
                // Who reads nothing of it can still stop the server.
                try? answering.answer(made) { made.text }
                if !isSilent { Terminal.complain("meridian: listening on http://127.0.0.1:\(port)/") }
            })
    }

    /// The folder, which is made unless it is there.
    /// - Throws: `Refusal` conflict for one in which something is; `BadInput` for what can be none.
    private static func emptyFolder(named name: String?) throws -> String {
        let files = FileManager.default
        let temporary = files.temporaryDirectory.path
        let folder = name ?? "\(temporary)/meridian-demo-\(UUID().uuidString.prefix(8).lowercased())"
        let isThere = files.fileExists(atPath: folder)
        if isThere, let inside = try? files.contentsOfDirectory(atPath: folder), !inside.isEmpty {
            throw Refusal(
                .conflict,
                "there is something in \(OneLine.shown(folder)) already, and nothing was done; name another folder, or none"
            )
        }
        do {
            try files.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw BadInput("is no folder and cannot be made one; name another, or none", file: folder)
        }
        return folder
    }
}
