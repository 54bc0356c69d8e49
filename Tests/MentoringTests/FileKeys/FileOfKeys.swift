import ICalendar
import Mentoring
import ProgramFile
import TimeZoneCatalog

/// A program file of what must be there and no more, in which one key stands as it is told.
struct FileOfKeys {
    private let text: String

    /// A file without the key, also where it must be there, and without what stands instead of it.
    init(without placed: PlacedKey) { self.init(placed, nil) }

    /// A file in which lines stand instead of the key, such as `weeks: 26`.
    init(_ lines: String, at placed: PlacedKey) { self.init(placed, lines) }

    private init(_ placed: PlacedKey, _ lines: String?) {
        let builder = Builder(target: placed, lines: lines)
        let names = placed.path.split(separator: ".").map(String.init)
        text = builder.mapping(FileKey.ofProgram, toward: names[...]).text
    }

    /// What must be there, as the examples of the keys have it.
    static let shortest = FileKey.ofProgram.filter { $0.usual == .required || $0.name == "season" }.map(\.example)
        .joined(separator: "\n")

    func read() throws -> ProgramDocument { try Self.read(text) }

    static func read(_ text: String) throws -> ProgramDocument {
        try ProgramFileReader(zones: .shipped, recurrence: RecurrenceExpander()).read(Array(text.utf8), file: "x.yaml")
    }
}

/// Builds the mappings that lead to a key.
private struct Builder {
    let target: PlacedKey
    let lines: String?

    /// A mapping that holds what must be there, and what leads to the key.
    func mapping(_ keys: [FileKey], toward path: ArraySlice<String>) -> Mapping {
        var mapping = Mapping()
        guard let next = keys.first(where: { $0.name == path.first }) else { return mapping }
        if target.path.split(separator: ".").count == path.count {
            for key in keys where target.key.needs.contains(key.name) { mapping.add(key.example) }
        }
        for key in keys where key.mustBeThere && !key.excludes(next) && !mapping.has(anyOf: key.alternatives) {
            mapping.add(key.example)
        }
        guard path.count > 1 else {
            // A stage that asks for nothing is none.
            if target.mapping == "stages" { mapping.add(next.name == "sessions" ? "discussed: 2" : "sessions: 2") }
            mapping.entries[next.name] = nil
            if let lines { mapping.add(lines) }
            return mapping
        }
        let nested = self.mapping(next.keys, toward: path.dropFirst())
        // A region without a title is none of a mapping.
        guard next.name != "regions" || !nested.entries.isEmpty else {
            mapping.entries[next.name] = "regions: [\(target.key.name)]"
            return mapping
        }
        mapping.entries[next.name] = "\(next.name):" + (next.isList ? nested.asItem : nested.asValue)
        return mapping
    }
}

/// The lines of a mapping by key.
private struct Mapping {
    var entries: [String: String] = [:]

    /// Adds lines, of which those that are indented belong to the key above them.
    mutating func add(_ lines: String) {
        var name = ""
        for line in lines.split(separator: "\n") {
            if line.hasPrefix(" ") {
                entries[name, default: ""] += "\n\(line)"
            } else {
                name = String(line.prefix { $0 != ":" })
                entries[name] = String(line)
            }
        }
    }

    func has(anyOf names: [String]) -> Bool { names.contains { entries[$0] != nil } }

    var text: String { entries.sorted { $0.key < $1.key }.map(\.value).joined(separator: "\n") }

    private var indented: String { text.split(separator: "\n").map { "\n    \($0)" }.joined() }

    var asValue: String { entries.isEmpty ? " {}" : indented }

    var asItem: String { entries.isEmpty ? "\n  - {}" : "\n  - " + indented.dropFirst("\n    ".count) }
}

extension FileKey {
    /// The keys instead of which it stands.
    fileprivate var alternatives: [String] { if case .requiredUnless(let others) = usual { others } else { [] } }

    fileprivate func excludes(_ other: FileKey) -> Bool {
        name == other.name || alternatives.contains(other.name) || other.alternatives.contains(name)
    }

    fileprivate var isList: Bool { "\(takes)".hasPrefix("a list") }
}
