import ArgumentParser
import Mentoring
import MentoringAPI
import Wording

extension ProgramCommand {
    struct Archive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "archive", abstract: "Let a program only be read: nothing new, and no mail.",
            discussion: """
                Pages, feeds, listings, progress and evidence stay. Whatever would change something of it is refused, by command, \
                page or mail, and the daily round passes it by. Sessions that are still to come stay as they are in people's \
                calendars, and nobody is told: see which with --dry-run, and call them off first.
                """)

        @Argument(help: "The program.") var program: String
        @Flag(help: "Reopen it: it goes on, and the mail that waited leaves.") var undo = false
        @Flag(help: "Say what would happen, and change nothing.") var dryRun = false
        @OptionGroup var common: CommonOptions

        func validate() throws {
            if undo, dryRun {
                throw ValidationError("Reopening changes nothing that could be said first; leave out --dry-run.")
            }
        }

        func run() async throws {
            let archive =
                undo
                ? try await common.ask(ReopenProgram(program: program))
                : try await common.ask(ArchiveProgram(program: program, dryRun: dryRun))
            try common.confirm(archive, isPreview: dryRun) { archive.text(isReopened: undo) }
        }
    }
}
