import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

/// The commands that begin with `meridian mentor`.
struct MentorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mentor", abstract: "The core reviewers who lead sessions.",
        subcommands: [Add.self, Invite.self, List.self, Set.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Add a mentor to a program, or change one.",
            discussion: """
                What is not given keeps its value; a new mentor gets weight 1, 2 weeks between turns, 2 a month. Another zone does \
                what meridian mentor set --zone does: what was announced stays, slots and what is only planned follow; a clock \
                that they set themself stays. A region other than the clock's stays, whatever the clock does, until another is \
                given; with the clock's own it follows the clock again.
                """)

        @Argument(help: "The program.") var program: String
        @Option(help: "The name that others see.") var name: String
        @Option(help: "The mail address.") var email: String
        @Option(help: "Where the mentor reads the clock, such as Asia/Tokyo.") var zone: String
        @Option(help: "The region whose sessions they lead (default: the zone's).") var region: TypedRegion?
        @Option(help: "Share of the load.") var weight: Int?
        @Option(help: "The most sessions in a calendar month.") var maxPerMonth: Int?
        @Option(help: "The least number of weeks between turns.") var minGapWeeks: Int?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let region = try await region?.region(in: program, common)
            let mentor = try await common.ask(
                AddMentor(
                    program: program, name: name, email: EmailAddress(email), zone: zone, region: region,
                    weight: weight, maxPerMonth: maxPerMonth, minGapWeeks: minGapWeeks))
            try common.confirm(mentor) { mentor.added(to: program, as: name, on: zone) }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List a program's mentors.")

        @Argument(help: "The program.") var program: String
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let mentors = try await common.ask(ListMentors(program: program))
            try common.answer(mentors) { MentorView.text(of: mentors, in: program) }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Take a mentor out of a program.",
            discussion: """
                Slots and offers end at once, and so do the mentor's rights. What they were to lead goes to others with the next \
                plan, or is cancelled, and those enrolled are told then. What was held stays. A program file that still names them \
                brings them back.
                """)

        @Argument(help: "The program.") var program: String
        @Argument(help: ArgumentHelp("The mentor: address or name.", valueName: "who")) var person: String
        @Flag(help: "Say what would happen, and change nothing.") var dryRun = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let departure = try await common.ask(
                RemoveMentor(program: program, email: person, dryRun: dryRun))
            let next = await SeasonCommands.planning(program, publish: true, with: common)
            try common.confirm(departure, isPreview: dryRun) { departure.text(next: next.lines) }
        }
    }
}
