import ArgumentParser
import Foundation

/// What a command takes, as ArgumentParser describes it.
struct CommandSyntax {
    /// One thing that it takes.
    struct Argument: Decodable, Hashable {
        enum Kind: String, Decodable { case positional, option, flag }

        struct Name: Decodable, Hashable {
            let kind: String
            let name: String

            /// As it is typed.
            var text: String { (kind == "long" ? "--" : "-") + name }
        }

        /// How its declaration says that it is completed, as far as that is of use here.
        struct Completion: Decodable, Hashable {
            struct Words: Decodable, Hashable { let values: [String] }
            let list: Words?
        }

        let kind: Kind
        let names: [Name]?
        let valueName: String?
        let allValues: [String]?
        let completionKind: Completion?
        let abstract: String?
        let isRepeating: Bool
        let shouldDisplay: Bool

        /// The words of which it is one, where it is.
        var choice: [String]? {
            let words = allValues ?? completionKind?.list?.values ?? []
            return words.isEmpty ? nil : words
        }

        /// How it is typed, its long name first.
        var words: [String] { (names ?? []).map(\.text).sorted { $0.count > $1.count } }
    }

    let arguments: [Argument]

    /// The syntax of a command, or of options that several have.
    init(of type: any ParsableArguments.Type) {
        arguments = Self.described(type)
    }

    /// What any of several have.
    init(ofAny types: [any ParsableArguments.Type]) {
        var found: [Argument] = []
        for argument in types.flatMap(Self.described) where !found.contains(argument) { found.append(argument) }
        arguments = found
    }

    var positionals: [Argument] { arguments.filter { $0.kind == .positional } }

    /// What is typed with a name, as help shows it.
    var named: [Argument] { arguments.filter { $0.kind != .positional && $0.shouldDisplay } }

    /// The long names of what is typed with one.
    var optionNames: [String] { named.flatMap(\.words).filter { $0.hasPrefix("--") } }

    /// What has this name.
    func option(_ name: some StringProtocol) -> Argument? {
        arguments.first { $0.names?.contains { $0.text == name } ?? false }
    }

    /// ArgumentParser hands its description out to whoever asks on the command line, and to nobody else.
    private static func described(_ type: any ParsableArguments.Type) -> [Argument] {
        struct Description: Decodable {
            struct Command: Decodable { let arguments: [Argument]? }
            let command: Command
        }
        do {
            _ = try type.parse(["--experimental-dump-help"])
            return []
        } catch {
            let text = type.fullMessage(for: error, columns: nil)
            let description = try? JSONDecoder().decode(Description.self, from: Data(text.utf8))
            return description?.command.arguments ?? []
        }
    }
}
