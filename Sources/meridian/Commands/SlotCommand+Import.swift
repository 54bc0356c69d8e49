import ArgumentParser
import ICalendar
import Mentoring
import MentoringAPI
import Wording

extension SlotCommand {
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Publish slots from a mentor's own calendar, or take their busy times out of them.",
            discussion: """
                  meridian slot import nova --mentor me@example.org availability.ics
                  meridian slot import nova --mentor me@example.org --busy calendar.ics

                Taken are weekly events and availability (RFC 7953) in the mentor's zone, each as a slot at its \
                beginning; what speaks against its hours is said, as by slot publish. With --busy instead, every date of a \
                slot that overlaps a busy time is left out from now on; nothing else of the busy time is kept, and nothing \
                else leaves this machine. What is cancelled, declined or free takes no time. People and attachments are never read; titles only to know whole days of absence \
                (“vacation”, “out of office”), which are offered as such: --away records them.

                A slot that would have no date left is asked about first; where nobody can be asked, --yes says so. \
                slot restore takes dates back in.

                At most 1 MiB, with --busy 32 MiB. “-” reads standard input. Importing again changes nothing.
                """)

        @Argument(help: "The program.") var program: String
        @Argument(help: "The calendar (.ics).") var file: String
        @Option(help: ArgumentHelp("The mentor: address or name (default: who is acting).", valueName: "who"))
        var mentor: String?
        @Flag(help: "Take the busy times out of the mentor's slots.") var busy = false
        @Flag(help: "Record whole days of absence, too (with --busy).") var away = false
        @Flag(help: "Leave out even every date of a slot (with --busy).") var yes = false
        @Flag(help: "Show what would change, and change nothing.") var dryRun = false
        @OptionGroup var common: CommonOptions

        func validate() throws {
            guard busy || !away && !yes else { throw ValidationError("--away and --yes go with --busy.") }
        }

        func run() async throws {
            try await InputFile.naming(file) {
                if busy { return try await leaveOut(of: mentor) }
                let calendar = try InputFile.text(of: file, limit: CalendarReader.limit)
                let outcome = try await common.ask(
                    ImportSlots(program: program, mentor: mentor, calendar: calendar, dryRun: dryRun))
                try common.confirm(outcome, isPreview: dryRun) { outcome.text(dryRun: dryRun) }
            }
        }
    }
}
