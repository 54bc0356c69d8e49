import Testing

@Suite("A command over a server")
struct BackEndTests {
    @Test("prints the bytes that it prints beside the database, and leaves with the same code")
    func sameBytes() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let ada = ["--name", "Ada Okafor", "--email", "ada@example.org", "--zone", "Africa/Lagos"]
        for command in [
            ["trainee", "join", "nova"] + ada, ["enroll", "nova-2027a-w01-europe", "--as", "ada@example.org"],
            ["review", "propose", "nova", "https://review.example.org/c/nova/+/42", "--as", "ada@example.org"],
            ["away", "add", "seoyeon@example.org", "2027-05-03..2027-05-04"],
        ] {
            try #require(try await meridian.run(arguments: command, at: .database).status == 0)
        }
        let commands = [
            ["program", "list"], ["program", "show", "nova"], ["program", "export", "nova"],
            ["mentor", "list", "nova"],
            ["slot", "list", "nova"], ["slot", "list", "nova", "--mentor", "seoyeon@example.org"],
            ["away", "list", "seoyeon@example.org"], ["freeze", "list", "nova"], ["session", "list", "nova"],
            ["session", "list", "nova", "--upcoming", "--zone", "Asia/Kolkata", "--zone", "America/Bogota"],
            ["session", "show", "nova-2027a-w01-europe"],
            ["session", "show", "nova-2027a-w01-europe", "--zone", "Europe/Kyiv"],
            ["duty", "list", "nova"], ["duty", "list", "nova", "--upcoming"],
            ["review", "list", "nova"], ["swap", "list", "nova"], ["trainee", "list", "nova"], ["token", "list"],
            ["outbox", "list"], ["outbox", "list", "nova"], ["outbox", "suppressed"], ["mail", "list"],
            ["mail", "list", "nova"],
            ["mail", "show", "1"], ["feed", "url", "nova"],
            ["feed", "url", "nova", "--region", "asia"], ["feed", "show", "nova"], ["feed", "personal"],
            ["invite", "show", "nova-2027a-w01-europe", "--attendee", "ada@example.org"], ["plan", "nova"],
            ["forecast", "nova"],
            // What is refused, and what cannot be understood.
            ["program", "show", "nov"], ["session", "show", "nova-2027a-w99-asia"], ["slot", "withdraw", "999"],
            ["session", "list", "nova", "--zone", "Europe/Berln"], ["away", "list", "nobody@example.org"],
            ["invite", "show", "nova-2027a-w02-asia", "--attendee", "ada@example.org"],
            ["enroll", "nova-2027a-w01-mars"],
            ["swap", "accept", "7"], ["swap", "accept", "nova-2027a-w99-triage"],
            ["swap", "offer", "nova-2027a-w03-triage"],
            ["duty", "volunteer", "nova", "nothing"], ["duty", "volunteer", "nova", "triage", "--stop"],
            ["attend", "nova-2027a-w01-europe", "ada@example.org"],
            ["slot", "publish", "nova", "Tue 17:00", "--prefer", "7"], ["review", "fetch", "nova", "1"],
            [
                "mentor", "add", "nova", "--name", "Bo", "--email", "bo@example.org", "--zone", "Asia/Seoul",
                "--weight", "99",
            ],
            ["review", "propose", "nova", "https://example.org/1", "--difficulty", "9"],
            ["plan", "nova", "--weeks", "300"],
            ["review", "propose", "nova", "ftp://example.org"],
            ["session", "move", "nova-2027a-w01-asia", "--to", "teatime"],
            // What would happen.
            ["session", "cancel", "nova-2027a-w01-europe", "--reason", "ill", "--dry-run"],
            ["session", "move", "nova-2027a-w01-asia", "--to", "2027-01-07T23:00", "--dry-run"],
            ["session", "reinstate", "nova-2027a-w01-asia", "--dry-run"], ["plan", "nova", "--changes-only"],
        ]
        // The token of who acts is made first, since both list it.
        _ = try await meridian.run(arguments: ["program", "list"], at: .server)
        for command in commands {
            for form in [[], ["--json"]] {
                let arguments = command + form + ["--as", "akira@example.org"]
                let here = try await meridian.run(arguments: arguments, at: .database)
                let there = try await meridian.run(arguments: arguments, at: .server)
                #expect(there == here, "\(arguments.joined(separator: " "))")
            }
        }
    }

    @Test(
        "says so when it is done on the machine of the database",
        arguments: [["serve"], ["doctor"], ["outbox", "send"], ["mail", "receive"]])
    func onTheMachine(arguments: [String]) async throws {
        let outcome = try await CommandRunner().run(arguments: arguments + ["--server", "http://127.0.0.1:1"])
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("Error: This command works on a database, not over http://127.0.0.1:1:"))
        #expect(outcome.output == "")
    }

    @Test(
        "needs none where nothing is asked",
        arguments: [
            (["program", "example"], 0), (["lint", "missing.ics"], 65), (["planner", "solve", "no.json"], 65),
        ] as [([String], Int32)])
    func nothingAsked(arguments: [String], status: Int32) async throws {
        let outcome = try await CommandRunner().run(
            arguments: arguments, extra: ["MERIDIAN_SERVER": "http://127.0.0.1:1"])
        #expect(outcome.status == status)
    }
}
