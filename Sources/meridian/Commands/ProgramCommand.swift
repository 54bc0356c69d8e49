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
            try common.answer(programs) { ProgramView.text(of: programs) }
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
            try common.answer(program) { program.text }
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
            try common.confirm(program) { program.pausing }
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "resume", abstract: "Let a program that pauses go on; the mail that waits leaves.")

        @Argument(help: "The program.") var program: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let program = try await common.ask(ResumeProgram(program: program))
            try common.confirm(program) { program.goingOn }
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
