import ProgramFile
import Wording

/// What a terminal says of the keys of a program file.
enum FileKeyText {
    /// Everything that is said of a key.
    static func of(_ placed: PlacedKey) -> String {
        let key = placed.key
        let inMapping = key.keys.map(\.name).joined(separator: ", ")
        let facts =
            [("Takes", "\(key.takes)")] + (inMapping.isEmpty ? [] : [("Its keys", inMapping)]) + [
                ("Left out", "\(key.usual)"), ("Does", key.effect), ("Why", key.why),
            ] + (key.needs.isEmpty ? [] : [("Needs", "\(key.needs.joined(separator: ", ")) at the top of the file")])
            + (placed.like.map { [("Like", $0)] } ?? [])
        let example = key.example.split(separator: "\n").map { "  \($0)" }
        return ([placed.path, Facts(facts).text, "Example"] + example)
            .joined(separator: "\n")
    }

    /// Several keys of one name, to choose from.
    static func choice(among keys: [PlacedKey]) -> String {
        let facts = Facts(keys.map { ($0.path, $0.key.effect) }).text
        return "\(facts)\nmore of one of them: meridian program explain \(keys[0].path)"
    }

    /// All keys by the mapping in which they stand, mappings of the same keys together.
    static var list: String {
        let mappings = PlacedKey.all.reduce(into: [(mapping: String, keys: [PlacedKey])]()) { mappings, placed in
            if let index = mappings.firstIndex(where: { $0.mapping == placed.mapping }) {
                mappings[index].keys.append(placed)
            } else {
                mappings.append((placed.mapping, [placed]))
            }
        }
        // What stands in a mapping that is like another is said there.
        let alike = Set(PlacedKey.all.filter { $0.like != nil }.map(\.path))
        let rows = mappings.filter { !alike.contains($0.mapping) }.reduce(into: [(String, String)]()) { rows, mapping in
            let place = mapping.mapping.isEmpty ? "at the top" : mapping.mapping
            let names = mapping.keys.map(name).joined(separator: isSpoken ? ", " : " ")
            if let index = rows.firstIndex(where: { $0.1 == names }) {
                rows[index].0 += ", \(place)"
            } else {
                rows.append((place, names))
            }
        }
        return
            ([Facts(rows).text] + (isSpoken ? [] : ["* must be there"]) + [
                "more of one of them: meridian program explain mentors.slots.prefer"
            ]).joined(separator: "\n")
    }

    /// A key, with what says that it must be there.
    private static func name(_ placed: PlacedKey) -> String {
        guard placed.key.mustBeThere else { return placed.key.name }
        return placed.key.name + (isSpoken ? " (must be there)" : "*")
    }

    private static var isSpoken: Bool { Layout.current.isInWords }
}
