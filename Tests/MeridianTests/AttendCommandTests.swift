import Testing

@testable import meridian

@Suite("Attendance on the command line")
struct AttendCommandTests {
    private static let log = """
        08:00:12 <aki> #startmeeting
        08:00:13 <opendevmeet> Meeting started
        08:01:00 <ANN|w> hi
        """

    /// The example's season with Ann and Bob in its first session of asia, which ended an hour ago.
    private func held(_ meridian: CommandRunner) async throws -> [String: String] {
        try await meridian.planExample()
        for name in ["Ann", "Bob"] {
            let email = "\(name.lowercased())@example.org"
            _ = try await meridian.run(
                "trainee", "join", "nova", "--name", name, "--email", email, "--zone", "Asia/Tokyo")
            _ = try await meridian.run("enroll", "nova-2027a-w01-asia", "--as", email)
        }
        return ["MERIDIAN_NOW": "2027-01-05T10:00:00Z"]
    }

    @Test(
        "a log is read whoever is in it; who is nobody's is a visitor until they add their nickname",
        arguments: BackEnd.allCases)
    func log(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        let after = try await held(meridian)
        let file = try meridian.write(Self.log, as: "nova.log.txt")
        let first = try await meridian.run("attend", "nova-2027a-w01-asia", "--log", file, extra: after)
        #expect(first.lines[0] == "nova-2027a-w01-asia: 0 came; missing: Ann, Bob")
        #expect(first.output.contains("spoke and is nobody's yet: aki, opendevmeet, ANN|w\n"))
        #expect(
            try await meridian.run("health", "nova", extra: after).output.contains(
                "  Asia: 3 in 1 session, last in week 1\n")
        )
        #expect(
            try await meridian.run("nick", "add", "nova", "aki", "--as", "akira@example.org").output
                == "aki is 佐藤 明 in nova\n")
        for name in ["ann", "bob"] {
            let said = try await meridian.run("nick", "add", "nova", "ann|w", "--as", "\(name)@example.org")
            #expect(said.lines[0].contains(" in nova yet: somebody spoke by it in nova-2027a-w01-asia"))
            #expect(said.lines[0].hasSuffix(", and somebody else says so, too") == (name == "bob"))
            #expect(said.lines[1].hasSuffix("meridian nick add nova 'ann|w' --person \(name == "ann" ? "Ann" : "Bob")"))
        }
        let said = try await meridian.run("nick", "list", "nova", "--all").lines
        #expect(said.count { $0.contains("waits for an organizer's; 1 other says so") } == 2)
        #expect(
            try await meridian.run("nick", "add", "nova", "ann|w", "--person", "ann@example.org").output
                == "ann|w is Ann in nova; they spoke in nova-2027a-w01-asia, which counts now\n")
        let recorded = try await meridian.run(
            "attend", "nova-2027a-w01-asia", "--log", file, "--ignore", "OpenDevMeet", "--log-url",
            "https://meetings.example.org/1.html", extra: after)
        #expect(recorded.lines[0] == "nova-2027a-w01-asia: 1 came; missing: Bob")
        #expect(recorded.output.contains("spoke and is nobody: opendevmeet"))
        let shown = try await meridian.run("session", "show", "nova-2027a-w01-asia", extra: after)
        #expect(shown.output.contains("https://meetings.example.org/1.html"))
    }

    @Test("who was recorded and is no more is named, with what records it again", arguments: BackEnd.allCases)
    func replaced(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        let after = try await held(meridian)
        let code = "nova-2027a-w01-asia"
        let first = try await meridian.run("attend", code, "ann", "Olivia Taylor", extra: after)
        #expect(!first.output.contains("no more recorded") && !first.output.contains("undo"), "\(first)")
        let before = try await meridian.run("attend", code, extra: after)
        let second = try await meridian.run("attend", code, "bob", extra: after)
        #expect(second.lines[1] == "no more recorded: Olivia Taylor (before: came), Ann (before: came)", "\(second)")
        #expect(
            second.output.hasSuffix("\nundo: meridian attend \(code) 'Olivia Taylor' Ann --absent Bob\n"), "\(second)")
        _ = try await meridian.run("attend", code, "Olivia Taylor", "Ann", "--absent", "Bob", extra: after)
        #expect(try await meridian.run("attend", code, extra: after) == before)
        let added = try await meridian.run("attend", code, "--also", "bob", extra: after)
        #expect(!added.output.contains("no more recorded"), "\(added)")
    }

    @Test(
        "what is no log is refused with file and line",
        arguments: [
            ("hello\n", "bad.txt:1: “hello” does not begin with a time"),
            ("2027-03-01 08:00:00\ta\tb\n", "bad.txt: nobody speaks between 2027-01-05T07:45:00"),
        ])
    func noLog(text: String, words: String) async throws {
        let meridian = try CommandRunner()
        let after = try await held(meridian)
        let file = try meridian.write(text, as: "bad.txt")
        let outcome = try await meridian.run(
            "attend", "nova-2027a-w01-asia", "--log", file, "--log-zone", "Etc/UTC", extra: after)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test("lines that nobody understands are counted, in words and in JSON")
    func unread() async throws {
        let meridian = try CommandRunner()
        let after = try await held(meridian)
        let file = try meridian.write("08:00 <ann> hi\nTraceback\n08:01 all quiet\n", as: "odd.txt")
        let said = try await meridian.run("attend", "nova-2027a-w01-asia", "--log", file, extra: after)
        #expect(said.output.hasSuffix("\n2 lines unread, first at line 2\n"))
        let json = try await meridian.run("attend", "nova-2027a-w01-asia", "--log", file, "--json", extra: after)
        let written = json.output.filter { !$0.isWhitespace }
        #expect(written.contains(#""unread":{"first":2,"lines":2}"#), "\(json.output)")
    }

    @Test("without names it is shown who came, and nothing is recorded", arguments: BackEnd.allCases)
    func shows(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        let after = try await held(meridian)
        _ = try await meridian.run("attend", "nova-2027a-w01-asia", "ann@example.org", extra: after)
        for arguments in [[], ["--show"]] {
            let shown = try await meridian.run(arguments: ["attend", "nova-2027a-w01-asia"] + arguments, extra: after)
            #expect(shown.status == 0)
            #expect(shown.output.contains("Ann") && shown.output.contains("Bob"), "\(shown.output)")
        }
        let added = try await meridian.run("attend", "nova-2027a-w01-asia", "Bob", "--also", extra: after)
        #expect(added.lines[0] == "nova-2027a-w01-asia: 2 came; nobody who had a seat was missing")
        let nobody = try await meridian.run("attend", "nova-2027a-w01-asia", "--nobody", extra: after)
        #expect(nobody.lines[0] == "nova-2027a-w01-asia: 0 came; missing: Ann, Bob")
    }

    @Test(
        "one thing at a time",
        arguments: [
            ["--show", "--check-in"], ["ann@example.org", "--show"], ["--ignore", "x"],
            ["--nobody", "ann@example.org"],
            ["--also"], ["--nobody", "--also"], ["--log-url", "https://example.org/1"], ["--nobody", "--check-in"],
        ])
    func usage(arguments: [String]) async throws {
        let meridian = try CommandRunner()
        #expect(try await meridian.run(arguments: ["attend", "nova-2027a-w01-asia"] + arguments).status == 64)
    }

    @Test("who could not come answers, and is signed off", arguments: BackEnd.allCases)
    func answers(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        let after = try await held(meridian)
        let file = try meridian.write("1. because\n\u{7}", as: "answers.txt")
        let bad = try await meridian.run(
            "attend", "nova-2027a-w01-asia", "--answers", file, "--as", "bob@example.org", extra: after)
        #expect((bad.status, bad.errors) == (65, "meridian: answers.txt:2: the character U+0007 is not allowed\n"))
        _ = try meridian.write("1. because\n2. yes\n", as: "answers.txt")
        #expect(
            try await meridian.run(
                "attend", "nova-2027a-w01-asia", "--answers", file, "--as", "bob@example.org", extra: after
            )
            .status == 0)
        #expect(
            try await meridian.run("attend", "nova-2027a-w01-asia", "--show", extra: after).output.contains("  2. yes"))
        #expect(
            try await meridian.run("attend", "nova-2027a-w01-asia", "--sign-off", "bob", extra: after).output
                == "nova-2027a-w01-asia: Bob attended asynchronously\n")
    }

    @Test("the health of a training says who came, week by week", arguments: BackEnd.allCases)
    func health(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        let after = try await held(meridian)
        _ = try await meridian.run("attend", "nova-2027a-w01-asia", "ann@example.org", extra: after)
        let health = try await meridian.run("health", "nova", extra: after)
        #expect(health.output.contains("Asia           2     1     12  8    1/12  ▁\n"), "\(health.output)")
        #expect(health.output.contains("no region withers\n\nnobody waits"))
    }
}
