import CivilTime
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog

// What happens to the servers themselves.

/// What a server does wrong, to see that it is found.
enum Fault: CaseIterable {
    /// It takes over new tz data, and moves nothing.
    case knowsNoNewClocks
    /// It sends to whom mail came back.
    case goesOnSending
    /// It sends mail of a program that is archived.
    case sendsFromArchive
    /// It lets somebody who has moved act with the token of before.
    case keepsTokens
    /// It takes an address as proved that somebody was moved to.
    case trustsNewAddress

    /// A history in which it shows.
    var steps: [Step] {
        let season: [Step] = [
            .publish("glance", changes: 0), .join("bob", program: "glance"),
            .enrollForSeason("bob", program: "glance", region: "europe"),
        ]
        return switch self {
        // By then all but the first week are announced, and Cem, on whose clock they are agreed, leads one of them.
        case .knowsNoNewClocks: season + [.time(hours: 168), .time(hours: 168), .newZones]
        case .sendsFromArchive: season + [.archive("glance"), .time(hours: 1)]
        case .keepsTokens: season + [.join("ada", program: "glance"), .moveAddress("ada", byThemself: false)]
        case .trustsNewAddress: season + [.moveAddress("bob", byThemself: false)]
        case .goesOnSending: season + [.time(hours: 1), .bounce("bob", isForged: false), .cancel("glance-w01-europe")]
        }
    }
}

extension World {
    /// Takes over the next release of the tz data, as a server does whose system was updated.
    ///
    /// Not where a program is archived, in which nothing moves until it is reopened, nor while a session runs that would begin again by it, nor where two sessions of one mentor would come to overlap: that
    /// nobody has booked.
    /// - Returns: whether it did.
    func adoptNextRelease() async throws -> Bool {
        let now = clock.now()
        let snapshot = try await snapshot()
        guard snapshot.archived.isEmpty else { return false }
        let meetings = snapshot.inOrder.filter { $0.takesPlace(at: now) }
        let moved = try meetings.map { meeting in
            var meeting = meeting
            let rules = try NextRelease.catalog.rules(for: meeting.session.zone)
            let start = rules.resolve(meeting.session.localStart).instant
            if meeting.session.start > now || start > now { meeting.session.start = start }
            return meeting
        }
        let wouldBeginAgain = zip(meetings, moved).contains { $0.session.start <= now && $1.session.start > now }
        let wouldOverlap = moved.indices.contains { index in
            moved[(index + 1)...].contains {
                $0.session.mentor.email == moved[index].session.mentor.email && $0.overlaps(moved[index])
            }
        }
        guard !wouldBeginAgain, !wouldOverlap else { return false }
        zones.adopt(NextRelease.catalog)
        guard fault != .knowsNoNewClocks else { return true }
        for server in allServers { _ = try await server.service.adoptTimeZones(dryRun: false) }
        return true
    }

    /// Publishes every program at one moment, each by a process of its own; nil for those whose plan was refused.
    func publishAll(changes: Int) async throws -> [PlanView] {
        let clients = try Cast.programs.map { try processBeside($0) }
        async let nova = Self.plan(Cast.programs[0], changes, by: clients[0])
        async let glance = Self.plan(Cast.programs[1], changes, by: clients[1])
        return try await [nova, glance].compactMap(\.self)
    }

    /// The programs that were planned at this moment, one after the other, by the log, which is written in the same transactions; those
    /// in which nothing changed are not in it.
    func programsPlannedNow() async throws -> [String] {
        let now = clock.now()
        let log = try await client(of: Cast.programs[0]).ask(ShowWholeLog())
        return log.reversed().filter { $0.moment == now && [PlanSeason.name, "reviseSeason"].contains($0.action) }
            .compactMap(\.program)
    }

    private static func plan(_ program: String, _ changes: Int, by client: Client) async throws -> PlanView? {
        do {
            return try await client.ask(PlanSeason(program: program, publish: true, changes: changes))
        } catch is Refusal {
            return nil
        }
    }

    /// Reports that the mails to somebody come back: from the address that was made for them, or, as a forger has it, from
    /// that of another; nil when no such address is known.
    func bounce(_ name: String, isForged: Bool, _ calendars: Calendars) async throws -> ReceivedMail? {
        let meetings = try await snapshot().meetings
        // Whoever was taken out of a program is known by no address any more.
        let known = Cast.people.filter { ($0 == name) != isForged }.lazy.compactMap { other -> (String, String)? in
            guard let email = try? Cast.email(other) else { return nil }
            return calendars.sessions(of: other, after: self.clock.now()).first { session in
                meetings[session]?.invitations.contains { $0.person.email == email && $0.token != nil } ?? false
            }.flatMap { session in calendars.last(of: other, session).map { (session, $0.organizer) } }
        }.first
        guard let (session, sender) = known, let code = SessionCode(session) else { return nil }
        let report = BounceMail(to: sender, recipient: try calendars.mailbox(of: name).description)
        let received = try await service(of: code.program).receive(report.bytes, with: MailReader(zones: zones))
        if fault == .goesOnSending {
            _ = try await client(of: code.program).ask(AllowMail(address: Cast.email(name)))
        }
        return received
    }
}

// What goes wrong with addresses and archives.
extension World {
    /// Opens what is archived, so that its mail leaves.
    func reopen(on server: Server) async throws -> Set<String> {
        try await server.store.write { transaction in
            let archived = try transaction.archivedPrograms()
            for program in archived { _ = try transaction.reopen(program) }
            return archived
        }
    }

    /// Closes it again, as if nothing had been.
    func archive(_ programs: Set<String>, on server: Server) async throws {
        let now = clock.now()
        try await server.store.write { transaction in
            for program in programs { try transaction.archive(program, at: now) }
        }
    }

    /// Makes every token good again.
    func renewTokens(in program: String) async throws {
        try await server(of: program).store.write { transaction in
            for var token in try transaction.accessTokens() {
                token.revoked = nil
                try transaction.update(token)
            }
        }
    }

    /// Proves an address by a mail that nobody has read.
    func confirm(_ address: EmailAddress, in program: String) async throws {
        let mail = try await snapshot().mails.last {
            $0.recipient == address && $0.subject.hasPrefix("Is this address yours?")
        }
        if let mail { keepLink(in: try PostedMail(mail, by: zones)) }
        guard let link = lastLinks[.prove] else { return }
        _ = try await stranger(to: program).ask(ConfirmMove(secret: link.secret))
    }
}
