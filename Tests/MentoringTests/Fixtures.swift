import CivilTime
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import ProgramFile
import Synchronization
import TestSupport
import Testing
import TimeZoneCatalog

/// A service on a database in memory, whose clock stands where a test puts it.
struct Fixture {
    let service: TrainingService
    let store: SQLiteStore
    let clock: SettableClock
    let addresses: FeedAddresses
    /// The servers of changes, which know nothing until a test tells them.
    let servers = PretendServers()

    init(now: String = "2026-12-14T09:00:00Z", zones: TimeZoneCatalog = .shipped) throws {
        self.init(
            store: try SQLiteStore.inMemory(), clock: SettableClock(try instant(now)), zones: zones,
            addresses: try FeedAddresses(base: "https://training.example.org"))
    }

    private init(store: SQLiteStore, clock: SettableClock, zones: TimeZoneCatalog, addresses: FeedAddresses) {
        self.store = store
        self.clock = clock
        self.addresses = addresses
        service = TrainingService(
            store: store, zones: zones, clock: clock, recurrence: RecurrenceExpander(),
            correspondence: Postcards(), secrets: KeyFile(beside: nil), changes: servers)
    }

    /// The same database in the hands of a process with other tz data.
    func under(_ zones: TimeZoneCatalog) -> Fixture {
        Fixture(store: store, clock: clock, zones: zones, addresses: addresses)
    }

    /// A service with a program applied.
    static func with(_ yaml: String, now: String = "2026-12-14T09:00:00Z") async throws -> Fixture {
        let fixture = try Fixture(now: now)
        try await fixture.apply(yaml)
        return fixture
    }

    /// Somebody who asks over the API, or whoever works on the machine.
    func client(
        _ principal: Principal = .machine(as: nil), way: LogEntry.Way = .api, place: SignInPlace? = nil
    ) -> Client {
        Client(
            service, principal: principal, way: way, addresses: addresses, reader: CalendarReader(zones: .shipped),
            writer: CalendarEncoder(zones: .shipped), place: place)
    }

    @discardableResult
    func apply(
        _ yaml: String, prune: Bool = false, override: Bool = false, dryRun: Bool = false
    ) async throws -> [ProgramChange] {
        try await service.ask(
            ApplyProgram(text: yaml, file: "nova.yaml", prune: prune, override: override, dryRun: dryRun))
    }

    /// Makes somebody a trainee, in UTC unless said otherwise.
    func join(_ name: String, zone: String = "Etc/UTC", called full: String? = nil) async throws -> EmailAddress {
        let email = try EmailAddress("\(name)@example.org")
        _ = try await service.ask(JoinProgram(program: "nova", name: full ?? name, email: email, zone: zone))
        return email
    }

    func enroll(_ name: String, in code: String) async throws -> EnrollmentResult {
        try await service.ask(Enroll(session: code), as: EmailAddress("\(name)@example.org"), at: addresses)
    }

    /// What somebody was told of a session last.
    func invitation(of email: EmailAddress, to code: String) async throws -> InvitationShown {
        try await store.read { transaction in
            let session = try #require(try SessionCode(code).flatMap(transaction.session)).timed(by: service.zones)
            let person = try #require(try transaction.person(email))
            return InvitationShown(
                invitation: try #require(try transaction.invitation(to: person.id, for: session.id)),
                session: session, program: try #require(try transaction.program(session.code.program)))
        }
    }

    /// Subject lines of the outbox beyond the first `count`: `occasion code → who`.
    func mail(after count: Int = 0) async throws -> [String] {
        try await service.ask(ListOutbox()).dropFirst(count).map {
            "\($0.subject) → \($0.to.description.split(separator: "@")[0])"
        }
    }

    /// The link in the last mail of the outbox.
    func link() async throws -> String {
        try await store.read { String(decoding: try $0.outbox([.pending]).last?.bytes ?? [], as: UTF8.self) }
    }

    /// Confirms the address to which somebody was moved last.
    func confirmMove() async throws {
        let mails = try await store.read { try $0.outbox([.pending]) }
        let letter = try #require(mails.last { $0.subject == "move: prove" })
        _ = try await service.ask(ConfirmMove(secret: String(decoding: letter.bytes, as: UTF8.self)))
    }

    /// Who is in a session: seats first, then the queue.
    func people(in code: String) async throws -> [String] {
        try await store.read { transaction in
            let session = try #require(
                try transaction.sessions(of: "nova").first { "\($0.code)" == code }?.asStored)
            let all = try transaction.enrollments(in: session.id)
            return all.filter { $0.seat != nil }.sorted { ($0.seat ?? 0) < ($1.seat ?? 0) }.map(\.person.name)
                + all.filter { $0.seat == nil }.map { "(\($0.person.name))" }
        }
    }

    func session(_ code: String) async throws -> SessionView { try await service.session(code, for: Viewer()) }
}

/// Servers that say of changes what a test has told them to.
final class PretendServers: ChangeLookup {
    private let known = Mutex<[String: ChangeFacts]>([:])
    /// The addresses that were asked about, in order.
    let asked = Mutex<[String]>([])

    func set(_ url: String, _ state: ChangeFacts.State = .open, title: String = "A title", revision: String = "1") {
        let facts = ChangeFacts(
            title: title, owner: "Mei", project: "nova", linesAdded: 10, linesRemoved: 2, state: state,
            revision: revision, fetched: .distantPast)
        known.withLock { $0[url] = facts }
    }

    func facts(of address: ChangeAddress, at now: Instant) async throws -> ChangeFacts {
        asked.withLock { $0.append(address.url) }
        guard var facts = known.withLock({ $0[address.url] }) else { throw Unreachable("\(address.host) is asleep") }
        facts.fetched = now
        return facts
    }
}

/// A clock that stands still until it is set.
final class SettableClock: InstantSource {
    private let moment: Mutex<Instant>
    /// Seconds by which it goes on each time it is read.
    private let step = Mutex<Int64>(0)

    init(_ moment: Instant) { self.moment = Mutex(moment) }

    func now() -> Instant {
        let step = step.withLock { $0 }
        return moment.withLock { moment in
            moment = moment.adding(seconds: step)
            return moment
        }
    }

    /// Lets the clock go.
    func start() { step.withLock { $0 = 1 } }

    func set(_ text: String) throws {
        let new = try instant(text)
        moment.withLock { $0 = new }
    }
}

/// Mails that say just what they are about.
private struct Postcards: Correspondence {
    func message(_ notice: Notice, with links: MailLinks) throws -> OutboxMessage {
        var message = OutboxMessage(
            recipient: notice.reader, subject: subject(of: notice), bytes: [], created: notice.date)
        switch notice {
        case .session(let notice):
            let invitation = notice.invitation
            message.program = notice.program.name
            message.sender = ReplyAddress.of(notice.program.contact, token: invitation.token)
            message.bytes = Array(
                "\(invitation.method.rawValue) \(invitation.sequence) \(invitation.stamp)".utf8)
        case .duty(let notice):
            message.program = notice.program.name
            if let token = notice.token { message.sender = ReplyAddress.of(notice.program.contact, token: token) }
            message.bytes = Array("\(notice.occasion.rawValue) \(notice.turn.sequence)".utf8)
        case .confirmation(let request):
            message.program = request.program.name
            message.bytes = Array(request.secret.utf8)
        case .signIn(let letter): message.bytes = Array("\(letter.code) \(letter.secret)".utf8)
        case .token(let notice): message.bytes = Array(notice.role.rawValue.utf8)
        case .letter(let letter):
            message.program = letter.program.name
            message.bytes = Array((letter.waits.map { "number \($0)" } ?? "").utf8)
        case .asking(let letter): message.bytes = Array((letter.link ?? "").utf8)
        case .forwarded(let mail):
            message.program = mail.program.name
            message.bytes = Array("\(OutboxMessage.forwardedField): nova\r\n\r\n".utf8)
            message.holdsSecret = true
        case .reply(let reply): message.bytes = Array("\(reply.outcome)".utf8)
        case .moving(let letter): message.bytes = Array(letter.secret.utf8)
        case .joining(let letter): message.bytes = Array((letter.link ?? "").utf8)
        }
        return message
    }

    private func subject(of notice: Notice) -> String {
        switch notice {
        case .session(let notice): "\(notice.occasion.rawValue) \(notice.session.code)"
        case .duty(let notice): "\(notice.occasion.rawValue) \(notice.turn.code)"
        case .confirmation: "sign-up"
        case .signIn: "sign-in"
        case .token: "token"
        case .joining(let letter):
            if case .nicknameLost(let lost, let isGiven) = letter.occasion {
                "nickname \(lost.nickname) is lost\(isGiven ? " to somebody" : ""): "
                    + (lost.sessions.isEmpty ? "nothing" : lost.sessions.map(\.description).joined(separator: " "))
            } else {
                "\(letter.occasion)"
            }
        case .asking(let letter): "asking \(letter.matter.wish) \(letter.session.code)"
        case .letter(let letter): "\(subject(of: letter.subject)) \(letter.session.code)"
        case .forwarded(let mail):
            switch mail.content {
            case .whole(let mail): "forwarded \(mail.id)"
            case .rest(let mails): "rest \(mails.map(\.id.description).joined(separator: " "))"
            }
        case .reply(let reply): "\(reply.outcome) \(reply.request)"
        case .moving(let letter): "move: \(letter.purpose)"
        }
    }

    private func subject(of letter: Letter.Subject) -> String {
        switch letter {
        case .reminder(let kind, _): "reminder \(kind.rawValue)"
        case .swapOffered: "swap"
        case .mentorDeclined: "declined"
        case .mentorReturned: "returned"
        case .swapWithdrawn: "swap withdrawn"
        case .handedOver: "handed over"
        case .handedBack(let other): "handed back by \(other.name)"
        case .byMentor(let deed): "\(deed.rawValue) by its mentor"
        case .swapUnanswered(let asked): "swap not answered by \(asked?.name ?? "anybody")"
        case .answersWait(let count): "answersWait \(count)"
        case .answersSignedOff: "answersSignedOff"
        case .calledOff: "calledOff"
        case .notHeld: "notHeld"
        case .changed(let occasion): occasion.rawValue
        case .takesPlace: "takesPlace"
        case .movedUp: "movedUp"
        case .seatGivenUp: "seatGivenUp"
        case .passedOver: "passedOver"
        case .pickDue(_, let standIn): "pickDue \(standIn?.title ?? "nothing")"
        case .changeClosed(_, let state, let substitute): "\(state.rawValue) \(substitute?.title ?? "nothing")"
        }
    }
}

func read(_ yaml: String, file: String = "nova.yaml") throws -> ProgramDocument {
    try ProgramFileReader(zones: .shipped, recurrence: RecurrenceExpander()).read(Array(yaml.utf8), file: file)
}

/// A mentor with a token.
func mentor(_ name: String) throws -> Caller { Caller(email: try EmailAddress("\(name)@example.org"), role: .mentor) }

func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

func day(_ text: String) throws -> LocalDate { try #require(LocalDate(iso: text)) }

func local(_ text: String) throws -> LocalDateTime { try #require(LocalDateTime(iso: text)) }

/// A program of so many weeks with mentors of Asia, each a line of YAML flow style.
func asia(_ mentors: [String], weeks: Int = 2, announce: Int = 1, freezes: String = "") -> String {
    """
    program: nova
    title: Nova
    contact: contact@example.org
    location: ircs://irc.example.org/nova
    season: { start: 2027-01-04, weeks: \(weeks) }
    cadence: every-region
    session: { minutes: 60, capacity: 4 }
    regions: [asia]
    announce-weeks: \(announce)
    freezes: [\(freezes)]
    mentors:
    \(mentors.map { "  - { region: asia, \($0) }" }.joined(separator: "\n"))
    """
}

/// A program of so many weeks with one mentor in each region, who can lead every week.
func small(
    start: String = "2027-01-04", weeks: Int = 4, cadence: String = "every-region", capacity: Int = 2,
    announce: Int = 4, freezes: String = "", regions: String = "asia, europe, americas", away: String = ""
) -> String {
    """
    program: nova
    title: Nova
    contact: contact@example.org
    location: ircs://irc.example.org/nova
    season: { start: \(start), weeks: \(weeks) }
    cadence: \(cadence)
    session: { minutes: 60, capacity: \(capacity) }
    regions: [\(regions)]
    announce-weeks: \(announce)
    freezes: [\(freezes)]
    mentors:
    \(regions.contains("asia") ? "  - { name: Akira, email: akira@example.org, zone: Asia/Tokyo, min-gap-weeks: 1, max-per-month: 5,\n      slots: [{ every: \"Tue 17:00\" }]\(away.isEmpty ? "" : ", away: [\(away)]") }" : "")
    \(regions.contains("europe") ? "  - { name: Zoe, email: zoe@example.org, zone: Europe/Berlin, min-gap-weeks: 1, max-per-month: 5, slots: [{ every: \"Wed 17:00\" }] }" : "")
    \(regions.contains("americas") ? "  - { name: Joao, email: joao@example.org, zone: America/Sao_Paulo, min-gap-weeks: 1, max-per-month: 5, slots: [{ every: \"Thu 14:00\" }] }" : "")
    """
}
