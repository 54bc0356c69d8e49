import Mentoring
import Yams

extension ProgramFileReader {
    /// The short name of the program whose file it is, as it stands there; nil where none does.
    public static func program(in text: String) -> String? {
        guard text.utf8.count <= limit, (try? YAMLScan.refuseBombs(in: text, file: "")) != nil,
            let node = try? Yams.compose(yaml: text)
        else { return nil }
        return node.mapping?["program"]?.string
    }
}
