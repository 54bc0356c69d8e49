import ArgumentParser

/// What was typed, in the order in which ArgumentParser wants it: the command, then what it takes.
///
/// What every command takes may also stand before the command, or between its words, and means there what it means after it:
/// `meridian --db x session --json list nova` is `meridian session list --db x --json nova`. Short words are spelled out: `ls` is `list`.
/// Once the command is found everything stays as it is, so that a program may be called `list`.
struct OrderedArguments {
    /// The command, from the root on, as far as it was found.
    private(set) var path: [any ParsableCommand.Type] = [Meridian.self]
    /// What stood before the command and belongs behind it.
    private(set) var leading: [String] = []
    /// What follows the command.
    private(set) var rest: ArraySlice<String>
    /// Whether help was asked for, as `meridian help session list` does.
    private(set) var asksForHelp = false

    init(_ typed: [String]) {
        rest = Self.askingForOurScript(typed)[...]
        while !command.isLeaf, let word = rest.first {
            if word.hasPrefix("--"), word != "--", let takesValue = Self.takesValue(word) {
                take()
                if takesValue, !rest.isEmpty { take() }
            } else if let next = CommandTree.subcommand(word, of: command) {
                path.append(next)
                rest.removeFirst()
            } else if word == "help" || Self.isHelp(word) && rest.count > 1, path.count == 1, !asksForHelp {
                asksForHelp = true
                rest.removeFirst()
            } else {
                return
            }
        }
    }

    /// The command that was found last; the root if none was.
    var command: any ParsableCommand.Type { path[path.count - 1] }

    /// What the command is called, from the root on: `meridian session list`.
    var name: String { path.map { $0.ownName }.joined(separator: " ") }

    /// What ArgumentParser reads; options without a command are nobody's, and change nothing in what is then shown.
    var arguments: [String] {
        let names = path.dropFirst().map { $0.ownName }
        // Whatever a command was to be given, its help is the same.
        guard !asksForHelp else { return ["help"] + names + (command.isLeaf ? [] : rest) }
        return names + (command.isLeaf ? leading : []) + restWithNumbers
    }

    /// What follows the command, where a number below zero is the value of the option before it and no option itself: whoever reads
    /// it says which numbers there are.
    private var restWithNumbers: [String] {
        let isNumber: (String) -> Bool = { $0.count > 1 && $0.first == "-" && $0.dropFirst().allSatisfy(\.isNumber) }
        guard command.isLeaf, rest.contains(where: isNumber) else { return Array(rest) }
        let syntax = CommandSyntax(of: command)
        let words = rest.prefix { $0 != "--" }
        let joined = words.reduce(into: [String]()) { joined, word in
            if isNumber(word), let option = joined.last, syntax.option(option)?.kind == .option {
                joined[joined.count - 1] = "\(option)=\(word)"
            } else {
                joined.append(word)
            }
        }
        return joined + rest.dropFirst(words.count)
    }

    /// Whether the answer is to be JSON, an error too.
    var wantsJSON: Bool { leading.contains("--json") || rest.prefix { $0 != "--" }.contains("--json") }

    /// What may stand before the command.
    static let shared = CommandSyntax(ofAny: [CommonOptions.self, ZoneOptions.self])

    /// What every program made with ArgumentParser takes, at any place, is here a command: its own script knows no values.
    private static func askingForOurScript(_ typed: [String]) -> [String] {
        let option = "--generate-completion-script"
        let words = typed.prefix { $0 != "--" }
        guard let place = words.firstIndex(where: { $0 == option || $0.hasPrefix(option + "=") }) else { return typed }
        let shell = words[place].dropFirst(option.count + 1)
        return ["completion"] + (shell.isEmpty ? [] : [String(shell)]) + typed[..<place] + typed[(place + 1)...]
    }

    /// Before a command it asks for the help of that command, as it does behind it.
    private static func isHelp(_ word: String) -> Bool { word == "--help" || word == "-h" }

    private mutating func take() { leading.append(rest.removeFirst()) }

    /// Whether the next word belongs to an option that may stand before the command; nil if it is none.
    private static func takesValue(_ word: String) -> Bool? {
        let name = word.prefix { $0 != "=" }
        guard name != "--help", let option = shared.option(name) else { return nil }
        return option.kind == .option && name.count == word.count
    }
}
