import ArgumentParser
import Mentoring
import MentoringAPI
import Wording

extension TraineeCommand {
    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Take a trainee out of a program.",
            discussion: """
                Seats and places in queues end, in sessions to come and for the season; whoever waits moves up. Attendance and \
                progress stay. To keep somebody out for good: meridian person block.
                """)

        @Argument(help: "The program.") var program: String
        @Argument(help: ArgumentHelp("The trainee: address or name.", valueName: "who")) var person: String
        @Flag(help: "Say what would happen, and change nothing.") var dryRun = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let departure = try await common.ask(
                RemoveTrainee(program: program, email: person, dryRun: dryRun))
            try common.confirm(departure, isPreview: dryRun) { departure.text() }
        }
    }
}
