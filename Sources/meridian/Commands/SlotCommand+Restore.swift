import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import Wording

extension SlotCommand {
    struct Restore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "restore", abstract: "Take dates back into a slot that it leaves out.",
            discussion: """
                  meridian slot restore 3 2027-02-02 2027-03-02..2027-03-16
                  meridian slot restore 3 --all

                slot import --busy says with which days to undo it. The next plan may use the dates again.
                """)

        @Argument(help: ArgumentHelp("The number of the slot.", valueName: "slot")) var id: Int64
        @Argument(help: "The days, each as in 2027-02-02, \"2 Feb\", FROM..TO or \"2-9 Feb\".") var days: [String] = []
        @Flag(help: "All days that it leaves out.") var all = false
        @OptionGroup var common: CommonOptions

        func validate() throws {
            guard all == days.isEmpty else { throw ValidationError("Name the days, or say --all.") }
        }

        func run() async throws {
            let days = try days.map { text in
                let days = try Typed.days(text, common)
                return try "\(DayRange(from: days.from, to: days.to ?? LocalDate(epochDay: .max)))"
            }
            let outcome = try await common.ask(RestoreSlotDates(slot: Identifier(id), days: all ? nil : days))
            try common.confirm(outcome) { outcome.text }
        }
    }
}
