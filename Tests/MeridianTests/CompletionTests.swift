import ArgumentParser
import Testing

@testable import meridian

@Suite("Completion")
struct CompletionTests {
    @Test("what each argument is called says what completes it")
    func values() {
        for way in CommandTree.ways() {
            for argument in CommandSyntax(of: way[way.count - 1]).arguments where argument.kind != .flag {
                let names = way.map { $0.ownName }
                #expect(
                    CompletedValue(argument, of: names) != nil,
                    "\(names.joined(separator: " ")): \(argument.valueName ?? "") is not known to CompletedValue")
            }
        }
    }

    @Test(
        "a value is known by its place",
        arguments: [
            ("session list ", CompletedValue.program), ("session ls n", .program),
            ("--json plan --zone Asia/Tokyo ", .program),
            ("enroll ", .session), ("enroll --region asia --program ", .program), ("swap offer ", .session),
            ("session list nova --season ", .season), ("session list nova --zone Eur", .zone), ("--zone ", .zone),
            ("slot publish nova --mentor ", .people(.mentors)), ("slot publish nova --mentor=a", .people(.mentors)),
            ("trainee remove nova ", .people(.trainees)), ("away add ", .people(.mentors)),
            ("away add Zoe ", .free), ("plan nova --with-slot ", .free), ("log nova --who ", .people(.everybody)),
            ("--as ", .people(.everybody)),
            ("attend nova-w01-asia Ada ", .people(.everybody)), ("organizer add ", .program),
            ("organizer add nova ", .people(.everybody)), ("program apply ", .file), ("lint a.ics b.ics ", .file),
            ("--db=", .file), ("plan nova --db x --zoneinfo ", .folder), ("trainee join nova --email ", .free),
            ("session cancel x --reason ", .free), ("duty volunteer nova ", .duty), ("review vote ", .review),
            ("session show -- ", .session), ("slot rm ", .slot), ("slot restore 3 ", .free), ("away remove ", .absence),
            ("freeze rm ", .freeze), ("swap accept ", .offer), ("swap withdraw ", .offer), ("token revoke ", .token),
            ("mail show ", .mail), ("outbox list --before ", .free),
        ])
    func place(line: String, value: CompletedValue) {
        #expect(CompletionRequest(words(line)).wanted == .value(value))
    }

    @Test(
        "words are commands, options that were not given yet, and what an option can be",
        arguments: [
            ("", ["session", "help"], ["list", "--json"]), ("session ", ["list", "cancel"], ["session", "help"]),
            ("help session ", ["list"], []), ("--", ["--db", "--zone"], ["--upcoming"]),
            ("session list nova --", ["--upcoming", "--zone", "--json"], []),
            (
                "--json session list nova --upcoming --zone Asia/Tokyo --", ["--zone", "--db"],
                ["--upcoming", "--json"]
            ),
            ("session list nova ", ["--upcoming"], []), ("enroll --region ", ["asia", "europe"], []),
            ("enroll --region=", ["asia"], []), ("completion ", ["bash", "zsh"], []),
        ])
    func choice(line: String, offered: [String], left: [String]) {
        guard case .words(let candidates) = CompletionRequest(words(line)).wanted else {
            Issue.record("\(line)")
            return
        }
        let found = Set(candidates.map(\.word))
        #expect(found.isSuperset(of: offered) && found.isDisjoint(with: left), "\(found.sorted())")
    }

    @Test(
        "nothing follows what there is not, and what is complete",
        arguments: ["sesion ", "session lst ", "help session list ", "session show x -- y "])
    func nothing(line: String) {
        #expect(CompletionRequest(words(line)).wanted == .words([]))
    }

    @Test(
        "bash's line is read as bash reads it, and written as bash cuts it",
        arguments: [
            (
                "meridian enroll --as ada@ex", "ex", ["meridian", "enroll", "--as", "ada@ex"], "ada@example.org",
                "example.org"
            ),
            (
                "meridian enroll --as=ada@ex", "ada@ex", ["meridian", "enroll", "--as=ada@ex"], "--as=ada@example.org",
                "ada@example.org"
            ),
            (
                "meridian why-not nova --mentor Aki", "Aki", ["meridian", "why-not", "nova", "--mentor", "Aki"],
                "Akira Sato", "Akira\\ Sato"
            ),
            ("m --mentor \"Akira S", "Akira S", ["m", "--mentor", "Akira S"], "Akira Sato", "Akira Sato"),
            ("m --mentor Akira\\ S", "Akira\\ S", ["m", "--mentor", "Akira S"], "Akira Sato", "Akira\\ Sato"),
            ("m '' \"a b\"'c' d ", "", ["m", "", "a bc", "d", ""], "x", "x"),
            ("m ", "", ["m", ""], "list", "list"),
        ])
    func bash(line: String, piece: String, words: [String], word: String, typed: String) {
        let read = ShellLine(line)
        #expect(read.words == words)
        #expect(read.typed(word, replacing: piece) == typed)
    }

    @Test("programs, codes and people are offered, from the database and over a server", arguments: BackEnd.allCases)
    func offered(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        #expect(try await meridian.completed("plan", "n") == ["nova"])
        #expect(
            try await meridian.completed("enroll", "nova-2027a-w03-") == [
                "nova-2027a-w03-americas", "nova-2027a-w03-asia", "nova-2027a-w03-europe",
            ])
        #expect(try await meridian.completed("slot", "publish", "nova", "--mentor", "aki") == ["akira@example.org"])
        #expect(
            try await meridian.completed("slot", "publish", "nova", "--mentor=aki") == ["--mentor=akira@example.org"])
        #expect(try await meridian.completed("why-not", "nova", "--mentor", "Oli") == ["Olivia Taylor"])
        #expect(try await meridian.completed("program", "show", "nova", "--season", "") == ["2027a"])
        #expect(try await meridian.completed("program", "list", "--zone", "Europe/Berl") == ["Europe/Berlin"])
    }

    @Test("a name that two have is not offered, but their addresses are")
    func ambiguous() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        for (name, email) in [("Ada Doe", "one"), ("Ada Doe", "two"), ("Adam Roy", "roy")] {
            let joined = try await meridian.run(
                "trainee", "join", "nova", "--name", name, "--email", "\(email)@example.org", "--zone", "Africa/Lagos")
            try #require(joined.status == 0, "\(joined)")
        }
        #expect(try await meridian.completed("trainee", "remove", "nova", "Ad") == ["Adam Roy"])
        #expect(try await meridian.completed("trainee", "remove", "nova", "tw") == ["two@example.org"])
    }

    @Test("numbers are offered with what they stand for", arguments: BackEnd.allCases)
    func numbers(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        for made in [
            ["away", "add", "akira@example.org", "2027-05-03..2027-05-04"],
            ["freeze", "add", "nova", "2027-05-03..2027-05-04", "feast"],
            ["token", "create", "akira@example.org"],
        ] { #expect(try await meridian.run(arguments: made).status == 0) }
        for (list, asked) in [
            (["slot", "list", "nova"], ["slot", "withdraw"]), (["freeze", "list", "nova"], ["freeze", "remove"]),
            (["away", "list", "akira@example.org"], ["away", "remove"]), (["token", "list"], ["token", "revoke"]),
        ] {
            let rows = try await meridian.run(arguments: list).lines.dropFirst()
            let listed = rows.compactMap { $0.split(separator: " ").first }.filter { $0.allSatisfy(\.isNumber) }
            let offered = try await meridian.completed(asked + [""], extra: [:])
            #expect(!offered.isEmpty && Set(listed.map(String.init)).isSubset(of: offered), "\(asked): \(offered)")
        }
    }

    @Test("whoever may not see addresses is offered none, but the names that everybody sees")
    func hidden() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let server = try await meridian.serve(meridian.environment)
        var environment = ["MERIDIAN_DB": "", "MERIDIAN_SERVER": server.address]
        let asked = ["why-not", "nova", "--mentor", ""]
        let names = try await meridian.completed(asked, extra: environment)
        #expect(names.contains("Olivia Taylor") && !names.contains { $0.contains("@") }, "\(names)")
        #expect(try await meridian.completed(["trainee", "remove", "nova", ""], extra: environment) == [])
        // A server that is not there is no error, either.
        await server.stop()
        environment["MERIDIAN_SERVER"] = server.address
        #expect(try await meridian.completed(asked, extra: environment) == [])
    }

    @Test(
        "where there is nothing to ask, nothing is offered and nothing said",
        arguments: [
            ["plan", ""], ["--db", "/nonexistent/x.db", "plan", ""], ["--db", "/etc/passwd", "plan", ""],
            ["enroll", "x", "--as", "nobody at all", "--program", ""], ["\u{1B}[31m", ""],
        ])
    func silent(words: [String]) async throws {
        let outcome = try await CommandRunner().run(arguments: ["---complete", "words"] + words)
        #expect(outcome == .init(status: 0, output: "", errors: ""))
    }

    @Test("each shell has a script", arguments: ["bash", "zsh", "fish"])
    func scripts(shell: String) async throws {
        let outcome = try await CommandRunner().run("completion", shell)
        #expect(outcome.status == 0 && outcome.output.contains("---complete"))
        for asked in [["--generate-completion-script", shell], ["--generate-completion-script=\(shell)"]] {
            #expect(try await CommandRunner().run(arguments: asked).output == outcome.output)
        }
    }

    private func words(_ line: String) -> [String] {
        line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    }
}

extension CommandRunner {
    /// What a shell is told that asks about these words.
    fileprivate func completed(_ words: String...) async throws -> [String] { try await completed(words, extra: [:]) }

    fileprivate func completed(_ words: [String], extra: [String: String]) async throws -> [String] {
        let outcome = try await run(arguments: ["---complete", "words"] + words, extra: extra)
        #expect(outcome.status == 0 && outcome.errors == "", "\(outcome)")
        return outcome.lines.filter { !$0.isEmpty }.map { String($0.prefix { $0 != "\t" }) }.sorted()
    }
}
