import Foundation
import Testing

/// What stands where, and who may import what.
///
/// A line may import the modules of the lines above it and no others of ours; a library from outside belongs to the one
/// room that names it.
private let house: [(room: String, folder: String, ownLibraries: Set<String>)] = [
    ("CivilTime", "Sources/CivilTime", []),
    ("TimeZoneCatalog", "Sources/TimeZoneCatalog", ["CTimeZoneData"]),
    ("CalendarLint", "Sources/CalendarLint", []),
    ("ChatLogs", "Sources/ChatLogs", []),
    ("Rotation", "Sources/Rotation", []),
    ("Mentoring", "Sources/Mentoring", []),
    ("MentoringAPI", "Sources/MentoringAPI", []),
    ("Templates", "Sources/Templates", []),
    ("Wording", "Sources/Wording", ["CTerminal"]),
    ("ProgramFile", "Sources/ProgramFile", ["Yams", "CYaml"]),
    ("SeasonPlanning", "Sources/SeasonPlanning", []),
    ("MentoringService", "Sources/MentoringService", []),
    ("ICalendar", "Sources/ICalendar", ["CLibical"]),
    ("Persistence", "Sources/Persistence", ["CSQLite", "GRDB", "GRDBSQLite"]),
    ("AppResources", "Resources", []),
    ("Mail", "Sources/Mail", ["Subprocess", "SystemPackage"]),
    ("Pictures", "Sources/Pictures", []),
    (
        "WebServer", "Sources/WebServer",
        ["CZlib", "Hummingbird", "HummingbirdCore", "HTTPTypes", "ServiceLifecycle", "UnixSignals"]
    ),
    ("RemoteClient", "Sources/RemoteClient", ["AsyncHTTPClient", "NIOFoundationCompat"]),
    ("ChangeHosts", "Sources/ChangeHosts", ["AsyncHTTPClient"]),
    ("meridian", "Sources/meridian", ["ArgumentParser", "CBuildFacts"]),
]

/// Libraries that serve more than one room.
private let shared: Set<String> = ["Crypto", "Logging", "NIOCore", "NIOHTTP1"]
/// What comes with the toolchain.
private let toolchain: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Synchronization", "Dispatch"]

@Suite("The house")
struct ImportTests {
    @Test("a room imports only what stands above it", arguments: house.indices)
    func importsPointUp(index: Int) throws {
        let (room, folder, libraries) = house[index]
        let above = Set(house[..<index].map(\.room))
        let allowed = above.union(libraries).union(shared).union(toolchain)
        for (file, module) in try imports(in: folder) {
            #expect(allowed.contains(module), "\(file) imports \(module), which \(room) may not")
        }
    }

    @Test("who draws and who asks a server link no YAML, planner or database", arguments: ["Pictures", "RemoteClient"])
    func reach(room: String) throws {
        let reached = try reach(of: room)
        #expect(reached.contains("MentoringAPI"))
        let heavy = reached.intersection([
            "ProgramFile", "Rotation", "SeasonPlanning", "MentoringService", "Yams", "GRDB",
        ])
        #expect(heavy.isEmpty, "\(room) reaches \(heavy.sorted())")
        #expect(try reach(of: "meridian").isSuperset(of: ["Rotation", "Yams", "GRDB"]))
    }

    /// Every module that a room imports, by way of other rooms too.
    private func reach(of room: String) throws -> Set<String> {
        var reached: Set<String> = []
        var open = [room]
        while let next = open.popLast() {
            guard let folder = house.first(where: { $0.room == next })?.folder else { continue }
            let found = Set(try imports(in: folder).map(\.module)).subtracting(reached)
            reached.formUnion(found)
            open += found
        }
        return reached
    }

    @Test("CivilTime, ChatLogs and Rotation stand on nothing but the language")
    func foundationFree() throws {
        for folder in ["Sources/CivilTime", "Sources/ChatLogs", "Sources/Rotation"] {
            let modules = Set(try imports(in: folder).map(\.module))
            #expect(
                modules.isSubset(of: ["CivilTime", "Glibc", "Synchronization"]), "\(folder) imports \(modules.sorted())"
            )
        }
    }

    @Test("every room has files, and every folder of Sources is a room")
    func completeHouse() throws {
        for (room, folder, _) in house { #expect(try !swiftFiles(in: folder).isEmpty, "\(room) is empty") }
        let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
        #expect(
            Set(folders)
                == Set(
                    house.map(\.folder).filter { $0.hasPrefix("Sources/") }.map { String($0.dropFirst(8)) } + [
                        "CBuildFacts", "CLibical", "CSQLite", "CTerminal", "CZlib",
                    ]))
    }

    @Test(
        "a program is started by Subprocess: Foundation's own way reads over the end of its memory (corelibs-foundation 5472)",
        arguments: ["Sources", "Tests", "Benchmarks"])
    func subprocesses(folder: String) throws {
        let foundations = /\bProcess\b/
        let files = try swiftFiles(in: folder).filter { !$0.path.contains("/.build") && $0.path != #filePath }
        #expect(files.count > 3)
        for file in files {
            #expect(try !String(contentsOf: file, encoding: .utf8).contains(foundations), "\(file.lastPathComponent)")
        }
        #expect("let shell: Process = .init()".contains(foundations))
        #expect(!"try await Subprocess.run(ProcessInfo.name)".contains(foundations))
    }

    @Test("no test has a limit of time, which a machine that runs a thousand others meanwhile exceeds without a fault")
    func timeLimits() throws {
        for file in try swiftFiles(in: "Tests") where file.path != #filePath {
            #expect(try !String(contentsOf: file, encoding: .utf8).contains(".timeLimit("), "\(file.lastPathComponent)")
        }
    }

    @Test(
        "an import of anything else is found",
        arguments: ["import GRDB", "public import GRDB", "@testable import GRDB", "internal import struct GRDB.Row"])
    func importsAreFound(line: String) {
        #expect(importedModule(in: line) == "GRDB")
    }
}

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

private func swiftFiles(in folder: String) throws -> [URL] {
    let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { $0.hasSuffix(".swift") }.map { root.appending(path: folder).appending(path: $0) }
}

private func imports(in folder: String) throws -> [(file: String, module: String)] {
    try swiftFiles(in: folder).flatMap { file in
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .compactMap { line in importedModule(in: String(line)).map { (file.lastPathComponent, $0) } }
    }
}

/// The module that a line imports, if it imports one.
private func importedModule(in line: String) -> String? {
    let words = line.split(separator: " ").drop {
        ["public", "internal", "package", "private", "fileprivate"].contains($0) || $0.hasPrefix("@")
    }
    guard words.first == "import" else { return nil }
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    let path = words.dropFirst().first { !kinds.contains($0) }
    return path.map { String($0.split(separator: ".")[0]) }
}
