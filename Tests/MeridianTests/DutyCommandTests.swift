import Testing

@Suite("The commands about duties")
@MainActor
struct DutyCommandTests {
    @Test("a week is offered and taken by its code, and everything fits in 80 columns", arguments: BackEnd.allCases)
    func swap(backEnd: BackEnd) throws {
        let meridian = try CommandRunner(backEnd)
        try meridian.planExample()
        let list = try meridian.run("duty", "list", "nova")
        let week = try #require(list.lines.first { $0.hasPrefix("nova-w04-triage") })
        #expect(week == "nova-w04-triage  2027-01-25  2027-01-31  Sam Nakamura")
        let offered = try meridian.run("swap", "offer", "nova-w04-triage", "--as", "sam@example.org")
        #expect(offered.output.contains("3 people are told"))
        #expect(offered.output.hasSuffix("to take it back: meridian swap withdraw nova-w04-triage\n"))
        #expect(try meridian.run("duty", "list", "nova", "--upcoming").lines.contains { $0.hasSuffix("offered") })
        let refused = try meridian.run("swap", "accept", "nova-w04-triage", "--as", "akira@example.org")
        #expect((refused.status, refused.errors) == (1, "meridian: 佐藤 明 takes no turns at Bug triage\n"))
        let taken = try meridian.run("swap", "accept", "nova-w04-triage", "--as", "ngozi@example.org")
        #expect(taken.output == "nova-w04-triage is yours; 2 people are told\n")
        let volunteered = try meridian.run("duty", "volunteer", "nova", "triage", "--as", "akira@example.org")
        #expect(volunteered.output == "you take turns at Bug triage from the next plan on\n")
        let plan = try meridian.run("plan", "nova")
        #expect(plan.output.contains("\nBug triage: "))
        for outcome in [list, offered, taken, volunteered, plan] {
            #expect(outcome.status == 0)
            #expect(outcome.lines.allSatisfy { $0.unicodeScalars.count <= 80 })
        }
    }
}
