import ArgumentParser
import Mentoring
import MentoringAPI
import Wording

/// The commands that begin with `meridian person`.
struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Those who take part in programs, or may not.",
        subcommands: [
            Move.self, Confirm.self, Undo.self, Block.self, Unblock.self, Blocked.self, Export.self, Erase.self,
        ])

    struct Block: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "block", abstract: "End all that a person is in a program, or on the whole server, for good.",
            discussion: """
                They can join, enroll, propose, vote and answer no more, and are not told who did it. An address can be blocked \
                before anybody has it. Without a program it holds on the whole server, which is for its administrators.
                """)

        @Argument(help: ArgumentHelp("Who: address or name.", valueName: "who")) var person: String
        @Argument(help: "The program (default: the whole server).") var program: String?
        @Flag(help: "Say what would happen, and change nothing.") var dryRun = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let departure =
                if let program {
                    try await common.ask(BlockPerson(program: program, email: person, dryRun: dryRun))
                } else {
                    try await common.ask(BlockEverywhere(email: person, dryRun: dryRun))
                }
            var next = SeasonCommands.none
            if let program { next = await .planning(program, publish: true, with: common) }
            try common.confirm(departure, isPreview: dryRun) { departure.text(next: next.lines) }
        }
    }

    struct Unblock: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "unblock", abstract: "Let a person take part again, who then joins anew.")

        @Argument(help: ArgumentHelp("Who: address or name.", valueName: "who")) var person: String
        @Argument(help: "The program (default: the whole server).") var program: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let unblocked =
                if let program {
                    try await common.ask(UnblockPerson(program: program, email: person))
                } else {
                    try await common.ask(UnblockEverywhere(email: person))
                }
            try common.confirm(unblocked) { "\(unblocked.email) can join \(program ?? "programs") again" }
        }
    }

    struct Blocked: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "blocked", abstract: "List who may take part no more, in a program or on the whole server.")

        @Argument(help: "The program (default: the whole server).") var program: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let blocks =
                if let program {
                    try await common.ask(ListBlocks(program: program))
                } else {
                    try await common.ask(ListBlocksEverywhere())
                }
            try common.answer(blocks) {
                let place = program.map { "in \($0)" } ?? "on the whole server"
                guard !blocks.isEmpty else { return "nobody is blocked \(place)" }
                var table = Table([
                    .init(title: "Program"), .init(title: "Address", isFlexible: true, isSubject: true),
                ])
                for block in blocks { table.add([block.program ?? "all", "\(block.email)"]) }
                return table.text()
            }
        }
    }
}
