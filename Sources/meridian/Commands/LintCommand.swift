import ArgumentParser
import CalendarLint
import Mentoring

/// The command `meridian lint`.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Find what calendar programs would misread in iCalendar files, anybody's.",
        discussion: """
            Each finding is FILE:LINE: rule NUMBER (error or warning): what is wrong; what to do. A file without METHOD is \
            judged as a feed, one with METHOD as a message. Several files count as sent one after the other: what a newer \
            one says of an event must be newer.

            A mail's parts, a server's headers and its readers' delays are not in the file and not judged; of a series' \
            clock changes, the first year is. Rule 32 tells what programs are known to read differently, and which. A file \
            has at most 4 MiB. Exit codes: 0 nothing found, 1 something found, 65 no iCalendar text.
            """)

    @Argument(help: "The files (.ics), in the order in which they were sent; “-” reads standard input.")
    var files: [String]
    @OptionGroup var common: CommonOptions

    func run() throws {
        var lint = CalendarLint(zones: try common.zones())
        var found: [FindingInFile] = []
        for file in files {
            let bytes = try InputFile.bytes(of: file, limit: CalendarLint.mostBytes)
            do {
                let findings = try lint.findings(inNext: bytes)
                if findings.count == CalendarLint.mostFindings {
                    Terminal.complain(
                        "meridian: \(OneLine.shown(file)): only the first \(findings.count) findings are shown")
                }
                found += findings.map { FindingInFile(file: files.count > 1 ? file : nil, path: file, finding: $0) }
            } catch {
                throw BadInput(error.message, file: file, line: error.line)
            }
        }
        try common.answer(found) {
            found.isEmpty ? "nothing found" : found.map(\.text).joined(separator: "\n")
        }
        guard found.isEmpty else { throw ExitCode(1) }
    }
}

/// A finding with the file that it is about, which JSON names only where there are several.
private struct FindingInFile: Encodable {
    let file: String?
    let path: String
    let finding: Finding

    var text: String { "\(OneLine.shown(path)):\(finding)" }

    private enum CodingKeys: CodingKey {
        case file
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(file, forKey: .file)
        try finding.encode(to: encoder)
    }
}
