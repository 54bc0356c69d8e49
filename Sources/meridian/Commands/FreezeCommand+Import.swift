import ArgumentParser
import ICalendar
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

extension FreezeCommand {
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Freeze the whole days that a calendar of holidays names.",
            discussion: """
                  meridian freeze import nova holidays.ics --dry-run
                  meridian freeze import nova golden-week.ics --region asia

                Taken are events of whole days, of one or of several, and each day of those that recur, in the seasons that \
                are not over; the title is the reason. The answer says in which weeks they lie, and which sessions lie on them.

                At most 1 MiB. “-” reads standard input. Importing again changes nothing.
                """)

        @Argument(help: "The program.") var program: String
        @Argument(help: "The calendar (.ics).") var file: String
        @Option(help: "Only this region; may be given several times (default: all).") var region: [TypedRegion] = []
        @Flag(help: "Show what would be frozen, and freeze nothing.") var dryRun = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await InputFile.naming(file) {
                var regions: [Region] = []
                for typed in region { regions.append(try await typed.region(in: program, common)) }
                let calendar = try InputFile.text(of: file, limit: CalendarReader.limit)
                let outcome = try await common.ask(
                    ImportFreezes(program: program, calendar: calendar, regions: regions, dryRun: dryRun))
                try common.confirm(outcome, isPreview: dryRun) { outcome.text(dryRun: dryRun) }
            }
        }
    }
}
