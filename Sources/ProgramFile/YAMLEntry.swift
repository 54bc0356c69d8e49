package import CivilTime
package import Mentoring
import Yams

/// One value of a YAML file together with where it stands, so that every complaint can name its line.
package struct YAMLEntry {
    let node: Node
    /// What the value is called, such as `mentors[2].zone`.
    package let path: String
    package let file: String
    /// Where what is wrong is gathered.
    let complaints: Complaints
    /// The key behind which it stands; nil for the whole file, and for an entry of a list.
    private let key: FileKey?

    /// Parses the text of a file.
    /// - Throws: `BadInput` when it is no YAML, with the line where reading stopped.
    package init(yaml: String, file: String) throws {
        try YAMLScan.refuseBombs(in: yaml, file: file)
        do {
            guard let node = try Yams.compose(yaml: yaml) else {
                throw BadInput("the file is empty", file: file, line: 1)
            }
            self.init(node: node, path: "", file: file, complaints: Complaints())
        } catch let error as YamlError {
            throw BadInput(error.plainProblem, file: file, line: error.line)
        }
    }

    private init(node: Node, path: String, file: String, complaints: Complaints, key: FileKey? = nil) {
        self.node = node
        self.path = path
        self.file = file
        self.complaints = complaints
        self.key = key
    }

    /// The entries of a mapping by key; a key that is not expected is noted, as is one that is required and missing.
    /// - Throws: `BadInput` when it is no mapping.
    func fields(_ keys: [FileKey]) throws -> [String: YAMLEntry] {
        let required = keys.filter(\.isRequired).map(\.name)
        guard case .mapping(let mapping) = node else {
            throw wrong("a mapping of \((required.isEmpty ? keys.map(\.name) : required).joined(separator: ", "))")
        }
        var fields: [String: YAMLEntry] = [:]
        // A key that was misspelt is not missing as well.
        var misspelt: Set<String> = []
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard let known = keys.first(where: { $0.name == name }) else {
                let meant = keys.meant(by: name)
                if let meant { misspelt.insert(meant) }
                let advice = meant.map { "did you mean \($0)?" } ?? PlacedKey.whereabouts(of: name)
                complaints.note(
                    BadInput(
                        "unknown key “\(OneLine.shown(name))”\(within)\(advice.map { "; \($0)" } ?? "")", file: file,
                        line: key.mark?.line))
                continue
            }
            fields[name] = YAMLEntry(
                node: value, path: path.isEmpty ? name : "\(path).\(name)", file: file, complaints: complaints,
                key: known)
        }
        for missing in required where fields[missing] == nil && !misspelt.contains(missing) {
            complaints.note(BadInput("\(missing) is missing\(within)", file: file, line: node.mark?.line))
        }
        return fields
    }

    /// The entries of a sequence of at most so many.
    package func items(atMost limit: Int = 1000) throws -> [YAMLEntry] {
        guard case .sequence(let sequence) = node else { throw wrong(taken(else: "a list")) }
        guard sequence.count <= limit else {
            throw wrong(
                "a list of at most \(limit) entries, not \(sequence.count); split it, or leave out what is over")
        }
        return sequence.enumerated().map {
            YAMLEntry(node: $1, path: "\(path)[\($0 + 1)]", file: file, complaints: complaints)
        }
    }

    /// What each entry of a sequence reads as, without those that are wrong, which is noted.
    func each<T>(atMost limit: Int = 1000, _ read: (YAMLEntry) throws -> T) throws -> [T] {
        try items(atMost: limit).compactMap { item in try complaints.noting { try read(item) } }
    }

    /// What each entry of a sequence reads as, if none is wrong.
    /// - Throws: `NotedAlready` when one is.
    func all<T>(atMost limit: Int = 1000, _ read: (YAMLEntry) throws -> T) throws -> [T] {
        let items = try items(atMost: limit)
        let values = try items.compactMap { item in try complaints.noting { try read(item) } }
        guard values.count == items.count else { throw NotedAlready() }
        return values
    }

    /// The text of a scalar.
    package func text() throws -> String {
        guard case .scalar(let scalar) = node else { throw wrong(taken(else: "a single value")) }
        return scalar.string
    }

    /// One line of text without control characters.
    package func oneLine() throws -> String {
        try located { try OneLine.validated(text(), as: path) }
    }

    /// A whole number within bounds.
    func int(_ range: ClosedRange<Int>) throws -> Int {
        guard let value = Int(try text()), range.contains(value) else {
            throw wrong("\(Taken.number(range))")
        }
        return value
    }

    /// A day.
    package func date() throws -> LocalDate {
        guard let date = LocalDate(iso: try text()) else { throw wrong("\(Taken.day)") }
        return date
    }

    /// One of the values of an enumeration.
    package func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) throws -> Choice
    where Choice.RawValue == String {
        guard let choice = Choice(rawValue: try text()) else {
            throw wrong("\(Taken.choice(type))")
        }
        return choice
    }

    /// Runs a check of the domain and gives its complaint this entry's file and line.
    func located<T>(_ check: () throws -> T) throws -> T {
        do {
            return try check()
        } catch var error as BadInput {
            error.file = file
            error.line = error.line ?? node.mark?.line
            throw error
        }
    }

    /// The complaint that the value is not what was expected.
    package func wrong(_ expected: String) -> BadInput {
        let found = node.scalar.map { ", found “\(OneLine.shown($0.string))”" } ?? ""
        return BadInput(
            "\(path.isEmpty ? "the file" : path): expected \(expected)\(found)", file: file, line: node.mark?.line)
    }

    /// What the key takes behind which it stands.
    private func taken(else other: String) -> String { key.map { "\($0.takes)" } ?? other }

    private var within: String { path.isEmpty ? "" : " in \(path)" }
}

extension YamlError {
    fileprivate var line: Int? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: nil
        }
    }

    fileprivate var plainProblem: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
            "not valid YAML: \(problem)" + Self.advice(on: problem)
        case .duplicatedKeysInMapping(let duplicates, _):
            "the key \(duplicates.map { "“\(OneLine.shown("\($0)"))”" }.joined(separator: ", ")) is given twice"
        default: "not valid YAML"
        }
    }

    /// What to do about what libyaml finds most often.
    private static func advice(on problem: String) -> String {
        if problem.contains("cannot start any token") { return "; put the value in quotes" }
        if problem.contains("'-' indicator") { return "; each entry of a list begins with “- ” below the one before" }
        if problem.contains("tab character") { return "; indent by blanks" }
        return ""
    }
}
