import ArgumentParser
import Mentoring
import MentoringAPI
import Wording

extension MentorCommand {
    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set", abstract: "Set how often you lead, your name and your clock.",
            discussion: """
                What was announced stays yours at the instant that was agreed; what is only planned follows with the next plan: \
                slots are times on your own clock, and your region is your zone's unless it was set otherwise. With --mentor an \
                organizer sets it for somebody else, whose name and zone are their own once they have spoken themself.
                """)

        @Argument(help: "The program.") var program: String
        @Option(help: "The most sessions in a calendar month.") var maxPerMonth: Int?
        @Option(help: "The least number of weeks between turns.") var minGapWeeks: Int?
        @Option(help: "Where the mentor reads the clock, such as America/New_York.") var zone: String?
        @Option(help: "The name that others see.") var name: String?
        @Option(help: "Whose: address or name (default: yours).") var mentor: String?
        @Flag(help: "Say what would happen, and change nothing.") var dryRun = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let terms = try await common.ask(
                SetMentor(
                    program: program, email: mentor, name: name, zone: zone,
                    maxPerMonth: maxPerMonth, minGapWeeks: minGapWeeks, dryRun: dryRun))
            let next = await SeasonCommands.planning(after: terms, with: common)
            try common.confirm(terms, isPreview: dryRun) { terms.text(next: next) }
        }
    }
}
