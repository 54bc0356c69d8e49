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
        let words =
            typed.command.isLeaf ? Self.unknownOption(typed) : Self.unknownCommand(typed) ?? Self.misplacedOption(typed)
        guard let words else { return nil }
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
        let wrong = "\(typed.name) has no option \(OneLine.shown(unknown))"
        if let others = commands(with: unknown, besides: typed) { return "\(wrong); it is an option of \(others)" }
        let near = nearest(to: unknown, among: syntax.optionNames)
        return near.isEmpty
            ? "\(wrong); \(typed.name) --help lists those that it has"
            : "\(wrong); did you mean \(near.joined(separator: ", "))?"
    }

    /// An option before the command that not every command has, or none.
    private static func misplacedOption(_ typed: OrderedArguments) -> String? {
        guard let option = typed.rest.first.map({ String($0.prefix { $0 != "=" }) }), option.hasPrefix("--"),
            !["--", "--help", "--help-hidden", "--version"].contains(option)
        else { return nil }
        func wrong(_ option: String) -> String? {
            commands(with: option, besides: typed).map {
                "\(option) is an option of \($0), and stands behind the command"
            }
        }
        if let words = wrong(option) { return words }
        let near = nearest(to: option, among: OrderedArguments.shared.optionNames)
        if !near.isEmpty {
            return "there is no option \(OneLine.shown(option)); did you mean \(near.joined(separator: ", "))?"
        }
        let all = CommandTree.ways().compactMap { $0.last }.flatMap { CommandSyntax(of: $0).optionNames }
        let advice = nearest(to: option, among: Array(Set(all)).sorted()).first.flatMap { near in
            wrong(near).map { "did you mean \(near)? \($0)" }
        }
        return
            "there is no option \(OneLine.shown(option)); \(advice ?? "meridian --help lists the commands, and --help behind each its options")"
    }

    /// The commands that have an option, at most three by name, those of the family that was typed first; nil where none has it.
    private static func commands(with option: String, besides typed: OrderedArguments) -> String? {
        let having = CommandTree.ways().filter { way in
            way.last.map { CommandSyntax(of: $0).optionNames.contains(option) } ?? false
        }.map { way in "meridian \(way.map { $0.ownName }.joined(separator: " "))" }
        let family = "meridian \(typed.path.dropFirst().first?.ownName ?? "") "
        let sorted = having.filter { $0.hasPrefix(family) } + having.filter { !$0.hasPrefix(family) }
        let more = sorted.count - 3
        guard !sorted.isEmpty else { return nil }
        return sorted.prefix(3).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }
}
