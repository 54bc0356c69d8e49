import AppResources
import CivilTime
import Foundation
import ICalendar
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import ProgramFile
import TimeZoneCatalog

/// A program of invented people in a folder of its own, made by the requests with which everybody makes one.
struct Demo {
    /// Somebody invented, and what they are in the program.
    struct Guest: Encodable {
        let role: Role
        let name: String
        let email: EmailAddress
    }

    /// Who joins, from where.
    private struct Newcomer {
        let name: String
        let email: String
        let zone: String
        let region: Region
    }

    private static let newcomers = [
        Newcomer(name: "Arjun Rao", email: "arjun@example.org", zone: "Asia/Kolkata", region: .asia),
        Newcomer(name: "Ada Okafor", email: "ada@example.org", zone: "Africa/Lagos", region: .europe),
        Newcomer(name: "Camila Rojas", email: "camila@example.org", zone: "America/Bogota", region: .americas),
    ]

    let folder: String
    let program: Program.Name
    let opened: OpenedService
    /// Where the server is, or would be, reached.
    let addresses: FeedAddresses

    /// The database in a demo's folder.
    static func database(in folder: String) -> String { folder + "/meridian.db" }
    /// The folder for the mails in a demo's folder.
    static func mail(in folder: String) -> String { folder + "/mail" }

    /// Makes everything in a folder that is empty.
    /// - Parameters:
    ///   - folder: that there is.
    ///   - addresses: where the server will be reached; mails have links if that is known.
    ///   - zones: the tz database in force.
    ///   - clock: says when the season begins.
    /// - Returns: the demo, its mail in the outbox.
    /// - Throws: what the requests throw; `StorageFailure`.
    static func make(
        in folder: String, at addresses: FeedAddresses, zones: TimeZoneCatalog, clock: any InstantSource
    ) async throws -> Demo {
        let today = try zones.rules(for: .utc).local(at: clock.now()).date
        let text = DemoProgram.text(of: AppResources.exampleProgram, on: today)
        // What the program was made of can be changed, and applied again.
        try OutputFile.write(text, to: folder + "/nova.yaml")
        let opened = try OpenedService(databasePath: database(in: folder), absent: .make, zones: zones, clock: clock)
        let demo = Demo(
            folder: folder, program: ProgramFileReader.program(in: text) ?? "", opened: opened, addresses: addresses)
        if addresses.isKnown { try await opened.service.keepPublicAddress(addresses) }
        try await demo.fill(with: text)
        return demo
    }

    private func fill(with text: String) async throws {
        let organizer = client(as: nil)
        _ = try await organizer.ask(ApplyProgram(text: text, file: "nova.yaml"))
        let grace = try EmailAddress("grace@example.org")
        _ = try await organizer.ask(AddOrganizer(program: program, email: grace))
        _ = try await organizer.ask(PlanSeason(program: program, publish: true))
        let sessions = try await organizer.ask(ListSessions(program: program, upcoming: true))
        for newcomer in Self.newcomers {
            let email = try EmailAddress(newcomer.email)
            _ = try await organizer.ask(
                JoinProgram(program: program, name: newcomer.name, email: email, zone: newcomer.zone))
            for session in sessions.filter({ $0.region == newcomer.region }).prefix(2) {
                _ = try await client(as: email).ask(Enroll(session: session.code))
            }
        }
    }

    /// A trainee, a mentor and an organizer of the demo, and for each a link that signs them in, as the form at `/sign-in` has it
    /// mailed.
    ///
    /// Nothing but the base of a link depends on where the server listens, so that they can be made before it does.
    /// - Returns: the links' addresses below the server's, such as `/sign-in/…`.
    func signIns() async throws -> [(guest: Guest, path: String)] {
        let guests = [
            Guest(role: .trainee, name: "Ada Okafor", email: try EmailAddress("ada@example.org")),
            Guest(role: .mentor, name: "Zoë Müller", email: try EmailAddress("zoe@example.org")),
            Guest(role: .organizer, name: "grace", email: try EmailAddress("grace@example.org")),
        ]
        let stranger = Client(
            opened.service, principal: .nobody, way: .web, addresses: try FeedAddresses(base: addresses.base),
            reader: CalendarReader(zones: opened.service.zones), writer: opened.calendar)
        for guest in guests { _ = try await stranger.ask(AskToSignIn(email: guest.email)) }
        let letters = try await opened.store.read { try $0.outbox([.pending]) }
        var signIns: [(guest: Guest, path: String)] = []
        for guest in guests {
            let letter = letters.last { $0.holdsSecret && $0.recipient == guest.email }
            guard let link = letter.flatMap({ DemoMail.link(in: $0) }) else { continue }
            signIns.append((guest, String(link.dropFirst(addresses.base.count))))
        }
        return signIns
    }

    /// Hands over what is in the outbox, as the server does.
    func send() async throws {
        _ = try await opened.service.sendOutbox(through: DirectoryDelivery(path: Self.mail(in: folder)))
    }

    private func client(as person: EmailAddress?) -> Client {
        Client(
            opened.service, principal: .machine(as: person), way: .command, addresses: addresses,
            reader: CalendarReader(zones: opened.service.zones), writer: opened.calendar)
    }
}
