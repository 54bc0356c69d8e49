import AppResources
import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import ProgramFile
import TimeZoneCatalog
import Wording

/// The commands that begin with `meridian program`.
struct ProgramCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "program", abstract: "Programs and their files.",
        subcommands: [
            Apply.self, Export.self, List.self, Show.self, Pause.self, Resume.self, Archive.self, Example.self,
            Explain.self,
        ])

    struct Apply: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "apply", abstract: "Make the database agree with a program file.",
            discussion: """
                Only what changed in the file since it was applied last is changed; what people have changed meanwhile stays, \
                and is listed. Applying the same file again changes nothing. “-” reads standard input.
                """)

        @Argument(help: "The program file (YAML).") var file: String
        @Flag(help: "Show what would change, and change nothing.") var dryRun = false
        @Flag(
            help:
                "Also remove what came from the file and is in it no more: organizers, freezes, mentors, slots, absences, duties and volunteers. What people entered otherwise stays."
        ) var prune = false
        @Flag(help: "Take the file's word also where people have changed something since.") var override = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let text = try InputFile.text(of: file, limit: ProgramFileReader.limit)
            let changes = try await common.ask(
                ApplyProgram(
                    text: text, file: InputFile.name(of: file), prune: prune, override: override, dryRun: dryRun))
            let program = ProgramFileReader.program(in: text)
            var next = SeasonCommands.none
            if let program, !dryRun, changes.contains(where: \.isChange) {
                next = await .planning(program, with: common)
            }
            try common.confirm(changes, isPreview: dryRun) {
                (changes.map { "\($0)" } + outcome(changes, next: next))
                    .map(OneLine.shown).joined(separator: "\n")
            }
        }

        /// How much changes, and what to do next.
        private func outcome(_ changes: [ProgramChange], next: SeasonCommands) -> [String] {
            let outcome = ProgramChange.outcome(of: changes, isDone: !dryRun)
            guard changes.contains(where: \.isChange), !(dryRun && file == "-") else { return [outcome] }
            if dryRun {
                // Without its options it would do something else than was shown.
                let options = (prune ? " --prune" : "") + (override ? " --override" : "")
                return [outcome, "next: meridian program apply \(ShellWord.quoted(file))\(options)"]
            }
            return [outcome] + next.lines.map { "next: \($0)" }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "export", abstract: "Print a program's file back.")

        @Argument(help: "The program.") var program: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let file = try await common.ask(ExportProgram(program: program))
            if common.json {
                try Terminal.say(json: JSONText.of(file))
            } else {
                try Terminal.say(Array(file.text.utf8))
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List all programs.")

        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let programs = try await common.ask(ListPrograms())
            try common.answer(programs) {
                guard !programs.isEmpty else {
                    return "no programs yet; start with: meridian program example > nova.yaml"
                }
                // Few programs are at rest, and a long name leaves room for little else.
                let hasStates = programs.contains { $0.state != nil }
                var table = Table(
                    [.init(title: "Program"), .init(title: "Title", isFlexible: true)]
                        + (hasStates ? [.init(title: "State")] : [])
                        + [
                            .init(title: "Season", isFlexible: true, keepsEnd: true), .init(title: "From"),
                            .init(title: "Regions", isFlexible: true),
                        ])
                for program in programs {
                    table.add(
                        [program.name, program.title] + (hasStates ? [program.state ?? ""] : []) + [
                            program.season ?? "", "\(program.seasonStart)",
                            program.regionTitles.words(program.regions),
                        ])
                }
                return table.text()
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show one program, with what holds in a season of it.")

        @Argument(help: "The program.") var program: String
        @OptionGroup var inSeason: SeasonOption
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let program = try await common.ask(ShowProgram(program: program, season: inSeason.season))
            try common.answer(program) {
                let stages = program.stages.map { stage in
                    "\(stage.name): \(stage.goals.map { "\($0.goal.rawValue) \($0.wanted)" }.joined(separator: ", "))"
                }
                let facts = [
                    ("Program", program.name), ("Title", program.title),
                    ("About", program.about.map { $0.replacing("\n", with: " ") } ?? "the file does not say"),
                    ("Conduct", program.conduct ?? "none"), ("Contact", "\(program.contact)"),
                    ("Location", program.location),
                    (
                        "Season",
                        (program.season.map { "\($0), " } ?? "")
                            + "\(program.weeks.counted("week")) from \(When.dayAndYear(program.seasonStart))"
                    ),
                    ("Cadence", program.cadence.rawValue),
                    (
                        "Meets",
                        (program.meets ?? .everyWeek).inWords
                            + (program.whenFrozen == .postpone ? ", frozen meetings postponed" : "")
                    ),
                    ("Session", "\(program.minutes.counted("minute")), \(program.capacity.counted("seat"))"),
                    ("Regions", program.regionTitles.words(program.regions)),
                    ("Announced", "\(program.announceWeeks.counted("week")) ahead"),
                    ("Planned", "at least \((program.noticeHours ?? 48).counted("hour")) ahead"),
                    (
                        "Confirmed",
                        "\((program.confirmHours ?? 24).counted("hour")) after moving up, or later if there is time"
                    ),
                    ("Joined", program.join?.words ?? Joining.invited.words),
                    ("Areas", program.areas.isEmpty ? "none named" : program.areas.joined(separator: ", ")),
                    (
                        "Proposals",
                        program.proposals == .open ? "seen by everybody at once" : "seen by a mentor first"
                    ),
                    ("Doors", program.doors),
                ]
                return Facts(facts + stages.enumerated().map { ($0 == 0 ? "Stages" : "", $1) }).text
            }
        }
    }

    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pause", abstract: "Close sign-up and proposals, and keep the mail until the program goes on.",
            discussion: "Sessions stay as they are, and so does what people see of them. Nothing that waits is lost.")

        @Argument(help: "The program.") var program: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let program = try await common.ask(PauseProgram(program: program))
            try common.confirm(program) {
                """
                \(program.name) pauses: nobody can sign up or propose a change, and its mail waits
                next: meridian program resume \(program.name)
                """
            }
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "resume", abstract: "Let a program that pauses go on; the mail that waits leaves.")

        @Argument(help: "The program.") var program: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let program = try await common.ask(ResumeProgram(program: program))
            try common.confirm(program) {
                "\(program.name) goes on: sign-up and proposals are open, and its mail leaves"
            }
        }
    }

    struct Example: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "example", abstract: "Print an example program file to start from.")

        @OptionGroup var common: CommonOptions

        func run() throws {
            let text = AppResources.exampleProgram
            if common.json { try Terminal.say(json: JSONText.of(["text": text])) } else { try Terminal.say(text) }
        }
    }
}

extension Joining {
    /// How people join, for people.
    fileprivate var words: String {
        switch self {
        case .invited: "by invitation"
        case .asked: "by whoever an organizer lets in"
        case .open: "by everybody"
        }
    }
}

extension ProgramView {
    /// Whether it is at rest, in a word.
    fileprivate var state: String? { archived == true ? "archived" : paused == true ? "pauses" : nil }

    /// Whether it takes anything in, in words.
    fileprivate var doors: String {
        if archived == true {
            let since = archivedSince.map { " since \(When.dayAndYear(LocalDate(containing: $0)))" } ?? ""
            return "closed: archived\(since), so it can only be read"
        }
        return paused == true ? "closed: it pauses, and its mail waits" : "open"
    }
}
