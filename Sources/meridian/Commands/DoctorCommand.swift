import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TimeZoneCatalog
import Wording

/// The command `meridian doctor`.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Examine the database and the time zone data in force.",
        discussion: """
            Says also which sessions of the seasons passed without ever being announced, because nothing announces them: \
            neither meridian serve runs, nor meridian plan PROGRAM --publish every week; and, of every season, to how many \
            sessions nobody recorded who came. A database of more than 16 MiB is read as a whole only with --full, which takes a \
            while: some seconds, or minutes, for each GiB. With --mail a test letter goes there from the contact of each domain \
            that programs have, through the same sendmail as serve is given (run it as that user), and what became of it is said.
            """)

    @Flag(help: "Read all of the database, however large it is.") var full = false
    @Option(name: .customLong("mail"), help: ArgumentHelp("Send a test letter there.", valueName: "email"))
    var reader: String?
    @OptionGroup var delivery: DeliveryOptions
    @OptionGroup var zones: ZoneOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let opened = try common.service()
        _ = try zones.known(in: opened.service.zones)
        let mails: [MailTrial]? =
            if let reader { try await letters(to: EmailAddress(reader), of: opened) } else { nil }
        let checkup = Checkup(
            zones: opened.service.zones, store: try await opened.store.report(wholly: full ? true : nil),
            adoption: try await adoption(of: opened.service),
            publicAddress: try await opened.service.publicAddress()?.base,
            names: try await opened.service.programs().compactMap { Program.advice(onName: $0.name) },
            missed: try await opened.service.missedSessions(),
            unrecorded: try await opened.service.unrecordedSessions(),
            unread: try await opened.service.programsWithUnreadMail(),
            unerased: try await opened.service.erasuresDue(), mails: mails)
        try common.answer(checkup) { checkup.text }
        guard checkup.isSound else {
            throw StorageFailure(
                "the database at \(checkup.database) is damaged, or was changed by other hands; restore a backup")
        }
        if mails?.allSatisfy(\.isTaken) == false {
            throw Unreachable("not every test letter was taken; mail that is written meanwhile waits in the outbox")
        }
    }
}

extension DoctorCommand {
    /// What the tz data in force would move.
    private func adoption(of service: TrainingService) async throws -> TimeZoneAdoption {
        let before = try await service.timeZoneRelease()
        // Nothing is rehearsed, and no lock taken, where the release is the same.
        guard before != nil, before != service.zones.release else {
            return TimeZoneAdoption(from: before, to: service.zones.release)
        }
        return try await service.adoptTimeZones(dryRun: true)
    }
}

/// What `doctor` found.
private struct Checkup: Encodable {
    var meridian = Meridian.version
    var timeZones: String
    var timeZoneRelease: String
    var adoption: TimeZoneAdoption
    var database: String
    var bytes: Int
    var sqlite: String
    var journalMode: String
    var synchronous: Int
    var migrations: [String]
    /// Whether all of it was read; else its rows were not counted, and damage may go unseen.
    var isWhole: Bool
    var rows: [String: Int]
    var problems: [String]
    var permissions: [String]
    /// What is wrong with where the file lies.
    var place: String?
    var mailHeldSince: Instant?
    /// What is kept for a time, how much and since when.
    var kept: [String]
    /// Where people reach the server, as it was told last.
    var publicAddress: String?
    /// What to do about programs whose names the server has come to need.
    var names: [String]
    /// Of each program and season the sessions that passed without ever being announced.
    var missed: [MissedSessions]
    /// Of each program and season the sessions of which nobody recorded who came.
    var unrecorded: [UnrecordedSessions]
    /// The programs whose mail in words is sent to nobody.
    var unread: [String]
    /// Who was erased and is there again by a restore.
    var unerased: [DueErasure]
    /// What became of the test letters, where any was asked for.
    var mails: [MailTrial]?

    init(
        zones: TimeZoneCatalog, store: StoreReport, adoption: TimeZoneAdoption, publicAddress: String?, names: [String],
        missed: [MissedSessions], unrecorded: [UnrecordedSessions], unread: [String], unerased: [DueErasure],
        mails: [MailTrial]?
    ) {
        timeZones = zones.source.description
        timeZoneRelease = zones.release
        self.adoption = adoption
        self.names = names
        self.missed = missed
        self.unrecorded = unrecorded
        self.unread = unread
        self.unerased = unerased
        self.mails = mails
        self.publicAddress = publicAddress
        database = store.path
        bytes = store.bytes
        sqlite = store.sqliteVersion
        journalMode = store.journalMode
        synchronous = store.synchronous
        migrations = store.migrations
        isWhole = store.isWhole
        rows = store.rowCounts
        problems = store.integrityProblems + store.foreignKeyProblems + store.schemaProblems
        permissions = store.modeProblems
        place = store.placeProblem
        mailHeldSince = store.mailHeldSince
        kept = store.kept
    }

    var isSound: Bool { problems.isEmpty }

    var text: String {
        Facts(
            [
                ("Meridian", meridian), ("Time zones", "\(timeZoneRelease), \(timeZones)"),
                ("Planned under", adoption.from ?? "no plan has been published yet"),
                ("Database", "\(database), \(bytes / 1024) KiB"),
                (
                    "SQLite",
                    "\(sqlite), journal \(journalMode), synchronous \(synchronous == 3 ? "extra" : "\(synchronous)")"
                ),
                (
                    "Address",
                    publicAddress
                        ?? "none is known, so mails and feeds hold no link; to tell it: meridian serve --base-url URL"
                ),
                ("Schema", migrations.joined(separator: ", ")),
                (
                    "Rows",
                    isWhole
                        ? rows.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
                        : "not counted, since the database is large; to count them: meridian doctor --full"
                ),
            ] + kept.map { ("Kept", $0) } + moves
                + (mailHeldSince.map { [("Mail", "held since the restore of \($0): meridian outbox release")] } ?? [])
                + permissions.map { ("Permissions", $0) } + (place.map { [("Place", $0)] } ?? [])
                + names.map { ("Name", $0) }
                + missed.map { ("Missed", $0.inWords) } + unrecorded.map { ("Attendance", $0.inWords) }
                + unread.map {
                    (
                        "Mail",
                        "nobody organizes \($0), so what people write to it is sent to nobody: meridian mail list \($0)"
                    )
                }
                + unerased.map { ("Erasing", $0.text) }
                + (mails ?? []).map { ("Test mail", $0.inWords) }
                + (isSound ? [("Integrity", soundness)] : problems.map { ("Damage", $0) })
        ).text
    }

    private var soundness: String {
        isWhole
            ? "ok"
            : "tables, indexes and triggers are as they are to be; what they hold was not read, since the database is large: "
                + "meridian doctor --full"
    }

    /// What would move, and who would be told, were the release in force adopted.
    private var moves: [(String, String)] {
        guard let before = adoption.from, before != timeZoneRelease else { return [] }
        guard !adoption.moves.isEmpty || !adoption.told.isEmpty else {
            return [("Moves", "nothing, under \(timeZoneRelease)")]
        }
        return adoption.moves.map { ("Moves", $0.summary) }
            + [("Told", adoption.told.isEmpty ? "nobody" : adoption.told.joined(separator: ", "))]
            + [("Next", "meridian plan PROGRAM --publish")]
    }
}
