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
            sessions nobody recorded who came.
            """)

    @OptionGroup var zones: ZoneOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let opened = try common.service()
        _ = try zones.known(in: opened.service.zones)
        let checkup = Checkup(
            zones: opened.service.zones, store: try await opened.store.report(),
            adoption: try await adoption(of: opened.service),
            publicAddress: try await opened.service.publicAddress()?.base,
            names: try await opened.service.programs().compactMap { Program.advice(onName: $0.name) },
            missed: try await opened.service.missedSessions(),
            unrecorded: try await opened.service.unrecordedSessions(),
            unread: try await opened.service.programsWithUnreadMail())
        try common.answer(checkup) { checkup.text }
        guard checkup.isSound else {
            throw StorageFailure(
                "the database at \(checkup.database) is damaged, or was changed by other hands; restore a backup")
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
    var rows: [String: Int]
    var problems: [String]
    var permissions: [String]
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

    init(
        zones: TimeZoneCatalog, store: StoreReport, adoption: TimeZoneAdoption, publicAddress: String?, names: [String],
        missed: [MissedSessions], unrecorded: [UnrecordedSessions], unread: [String]
    ) {
        timeZones = zones.source.description
        timeZoneRelease = zones.release
        self.adoption = adoption
        self.names = names
        self.missed = missed
        self.unrecorded = unrecorded
        self.unread = unread
        self.publicAddress = publicAddress
        database = store.path
        bytes = store.bytes
        sqlite = store.sqliteVersion
        journalMode = store.journalMode
        synchronous = store.synchronous
        migrations = store.migrations
        rows = store.rowCounts
        problems = store.integrityProblems + store.foreignKeyProblems + store.schemaProblems
        permissions = store.modeProblems
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
                ("Rows", rows.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")),
            ] + kept.map { ("Kept", $0) } + moves
                + (mailHeldSince.map { [("Mail", "held since the restore of \($0): meridian outbox release")] } ?? [])
                + permissions.map { ("Permissions", $0) } + names.map { ("Name", $0) }
                + missed.map { ("Missed", $0.inWords) } + unrecorded.map { ("Attendance", $0.inWords) }
                + unread.map {
                    (
                        "Mail",
                        "nobody organizes \($0), so what people write to it is sent to nobody: meridian mail list \($0)"
                    )
                }
                + (isSound ? [("Integrity", "ok")] : problems.map { ("Damage", $0) })
        ).text
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
