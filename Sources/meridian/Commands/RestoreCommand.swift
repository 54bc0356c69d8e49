import ArgumentParser
import CivilTime
import Mentoring
import MentoringService
import Persistence
import Wording

/// The command `meridian restore`.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the place of the database, or check it.",
        discussion: """
            Stop the server first. The whole backup is checked before anything changes; then the database that is there is \
            kept beside it as DATABASE.replaced-MOMENT, with its key. A plain copy of a database is taken too, such as the \
            DATABASE.before-… that an upgrade leaves.

            No mail leaves a restored database until meridian outbox release: what waited in the backup may have been sent \
            since.

            Whoever was erased since the backup was made is erased again, as the database that is there knows. Where that is \
            damaged, or a newer release's, this is said, and they are to be erased by hand.
            """)

    @Argument(help: "A file that meridian backup made.") var file: String
    @Flag(help: "Check everything, and change nothing.") var verify = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try common.requireDatabase()
        if verify {
            let backup = try Backup.verify(file)
            return try common.answer(backup) { "\(file) is sound: \(backup.origin)\(backup.summary)" }
        }
        var restored = try Backup.restore(file, to: common.databasePath, now: try Environment.clock().now())
        // Killed before, the server's next round does it, or the next outbox send.
        var failure: (any Error)?
        if restored.erasuresDue > 0 {
            let service = try common.service().service
            do {
                restored.unerased = try await service.repeatErasures().left
            } catch {
                // It is restored all the same, and that is said first.
                failure = error
                restored.unerased = try await service.erasuresDue()
            }
        }
        try common.answer(restored) { restored.text }
        if let failure { throw failure }
    }
}

extension Backup {
    /// `made at 2027-01-04T09:00:00Z by 0.1.0, `; empty for what does not say.
    fileprivate var origin: String {
        guard let made, let release else { return "" }
        return "made at \(made) by Meridian \(release), "
    }
}

extension RestoredBackup {
    fileprivate var text: String {
        var lines = ["\(database) is restored: \(backup.origin)\(backup.summary)"]
        if let kept { lines.append("What was there before is kept as \(kept)") }
        let erased = erasuresDue - unerased.count
        if erased > 0 {
            lines.append(
                "\(erased == 1 ? "1 person" : "\(erased) people") who had been erased since the backup was made \(erased == 1 ? "is" : "are") erased again; "
                    + "remove the backup and what was kept once you can: it still has them")
        }
        lines += unerased.map(\.text)
        if let erasuresUnread {
            let reason = erasuresUnread == .newer ? "a newer Meridian wrote it" : "it cannot be read"
            lines.append(
                "Who was erased since the backup was made is not known from what was there before, since \(reason): "
                    + "whoever was is back, and nothing erases them again. Erase each of them by hand before mail leaves: "
                    + "meridian person erase WHO")
        }
        if key == .lost {
            lines.append(
                "The backup has no key, and none that fits it was there; if you have the right one, put it at \(database).key "
                    + "before anybody asks for a secret. Without it another is made: personal calendars go on working at the "
                    + "addresses that people have, but show a new one when asked for again; requests that are repeated because "
                    + "their answer was lost are refused and not answered again; tokens go on working")
        }
        lines.append(
            "Mail is held, \(heldMails == 1 ? "1 waits" : "\(heldMails) wait"): see what had left before, with meridian outbox list, and then "
                + "meridian outbox release")
        return lines.joined(separator: "\n")
    }
}
