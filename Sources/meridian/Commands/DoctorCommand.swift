import ArgumentParser
import Mentoring
import Persistence
import TimeZoneCatalog

/// The command `meridian doctor`.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Examine the database and the time zone data in force.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let opened = try common.office()
        let checkup = Checkup(
            zones: opened.office.zones, store: try await opened.store.report(),
            plannedUnder: try await opened.office.timeZoneRelease())
        try common.answer(checkup) { checkup.text }
        guard checkup.isSound else {
            throw StorageFailure("the database at \(checkup.database) is damaged; restore a backup")
        }
    }
}

/// What `doctor` found.
private struct Checkup: Encodable {
    var meridian = Meridian.version
    var timeZones: String
    var timeZoneRelease: String
    var plannedUnderRelease: String?
    var database: String
    var bytes: Int
    var sqlite: String
    var journalMode: String
    var synchronous: Int
    var migrations: [String]
    var rows: [String: Int]
    var problems: [String]

    init(zones: TimeZoneCatalog, store: StoreReport, plannedUnder release: String?) {
        timeZones = zones.source.description
        timeZoneRelease = zones.release
        plannedUnderRelease = release
        database = store.path
        bytes = store.bytes
        sqlite = store.sqliteVersion
        journalMode = store.journalMode
        synchronous = store.synchronous
        migrations = store.migrations
        rows = store.rowCounts
        problems = store.integrityProblems + store.foreignKeyProblems
    }

    var isSound: Bool { problems.isEmpty }

    var text: String {
        Facts(
            [
                ("Meridian", meridian), ("Time zones", "\(timeZoneRelease), \(timeZones)"),
                ("Planned under", plannedUnderRelease ?? "no plan has been published yet"),
                ("Database", "\(database), \(bytes / 1024) KiB"),
                (
                    "SQLite",
                    "\(sqlite), journal \(journalMode), synchronous \(synchronous == 3 ? "extra" : "\(synchronous)")"
                ),
                ("Schema", migrations.joined(separator: ", ")),
                ("Rows", rows.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")),
            ] + (isSound ? [("Integrity", "ok")] : problems.map { ("Damage", $0) })
        ).text
    }
}
