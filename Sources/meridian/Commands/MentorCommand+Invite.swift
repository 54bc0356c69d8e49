import ArgumentParser
import Mentoring
import MentoringAPI
import Wording

extension MentorCommand {
    struct Invite: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "invite", abstract: "Ask the mentors who have published no time, by mail, to do so.",
            discussion: """
                Each of them gets a mail with a link to where they sign in and enter their times, at most one a week. \
                The answer says whom that concerns. With --dry-run nobody is asked: the answer says who would be, who was \
                this week already, which weeks of which regions the times cover that are published, and how many turns would \
                have a mentor.
                """)

        @Argument(help: "The program.") var program: String
        @Flag(help: "Only say who would be asked, and what the times cover that are published; ask nobody.")
        var dryRun = false
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let clock = try zones.shown(common)
            if dryRun {
                let readiness = try await common.ask(ShowReadiness(program: program))
                return try common.answer(readiness) { readiness.words(on: clock) }
            }
            let invitations = try await common.ask(InviteMentors(program: program))
            try common.confirm(invitations) { invitations.text() }
        }
    }
}
