import Foundation
import ProgramFile
import Testing

@Suite("Keys and words explained in the terminal")
struct ExplainCommandTests {
    @Test("without a key all keys fit on one screen")
    func list() async throws {
        let outcome = try await CommandRunner().run("program", "explain", extra: ["COLUMNS": "80"])
        #expect(outcome.status == 0)
        #expect(outcome.lines.count <= 30)
        let words = Set(outcome.output.split { " \n*".contains($0) }.map(String.init))
        for placed in PlacedKey.all { #expect(words.contains(placed.key.name), "\(placed.path)") }
    }

    @Test("for whom marks are no help, what must be there is said in words")
    func accessible() async throws {
        let outcome = try await CommandRunner().run("program", "explain", extra: ["MERIDIAN_ACCESSIBLE": "1"])
        #expect(outcome.output.contains("zone (must be there)"))
        #expect(!outcome.output.contains("*"))
    }

    @Test("a key is explained by its path, or by its name where that says enough")
    func key() async throws {
        let meridian = try CommandRunner()
        let weeks = try await meridian.run("program", "explain", "season.weeks")
        #expect(weeks.lines.first == "season.weeks")
        #expect(weeks.output.contains("a whole number from 1 to 104"))
        #expect(weeks.output.contains("\nExample\n  weeks: 26\n"))
        let prefer = try await meridian.run("program", "explain", "prefer")
        #expect(prefer.lines.first == "mentors.slots.prefer")
        #expect(try await meridian.run("program", "explain", "mentors[2].slots[1].prefer") == prefer)
    }

    @Test("a name of several keys has all of them named")
    func several() async throws {
        let outcome = try await CommandRunner().run("program", "explain", "zone")
        #expect(outcome.status == 0)
        #expect(outcome.lines.contains { $0.hasPrefix("mentors.zone ") })
        #expect(outcome.lines.contains { $0.hasPrefix("mentors.slots.zone ") })
    }

    @Test(
        "what is no key has the nearest named",
        arguments: [
            ("prefr", "Did you mean prefer?"), ("timezone", "Did you mean zone?"), ("xyzzy", "See all of them"),
        ])
    func unknown(key: String, words: String) async throws {
        let outcome = try await CommandRunner().run("program", "explain", key)
        #expect(outcome.status == 64)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test("--json has all keys, or those that are meant")
    func json() async throws {
        let meridian = try CommandRunner()
        let all = try await meridian.run("program", "explain", "--json")
        let keys = try #require(try JSONSerialization.jsonObject(with: Data(all.output.utf8)) as? [[String: Any]])
        #expect(keys.count == PlacedKey.all.count)
        let one = try await meridian.run("program", "explain", "weight", "--json")
        let weight = try #require(
            try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [[String: Any]])
        #expect(weight.count == 1)
        #expect(weight.first?["key"] as? String == "mentors.weight")
        #expect(weight.first?["default"] as? String == "1")
        #expect(weight.first?["required"] as? Bool == false)
    }

    @Test(
        "what a word means stands below what shows it",
        arguments: [
            (["mentor", "list", "nova"], ["weight: ", "gap: ", "month: "]),
            (["slot", "list", "nova"], ["prefer: "]),
            (["session", "list", "nova"], ["tentative: "]),
            (["plan", "nova"], ["turn: ", "weight: ", "carry: ", "off hours: "]),
            (["plan", "nova", "--report"], ["turn: ", "fair share: ", "carry: ", "edge: ", "night: ", "levels, "]),
            (["why", "nova-2027a-w09-europe"], ["turn: ", "fair share: "]),
        ])
    func words(command: [String], explained: [String]) async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        _ = try await meridian.run(
            "trainee", "join", "nova", "--name", "Ada", "--email", "ada@example.org", "--zone", "Africa/Lagos")
        let outcome = try await meridian.run(arguments: command)
        #expect(outcome.status == 0)
        for word in explained {
            let lines = outcome.lines.filter { $0.drop { $0 == " " }.hasPrefix(word) }
            #expect(lines.count == 1, "\(command): \(word)\n\(outcome.output)")
        }
        let json = try await meridian.run(arguments: command + ["--json"])
        #expect(json.status == 0)
        #expect(!json.output.contains("twice as often"))
    }
}
