import ArgumentParser
import Mentoring
import TimeZoneCatalog

/// A command or an option that there is not, and what was probably meant.
///
/// ArgumentParser finds every mistake; of these two, this knows more than it does.
struct WrongUsage: Error {
    /// What is wrong and what to do.
    let words: String

    /// Nil where what was typed names a command and options that there are.
    init?(_ typed: OrderedArguments) {
        guard let words = typed.command.isLeaf ? Self.unknownOption(typed) : Self.unknownCommand(typed) else {
            return nil
        }
        self.words = words
    }

    private static func unknownCommand(_ typed: OrderedArguments) -> String? {
        guard let word = typed.rest.first, !word.hasPrefix("-") else { return nil }
        return "there is no command “\(OneLine.shown("\(typed.name) \(word)"))”; \(advice(for: word, in: typed))"
    }

    private static func advice(for word: String, in typed: OrderedArguments) -> String {
        let siblings = typed.command.shownSubcommands.map { $0.ownName }
        let near = nearest(to: word, among: siblings).map { "\(typed.name) \($0)" }
        let elsewhere = CommandTree.ways().filter { $0.count > 1 && $0.last?.ownName == word }
            .map { "meridian \($0.map { $0.ownName }.joined(separator: " "))" }
        let meant = near.isEmpty ? elsewhere : near
        if !meant.isEmpty { return "did you mean \(meant.joined(separator: ", "))?" }
        return typed.path.count == 1
            ? "meridian --help lists them" : "\(typed.name) has \(siblings.joined(separator: ", "))"
    }

    private static func unknownOption(_ typed: OrderedArguments) -> String? {
        let syntax = CommandSyntax(of: typed.command)
        guard let unknown = ReadArguments(typed.leading + typed.rest, in: syntax).unknown, unknown.hasPrefix("--")
        else { return nil }
        let near = nearest(to: unknown, among: syntax.named.flatMap(\.words).filter { $0.hasPrefix("--") })
        let advice =
            near.isEmpty
            ? "\(typed.name) --help lists those that it has" : "did you mean \(near.joined(separator: ", "))?"
        return "\(typed.name) has no option \(OneLine.shown(unknown)); \(advice)"
    }
}
