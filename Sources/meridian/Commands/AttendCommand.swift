import ArgumentParser
import Mentoring

/// The command `meridian attend`.
struct AttendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attend", abstract: "Record who came to a session.",
        discussion: """
            Whoever had a seat and is not named did not come. Recording again replaces what was recorded. Who missed \
            their last two seats lets others go first the next time, until two days before that session, and is told why.
            """)

    @Argument(help: "The session's code.") var session: String
    @Argument(help: ArgumentHelp("Those who came.", valueName: "email")) var people: [String] = []
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let result = try await common.ask(
            RecordAttendance(session: session, present: people.map { try EmailAddress($0) }))
        try common.answer(result) {
            let missed =
                result.missed.isEmpty
                ? "nobody who had a seat was missing"
                : "missing: " + result.missed.map(OneLine.shown).joined(separator: ", ")
            return "\(result.session): \(result.present.count) came; \(missed)"
        }
    }
}
