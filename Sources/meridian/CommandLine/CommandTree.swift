import ArgumentParser

/// The commands, found by what people call them.
enum CommandTree {
    /// What the shell calls what many commands have, and which of their words it stands for.
    static let shortWords = ["ls": ["list"], "rm": ["remove", "withdraw"]]

    /// The subcommand that a word names: by its own name, or by a short word for it.
    static func subcommand(_ word: String, of command: any ParsableCommand.Type) -> (any ParsableCommand.Type)? {
        for name in [word] + (shortWords[word] ?? []) {
            if let found = command.configuration.subcommands.first(where: { $0.ownName == name }) { return found }
        }
        return nil
    }

    /// Every way from the root to a command that does something: `session list`.
    static func ways(from command: any ParsableCommand.Type = Meridian.self) -> [[any ParsableCommand.Type]] {
        command.shownSubcommands.flatMap { next in
            next.isLeaf ? [[next]] : ways(from: next).map { [next] + $0 }
        }
    }
}

extension ParsableCommand {
    /// The word by which it is called; every command has one of its own (CommandNameTests).
    static var ownName: String { configuration.commandName ?? "" }

    /// Whether it does something itself, and is not a family of commands.
    static var isLeaf: Bool { configuration.subcommands.isEmpty }

    /// Its subcommands, as help lists them.
    static var shownSubcommands: [any ParsableCommand.Type] {
        configuration.subcommands.filter { $0.configuration.shouldDisplay }
    }
}
