import Testing

@testable import meridian

@Suite("What was typed, in order")
struct OrderedArgumentsTests {
    @Test(
        "what every command takes may stand before it and between its words",
        arguments: [
            ("--db x session list nova", "session list --db x nova"),
            ("session --json list nova --upcoming", "session list --json nova --upcoming"),
            ("--db=x --as a@b.org session --quiet ls nova", "session list --db=x --as a@b.org --quiet nova"),
            ("--zone Asia/Tokyo plan nova", "plan --zone Asia/Tokyo nova"),
            // The value of an option is no command, whatever it is called.
            ("--as list session list nova", "session list --as list nova"),
            ("--db session plan nova", "plan --db session nova"),
            // Behind the command everything stays as it is.
            ("session list list --db x", "session list list --db x"),
            ("session show -- --json", "session show -- --json"),
            ("--json session show -- ls", "session show --json -- ls"),
            ("trainee join rm --name ls", "trainee join rm --name ls"),
            // A number below zero is a value.
            ("plan nova --weeks -3", "plan nova --weeks=-3"), ("away remove -3", "away remove -3"),
            ("plan --changes-only -3", "plan --changes-only -3"),
            ("session show -- --week -3", "session show -- --week -3"),
            // Only what every command takes is moved.
            ("--upcoming session list nova", "--upcoming session list nova"),
            ("--title --json review", "--title --json review"),
            ("-- session list nova", "-- session list nova"),
            // Short words.
            ("slot ls nova", "slot list nova"), ("slot rm 3", "slot withdraw 3"),
            ("mentor rm nova a@b.org", "mentor remove nova a@b.org"), ("ls", "ls"), ("enroll rm", "enroll rm"),
            // Help, and options that are nobody's.
            ("help session ls", "help session list"), ("--json help slot rm", "help slot withdraw"),
            ("--help session ls", "help session list"), ("--json -h slot rm", "help slot withdraw"),
            ("--help", "--help"), ("--help session list nova --json", "help session list"),
            ("help sesion", "help sesion"),
            ("--json --help", "--help"), ("session --db x --help", "session --help"), ("--db x", ""), ("--db", ""),
            ("", ""), ("--version", "--version"), ("--generate-completion-script zsh", "completion zsh"),
            ("--generate-completion-script=zsh", "completion zsh"), ("--generate-completion-script", "completion"),
            ("--json --generate-completion-script=zsh", "completion zsh --json"),
            ("session show -- --generate-completion-script", "session show -- --generate-completion-script"),
        ])
    func order(typed: String, read: String) {
        #expect(OrderedArguments(words(typed)).arguments == words(read))
    }

    @Test(
        "--json counts wherever it stands, but not behind --",
        arguments: [
            ("--json sesion", true), ("session --json", true), ("session list nova --json", true),
            ("sesion --json", true),
            ("session show -- --json", false), ("session list nova", false), ("session list nova --jsonx", false),
        ])
    func json(typed: String, wanted: Bool) {
        #expect(OrderedArguments(words(typed)).wantsJSON == wanted)
    }

    @Test("short words stand for what there is", arguments: CommandTree.shortWords.keys.sorted())
    func shortWords(word: String) {
        for family in Meridian.shownSubcommands where !family.isLeaf {
            let names = family.shownSubcommands.map { $0.ownName }
            let meant = (CommandTree.shortWords[word] ?? []).first(where: names.contains)
            #expect(CommandTree.subcommand(word, of: family)?.ownName == meant)
            #expect(!names.contains(word))
        }
    }

    private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}

@Suite("What there is not")
struct WrongUsageTests {
    @Test(
        "a command or an option that there is not gets the one that was probably meant",
        arguments: [
            ("sesion list nova", "there is no command “meridian sesion”; did you mean meridian session?"),
            ("session lst nova", "there is no command “meridian session lst”; did you mean meridian session list?"),
            ("join nova", "there is no command “meridian join”; did you mean meridian trainee join?"),
            ("cancel x", "there is no command “meridian cancel”; did you mean meridian session cancel?"),
            ("duty rm x", "there is no command “meridian duty rm”; meridian duty has list, volunteer"),
            ("zzzzzz", "there is no command “meridian zzzzzz”; meridian --help lists them"),
            ("help sesion", "there is no command “meridian sesion”; did you mean meridian session?"),
            (
                "session list nova --upcomming",
                "meridian session list has no option --upcomming; did you mean --upcoming?"
            ),
            ("session ls nova --sesaon=x", "meridian session list has no option --sesaon; did you mean --season?"),
            (
                "enroll x --zzzzzz",
                "meridian enroll has no option --zzzzzz; meridian enroll --help lists those that it has"
            ),
            (
                "--zone Asia/Tokyo enroll x",
                "meridian enroll has no option --zone; it is an option of meridian session list, "
            ),
            ("session list nova --region asia", "meridian session list has no option --region; it is an option of "),
            ("--weeks 3 plan nova", "--weeks is an option of meridian plan, and stands behind the command"),
            ("--zoen UTC session list nova", "there is no option --zoen; did you mean --zone?"),
            ("session --upcoming list nova", "--upcoming is an option of meridian session list, meridian duty list"),
            (
                "--programm nova sessions",
                "there is no option --programm; did you mean --program? --program is an option of "
            ),
            ("--zzzzzz x", "there is no option --zzzzzz; meridian --help lists the commands"),
        ])
    func words(typed: String, said: String) throws {
        let wrong = WrongUsage(OrderedArguments(typed.split(separator: " ").map(String.init)))
        #expect(try #require(wrong).words.hasPrefix(said), "\(wrong?.words ?? "")")
    }

    @Test(
        "what there is is left to ArgumentParser",
        arguments: [
            "session list", "session", "", "--help", "--version", "session --help", "--", "--db x",
            "plan nova --weeks -1", "session list -- --upcomming",
        ])
    func nothing(typed: String) {
        #expect(WrongUsage(OrderedArguments(typed.split(separator: " ").map(String.init))) == nil)
    }

    @Test("a number below zero is answered with the numbers that there are")
    func negative() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let outcome = try await meridian.run("plan", "nova", "--weeks", "-3")
        #expect(outcome.errors == "meridian: weeks is -3; expected a number from 0 to 104\n", "\(outcome)")
    }

    @Test(
        "under --json it is JSON, wherever --json stands",
        arguments: [
            ["sesion", "--json"], ["--json", "session", "list", "nova", "--upcomming"], ["session", "list", "--json"],
            ["plan", "nova", "--json", "--weeks", "x"], ["backup", "x", "--json", "--server", "http://127.0.0.1:1"],
            ["enroll", "--json"],
        ])
    func json(arguments: [String]) async throws {
        let outcome = try await CommandRunner().run(arguments: arguments)
        #expect(outcome.status == 64)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix(#"{"detail":""#), "\(outcome.errors)")
        #expect(outcome.errors.hasSuffix("\"error\":\"usage\"}\n"), "\(outcome.errors)")
    }
}
