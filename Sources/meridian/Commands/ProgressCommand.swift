import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import Wording

/// The command `meridian progress`.
struct ProgressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress", abstract: "Show how far trainees have come on the path to core.",
        discussion: """
            Without a name: your own path if you are a trainee of the program, else the table of all trainees, which \
            its mentors and organizers can see.
            """)

    @Argument(help: "The program.") var program: String
    @Argument(help: ArgumentHelp("The trainee: address, nickname or name.", valueName: "who")) var person: String?
    @Flag(help: "Show the table of all trainees, also to a trainee.") var all = false
    @OptionGroup var zones: ZoneOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let zone = try zones.first(common)
        if let person {
            let request = ShowProgress(program: program, person: person, zone: zone)
            return try show(try await common.ask(request))
        }
        if !all, let own = try await own(in: zone) { return try show(own) }
        let trainees = try await common.ask(ListProgress(program: program))
        try common.answer(trainees) { ProgressText.table(of: trainees) }
    }

    /// The acting person's; nil for who is no trainee of the program.
    private func own(in zone: String?) async throws -> ProgressView? {
        do {
            return try await common.ask(ShowProgress(program: program, zone: zone))
        } catch is Caller.Unknown {
            return nil
        } catch let refusal as Refusal where refusal.reason == .notFound {
            return nil
        }
    }

    private func show(_ progress: ProgressView) throws {
        try common.answer(progress) { ProgressText.one(progress) }
    }
}
