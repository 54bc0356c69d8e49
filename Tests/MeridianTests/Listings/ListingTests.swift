import CTerminal
import Foundation
import Testing

@testable import meridian

@Suite("Every listing, of people in nine scripts")
struct ListingTests {
    init() { Terminal.prepare() }

    /// Runs all of them, on a terminal of so many columns or into a pipe.
    private func outcomes(
        onTerminalOf columns: Int?, rows: Int = 10_000, with options: [String] = [], extra: [String: String] = [:]
    ) async throws -> [(command: String, outcome: CommandRunner.Outcome)] {
        let environment = try await NineScripts.made.value.environment.merging(extra) { $1 }
        let meridian = try CommandRunner()
        var outcomes: [(command: String, outcome: CommandRunner.Outcome)] = []
        for arguments in NineScripts.listings {
            let outcome =
                if let columns {
                    try await meridian.run(
                        onTerminalOf: columns, rows: rows, arguments + options, extra: environment)
                } else {
                    try await meridian.run(arguments: arguments + options, extra: environment)
                }
            let command = arguments.joined(separator: " ")
            #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(command): \(outcome)")
            outcomes.append((command, outcome))
        }
        return outcomes
    }

    /// What the C library gives each character, and nothing that a terminal obeys: here is no code of the program's.
    private func width(_ line: String) -> Int {
        line.replacing(/\u{1B}\[[0-9;]*m/, with: "").unicodeScalars.reduce(0) {
            $0 + max(0, Int(wcwidth(wchar_t(bitPattern: $1.value))))
        }
    }

    /// Whether it could not be broken: one word, or a command to be copied.
    private func isWhole(_ line: String) -> Bool {
        let text = line.trimmingCharacters(in: .whitespaces)
        return !text.contains(" ") || text.hasPrefix("meridian ")
    }

    /// Whether nothing of Hebrew and Arabic stands outside of isolates.
    private func isolates(_ text: String) -> Bool {
        !text.replacing(/\u{2068}[^\u{2069}\n]*\u{2069}/, with: "").contains(/[\u{0590}-\u{08FF}]/)
    }

    @Test("fits the terminal", arguments: [40, 60, 80, 200])
    func terminal(columns: Int) async throws {
        for (command, outcome) in try await outcomes(onTerminalOf: columns) {
            let long = outcome.lines.filter { width($0) > columns && !isWhole($0) }
            #expect(long.isEmpty, "\(command): \(long)")
            #expect(isolates(outcome.output), "\(command): \(outcome.output)")
        }
    }

    @Test("is neither cut nor broken in a pipe, whatever COLUMNS says, and says in one line what it says of one thing")
    func piped() async throws {
        let keys = ["code", "name", "email", "summary", "title", "url", "why", "subject", "reason", "mentor", "season"]
        for (command, outcome) in try await outcomes(
            onTerminalOf: nil, extra: ["COLUMNS": "40", "CLICOLOR_FORCE": "1"])
        {
            #expect(!outcome.output.contains("\u{1B}"), "\(command)")
            #expect(
                !outcome.lines.contains { $0.contains("…") && !$0.contains("meridian ") },
                "\(command): \(outcome.output)")
            #expect(isolates(outcome.output), "\(command): \(outcome.output)")
            // Whoever reads an hour can have it on their own clock.
            if outcome.output.contains(/\b\d\d:\d\d\b/) {
                let typed = OrderedArguments(command.split(separator: " ").map(String.init))
                #expect(CommandSyntax(of: typed.command).option("--zone") != nil, "\(command)")
            }
            guard command.contains(" list") else { continue }
            let json = try await CommandRunner().run(
                arguments: command.split(separator: " ").map(String.init) + ["--json"],
                extra: try await NineScripts.made.value.environment)
            let things = try #require(
                try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]], "\(command)")
            for thing in things {
                let texts = keys.compactMap {
                    thing[$0] as? String ?? (thing[$0] as? [String: Any])?["name"] as? String
                }
                let shown = texts.filter { outcome.output.contains($0) }
                #expect(
                    outcome.lines.contains { line in shown.allSatisfy { line.contains($0) } }, "\(command): \(shown)")
            }
        }
    }

    @Test("is one JSON document with --json")
    func json() async throws {
        for (command, outcome) in try await outcomes(onTerminalOf: 40, with: ["--json"]) {
            #expect(outcome.lines.count == 2 && outcome.lines[1].isEmpty, "\(command)")
            #expect((try? JSONSerialization.jsonObject(with: Data(outcome.output.utf8))) != nil, "\(command)")
            #expect(!outcome.output.contains("\u{1B}") && !outcome.output.contains("\u{2068}"), "\(command)")
        }
    }

    @Test("is sentences where that is asked for: no columns, no drawing, no marks")
    func spoken() async throws {
        let asWritten = ["evidence", "mail show"]
        for (command, outcome) in try await outcomes(onTerminalOf: 40, rows: 5, extra: ["MERIDIAN_ACCESSIBLE": "1"])
        where !asWritten.contains(where: { command.hasPrefix($0) }) {
            let drawn = outcome.lines.filter { SpokenAnswerTests.isDrawn($0) || width($0) > 40 && !isWhole($0) }
            #expect(drawn.isEmpty, "\(command): \(drawn)")
        }
    }
}
