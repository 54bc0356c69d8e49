import ArgumentParser
import Mentoring
import MentoringAPI
import Wording

/// The command `meridian co-lead`.
struct CoLeadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "co-lead", abstract: "Record who led a session together with its mentor.",
        discussion: """
            It counts on the path to core. Only who is recorded as having come can have led along; recording again \
            replaces what was recorded, and without anybody named it is taken back.
            """)

    @Argument(help: "The session's code.") var session: String
    @Argument(help: ArgumentHelp("Those who led along: address, nickname or name.", valueName: "who")) var people:
        [String] = []
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let result = try await common.ask(
            RecordCoLeaders(session: session, people: people))
        try common.confirm(result) { result.text }
    }
}
