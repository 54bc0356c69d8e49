import Foundation
import Testing
import TimeZoneCatalog

@testable import meridian

@Suite("--version --verbose")
struct VersionTests {
    @Test(
        "facts are a line each: the commit, and what has a name and a version",
        arguments: [
            ("", nil, []),
            ("commit 1e21e82\nSwift 6.3.1\nGRDB.swift 7.10.0\n", "1e21e82", ["Swift 6.3.1", "GRDB.swift 7.10.0"]),
            ("commit 1e21e82-dirty", "1e21e82-dirty", []),
            ("\n\ncommit\nYams\nlibical 3.0.16 (Debian 3.0.16-1+b1)", nil, ["libical 3.0.16 (Debian 3.0.16-1+b1)"]),
        ] as [(String, String?, [String])])
    func facts(text: String, commit: String?, parts: [String]) {
        let facts = BuildFacts(text)
        #expect(facts.commit == commit)
        #expect(facts.parts.map { "\($0.name) \($0.version)" } == parts)
    }

    @Test("it names the commit, the libraries that run, what was linked in, and both tz releases")
    func answer() {
        let answer = VersionAnswer(BuildFacts("commit 1e21e82\nlibical 3.0.16"), zones: .shipped)
        #expect(answer.parts.map(\.name) == ["SQLite", "zlib", "libical"])
        #expect(answer.parts.filter(\.version.isEmpty).isEmpty)
        let shipped = TimeZoneCatalog.shipped.release
        #expect(answer.timeZoneRelease == shipped && answer.shippedTimeZoneRelease == shipped)
        for words in [Meridian.version, "1e21e82", "3.0.16", "\(shipped), the tz data shipped"] {
            #expect(answer.text.contains(words), "\(answer.text)")
        }
    }

    @Test("--version alone is the number, and nothing else stands beside --verbose")
    func asked() async throws {
        let meridian = try CommandRunner()
        #expect(try await meridian.run("--version") == .init(status: 0, output: Meridian.version + "\n", errors: ""))
        let told = try await meridian.run("--version", "--verbose")
        #expect(told.status == 0 && told.lines.first?.hasPrefix("Meridian") == true, "\(told)")
        // What a release links in is not known to a build that is the same at every commit.
        #expect(told.output.contains("make release"))
        let json = try await meridian.run("--verbose", "--json", "--version")
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(object?["meridian"] as? String == Meridian.version && object?["commit"] == nil)
        #expect((object?["parts"] as? [[String: String]])?.compactMap { $0["name"] } == ["SQLite", "zlib"])
        for others in [["--version", "--verbose", "session"], ["--verbose"]] {
            #expect(VersionAnswer.isAsked(for: others) == false)
        }
    }

    @Test("a tz database that is none is said, and where it was named")
    func zones() async throws {
        let told = try await CommandRunner().run("--version", "--verbose", extra: ["MERIDIAN_ZONEINFO": "/nowhere"])
        #expect(told.status == 65 && told.errors.contains("no time zones in /nowhere"), "\(told)")
    }
}
