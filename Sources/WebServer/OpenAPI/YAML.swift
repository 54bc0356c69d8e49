import Foundation

/// A document of YAML 1.2, its keys in the order in which they were given.
enum YAML: Hashable, Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    /// JSON on one line, which YAML reads alike.
    case json(String)
    case list([YAML])
    case map([Pair])

    /// A key and its value.
    struct Pair: Hashable, Sendable {
        let key: String
        let value: YAML
    }

    /// The document, block by block; what has nothing in it is written as `[]` and `{}`.
    var text: String { lines.joined(separator: "\n") + "\n" }

    /// Both maps' pairs, in that order.
    static func + (first: YAML, second: YAML) -> YAML { .map(first.pairs + second.pairs) }

    private var pairs: [Pair] {
        guard case .map(let pairs) = self else { return [] }
        return pairs
    }

    private var lines: [String] {
        switch self {
        case .text(let text): [Self.scalar(text)]
        case .number(let number): ["\(number)"]
        case .flag(let flag): ["\(flag)"]
        case .json(let json): [json]
        case .list(let items) where items.isEmpty: ["[]"]
        case .map(let pairs) where pairs.isEmpty: ["{}"]
        case .list(let items):
            items.flatMap { item in zip(0..., item.lines).map { ($0 == 0 ? "- " : "  ") + $1 } }
        case .map(let pairs):
            pairs.flatMap { pair in
                let (key, lines) = (Self.scalar(pair.key) + ":", pair.value.lines)
                return pair.value.isBlock ? [key] + lines.map { "  " + $0 } : [key + " " + lines[0]]
            }
        }
    }

    private var isBlock: Bool {
        switch self {
        case .list(let items): !items.isEmpty
        case .map(let pairs): !pairs.isEmpty
        default: false
        }
    }

    /// Plain where that can be nothing but text; else in quotes, as JSON has it, which YAML 1.2 reads alike.
    private static func scalar(_ text: String) -> String {
        let isPlain =
            text.first.map { $0.isASCII && ($0.isLetter || $0 == "/") } == true && text.last != " "
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/{} _-.".contains($0)) }
            && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
        guard !isPlain, let quoted = try? JSON.bytes(text) else { return text }
        return String(decoding: quoted, as: UTF8.self)
    }
}

extension YAML: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int) { self = .number(number) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
    init(arrayLiteral items: YAML...) { self = .list(items) }
    init(dictionaryLiteral pairs: (String, YAML)...) { self = .map(pairs.map { Pair(key: $0, value: $1) }) }
}
