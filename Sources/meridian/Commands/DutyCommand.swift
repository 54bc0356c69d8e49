import ArgumentParser
import Mentoring
import MentoringAPI
import Wording

/// The commands that begin with `meridian duty`.
struct DutyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duty", abstract: "What falls to one volunteer a week, such as the triage of new bugs.",
        discussion: """
            Duties stand in the program file and are planned and published together with the sessions, as fairly and \
            around the same freezes and absences. A week is offered to other volunteers by its code: \
            meridian swap offer nova-2027a-w03-triage.
            """,
        subcommands: [List.self, VolunteerFor.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List duties, and whose week is which.")

        @Argument(help: "The program.") var program: String
        @Flag(help: "Only those still to come, of every season unless one is named.") var upcoming = false
        @OptionGroup var inSeason: SeasonOption
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let duties = try await common.ask(
                ListDuties(program: program, upcoming: upcoming ? true : nil, season: inSeason.season))
            try common.answer(duties) {
                duties.isEmpty ? "\(program) has no duties" : duties.map(\.text).joined(separator: "\n\n")
            }
        }
    }

    struct VolunteerFor: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "volunteer", abstract: "Take turns at a duty from the next plan on, or no more.")

        @Argument(help: "The program.") var program: String
        @Argument(help: "The duty, such as triage.") var duty: String
        @Flag(
            help:
                "Take no more turns; with the next plan weeks given to you already go to others, or to nobody where nobody can."
        ) var stop = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let result =
                stop
                ? try await common.ask(StopVolunteering(program: program, duty: duty))
                : try await common.ask(VolunteerForDuty(program: program, duty: duty))
            try common.confirm(result) { result.text }
        }
    }
}

extension DutyView {
    fileprivate var text: String {
        let heading = Paragraph.of([title, link].compactMap(\.self).joined(separator: ", "))
        let names = volunteers.isEmpty ? "nobody volunteers" : "volunteers: " + volunteers.joined(separator: ", ")
        let weeks = turns.isEmpty ? "no week is planned" : DutyTable(turns).text
        return [heading, Paragraph.of(names), weeks].joined(separator: "\n")
    }
}
