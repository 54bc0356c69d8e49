import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import Wording

/// `meridian log`: who did what.
struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Who changed what, newest first.",
        discussion: """
              meridian log nova
              meridian log nova --who olga@example.org --since 2027-01-04

            Each change is written down in the transaction that makes it: who, when, by which way (a command on the \
            server's machine, the API, a page, a mail, a program's file, or by itself because its time had come), what, and to what. Of \
            what was given the names of the fields are kept, never what stood in them; votes are not written down. \
            Organizers see their program's log, and in it who is somebody there; without a program it is the whole \
            server's, for administrators.
            """)

    @Argument(help: "The program (default: the whole server).") var program: String?
    @Option(help: ArgumentHelp("Only what this person did: address or name.", valueName: "who")) var who: String?
    @Option(
        help: ArgumentHelp(
            "Only what was done to this: a session's code, an address, or the number of a thing.", valueName: "thing"))
    var about: String?
    @Option(
        help: ArgumentHelp(
            "Only what was done from this day on: 2027-01-04, \"4 Jan\", yesterday, \"last week\".", valueName: "date"))
    var since: String?
    @Option(help: ArgumentHelp("How many entries at most.", valueName: "number")) var most = 100
    @Option(help: ArgumentHelp("Only the entries before this one.", valueName: "entry")) var before: Int64?
    @Option(help: ArgumentHelp("Only the entries after this one, the nearest to it.", valueName: "entry"))
    var after: Int64?
    @OptionGroup var zones: ZoneOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        _ = try zones.first(common)
        let since = try since.map { try Typed.pastDay($0, common) }
        let zone = try since.map { _ in try zones.shown(common).id.name }
        let (before, after) = (before.map { Identifier<LogEntry>($0) }, after.map { Identifier<LogEntry>($0) })
        let entries =
            if let program {
                try await common.ask(
                    ShowLog(
                        program: program, who: who, about: about, since: since, zone: zone, before: before,
                        after: after, most: most))
            } else {
                try await common.ask(
                    ShowWholeLog(
                        who: who, about: about, since: since, zone: zone, before: before, after: after, most: most))
            }
        try common.answer(entries) { try text(of: entries) }
    }

    private func text(of entries: [LogEntryView]) throws -> String {
        guard let oldest = entries.last else {
            return "nothing is written down\(before == nil ? after == nil ? "" : " after that" : " before that")"
        }
        let text = try LogEntryView.table(of: entries, on: zones.shown(common), ofAllPrograms: program == nil).text()
        guard entries.count == most, after == nil, oldest.id.rawValue > 1 else { return text }
        return text + "\n\nThere may be earlier ones: add --before \(oldest.id)"
    }
}
