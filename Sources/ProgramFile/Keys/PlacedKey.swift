/// A key at its place in a program file.
public struct PlacedKey: Sendable {
    /// Where it stands, such as `mentors.slots.prefer`: in each slot of each mentor.
    public let path: String
    /// What it takes and does.
    public let key: FileKey
    /// The path of the key of which the same is said, nearer to the top of the file; nil where this is the first.
    public let like: String?

    /// The path of the mapping in which it stands; empty for the top of the file.
    public var mapping: String { String(path.dropLast(key.name.count + 1)) }

    /// Every key of a program file, those of a mapping after the key that takes it.
    public static let all: [PlacedKey] = {
        let all = placed(FileKey.ofProgram, in: "")
        func depth(_ path: String) -> Int { path.count { $0 == "." } }
        var first: [Words: String] = [:]
        for (path, key) in all {
            if let other = first[Words(key)], depth(other) <= depth(path) { continue }
            first[Words(key)] = path
        }
        return all.map { path, key in
            PlacedKey(path: path, key: key, like: first[Words(key)].flatMap { $0 == path ? nil : $0 })
        }
    }()

    private static func placed(_ keys: [FileKey], in mapping: String) -> [(path: String, key: FileKey)] {
        keys.flatMap { key in
            let path = mapping.isEmpty ? key.name : "\(mapping).\(key.name)"
            return [(path, key)] + placed(key.keys, in: path)
        }
    }

    /// What is said of a key beside what holds without it.
    private struct Words: Hashable {
        private let words: [String]

        init(_ key: FileKey) { words = [key.name, "\(key.takes)", key.effect, key.why, key.example] }
    }
}
