import ProgramFile
import Testing

/// `docs/program-file.md` begins as somebody wrote it; what follows is what is declared of the keys.
@Suite("docs/program-file.md")
struct FileKeyDocumentTests {
    @Test("says of each key what the program says of it; make program-file writes it anew")
    func fresh() throws {
        let page = try GeneratedPage("program-file.md")
        try page.expect(Self.reference, from: "## All keys", writtenBy: "WRITE_PROGRAM_FILE")
    }

    @Test("has files that can be read")
    func files() throws {
        let blocks = try GeneratedPage("program-file.md").text.split(separator: "```yaml\n").dropFirst().compactMap {
            $0.split(separator: "```").first
        }
        let whole = blocks.filter { $0.hasPrefix("program:") && $0.contains("contact:") }
        #expect(whole.count >= 2)
        for file in whole { _ = try FileOfKeys.read(String(file)) }
    }

    private static var reference: String {
        let mappings = PlacedKey.all.reduce(into: [String]()) { mappings, placed in
            if !mappings.contains(placed.mapping) { mappings.append(placed.mapping) }
        }
        let alike = Set(PlacedKey.all.filter { $0.like != nil }.map(\.path))
        let sections = mappings.filter { !alike.contains($0) }.map { mapping in
            section(mapping, PlacedKey.all.filter { $0.mapping == mapping })
        }
        let index = mappings.filter { !alike.contains($0) }.map { mapping in
            let keys = PlacedKey.all.filter { $0.mapping == mapping }.map { placed in
                "[`\(placed.key.name)`](#\(anchor(placed.like ?? placed.path)))\(placed.key.mustBeThere ? "\\*" : "")"
            }
            return "| \(place(of: mapping)) | \(keys.joined(separator: " ")) |"
        }
        return """
            ## All keys

            Those with an asterisk must be there, or what stands instead of them. What follows is what `meridian program explain` says.

            | where | keys |
            |---|---|
            \(index.joined(separator: "\n"))

            A file of what must be there, and no more:

            ```yaml
            \(FileOfKeys.shortest)
            ```

            \(sections.joined(separator: "\n"))
            """
    }

    private static func section(_ mapping: String, _ keys: [PlacedKey]) -> String {
        let place = place(of: mapping)
        let heading = "## " + place.prefix(1).uppercased() + place.dropFirst() + "\n"
        let said = keys.filter { $0.like == nil }.map(entry)
        let alike = Dictionary(grouping: keys.filter { $0.like != nil }) { placed in
            [PlacedKey.all.first { $0.path == placed.like }?.mapping ?? "", "\(placed.key.usual)"]
        }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, placed in
            let names = placed.map { "[`\($0.key.name)`](#\(anchor($0.like ?? "")))" }.joined(separator: ", ")
            let otherwise = placed.allSatisfy { $0.key.mustBeThere } ? "" : " Left out: \(key[1])."
            return "As \(Self.place(of: key[0])): \(names).\(otherwise)\n"
        }
        return ([heading] + said + alike).joined(separator: "\n")
    }

    private static func entry(_ placed: PlacedKey) -> String {
        let key = placed.key
        let needs =
            key.needs.isEmpty
            ? "" : " Needs \(key.needs.map { "`\($0)`" }.joined(separator: ", ")) at the top of the file."
        return """
            ### `\(placed.path)`

            Takes \(key.takes). Left out: \(key.usual).\(needs)

            \(key.effect)

            *Why:* \(key.why)

            ```yaml
            \(key.example)
            ```

            """
    }

    private static func place(of mapping: String) -> String {
        mapping.isEmpty ? "at the top of the file" : "under `\(mapping)`"
    }

    private static func anchor(_ path: String) -> String { path.filter { $0 != "." } }
}
