/// Arguments as a command's syntax reads them, also those that are not complete yet.
struct ReadArguments {
    /// What stands without a name, in order.
    private(set) var positionals: [String] = []
    /// What was given by name, with its values; a flag has none.
    private(set) var named: [String: [String]] = [:]
    /// The option whose value would be next.
    private(set) var awaiting: CommandSyntax.Argument?
    /// The first option that the command does not have.
    private(set) var unknown: String?
    /// Whether `--` has ended the options.
    private(set) var isTerminated = false

    init(_ words: some Sequence<String>, in syntax: CommandSyntax) {
        for word in words {
            if let option = awaiting {
                awaiting = nil
                give(word, to: option)
            } else if isTerminated || !word.hasPrefix("-") || word == "-" {
                positionals.append(word)
            } else if word == "--" {
                isTerminated = true
            } else {
                read(option: word, in: syntax)
            }
        }
    }

    private mutating func read(option word: String, in syntax: CommandSyntax) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let option = syntax.option(parts[0]) else {
            if unknown == nil { unknown = String(parts[0]) }
            return
        }
        if parts.count == 2 {
            give(String(parts[1]), to: option)
        } else if option.kind == .option {
            awaiting = option
        } else {
            named[option.words[0], default: []] += []
        }
    }

    private mutating func give(_ value: String, to option: CommandSyntax.Argument) {
        named[option.words[0], default: []].append(value)
    }
}
