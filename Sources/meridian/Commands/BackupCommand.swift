import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import Persistence

/// The command `meridian backup`.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Put the database and its key into one file.",
        discussion: """
            It may be done at any time, whoever is writing: the backup is the database as it was at one moment. The file is a \
            tar archive of a manifest, the database and its key, has mode 0600, and gets its name when it is whole, checked \
            and on disk; a file of that name is never replaced.

            With the key, whoever reads the file can make the secrets that were given out: keep it as the database itself. \
            --without-key leaves the key out; keep DATABASE.key elsewhere then.

              meridian backup /var/backups/meridian-$(date +%F).tar
              meridian restore --verify /var/backups/meridian-2027-01-04.tar
            """)

    @Argument(help: "A file that does not exist.") var file: String
    @Flag(help: "Leave the key out.") var withoutKey = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try common.requireDatabase()
        let backup = try Backup.make(
            of: common.databasePath, at: file, release: Meridian.version, now: try Environment.clock().now(),
            withKey: !withoutKey)
        try common.confirm(backup) { "\(backup.file): \(backup.summary)" }
    }
}

extension Backup {
    /// `332 KiB, 21 people, 2 programs, 73 mails; with the key`.
    var summary: String {
        let counts = [("person", "people"), ("program", "programs"), ("session", "sessions"), ("outbox", "mails")]
            .compactMap { table, word in rows[table].map { "\($0) \(word)" } }
        let key =
            switch key {
            case .included: "with the key"
            case .leftOut: "without the key"
            case .none: "the database has no key yet"
            }
        return (["\(bytes / 1024) KiB"] + counts).joined(separator: ", ") + "; " + key
    }
}
