import CivilTime
import Foundation
import ICalendar
import Logging
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog
import WebServerFixture

@testable import WebServer

/// One of 50 people, with everything that a person can have, is erased; then everything is searched for them.
@Suite("Somebody who was erased")
struct ErasureProofTests {
    @Test("is nowhere in the file, a feed, a page, an answer, a mail or a restored backup any more, and was before")
    func nowhere() async throws {
        let world = try await ErasureWorld()
        let secretFeed = try await world.live()
        let before = try world.found(in: world.database)
        #expect(before == Set(ErasureWorld.marks), "the search finds what is there")
        let backup = world.folder + "/before.tar"
        _ = try Backup.make(
            of: world.database, at: backup, release: "test", now: world.clock.now(), withKey: true)
        let shown = try await world.asEverybody(feed: secretFeed)
        #expect(shown.found.contains(ErasureWorld.name), "pages and answers name them")
        #expect(shown.feed == 200)

        let erasure = try await world.service.ask(ErasePerson(email: world.email))
        #expect(erasure.done && erasure.person == "a former mentor")
        let box = ErasureWorld.LetterBox()
        _ = try await world.service.sendOutbox(through: box)
        let last = box.letters.filter { $0.recipient == world.email }.map(\.subject)
        #expect(last.contains("What was kept about you is erased"))
        #expect(last.count > 1, "their calendar is told, too: \(last)")
        try await world.service.doWhatIsDue()

        #expect(try world.found(in: world.database).isEmpty)
        let after = try await world.asEverybody(feed: secretFeed)
        #expect(after.found.isEmpty)
        #expect(after.feed == 404)
        try await world.restores(backup)
    }

    @Test("and who came back afterwards stays when a backup of that is restored, whichever was restored before")
    func cameBack() async throws {
        let world = try await ErasureWorld()
        func joins() async throws {
            _ = try await world.service.ask(
                JoinProgram(program: "nova", name: ErasureWorld.name, email: world.email, zone: "Asia/Tokyo"))
        }
        func backup(_ name: String) throws -> String {
            let file = world.folder + "/\(name).tar"
            _ = try Backup.make(of: world.database, at: file, release: "test", now: world.clock.now(), withKey: true)
            return file
        }
        try await joins()
        let before = try backup("before")
        _ = try await world.service.ask(ErasePerson(email: world.email))
        world.clock.move(to: world.clock.now().adding(seconds: 86_400))
        try await joins()
        let after = try backup("after")
        world.clock.move(to: world.clock.now().adding(seconds: 86_400))
        let place = try world.copy(of: world.database, as: "restored.db")
        #expect(try Backup.restore(before, to: place, now: world.clock.now()).erasuresDue == 1)
        let other = try SQLiteStore(path: place)
        let again = try ErasureWorld.service(on: other, beside: place, clock: world.clock)
        #expect(try await again.repeatErasures().erased == 1)
        let next = try world.copy(of: place, as: "next.db")
        #expect(try Backup.restore(after, to: next, now: world.clock.now()).erasuresDue == 0)
    }

    @Test("and keeps nobody else in a restored backup by being its only organizer now; that is said, and mended")
    func indispensable() async throws {
        let world = try await ErasureWorld()
        let olga = try EmailAddress("olga@canary.example")
        _ = try await world.service.ask(
            JoinProgram(program: "nova", name: "Olga", email: olga, zone: "Europe/Oslo"))
        _ = try await world.service.ask(
            JoinProgram(program: "nova", name: ErasureWorld.name, email: world.email, zone: "Asia/Tokyo"))
        _ = try await world.service.ask(RemoveOrganizer(program: "nova", email: EmailAddress("otto@canary.example")))
        let backup = world.folder + "/before.tar"
        _ = try Backup.make(of: world.database, at: backup, release: "test", now: world.clock.now(), withKey: true)
        _ = try await world.service.addOrganizer(EmailAddress("otto@canary.example"), to: "nova")
        for person in [olga, world.email] { _ = try await world.service.ask(ErasePerson(email: person)) }

        let place = try world.copy(of: world.database, as: "restored.db")
        #expect(try Backup.restore(backup, to: place, now: world.clock.now()).erasuresDue == 2)
        let other = try SQLiteStore(path: place)
        let again = try ErasureWorld.service(on: other, beside: place, clock: world.clock)
        let hindrance =
            "nobody else organizes nova; make somebody an organizer first: meridian organizer add nova WHO"
        #expect(try await again.erasuresDue().map(\.hindrance) == [hindrance, nil])
        let first = try await again.repeatErasures()
        #expect(first.erased == 1)
        #expect(first.left == [DueErasure(person: olga, hindrance: hindrance)])
        #expect(try await again.doWhatIsDue().unerased == first.left)
        // The server says it once, and not every half minute.
        let lines = Lines()
        let keeper = MailKeeper(
            service: again, delivery: NoDelivery(), logger: Logger(label: "test") { _ in KeepingLog(lines: lines) })
        for _ in 1...3 { _ = await keeper.round() }
        #expect(lines.all.count { $0.contains("cannot be erased again") && $0.contains(hindrance) } == 1)

        _ = try await again.addOrganizer(EmailAddress("otto@canary.example"), to: "nova")
        #expect(try await again.erasuresDue().map(\.hindrance) == [nil])
        // What no person of the program can mend is a failure, and nothing that keeps them.
        let full = try ErasureWorld.service(on: FullStore(store: other), beside: place, clock: world.clock)
        await #expect(throws: StorageFailure.self) { try await full.repeatErasures() }
        #expect(try await again.erasuresDue() == [DueErasure(person: olga)])
        #expect(try await again.doWhatIsDue().unerased.isEmpty)
        #expect(try await again.erasuresDue().isEmpty)
        let isThere = try await other.read { try $0.person(olga) != nil }
        #expect(!isThere)
    }

    @Test("is there whole as long as it is only said what erasing them would do")
    func rehearsed() async throws {
        let world = try await ErasureWorld()
        _ = try await world.live()
        let said = try await world.service.ask(ErasePerson(email: world.email, dryRun: true))
        #expect(!said.done && said.effects.count > 3)
        #expect(try world.found(in: world.database) == Set(ErasureWorld.marks))
        #expect(try await world.service.ask(ExportPerson(email: world.email)).records.count > 15)
    }
}

/// A server's database as a file, and somebody in it who has everything that a person can have.
private struct ErasureWorld {
    static let name = "Wilhelmina Zwarteveen"
    static let marks = [
        name, "wilhelmina@zwarteveen.example", "minna@formerly.example", "Antarctica/Troll", "zwartje",
    ]

    let folder: String
    let database: String
    let clock: HandClock
    let service: TrainingService
    let store: SQLiteStore
    let email: EmailAddress

    init() async throws {
        folder = NSTemporaryDirectory() + "meridian-erasure-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        database = folder + "/meridian.db"
        clock = HandClock(try #require(Instant(rfc3339: "2027-01-01T00:00:00Z")))
        store = try SQLiteStore(path: database)
        try await Season2027().write(to: store)
        service = try Self.service(on: store, beside: database, clock: clock)
        email = try EmailAddress(Self.marks[1])
        for (name, email, zone) in [
            ("Akira", "mentor-asia@canary.example", "Asia/Tokyo"), ("Seoyeon", "seoyeon@canary.example", "Asia/Seoul"),
        ] {
            _ = try await service.ask(
                AddMentor(program: "nova", name: name, email: EmailAddress(email), zone: zone, maxPerMonth: 4))
        }
        for number in 1...44 {
            let email = try EmailAddress("other-\(number)@canary.example")
            _ = try await service.ask(
                JoinProgram(program: "nova", name: "Other \(number)", email: email, zone: "Asia/Tokyo"))
        }
        for organizer in ["olga@canary.example", "otto@canary.example"] {
            _ = try await service.addOrganizer(EmailAddress(organizer), to: "nova")
        }
    }

    static func service(
        on store: some Store, beside database: String, clock: HandClock
    ) throws -> TrainingService {
        Season2027.service(
            on: store, secrets: KeyFile(beside: database), clock: clock,
            correspondence: try Mailer(calendar: CalendarEncoder(zones: .shipped), zones: .shipped))
    }

    /// Gives them all that they have.
    /// - Returns: the path of their calendar's secret address.
    func live() async throws -> String {
        _ = try await service.ask(
            AddMentor(program: "nova", name: Self.name, email: email, zone: "Antarctica/Troll", maxPerMonth: 4))
        _ = try await service.ask(
            JoinProgram(program: "nova", name: Self.name, email: email, zone: "Antarctica/Troll"))
        _ = try await service.ask(PublishSlot(program: "nova", mentor: email, when: "Tue 17:00"))
        _ = try await service.ask(AddAway(email: email, days: DayRange("2027-06-01..2027-06-07")))
        _ = try await service.ask(
            ProposeReview(
                program: "nova", url: "https://review.example.org/c/nova/+/41", title: "A change of \(Self.name)’s"),
            as: email)
        _ = try await service.ask(EnrollForSeason(program: "nova", region: .asia), as: email)
        for number in 1...2 {
            _ = try await service.ask(
                Enroll(session: "nova-202701-w01-asia"), as: EmailAddress("other-\(number)@canary.example"))
        }
        _ = try await service.ask(AddNickname(program: "nova", nickname: "zwartje", person: email), as: email)
        _ = try await service.ask(CreateToken(email: email))
        try await keepRows()
        let link = try await service.ask(
            ShowPersonalFeed(), as: email, at: FeedAddresses(base: "https://training.example.org"))
        return String(link.url.dropFirst("https://training.example.org".count))
    }

    /// What takes long to come to be, as the database has it.
    private func keepRows() async throws {
        let (email, now) = (email, clock.now())
        let former = try EmailAddress(Self.marks[2])
        try await store.write { transaction in
            let person = try #require(try transaction.person(email))
            let zone = person.zone
            for (week, status, day) in [
                (3, Session.Status.announced, "2027-01-19T17:00"), (4, .held, "2027-01-26T17:00"),
            ] {
                let code = SessionCode(program: "nova", season: "202701", week: week, region: .europe)
                let local = try #require(LocalDateTime(iso: day))
                let session = try transaction.add(
                    Session(
                        code: code, season: #require(LocalDate(iso: "2027-01-04")), uid: "\(code)@test",
                        status: status, mentor: person, slot: nil, zone: zone, localStart: local,
                        start: TimeZoneCatalog.shipped.rules(for: zone).resolve(local).instant, minutes: 60,
                        capacity: 2, location: "ircs://irc.oftc.net/nova", revised: now))
                let other = try #require(try transaction.person(EmailAddress("other-3@canary.example")))
                try transaction.save(
                    Attendance(session: session.id, person: other, kind: .present, evidence: .record))
                guard status == .announced else { continue }
                try transaction.save(
                    Invitation(
                        session: session.id, person: person, role: .mentor, method: .request, sequence: 0,
                        ownCancels: 0, stamp: now, participation: .accepted, localStart: local, zone: zone,
                        token: "zzzz", contact: EmailAddress("nova-training@example.org"), answered: nil))
            }
            try transaction.add(
                AddressMove(person: person, old: former, new: email, made: now),
                proof: Array(repeating: 1, count: 32), undo: Array(repeating: 2, count: 32))
            var move = try #require(try transaction.addressMoves(of: person.id).first)
            move.proved = now
            try transaction.update(move)
            _ = try transaction.add(
                WrittenMail(
                    program: "nova", sender: email, author: "\(Self.name) <\(email)>", subject: "When", received: now,
                    text: "When do we meet? \(Self.name)", attachments: [], digest: Array(repeating: 0, count: 32),
                    state: .forwarded))
            _ = try transaction.add(
                SetAsideMail(
                    received: now, sender: "\(email)", subject: "Re: \(Self.name)", reason: "no answer",
                    bytes: Array("From: \(email)\r\n\r\nzwartje".utf8)))
            try transaction.add(SuppressedAddress(address: former, since: now, reason: "no mailbox \(former)"))
            try transaction.add(
                LogEntry(
                    moment: now, actor: email, role: .mentor, way: .web, action: "enroll", program: "nova",
                    subject: "nova-202701-w01-asia \(former)", fields: []))
        }
    }

    /// The marks that a file holds, or a journal beside it.
    func found(in path: String) throws -> Set<String> {
        let files = [path, path + "-journal"].compactMap { FileManager.default.contents(atPath: $0) }
        return Set(Self.marks.filter { mark in files.contains { $0.range(of: Data(mark.utf8)) != nil } })
    }

    /// The marks in what pages and answers say to each who may ask, but for their zone, which every list of zones has; and how their
    /// calendar answers.
    func asEverybody(feed: String) async throws -> (found: Set<String>, feed: UInt) {
        try await LiveServer.run(service: service) { server in
            var texts: [String] = []
            for path in ["/", "/nova", "/nova.txt", "/nova-202701-w03-europe", "/nova/season.svg"] {
                texts.append(try await server.ask(path).text)
            }
            for reader in ["other-1", "olga", "mentor-asia"] {
                let email = try EmailAddress("\(reader)@canary.example")
                if try await service.ask(ListTrainees(program: "nova")).filter({ $0.email == email }).isEmpty {
                    _ = try await service.ask(
                        JoinProgram(program: "nova", name: reader, email: email, zone: "Asia/Tokyo"))
                }
                let token = try await service.ask(CreateToken(email: email)).token
                let questions = RoleTable.rows.map(\.question).filter {
                    $0.route.method == .get && $0.path.hasPrefix("programs/nova") || $0.path.hasPrefix("sessions/")
                }
                for question in questions where question.route.method == .get {
                    texts.append(
                        try await server.ask(
                            "/api/v1/" + question.path, headers: [("Authorization", "Bearer \(token)")]
                        )
                        .text)
                }
                let browser = try await SignedInBrowser(of: "\(email)", at: service, on: server)
                for path in ["/me", "/me/settings", "/me/organizing/nova", "/me/mentoring/nova", "/me/reviews/nova"] {
                    texts.append(try await browser.get(path).text)
                }
            }
            let words = Self.marks.filter { $0 != "Antarctica/Troll" }
            let found = Set(words.filter { word in texts.contains { $0.contains(word) } })
            return (found, try await server.ask(feed).status)
        }
    }

    /// Copies a database with its key, where it has one.
    func copy(of path: String, as name: String) throws -> String {
        let place = folder + "/" + name
        for suffix in ["", ".key"] where FileManager.default.fileExists(atPath: path + suffix) {
            try FileManager.default.copyItem(atPath: path + suffix, toPath: place + suffix)
        }
        return place
    }

    /// Restores a backup from before over what is there now, on a copy, and searches that.
    func restores(_ backup: String) async throws {
        let place = try copy(of: database, as: "restored.db")
        let restored = try Backup.restore(backup, to: place, now: clock.now())
        #expect(restored.erasuresDue == 1)
        #expect(try found(in: place) == Set(Self.marks), "the backup has them")
        let other = try SQLiteStore(path: place)
        let again = try Self.service(on: other, beside: place, clock: clock)
        // Whoever kills the restore here finds them erased by the next round.
        try await again.doWhatIsDue()
        #expect(try found(in: place).isEmpty)
        #expect(try await again.repeatErasures().erased == 0)
        let isKnown = try await other.read { [email] in try $0.person(email) != nil }
        #expect(!isKnown)
    }

    /// Takes every mail, and remembers to whom it went and what it was about.
    final class LetterBox: MailDelivery, @unchecked Sendable {
        private(set) var letters: [(recipient: EmailAddress, subject: String)] = []

        func deliver(_ message: OutboxMessage, from sender: EmailAddress) async throws -> DeliveryOutcome {
            letters.append((message.recipient, message.subject))
            return .sent
        }
    }
}

/// Mail is held after a restore, and so nothing is handed over.
private struct NoDelivery: MailDelivery {
    func deliver(_ message: OutboxMessage, from sender: EmailAddress) async throws -> DeliveryOutcome { .sent }
}

/// A store whose disk is full.
private struct FullStore: Store {
    let store: SQLiteStore
    var busyRetries: Int { store.busyRetries }
    var changeCount: Int? { store.changeCount }

    func read<T: Sendable>(_ body: @Sendable (any StoreReading) throws -> T) async throws -> T {
        try await store.read(body)
    }

    func write<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T {
        throw StorageFailure("the disk is full")
    }

    func alone<T: Sendable>(_ task: String, _ body: @Sendable () async throws -> T) async throws -> T? {
        try await store.alone(task, body)
    }

    func settledChangeCount() async throws -> Int? { try await store.settledChangeCount() }
    func sweep() async throws { try await store.sweep() }
    func checkWriting() async throws { try await store.checkWriting() }
}
