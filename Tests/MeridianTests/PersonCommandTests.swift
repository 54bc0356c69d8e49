import Testing

@testable import meridian

@Suite("The commands by which people change")
struct PersonCommandTests {
    @Test("say what they do before it is done, and do just that")
    func change() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let ada = ["--as", "ada@example.org"]
        _ = try await meridian.run(
            "trainee", "join", "nova", "--name", "Ada", "--email", "ada@example.org", "--zone", "Africa/Lagos")
        _ = try await meridian.run(arguments: ["enroll", "nova-w01-europe"] + ada)
        let set = try await meridian.run(arguments: ["trainee", "set", "--zone", "Asia/Tokyo"] + ada)
        #expect(set.lines.first == "zone: Africa/Lagos → Asia/Tokyo")
        let limits = ["mentor", "set", "nova", "--max-per-month", "1", "--as", "akira@example.org"]
        let said = try await meridian.run(arguments: limits + ["--dry-run"])
        #expect(said.output.contains("most sessions a month: 2 → 1\n"))
        #expect(said.output.hasSuffix("nothing was changed; leave out --dry-run to do it\n"))
        for (option, value) in [("--max-per-month", "0"), ("--min-gap-weeks", "99")] {
            let wrong = try await meridian.run(
                "mentor", "set", "nova", option, value, "--as", "akira@example.org")
            #expect(wrong.status == 65 && wrong.errors.contains("\(option) is \(value); expected a number from"))
        }
        #expect(try await meridian.run(arguments: limits).output.contains("\ndone\nnext: meridian plan nova --publish"))
        // A name is in no plan; a clock is, whichever command sets it, and each slot is said to follow or to stay.
        let akira = ["--as", "akira@example.org"]
        let named = try await meridian.run(arguments: ["mentor", "set", "nova", "--name", "Akira Sato"] + akira)
        #expect(named.output.hasSuffix("\ndone\n"))
        _ = try await meridian.run(arguments: ["slot", "publish", "nova", "Fri 09:00 Europe/Paris"] + akira)
        let clock = try await meridian.run(arguments: ["trainee", "set", "--zone", "Asia/Seoul"] + akira)
        #expect(clock.output.contains(", Tue 17:00, is in Asia/Seoul from now on\n"))
        #expect(clock.output.contains(", Fri 09:00, stays on the clock of Europe/Paris\n"))
        #expect(clock.output.contains(": is planned again\n"))
        #expect(clock.output.contains("\ndone\nnext: meridian plan nova --publish, by an organizer"))
        let moved = try await meridian.run("person", "move", "ada@example.org", "ada@moved.example")
        #expect(moved.status == 0)
        #expect(moved.output.hasSuffix("Ada is at ada@moved.example once it has proved itself\n"))
        #expect(try await meridian.run("trainee", "list", "nova").output.contains("ada@moved.example"))
        #expect(try await meridian.run("person", "confirm", "nonsense").status == 1)
        let blocked = try await meridian.run("person", "block", "zoe@example.org", "--dry-run")
        #expect(blocked.output.contains("leads it no more"))
        let left = try await meridian.run("trainee", "leave", "nova", "--as", "ada@moved.example")
        #expect(left.output.contains("Ada: is a trainee of nova no more\n"))
    }

    @Test("and a file names the next command so that it does what was shown when it is copied")
    func next() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let file = try meridian.write(try await meridian.run("program", "export", "nova").output, as: "nova.yaml")
        _ = try await meridian.run("program", "apply", file)
        let other = try meridian.write(
            try await meridian.run("program", "export", "nova").output.replacing("capacity: 12", with: "capacity: 13"),
            as: "other.yaml")
        for options in [[], ["--prune"], ["--override"], ["--prune", "--override"]] {
            let said = try await meridian.run(arguments: ["program", "apply", other, "--dry-run"] + options)
            #expect(
                said.output.hasSuffix("\nnext: meridian program apply \(([other] + options).joined(separator: " "))\n"))
        }
        let spaced = try meridian.write(
            try await meridian.run("program", "export", "nova").output.replacing("capacity: 12", with: "capacity: 13"),
            as: "Ada's other.yaml")
        let said = try await meridian.run("program", "apply", spaced, "--dry-run").output
        #expect(said.hasSuffix("\nnext: meridian program apply '\(spaced.replacing("'", with: "'\\''"))'\n"))
        let season = try await meridian.run("program", "export", "nova").output.replacing(
            "season: {", with: "seasons: [{ name: later, start: 2028-01-03, weeks: 4 }, {")
        let text = season.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("seasons: [") ? line + "]" : line
        }.joined(separator: "\n")
        let added = try await meridian.run("program", "apply", meridian.write(text, as: "season.yaml"))
        #expect(added.output.hasSuffix("\nnext: meridian plan nova --season later\n"))
    }
}
