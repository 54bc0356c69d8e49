import Mentoring

/// What is wrong with a file, gathered while the rest of it is read on, so that all of it can be mended at once.
final class Complaints {
    private var all: [BadInput] = []
    private var wrong = 0
    /// Whether some part was not read for that.
    private var isCut = false

    /// More than that nobody mends at once.
    private static let mostTold = 40
    /// A file that is wrong throughout costs no more for it: after that many parts no further one is read.
    private static let mostNoted = 200

    /// Reads a part of the file; nil when it is wrong, which is noted.
    func noting<T>(_ read: () throws -> T) throws -> T? {
        guard wrong < Self.mostNoted else {
            isCut = true
            return nil
        }
        do {
            return try read()
        } catch let complaint as BadInput {
            note(complaint)
            return nil
        } catch is NotedAlready {
            return nil
        }
    }

    func note(_ complaint: BadInput) {
        wrong += 1
        if all.count < Self.mostNoted, !all.contains(complaint) { all.append(complaint) }
    }

    /// - Throws: what was noted, by line, as one complaint that begins with the first.
    func refuse() throws {
        let sorted = all.enumerated().sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
            .map(\.element)
        guard let first = sorted.first else { return }
        let told = sorted.dropFirst().prefix(Self.mostTold - 1).map(\.description)
        let untold = sorted.count - Self.mostTold
        let more =
            switch (untold > 0, isCut) {
            case (true, true): ["and at least \(untold) more; the rest was not read"]
            case (true, false): ["and \(untold) more"]
            case (false, true): ["the rest was not read"]
            case (false, false): [String]()
            }
        throw BadInput(([first.message] + told + more).joined(separator: "\n"), file: first.file, line: first.line)
    }
}

/// A part of a file is of no use because of something that was noted already.
struct NotedAlready: Error {}

/// The fields of a mapping.
struct Fields {
    private let entries: [String: YAMLEntry]
    private let complaints: Complaints

    /// - Throws: `BadInput` when the entry is no mapping; keys that are missing or unknown are noted.
    init(of entry: YAMLEntry, _ keys: [FileKey]) throws {
        entries = try entry.fields(keys)
        complaints = entry.complaints
    }

    func optional(_ key: String) -> YAMLEntry? { entries[key] }

    subscript(key: String) -> YAMLEntry {
        get throws {
            guard let entry = entries[key] else { throw NotedAlready() }
            return entry
        }
    }

    /// Reads something of them; nil when it is wrong, which is noted.
    func read<T>(_ read: (Fields) throws -> T) throws -> T? { try complaints.noting { try read(self) } }

    /// Reads a field that need not be there; wrong is as good as left out, since it is noted.
    func read<T>(_ key: String, or usual: T, _ read: (YAMLEntry) throws -> T) throws -> T {
        guard let entry = entries[key] else { return usual }
        return try complaints.noting { try read(entry) } ?? usual
    }

    /// Reads a field that need not be there and has no usual value.
    func readIfAny<T>(_ key: String, _ read: (YAMLEntry) throws -> T) throws -> T? {
        guard let entry = entries[key] else { return nil }
        return try complaints.noting { try read(entry) }
    }
}
