import CivilTime
import Foundation
import FoundationNetworking
import Subprocess
import SystemPackage
import Testing

@testable import meridian

@Suite("meridian demo")
struct DemoCommandTests {
    private let meridian: CommandRunner

    init() throws { meridian = try CommandRunner() }

    @Test(
        "its season begins on the first Monday that is four to ten days away, also over New Year and in week 53",
        arguments: [
            ("2026-12-21", "2026-12-28", "2026a"), ("2026-12-24", "2026-12-28", "2026a"),
            ("2026-12-25", "2027-01-04", "2027a"), ("2026-12-31", "2027-01-04", "2027a"),
            ("2027-01-01", "2027-01-11", "2027a"), ("2027-01-03", "2027-01-11", "2027a"),
            ("2028-02-24", "2028-02-28", "2028a"), ("2031-12-26", "2032-01-05", "2032a"),
        ])
    func season(today: String, start: String, name: String) async throws {
        let day = try #require(LocalDate(iso: today))
        let example = try await meridian.run("program", "example").output
        let text = DemoProgram.text(of: example, on: day)
        #expect(text.contains("season: { name: \(name), start: \(start), weeks: 26 }"), "\(text.prefix(800))")
        let first = try #require(LocalDate(iso: start))
        #expect((4...10).contains(day.days(until: first)))
        #expect(first.weekday == .monday)
        // What else has a date has moved as far.
        #expect(
            text.contains("{ from: \(first.adding(days: 63)), to: \(first.adding(days: 76)), reason: feature freeze }"))
        #expect(DemoProgram.text(of: "program: nova\n", on: day) == "program: nova\n")
    }

    @Test("everything is there, in a folder of its own, whatever the environment names, and no mail waits")
    func made() async throws {
        let elsewhere = ["MERIDIAN_SERVER": "http://127.0.0.1:9", "MERIDIAN_AS": "nobody@example.org"]
        let made = try await meridian.run("demo", "a demo", extra: elsewhere)
        try #require(made.status == 0, "\(made)")
        #expect(
            made.output.hasSuffix(
                "\nnext: MERIDIAN_DB='a demo/meridian.db' meridian serve --to-dir 'a demo/mail' --open-sign-up\n"))
        let file = try #require(meridian.environment["MERIDIAN_DB"])
        #expect(!FileManager.default.fileExists(atPath: file))
        let mode = try FileManager.default.attributesOfItem(atPath: meridian.folder.path + "/a demo")[.posixPermissions]
        #expect(mode as? Int == 0o700)
        let there = ["MERIDIAN_DB": "a demo/meridian.db"]
        let trainees = try await meridian.run("trainee", "list", "nova", extra: there).output
        #expect(["Arjun Rao", "Ada Okafor", "Camila Rojas"].filter { !trainees.contains($0) } == [])
        #expect(try await meridian.run("organizer", "list", "nova", extra: there).output.contains("grace@example.org"))
        for email in ["arjun@example.org", "ada@example.org", "camila@example.org"] {
            let sessions = try await meridian.run("session", "list", "nova", "--json", "--as", email, extra: there)
            let seats = sessions.output.filter { !$0.isWhitespace }.matches(of: /"enrollment":"enrolled"/)
            #expect(seats.count == 2, "\(email)")
        }
        #expect(!(try await meridian.run("outbox", "list", extra: there).output.contains("pending")))
        // What it was made of is what is in force.
        let again = try await meridian.run("program", "apply", "a demo/nova.yaml", extra: there)
        #expect(again.status == 0 && again.output.hasSuffix("nothing is to be changed\n"), "\(again)")
    }

    @Test("a folder in which something is, and what is none, is refused, and stays as it is")
    func refused() async throws {
        let full = meridian.folder.appending(path: "full")
        try FileManager.default.createDirectory(at: full, withIntermediateDirectories: false)
        _ = try meridian.write("mine", as: "full/.mine")
        _ = try meridian.write("a file", as: "file")
        let inFull = try await meridian.run("demo", "full")
        #expect(inFull.status == 1 && inFull.errors.contains("there is something in full already"), "\(inFull)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: full.path) == [".mine"])
        let inFile = try await meridian.run("demo", "file")
        #expect(inFile.status == 65 && inFile.errors.contains("is no folder"), "\(inFile)")
        for wrong in [["--db", "x.db"], ["--server", "http://127.0.0.1:9"], ["--port", "65536"], [""]] {
            #expect(try await meridian.run(arguments: ["demo"] + wrong).status == 64, "\(wrong)")
        }
        // An empty one will do, and two demos without a name are in two places.
        try FileManager.default.removeItem(at: full.appending(path: ".mine"))
        #expect(try await meridian.run("demo", "full", "--quiet") == .init(status: 0, output: "", errors: ""))
        let places = meridian.folder.appending(path: "places")
        try FileManager.default.createDirectory(at: places, withIntermediateDirectories: false)
        for _ in 1...2 {
            #expect(try await meridian.run("demo", extra: ["TMPDIR": places.path]).status == 0)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: places.path).count == 2)
    }

    @Test("what is printed leads to the program, and signs a trainee, a mentor and an organizer in; Ctrl-C ends it")
    func served() async throws {
        let program = CommandRunner.executable.path
        let words = ["-c", #"exec "$0" "$@" > said"#, program, "demo", "demo", "--serve", "--port", "0"]
        let shell = Configuration(
            executable: .path("/bin/sh"), arguments: Arguments(words),
            environment: meridian.configuration([], meridian.environment).environment,
            workingDirectory: FilePath(meridian.folder.path))
        let folder = meridian.workingFolder
        let server = try await CommandRunner.places.hold { try await RunningServer(shell, in: folder) }
        let said = try String(contentsOf: meridian.folder.appending(path: "said"), encoding: .utf8)
        #expect(said.contains("\nopen: \(server.address)/nova\n"), "\(said)")
        #expect(try await page(server.address + "/nova").contains("Nova core reviewer training"))
        let links = said.matches(of: /sign in as (.+), ([a-z]+):\n *(http:\S+)/).map(\.output)
        #expect(links.map { String($0.2) } == ["trainee", "mentor", "organizer"], "\(said)")
        for link in links {
            #expect(link.3.hasPrefix(server.address + "/sign-in/"))
            #expect(try await page(String(link.3)).contains("Is it you, <bdi>\(link.1)</bdi>?"), "\(link.1)")
        }
        #expect(await server.stop(by: SIGINT) == .exited(0))
    }

    private func page(_ address: String) async throws -> String {
        let url = try #require(URL(string: address))
        let (data, _) = try await URLSession.shared.data(from: url)
        return String(decoding: data, as: UTF8.self)
    }
}
