import CBuildFacts

/// What this program was made of, as it was known when it was linked.
struct BuildFacts {
    /// The commit, 40 hexadecimal digits, with `-dirty` where files had changed since.
    private(set) var commit: String?
    /// What is in it, in the order in which it was said: the compiler, libraries of C, and packages.
    private(set) var parts: [(name: String, version: String)] = []

    /// Reads a line for each thing.
    ///
    /// It is a name, a blank, and a version; `commit` is the commit's; what has no blank is nothing.
    init(_ text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2 else { continue }
            if words[0] == "commit" {
                commit = String(words[1])
            } else {
                parts.append((String(words[0]), String(words[1])))
            }
        }
    }

    /// Those of this process; empty in a debug build, which is the same whatever the commit is.
    static var linked: Self { Self(meridian_linked_facts().map { String(cString: $0) } ?? "") }
}
