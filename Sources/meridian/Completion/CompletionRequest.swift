import ArgumentParser

/// What could stand at the cursor, from the words of a command line up to it.
struct CompletionRequest {
    enum Wanted: Hashable {
        /// One of these.
        case words([Candidate])
        /// A value that has to be looked up.
        case value(CompletedValue)
    }

    /// What could stand there.
    private(set) var wanted = Wanted.words([])
    /// What has been typed of it.
    private(set) var typed: String
    /// What stands before it in the same word: `--mentor=`.
    private(set) var before = ""
    /// Whether whoever is meant may be named, too, and not only by address.
    private(set) var takesNames = false
    /// What the line says already, by the names of the usage.
    private(set) var given: [String: String] = [:]
    /// The options on it that say who asks where.
    private(set) var place: [String] = []

    /// - Parameter words: those after the program's name; the last is the one at the cursor, empty where it is still to begin.
    init(_ words: [String]) {
        typed = words.last ?? ""
        let line = OrderedArguments(words.dropLast())
        if line.command.isLeaf, !line.asksForHelp {
            complete(line, in: CommandSyntax(of: line.command))
        } else if line.rest.isEmpty {
            completeCommand(of: line)
        }
    }

    /// Another word of a command's name, or an option before it.
    private mutating func completeCommand(of line: OrderedArguments) {
        let read = ReadArguments(line.leading, in: OrderedArguments.shared)
        note(read)
        if let option = read.awaiting {
            wanted = value(of: option, in: line)
        } else if typed.hasPrefix("-") {
            completeOption(of: line, read, in: OrderedArguments.shared)
        } else {
            let help = line.path.count == 1 ? [Candidate(word: "help", remark: "Show what a command does.")] : []
            wanted = .words(
                line.command.shownSubcommands.map { Candidate(word: $0.ownName, remark: $0.configuration.abstract) }
                    + (line.asksForHelp ? [] : help))
        }
    }

    /// What the command takes.
    private mutating func complete(_ line: OrderedArguments, in syntax: CommandSyntax) {
        let read = ReadArguments(line.leading + line.rest, in: syntax)
        note(read)
        for (argument, value) in zip(syntax.positionals, read.positionals) {
            given[argument.valueName ?? ""] = value
        }
        if let option = read.awaiting {
            wanted = value(of: option, in: line)
        } else if typed.hasPrefix("-"), !read.isTerminated {
            completeOption(of: line, read, in: syntax)
        } else if let next = Self.positional(after: read.positionals.count, in: syntax) {
            wanted = value(of: next.argument, in: line, after: next.count)
        } else if !read.isTerminated {
            completeOption(of: line, read, in: syntax)
        }
    }

    /// An option that was not given yet, or the value behind its `=`.
    private mutating func completeOption(of line: OrderedArguments, _ read: ReadArguments, in syntax: CommandSyntax) {
        if let end = typed.firstIndex(of: "="), let option = syntax.option(typed[..<end]), option.kind == .option {
            before = String(typed[...end])
            typed = String(typed[typed.index(after: end)...])
            wanted = value(of: option, in: line)
        } else {
            let left = syntax.named.filter { option in
                option.isRepeating || read.named[option.words.first ?? ""] == nil
            }
            wanted = .words(
                left.compactMap { option in
                    option.words.first.map { Candidate(word: $0, remark: option.abstract ?? "") }
                })
        }
    }

    private mutating func value(of argument: CommandSyntax.Argument, in line: OrderedArguments, after count: Int = 0)
        -> Wanted
    {
        let names = line.path.dropFirst().map { $0.ownName }
        let value = CompletedValue(argument, of: names, after: count) ?? .free
        takesNames = argument.valueName?.hasSuffix("email") != true
        if case .word(let words) = value { return .words(words.map { Candidate(word: $0) }) }
        return .value(value)
    }

    /// The argument without a name that comes after so many, and how many values it has already.
    private static func positional(
        after count: Int, in syntax: CommandSyntax
    ) -> (argument: CommandSyntax.Argument, count: Int)? {
        let all = syntax.positionals
        if count < all.count { return (all[count], 0) }
        guard let last = all.last, last.isRepeating else { return nil }
        return (last, count - all.count + 1)
    }

    private mutating func note(_ read: ReadArguments) {
        for (name, values) in read.named {
            guard let value = values.last else { continue }
            given[String(name.drop { $0 == "-" })] = value
            if ["--db", "--server", "--as", "--zoneinfo"].contains(name) { place += [name, value] }
        }
        if read.named["--insecure"] != nil { place.append("--insecure") }
    }
}
