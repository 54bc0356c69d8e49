import Mentoring

/// What a program's file said when it was applied last, and what it says now: by these and the database it is told who
/// changed what, and from whom a thing came.
struct FileMemory {
    private struct Place: Hashable {
        let owner: Identifier<Person>?
        let key: String
    }

    private let before: [Place: Set<String>]
    /// What it says now, with what it said before of things that are still there.
    private(set) var facts: Set<FileFact> = []

    init(_ before: Set<FileFact>) {
        self.before = Dictionary(before.map { (Place(owner: $0.owner, key: $0.key), [$0.value]) }) { $0.union($1) }
    }

    /// Notes what the file says.
    mutating func say(_ key: String, of owner: Identifier<Person>?, _ value: String = "") {
        facts.insert(FileFact(owner: owner, key: key, value: value))
    }

    /// Notes that the file has what is stored already, which stays whose it is: what a person entered and the file repeats is
    /// the person's.
    ///
    /// What was stored before anything was known of a file is nobody's, and the file's from now on.
    mutating func find(_ key: String, of owner: Identifier<Person>?, _ value: String = "") {
        say(key, of: owner, value)
        if !before.isEmpty, !isOfFile(key, of: owner) { leave(key, of: owner) }
    }

    /// Notes that a thing is the people's, though the file has it.
    mutating func leave(_ key: String, of owner: Identifier<Person>?) { say(Self.own(key), of: owner) }

    /// Goes on knowing what the file said of somebody, all of which is the people's if it comes again.
    mutating func leaveAll(of owner: Identifier<Person>) {
        keep(of: owner)
        for place in before.keys where place.owner == owner && !place.key.hasPrefix(Self.own("")) {
            leave(place.key, of: owner)
        }
    }

    /// Whether a thing came from the file, rather than from people.
    func isOfFile(_ key: String, of owner: Identifier<Person>?) -> Bool {
        knew(key, of: owner) && !knew(Self.own(key), of: owner)
    }

    /// Goes on knowing of which fields people have said something themselves that no file has mentioned yet.
    mutating func keepOwnWords() {
        for place in before.keys where place.key.hasPrefix(Self.own("")) {
            let key = String(place.key.dropFirst(Self.own("").count))
            if !knew(key, of: place.owner), !facts.contains(where: { $0.owner == place.owner && $0.key == key }) {
                leave(key, of: place.owner)
            }
        }
    }

    /// Whether people have said themselves what a field is, of which no file has said anything.
    func isOwnWord(_ key: String, of owner: Identifier<Person>?) -> Bool {
        !knew(key, of: owner) && knew(Self.own(key), of: owner)
    }

    /// The key under which it is known that a thing is the people's.
    static func own(_ key: String) -> String { "own \(key)" }

    /// The key under which it is known that it was told once that the file leaves a thing out.
    static func listed(_ key: String) -> String { "listed \(key)" }

    /// The key under which it is known that the file named a mentor's region.
    static let regionNamed = "region named"

    /// Whether the file said anything of it before.
    func knew(_ key: String, of owner: Identifier<Person>?) -> Bool { before[Place(owner: owner, key: key)] != nil }

    /// What the file said of it last; nil where it said nothing.
    func lastSaid(_ key: String, of owner: Identifier<Person>?) -> String? {
        before[Place(owner: owner, key: key)].map { $0.sorted().joined(separator: ", ") }
    }

    /// Whether the file said just that of it before.
    func said(_ key: String, of owner: Identifier<Person>?, _ value: String) -> Bool {
        before[Place(owner: owner, key: key)]?.contains(value) ?? false
    }

    /// Of whom the file said just that before.
    func owners(of key: String, said value: String) -> [Identifier<Person>] {
        before.filter { $0.key.key == key && $0.value.contains(value) }.compactMap(\.key.owner)
    }

    /// Goes on knowing what the file said of a thing, or of all that somebody has by it.
    mutating func keep(_ key: String? = nil, of owner: Identifier<Person>?) {
        for (place, values) in before where place.owner == owner && (key ?? place.key) == place.key {
            for value in values { say(place.key, of: owner, value) }
        }
    }
}
