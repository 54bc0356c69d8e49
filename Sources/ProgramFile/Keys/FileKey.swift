/// A key of a program file: what it takes, what holds where it is left out, what it does, and why one would want it.
///
/// The reader takes the keys that it knows from these, and `docs/program-file.md` and `meridian program explain` say them.
public struct FileKey: Sendable {
    /// The key as it stands in the file, such as `weeks`.
    public let name: String
    /// What may stand behind it.
    public let takes: Taken
    /// What holds where it is left out.
    public let usual: Usual
    /// What it does, in a sentence or two.
    public let effect: String
    /// Why one would want it, or another value than the usual one.
    public let why: String
    /// It in use: lines of YAML, with those beside it in the same mapping without which it does not go.
    public let example: String
    /// The keys of the mapping, or of each mapping of the list, that it takes.
    public let keys: [FileKey]
    /// Keys at the top of the file without which it says nothing.
    public let needs: [String]

    /// What holds where a key is left out.
    public enum Usual: Hashable, Sendable {
        /// Nothing: it must be there.
        case required
        /// It must be there, unless another is that says the same otherwise.
        case requiredUnless([String])
        /// This value, as YAML; in words where those say more.
        case value(String, String? = nil)
        /// What is no value that could be written.
        case otherwise(String)
    }

    init(
        _ name: String, _ takes: Taken, _ usual: Usual, effect: String, why: String, example: String,
        keys: [FileKey] = [], needs: [String] = []
    ) {
        self.name = name
        self.takes = takes
        self.usual = usual
        self.effect = effect
        self.why = why
        self.example = example
        self.keys = keys
        self.needs = needs
    }

    /// Whether a file, or a mapping in it, is refused without it, whatever else is there.
    var isRequired: Bool { usual == .required }

    /// Whether it, or what says the same otherwise, must be there.
    public var mustBeThere: Bool {
        switch usual {
        case .required, .requiredUnless: true
        case .value, .otherwise: false
        }
    }

    /// The same in a mapping in which it may be left out, since something else holds then.
    func optional(_ words: String, keys: [FileKey]? = nil) -> FileKey {
        FileKey(
            name, takes, .otherwise(words), effect: effect, why: why, example: example, keys: keys ?? self.keys,
            needs: needs)
    }
}

extension FileKey.Usual: CustomStringConvertible {
    /// For people: `2`, `none`, `the file is refused`.
    public var description: String {
        switch self {
        case .required: "the file is refused"
        case .requiredUnless(let others): "the file is refused, unless \(others.joined(separator: " or ")) is there"
        case .value(let value, let words): words ?? value
        case .otherwise(let words): words
        }
    }
}
