import ArgumentParser
import ChatLogs
import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog

/// The log of a session that somebody hands in.
struct LogOptions: ParsableArguments {
    @Option(
        name: .customLong("log"),
        help: ArgumentHelp(
            "The log of what was said, as a bot or any usual chat program keeps it as text; “-” is standard input.",
            valueName: "file"))
    var file: String?

    @Option(
        help: ArgumentHelp(
            "In which zone the log has its times, where it has dates and no offsets from UTC, nor names a clock (default: the acting person's, else this machine's).",
            valueName: "zone"))
    var logZone: String?

    @Option(name: .customLong("log-url"), help: ArgumentHelp("Where everybody can read it.", valueName: "url"))
    var logURL: String?

    @Option(help: ArgumentHelp("A nickname in the log that is nobody; may be given several times.", valueName: "nick"))
    var ignore: [String] = []

    var isEmpty: Bool { file == nil && logZone == nil && logURL == nil && ignore.isEmpty }

    /// Who speaks in the log, from a quarter of an hour before the session until half an hour after it; nil without a log.
    /// - Throws: `BadInput` with file and line where it is none, or has nothing of these hours.
    func read(of code: String, at common: CommonOptions) async throws -> ChatLog? {
        guard let file else { return nil }
        let zones = try common.zones()
        let zone = try logZone.map(zones.zone(named:))
        let session = try await common.ask(ShowSession(session: code))
        let rules = try zones.rules(for: zone ?? session.yours?.zone ?? zones.machineZone())
        var reader = try ChatLogReader(from: session.start, to: session.end, on: rules, zones: zones)
        do {
            try InputFile.read(file) { try reader.read($0) }
            return try reader.finish()
        } catch let error as NotAChatLog {
            throw BadInput(error.message, file: file, line: error.line)
        }
    }
}
