import Testing

@testable import meridian

@Suite("Attendance on the command line")
@MainActor
struct AttendCommandTests {
    private static let log = """
        08:00:12 <aki> #startmeeting
        08:00:13 <opendevmeet> Meeting started
        08:01:00 <ANN|w> hi
        """

    /// The example's season with Ann and Bob in its first session of asia, which ended an hour ago.
    private func held(_ meridian: borrowing CommandRunner) throws -> [String: String] {
        try meridian.planExample()
        for name in ["Ann", "Bob"] {
            let email = "\(name.lowercased())@example.org"
            _ = try meridian.run("trainee", "join", "nova", "--name", name, "--email", email, "--zone", "Asia/Tokyo")
            _ = try meridian.run("enroll", "nova-w01-asia", "--as", email)
        }
        return ["MERIDIAN_NOW": "2027-01-05T10:00:00Z"]
    }

    @Test("a log is read when everybody in it is known", arguments: BackEnd.allCases)
    func log(backEnd: BackEnd) throws {
        let meridian = try CommandRunner(backEnd)
        let after = try held(meridian)
        let file = try meridian.write(Self.log, as: "nova.log.txt")
        let refused = try meridian.run("attend", "nova-w01-asia", "--log", file, extra: after)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("nobody knows who aki, opendevmeet, ANN|w are"))
        for (nickname, email) in [("aki", "akira@example.org"), ("ann|w", "ann@example.org")] {
            #expect(try meridian.run("nick", "add", "nova", nickname, "--as", email).status == 0)
        }
        let recorded = try meridian.run(
            "attend", "nova-w01-asia", "--log", file, "--ignore", "OpenDevMeet", "--log-url",
            "https://meetings.example.org/1.html", extra: after)
        #expect(recorded.lines[0] == "nova-w01-asia: 1 came; missing: Bob")
        #expect(recorded.output.contains("spoke and is nobody: opendevmeet"))
        let shown = try meridian.run("session", "show", "nova-w01-asia", extra: after)
        #expect(shown.output.contains("https://meetings.example.org/1.html"))
    }

    @Test(
        "what is no log is refused with file and line",
        arguments: [
            ("hello\n", "bad.txt:1: “hello” does not begin with a time"),
            ("08:00 <a> b\n<html>\n", "bad.txt:2: is a web page"),
            ("2027-03-01 08:00:00\ta\tb\n", "bad.txt: nobody speaks between 2027-01-05T07:45:00"),
        ])
    func noLog(text: String, words: String) throws {
        let meridian = try CommandRunner()
        let after = try held(meridian)
        let file = try meridian.write(text, as: "bad.txt")
        let outcome = try meridian.run(
            "attend", "nova-w01-asia", "--log", file, "--log-zone", "Etc/UTC", extra: after)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test(
        "one thing at a time",
        arguments: [["--show", "--check-in"], ["ann@example.org", "--show"], ["--ignore", "x"]])
    func usage(arguments: [String]) throws {
        let meridian = try CommandRunner()
        #expect(try meridian.run(arguments: ["attend", "nova-w01-asia"] + arguments).status == 64)
    }

    @Test("who could not come answers, and is signed off", arguments: BackEnd.allCases)
    func answers(backEnd: BackEnd) throws {
        let meridian = try CommandRunner(backEnd)
        let after = try held(meridian)
        let file = try meridian.write("1. because\n\u{7}", as: "answers.txt")
        let bad = try meridian.run(
            "attend", "nova-w01-asia", "--answers", file, "--as", "bob@example.org", extra: after)
        #expect((bad.status, bad.errors) == (65, "meridian: answers.txt:2: the character U+0007 is not allowed\n"))
        _ = try meridian.write("1. because\n2. yes\n", as: "answers.txt")
        #expect(
            try meridian.run("attend", "nova-w01-asia", "--answers", file, "--as", "bob@example.org", extra: after)
                .status == 0)
        #expect(try meridian.run("attend", "nova-w01-asia", "--show", extra: after).output.contains("  2. yes"))
        #expect(
            try meridian.run("attend", "nova-w01-asia", "--sign-off", "bob", extra: after).output
                == "nova-w01-asia: Bob attended asynchronously\n")
    }

    @Test("the health of a training has no line beyond 80 columns", arguments: BackEnd.allCases)
    func health(backEnd: BackEnd) throws {
        let meridian = try CommandRunner(backEnd)
        let after = try held(meridian)
        _ = try meridian.run("attend", "nova-w01-asia", "ann@example.org", extra: after)
        let health = try meridian.run("health", "nova", extra: after)
        #expect(health.lines.allSatisfy { $0.displayWidth <= 80 })
        #expect(health.output.contains("Asia           2     1     12  8    1/12  ▁\n"), "\(health.output)")
        #expect(health.output.contains("no region withers\n\nnobody waits"))
    }
}
