import ArgumentParser
import MentoringAPI
import Wording

/// The whole program.
///
/// Every command names itself: a name that ArgumentParser derives from the type's costs a cast for each, together a fifth
/// of the time that the program takes to start.
@main
struct Meridian: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meridian",
        abstract: "Schedules reviewer mentoring across time zones, fairly, and keeps everybody's calendar right.",
        discussion: """
            An organizer applies a program file, mentors publish slots in their local time, Meridian plans who leads which \
            week in Asia, Europe and the Americas, and trainees enroll.

              meridian program example > nova.yaml
              meridian program apply nova.yaml
              meridian plan nova --publish
              meridian trainee join nova --name Ada --email ada@example.org --zone Africa/Lagos
              meridian enroll nova-w01-europe --as ada@example.org
              meridian serve

            Every command takes --json, and --zone where it shows hours. What every command takes may also stand before it; \
            ls is short for list, rm for remove and withdraw. Exit codes: 0 done, 1 refused, 64 wrong usage, 65 bad input, 69 server or sendmail \
            unreachable, 74 storage failure. --version --verbose names what this program is made of.
            """,
        version: version,
        groupedSubcommands: [
            CommandGroup(
                name: "For trainees",
                subcommands: [
                    SessionCommand.self, TraineeCommand.self, EnrollCommand.self, LeaveCommand.self, AttendCommand.self,
                    ReviewCommand.self, ProgressCommand.self, NickCommand.self, FeedCommand.self,
                ]),
            CommandGroup(
                name: "For mentors",
                subcommands: [
                    SlotCommand.self, AwayCommand.self, SwapCommand.self, DutyCommand.self, CoLeadCommand.self,
                    WhyCommand.self, WhyNotCommand.self, EvidenceCommand.self,
                ]),
            CommandGroup(
                name: "For organizers",
                subcommands: [
                    ProgramCommand.self, SeasonCommand.self, MentorCommand.self, FreezeCommand.self, PlanCommand.self,
                    ForecastCommand.self, HealthCommand.self, OrganizerCommand.self, PersonCommand.self,
                    InviteCommand.self, MailCommand.self, TokenCommand.self, LogCommand.self,
                ]),
            CommandGroup(
                name: "For administrators",
                subcommands: [
                    ServeCommand.self, OutboxCommand.self, BackupCommand.self, RestoreCommand.self, DoctorCommand.self,
                ]),
            CommandGroup(
                name: "For everybody",
                subcommands: [
                    DemoCommand.self, LoginCommand.self, LogoutCommand.self, WhoAmICommand.self, CompletionCommand.self,
                    LintCommand.self, PlannerCommand.self,
                ]),
        ])

    /// The release of Meridian.
    static let version = Release.current.description

    static func main() async {
        Terminal.prepare()
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.first == CompletionAnswer.question {
            await CompletionAnswer.give(to: Array(arguments.dropFirst()))
        }
        let typed = OrderedArguments(arguments)
        await Layout.$current.withValue(.ofStandardOutput) {
            do {
                if VersionAnswer.isAsked(for: arguments) { return try VersionAnswer.give(asJSON: typed.wantsJSON) }
                var command = try command(of: typed)
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
            } catch {
                FailedCommand(error, typed: typed).leave()
            }
        }
    }

    /// The command that was typed, ready to run.
    /// - Throws: `WrongUsage`, and what ArgumentParser throws.
    private static func command(of typed: OrderedArguments) throws -> any ParsableCommand {
        if typed.asksForHelp, let wrong = WrongUsage(typed) { throw wrong }
        do {
            return try parseAsRoot(typed.arguments)
        } catch {
            if exitCode(for: error) != .success, let wrong = WrongUsage(typed) { throw wrong }
            throw error
        }
    }
}
