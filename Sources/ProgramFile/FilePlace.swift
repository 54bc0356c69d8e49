import Yams

/// Where something stands in a program's file, for whoever has to mend it.
///
/// It says nothing of what stands there: of two files that say the same each has its own places, and any two are equal.
public struct FilePlace: Hashable, Sendable {
    /// The file's name.
    public let file: String?
    /// The line, counted from 1.
    public let line: Int?

    package init(file: String? = nil, line: Int? = nil) {
        self.file = file
        self.line = line
    }

    /// Any two are equal.
    public static func == (first: FilePlace, second: FilePlace) -> Bool { true }

    /// Any two are equal.
    public func hash(into hasher: inout Hasher) {}
}

extension YAMLEntry {
    /// Where it stands.
    var place: FilePlace { FilePlace(file: file, line: node.mark?.line) }
}
