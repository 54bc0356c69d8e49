import Foundation
import Testing

/// The folders of the rooms that have several: those of one line use the types of the lines above theirs and of their own, and
/// of no other; `.` is what lies in no folder.
private let rooms: [(name: String, lines: [[String]])] = [
    ("MentoringAPI", [["JSON"], ["Answers"], ["Contract"], ["Requests"]]),
    (
        "MentoringService",
        [
            ["Ports"],
            [
                ".", "Accounts", "Attendance", "Duties", "Enrolling", "Log", "Mail", "Reviews", "Season", "Sessions",
                "Slots",
                "Swaps",
            ],
        ]
    ),
]

@Suite("The folders of a room")
struct FolderTests {
    @Test("point one way", arguments: rooms.indices)
    func noCircles(index: Int) throws {
        let (room, lines) = rooms[index]
        let sources = try lines.map { try Sources(of: $0, in: room) }
        for (place, line) in sources.enumerated() {
            let below = sources[(place + 1)...].reduce(into: [:]) { $0.merge($1.declared) { first, _ in first } }
            for (file, name) in line.uses(of: Set(below.keys)) {
                Issue.record("\(room): \(file) uses \(name) of \(below[name] ?? "?"), which stands below it")
            }
        }
    }

    @Test("are all there are", arguments: rooms.indices)
    func complete(index: Int) throws {
        let (room, lines) = rooms[index]
        let found = try FileManager.default.contentsOfDirectory(atPath: place(of: room).path)
        #expect(
            Set(found.map { $0.hasSuffix(".swift") ? "." : $0 }) == Set(lines.joined()))
        for folder in lines.joined() where folder != "." {
            let inside = try FileManager.default.contentsOfDirectory(
                atPath: place(of: room).appending(path: folder).path)
            #expect(
                inside.allSatisfy { $0.hasSuffix(".swift") }, "\(room)/\(folder) has a folder that nobody looks into")
        }
    }

    @Test("a use is found in code, and in no comment, text, or type of the same name within another")
    func usesAreFound() {
        let code = """
            struct Above { let name = "Below"; let other: Other // Below
                enum Nested { case one } }
            """
        let above = Sources(name: "Above", files: ["Above.swift": code])
        #expect(above.uses(of: ["Below", "Nested"]).isEmpty)
        #expect(above.uses(of: ["Other"]).map(\.name) == ["Other"])
        #expect(
            Sources(name: "Below", files: ["Below.swift": "public struct Below {\n    struct Inner {}\n}"]).declared
                == ["Below": "Below"])
    }
}

private func place(of room: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/\(room)")
}

/// The code of some folders, without comments and texts.
private struct Sources {
    let name: String
    private let files: [(file: String, code: String)]

    init(name: String, files: [String: String]) {
        self.name = name
        self.files = files.sorted { $0.key < $1.key }.map { ($0.key, Self.withoutWords($0.value)) }
    }

    init(of folders: [String], in room: String) throws {
        let files = try folders.flatMap { folder in
            let path = place(of: room).appending(path: folder)
            return try FileManager.default.contentsOfDirectory(atPath: path.path).filter { $0.hasSuffix(".swift") }
                .map {
                    (
                        folder == "." ? $0 : "\(folder)/\($0)",
                        try String(contentsOf: path.appending(path: $0), encoding: .utf8)
                    )
                }
        }
        self.init(name: folders.joined(separator: ", "), files: Dictionary(uniqueKeysWithValues: files))
    }

    /// The types that the folder declares for others, each with the folder's name.
    var declared: [String: String] {
        files.reduce(into: [:]) { declared, file in
            for name in Self.types(in: file.code, nested: false) { declared[name] = self.name }
        }
    }

    /// Where one of the names is used that the file does not declare itself.
    func uses(of names: Set<String>) -> [(file: String, name: String)] {
        files.flatMap { file, code in
            let words = Set(code.matches(of: /\b[A-Z]\w*/).map { String($0.output) })
            return words.intersection(names).subtracting(Self.types(in: code, nested: true)).sorted().map { (file, $0) }
        }
    }

    private static func types(in code: String, nested: Bool) -> Set<String> {
        let declaration =
            /^(?<indent>[ ]*)(?:public |package |final |indirect )*(?:struct|enum|class|protocol|actor|typealias) (?<name>\w+)/
        return Set(
            code.matches(of: declaration.anchorsMatchLineEndings()).filter { nested || $0.output.indent.isEmpty }
                .map { String($0.output.name) })
    }

    private static func withoutWords(_ code: String) -> String {
        code.replacing(/"""[\s\S]*?"""/, with: "\"\"").replacing(/\/\/[^\n]*/, with: "")
            .replacing(/"(?:\\.|[^"\\\n])*"/, with: "\"\"")
    }
}
