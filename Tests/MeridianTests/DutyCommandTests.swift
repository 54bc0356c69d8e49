import Testing

@testable import meridian

@Suite("The commands about duties")
struct DutyCommandTests {
    @Test("who takes a session is told from whom, and how it is undone, or handed on once it is announced")
    func session() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let akira = ["--as", "akira@example.org"]
        for (number, code, last) in [
            ("1", "nova-2027a-w07-asia", "undo (until it is announced): meridian swap withdraw 1"),
            ("2", "nova-2027a-w01-asia", "to hand it on: meridian swap offer nova-2027a-w01-asia"),
        ] {
            let offered = try await meridian.run(arguments: ["swap", "offer", code] + akira)
            try #require(offered.status == 0, "\(offered)")
            let taken = try await meridian.run("swap", "accept", number, "--as", "ananya@example.org")
            #expect(taken.output.hasPrefix("you lead \(code) on "), "\(taken)")
            #expect(taken.output.contains(" instead of 佐藤 明; ") && taken.output.hasSuffix("\n\(last)\n"), "\(taken)")
        }
    }

    @Test("a week is offered and taken by its code, and says who is told", arguments: BackEnd.allCases)
    func swap(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let list = try await meridian.run("duty", "list", "nova")
        // Four weeks are announced, one for each of the four volunteers.
        let week = try #require(list.lines.first { $0.hasSuffix("  Sam Nakamura") })
        let code = try #require(week.split(separator: " ").first.map(String.init))
        let offered = try await meridian.run("swap", "offer", code, "--as", "sam@example.org")
        #expect(offered.output.contains("3 people are told"))
        #expect(offered.output.hasSuffix("to take it back:\n  meridian swap withdraw \(code)\n"))
        #expect(try await meridian.run("duty", "list", "nova", "--upcoming").lines.contains { $0.hasSuffix("offered") })
        let refused = try await meridian.run("swap", "accept", code, "--as", "akira@example.org")
        #expect((refused.status, refused.errors) == (1, "meridian: 佐藤 明 takes no turns at Bug triage\n"))
        let taken = try await meridian.run("swap", "accept", code, "--as", "ngozi@example.org")
        #expect(taken.output == "\(code) is yours; 4 people are told\nto hand it on: meridian swap offer \(code)\n")
        let volunteered = try await meridian.run("duty", "volunteer", "nova", "triage", "--as", "akira@example.org")
        #expect(volunteered.output == "you take turns at Bug triage from the next plan on\n")
        let plan = try await meridian.run("plan", "nova")
        #expect(plan.output.contains("\nBug triage: "))
        for outcome in [list, offered, taken, volunteered, plan] {
            #expect(outcome.status == 0)
        }
    }
}
