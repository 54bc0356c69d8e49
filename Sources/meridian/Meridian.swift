import ArgumentParser

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

              meridian program example > nova.yaml      a program file to start from
              meridian program apply nova.yaml
              meridian plan nova --publish
              meridian trainee join nova --name 'Ada' --email ada@example.org --zone Africa/Lagos
              meridian enroll nova-w01-europe --as ada@example.org
              meridian serve

            Every listing takes --json and --zone. Exit codes: 0 done, 1 refused, 64 wrong usage, 65 bad input, \
            69 server or sendmail unreachable, 74 storage failure.
            """,
        version: version,
        subcommands: [
            ProgramCommand.self, OrganizerCommand.self, MentorCommand.self, SlotCommand.self, AwayCommand.self,
            FreezeCommand.self,
            PlanCommand.self, WhyCommand.self, WhyNotCommand.self, ForecastCommand.self, PlannerCommand.self,
            SeasonCommand.self, SessionCommand.self, TraineeCommand.self, PersonCommand.self, EnrollCommand.self,
            LeaveCommand.self,
            AttendCommand.self,
            NickCommand.self, CoLeadCommand.self, ProgressCommand.self, EvidenceCommand.self, HealthCommand.self,
            LogCommand.self,
            ReviewCommand.self, SwapCommand.self, DutyCommand.self,
            FeedCommand.self, InviteCommand.self, OutboxCommand.self, MailCommand.self, TokenCommand.self,
            ServeCommand.self, BackupCommand.self, RestoreCommand.self, DoctorCommand.self, LintCommand.self,
        ])

    /// The release of Meridian.
    static let version = "0.1.0"

    static func main() async {
        Terminal.prepare()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            FailedCommand(error).leave()
        }
    }
}
