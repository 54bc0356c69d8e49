import ArgumentParser
import Mentoring
import MentoringAPI
import Wording

extension TraineeCommand {
    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set", abstract: "Set your own name, clock and reminders, in every program.",
            discussion: """
                Sessions stay at their instants, and are shown to you by the new clock. If you lead sessions somewhere, your slots \
                and your region follow, and what was announced stays yours. Reminders come a day and an hour before a session; invitations, changes and \
                cancellations come whether you want those or not.
                """)

        @Option(help: "The name that others see.") var name: String?
        @Option(help: "Where you read the clock, such as Africa/Lagos.") var zone: String?
        @Option(help: "Whether you are reminded of sessions: on or off.") var reminders: Reminders?
        @Flag(help: "Say what would happen, and change nothing.") var dryRun = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let terms = try await common.ask(
                SetPerson(name: name, zone: zone, reminders: reminders, dryRun: dryRun))
            let next = await SeasonCommands.planning(after: terms, with: common)
            try common.confirm(terms, isPreview: dryRun) { terms.text(next: next) }
        }
    }

    struct Leave: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "leave", abstract: "Leave a program as its trainee.",
            discussion: """
                Seats and places in queues end, in sessions to come and for the season, and so do turns at duties; whoever waits \
                moves up. What you came to stays, and your evidence with it. To come back: meridian trainee join. See what it does \
                first with --dry-run. To give up one session or one region only: meridian leave.
                """)

        @Argument(help: "The program.") var program: String
        @Flag(help: "Say what would happen, and change nothing.") var dryRun = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let departure = try await common.ask(LeaveProgram(program: program, dryRun: dryRun))
            try common.confirm(departure, isPreview: dryRun) { departure.text(comingBackTo: program) }
        }
    }
}
