import ICalendar
import Mentoring
import ProgramFile
import TimeZoneCatalog

/// A program file of what must be there and no more, in which one key stands as it is told.
struct FileOfKeys {
    private let text: String

    /// A file without the key, also where it must be there.
    init(without placed: PlacedKey) { self.init(placed, nil) }

    /// A file in which lines stand instead of the key, such as `weeks: 26`.
    init(_ lines: String, at placed: PlacedKey) { self.init(placed, lines) }

    private init(_ placed: PlacedKey, _ lines: String?) {
        var builder = Builder(target: placed, lines: lines)
        text = builder.mapping(FileKey.ofProgram, toward: placed.path.split(separator: ".").map(String.init)[...])
            .joined(separator: "\n")
    }

    /// What must be there, as the examples of the keys have it.
    static let shortest = FileKey.ofProgram.filter { $0.usual == .required || $0.name == "season" }.map(\.example)
        .joined(separator: "\n")

    func read() throws -> ProgramDocument { try Self.read(text) }

    static func read(_ text: String) throws -> ProgramDocument {
        try ProgramFileReader(zones: .shipped, recurrence: RecurrenceExpander()).read(Array(text.utf8), file: "x.yaml")
    }

    private struct Builder {
        let target: PlacedKey
        let lines: String?

        /// The lines of a mapping that holds what must be there, and what leads to the key.
        mutating func mapping(_ keys: [FileKey], toward path: ArraySlice<String>) -> [String] {
            let name = path[path.startIndex]
            var entries: [String: [String]] = [:]
            var excluded: Set<String> = [name]
            if path.count > 1 || lines != nil, let key = keys.first(where: { $0.name == name }) {
                excluded.formUnion(key.alternatives)
            }
            for key in keys where key.mustBeThere && !excluded.contains(key.name) {
                entries[key.name] = [key.example]
                excluded.formUnion(key.alternatives)
            }
            let depth = target.path.split(separator: ".").count
            if path.count == depth { add(target.key.needs, from: keys, to: &entries) }
            if path.count == 1 {
                // A stage that asks for nothing is none.
                if target.mapping == "stages" {
                    let goal = name == "sessions" ? "discussed" : "sessions"
                    entries[goal] = ["\(goal): 2"]
                }
                for key in keys where lines?.hasKey(key.name) ?? false { entries[key.name] = nil }
                return entries.sorted { $0.key < $1.key }.flatMap(\.value) + (lines.map { [$0] } ?? [])
            }
            let key = keys.first { $0.name == name }
            let nested = mapping(key?.keys ?? [], toward: path.dropFirst()).joined(separator: "\n")
            entries[name] = ["\(name):", (key?.isList ?? false) ? nested.asItem : nested.indented(by: "  ")]
            return entries.sorted { $0.key < $1.key }.flatMap(\.value)
        }

        private func add(_ needed: [String], from keys: [FileKey], to entries: inout [String: [String]]) {
            for name in needed { entries[name] = keys.first { $0.name == name }.map { [$0.example] } }
        }
    }
}

extension FileKey {
    /// The keys instead of which it stands.
    var alternatives: [String] { if case .requiredUnless(let others) = usual { others } else { [] } }

    fileprivate var isList: Bool { "\(takes)".hasPrefix("a list") }
}

extension String {
    fileprivate func hasKey(_ name: String) -> Bool { split(separator: "\n").contains { $0.hasPrefix("\(name):") } }

    fileprivate func indented(by blanks: String) -> String {
        split(separator: "\n").map { blanks + $0 }.joined(separator: "\n")
    }

    fileprivate var asItem: String {
        isEmpty ? "  - {}" : "  - " + indented(by: "    ").dropFirst(4)
    }
}
