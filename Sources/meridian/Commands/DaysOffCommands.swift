import ArgumentParser
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

/// The commands that begin with `meridian away`.
struct AwayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "away", abstract: "Days on which somebody leads no session.",
        subcommands: [Add.self, List.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Record an absence.",
            discussion: """
                Your own days off hold in every program. What an organizer says of somebody holds in the program that \
                they organize.

                  meridian away add 8-14 Feb --as akira@example.org
                  meridian away add akira@example.org 2027-02-08..2027-02-14
                  meridian away add Akira Sato 8 Feb - 1 Mar

                Days without a year are the next ones; without an end (2027-02-08..) they go on to the season's last day. \
                The answer says the days.
                """)

        @Argument(
            help: ArgumentHelp(
                "Who, by address or name (default: who is acting), and the days, both included: 2027-02-08..2027-02-14, 8-14 Feb, 8 Feb - 1 Mar, tomorrow, next week.",
                valueName: "who-and-days"))
        var words: [String]
        @Option(help: "In which program, for organizers of several.") var program: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let read = try Typed.daysOfSomebody(words.joined(separator: " "), common)
            let days = read.time
            let away = try await common.ask(
                AddAway(email: read.person, from: days.from, to: days.to, program: program))
            try common.confirm(away) { Paragraph.of(away.text(untilSeasonEnd: days.to == nil)) }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List somebody's absences.")

        @Argument(help: ArgumentHelp("Whose: address or name (default: who is acting).", valueName: "who"))
        var person: String?
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let absences = try await common.ask(ListAbsences(email: person))
            try common.answer(absences) {
                guard !absences.isEmpty else { return "never away" }
                var table = Table([
                    .init(title: "Absence", alignedRight: true),
                    .init(title: "Person", isFlexible: true, saying: { "of \($0)" }), .init(title: "From"),
                    .init(title: "To"), .init(title: "Program", saying: { "in \($0)" }),
                    .init(title: "Leads then", wraps: true),
                ])
                for away in absences {
                    let program = Table.Cell(away.program ?? "all", said: away.program ?? "every program")
                    table.add([
                        Table.Cell("\(away.id)"), Table.Cell(away.person ?? ""), Table.Cell(away.from),
                        Table.Cell(away.to), program, Table.Cell(away.affects.joined(separator: ", ")),
                    ])
                }
                return table.text()
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "remove", abstract: "Remove an absence.")

        @Argument(help: ArgumentHelp("The number of the absence.", valueName: "absence")) var id: Int64
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let removal = try await common.ask(RemoveAway(away: Identifier(id)))
            try common.confirm(removal) { removal.text }
        }
    }
}

/// The commands that begin with `meridian freeze`.
struct FreezeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze", abstract: "Days on which a program holds no session.",
        subcommands: [Add.self, Import.self, List.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Freeze days of a program.",
            discussion: """
                The next plan leaves them out; nobody's turn is lost by it.

                  meridian freeze add nova 8-21 Mar release week
                  meridian freeze add nova 2027-03-08..2027-03-21 "release week" --region europe
                """)

        @Argument(help: "The program.") var program: String
        @Argument(
            help: ArgumentHelp(
                "The days, both included: 2027-03-08..2027-03-21, 8-21 Mar, 8 Mar - 2 Apr; without an end (2027-03-08..) to the season's last day. Behind them why.",
                valueName: "days-and-reason"))
        var words: [String]
        @Option(help: "Only this region; may be given several times (default: all).") var region: [TypedRegion] = []
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let (days, reason) = try Typed.daysAndReason(words, common)
            var regions: [Region] = []
            for typed in region { regions.append(try await typed.region(in: program, common)) }
            let freeze = try await common.ask(
                AddFreeze(program: program, from: days.from, to: days.to, reason: reason, regions: regions))
            let next = await SeasonCommands.planning(program, from: freeze.from, to: freeze.to, with: common)
            let titles = await common.titles(besides: [freeze], of: program)
            try common.confirm(freeze) {
                ([freeze.text(calling: titles)] + next.lines.map { "next: \($0)" }).joined(separator: "\n")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List a program's freezes.")

        @Argument(help: "The program.") var program: String
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let freezes = try await common.ask(ListFreezes(program: program))
            let titles = await common.titles(besides: freezes, of: program)
            try common.answer(freezes) {
                guard !freezes.isEmpty else { return "no freezes" }
                var table = Table([
                    .init(title: "Freeze", alignedRight: true), .init(title: "From"), .init(title: "To"),
                    .init(title: "Regions", isFlexible: true, saying: { "in \($0)" }),
                    .init(title: "Reason", wraps: true, saying: { "because of \($0)" }),
                ])
                for freeze in freezes {
                    table.add([
                        Table.Cell("\(freeze.id)"), Table.Cell(freeze.from), Table.Cell(freeze.to),
                        Table.Cell(freeze.regions(calling: titles)), Table.Cell(freeze.reason),
                    ])
                }
                let remarks = freezes.flatMap { freeze in
                    (freeze.remarks ?? []).map { "freeze \(freeze.id) \($0)" }
                }
                return ([table.text()] + remarks).joined(separator: "\n")
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "remove", abstract: "Remove a freeze.")

        @Argument(help: ArgumentHelp("The number of the freeze.", valueName: "freeze")) var id: Int64
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let removal = try await common.ask(RemoveFreeze(freeze: Identifier(id)))
            try common.confirm(removal) { removal.text }
        }
    }
}

extension CommonOptions {
    /// What a program calls the regions that freezes name, for whoever reads them; nil where nobody does, or it cannot be asked.
    fileprivate func titles(besides freezes: [FreezeView], of program: Program.Name) async -> RegionTitles? {
        guard !json, freezes.contains(where: { !$0.regions.isEmpty }) else { return nil }
        return (try? await ask(ShowProgram(program: program)))?.regionTitles
    }
}
