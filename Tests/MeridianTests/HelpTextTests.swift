import ArgumentParser
import Testing

@testable import Wording
@testable import meridian

@Suite("Help")
struct HelpTextTests {
    private static let all = [[]] + CommandTree.ways().flatMap { way in way.indices.map { Array(way[...$0]) } }

    @Test("fits, and breaks no command", arguments: [40, 60, 80])
    func lines(columns: Int) throws {
        Terminal.prepare()
        for way in Self.all {
            let help = Meridian.helpMessage(for: way.last ?? Meridian.self, columns: 1 << 20)
            let lines = HelpText(help).wrapped(to: columns).split(separator: "\n").map(String.init)
            let name = way.map { $0.ownName }.joined(separator: " ")
            for example in help.split(separator: "\n") where example.hasPrefix("  meridian ") {
                #expect(lines.contains(String(example)), "\(name): \(example)")
            }
            for line in lines {
                let isWhole =
                    line.hasPrefix("  meridian ") || line.hasPrefix("  source ")
                    || !line.drop { $0 == " " }.contains(" ")
                #expect(line.displayWidth <= columns || isWhole || columns < 60, "\(name): \(line)")
                #expect(!line.hasSuffix(" meridian"), "\(name): \(line)")
            }
        }
    }

    @Test("a sentence breaks before a command that it names, and not within")
    func sentence() {
        let text = HelpText("Then see meridian session list PROGRAM --season NAME, and so on, or nothing.")
        #expect(
            text.wrapped(to: 40) == """
                Then see
                meridian session list PROGRAM --season NAME,
                and so on, or nothing.
                """)
        #expect(
            HelpText("USAGE: x\n  --season <name>         The season (default: the one that runs).").wrapped(to: 56)
                == """
                USAGE: x
                  --season <name>         The season (default: the one
                                          that runs).
                """)
        #expect(
            HelpText("USAGE: meridian x <program> [--zone <zone> ...] [--db <file>]").wrapped(to: 40) == """
                USAGE: meridian x <program>
                       [--zone <zone> ...] [--db <file>]
                """)
    }

    @Test("for those who hear it an entry is a sentence, and nothing stands in columns")
    func spoken() {
        Layout.$current.withValue(Layout(.spoken)) {
            #expect(
                HelpText("USAGE: x\n\nOPTIONS:\n  --season <name>         The season.").wrapped(to: 56)
                    == "USAGE: x\n\nOPTIONS:\n--season <name>: The season.")
            #expect(HelpText("Help:  --to <to>  The new start.").wrapped(to: 56) == "Help: --to <to>: The new start.")
            for way in Self.all {
                let help = HelpText(Meridian.helpMessage(for: way.last ?? Meridian.self, columns: 1 << 20))
                let list = help.wrapped(to: 80).split(separator: "\n").drop { !$0.hasPrefix("USAGE: ") }
                let columns = list.filter { $0.drop { $0 == " " }.contains("  ") }
                #expect(columns.isEmpty, "\(way.map { $0.ownName }): \(columns)")
            }
        }
    }

    @Test(
        "what is wrong with a command line is broken between words on a terminal, and in one line elsewhere",
        arguments: [["session", "move", "x"], ["plan", "nova", "--report", "--publish"], ["session", "lst"]])
    func wrongUsage(arguments: [String]) async throws {
        let meridian = try CommandRunner()
        let plain = try await meridian.run(arguments: arguments)
        let shown = try await meridian.run(onTerminalOf: 60, arguments, complaining: true)
        #expect((plain.status, shown.status) == (64, 64))
        func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
        #expect(words(shown.output) == words(plain.errors))
        for line in shown.lines { #expect(line.displayWidth <= 60 || line.hasPrefix("  "), "\(line)") }
        #expect(plain.errors.split(separator: "\n").contains { $0.count > 60 }, "\(plain)")
    }

    @Test("the commands are listed by who uses them, each once")
    func groups() {
        let help = HelpText(Meridian.helpMessage(columns: 1 << 20)).wrapped(to: 80)
        for group in ["TRAINEES", "MENTORS", "ORGANIZERS", "ADMINISTRATORS"] {
            #expect(help.contains("\nFOR \(group):\n"))
        }
        #expect(!help.contains("SUBCOMMANDS"))
        let names = Meridian.shownSubcommands.map { $0.ownName }
        #expect(Set(names).count == names.count)
    }
}
