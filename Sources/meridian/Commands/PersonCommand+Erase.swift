import ArgumentParser
import Mentoring
import MentoringAPI
import Wording

extension PersonCommand {
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Print all that is kept about a person, as JSON.",
            discussion: """
                For themself, and for administrators. No secret is in it, and of others no address. Each record says of which \
                kind it is, and what is kept of it by name.
                """)

        @Argument(help: ArgumentHelp("Who: address or name.", valueName: "who")) var person: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try Terminal.say(json: JSONText.of(try await common.ask(ExportPerson(email: person))))
        }
    }

    struct Erase: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "erase", abstract: "Erase a person, for good.",
            discussion: """
                For themself, and for administrators. All that they are ends: seats go to whoever waits, slots and offers are \
                withdrawn, and what they lead is given to others by the next plan. Their name, addresses and zone go from \
                everything that is kept, the log and waiting answers included; what others did with them stays, as with a \
                former mentor or trainee. They are told by a last mail. Whoever comes back with the address is somebody new. \
                It cannot be undone: look first with --dry-run, and take out what is to be kept with person export.
                """)

        @Argument(help: ArgumentHelp("Who: address or name.", valueName: "who")) var person: String
        @Flag(help: "Say what would happen, and change nothing.") var dryRun = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let erasure = try await common.ask(ErasePerson(email: person, dryRun: dryRun))
            try common.confirm(erasure, isPreview: dryRun) { erasure.text() }
        }
    }
}
