import Foundation
import Testing

@testable import Wording
@testable import meridian

@Suite("The command line")
struct CommandTests {
    @Test("a season from nothing to a seat", arguments: BackEnd.allCases)
    func season(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let joined = try await meridian.run(
            "trainee", "join", "nova", "--name", "Ada", "--email", "ada@example.org", "--zone", "Africa/Lagos")
        #expect(joined.output.contains("sessions"))
        let upcoming = try await meridian.run("session", "list", "nova", "--upcoming", "--as", "ada@example.org")
        #expect(upcoming.output.hasSuffix("of the next 6, 6 fall in your day (08:00 to 22:00, Africa/Lagos)\n"))
        let enrolled = try await meridian.run("enroll", "nova-2027a-w01-europe", "--as", "ada@example.org")
        #expect(enrolled.status == 0)
        #expect(enrolled.lines[0] == "you have a seat in nova-2027a-w01-europe")
        #expect(enrolled.lines[1].contains("60 minutes"))
        #expect(enrolled.lines[2].hasPrefix("led by ") && enrolled.lines[3].hasPrefix("at ircs://"))
        let next = enrolled.lines.filter { $0.hasPrefix("  nova-") }
        #expect(
            next.allSatisfy {
                $0.firstMatch(of: /^  nova-2027a-w\d\d-\w+  +\w\w\w \d\d Jan \d\d:\d\d$/) != nil
            })
        #expect(enrolled.lines[5] == next.first && Set(next.map(\.count)).count == 1, "aligned: \(next)")
        // Where nobody has said where people reach the server, no address is of use to them.
        #expect(
            enrolled.output.contains("your calendar, secret: http://127.0.0.1:8080/feeds/") == (backEnd == .server))
        let feed = try await meridian.run("feed", "personal", "--as", "ada@example.org")
        #expect(feed.lines[0].hasPrefix("http://127.0.0.1:8080/feeds/"))
        #expect(feed.output.contains("meridian serve --base-url URL") == (backEnd == .database), "\(feed)")
        let named = try await meridian.run(
            arguments: [
                "enroll", "nova-2027a-w01-europe", "--base-url", "https://a.example", "--as", "ada@example.org",
            ],
            at: .database)
        #expect(named.output.contains("your calendar, secret: https://a.example/feeds/"), "\(named)")
        let invite = try await meridian.run("invite", "show", "nova-2027a-w01-europe", "--attendee", "ada@example.org")
        #expect(invite.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
        #expect(invite.output.contains("\r\nMETHOD:REQUEST\r\n"))
        let left = try await meridian.run("leave", "nova-2027a-w01-europe", extra: ["MERIDIAN_AS": "ada@example.org"])
        #expect(
            left.output == """
                you left nova-2027a-w01-europe
                undo until it begins: meridian enroll nova-2027a-w01-europe

                """)
    }

    @Test(
        "without a name the database is at home, or where data are kept",
        arguments: [("HOME", "home/.local/share/meridian/meridian.db"), ("XDG_DATA_HOME", "home/meridian/meridian.db")])
    func place(variable: String, file: String) async throws {
        let meridian = try CommandRunner()
        let home = meridian.folder.appending(path: "home").path
        let example = try meridian.write(try await meridian.run("program", "example").output, as: "nova.yaml")
        let applied = try await meridian.run("program", "apply", example, extra: ["MERIDIAN_DB": "", variable: home])
        #expect(applied.status == 0)
        #expect(FileManager.default.fileExists(atPath: meridian.folder.appending(path: file).path))
    }

    @Test(
        "what goes wrong ends with its exit code and words on stderr",
        arguments: [
            (["session", "show", "nova-2027a-w99-asia"], 1, "there is no session nova-2027a-w99-asia; did you mean"),
            (["session", "list", "nov"], 1, "there is no program nov; did you mean nova?"),
            (["enroll", "nova-2027a-w01-asia", "--as", "eve@example.org"], 1, "join first"),
            (["enroll", "nova-2027a-w01-asia"], 64, "--as WHO"),
            (["enroll", "--program", "nova"], 64, "--region"),
            (["session", "list"], 64, "Missing expected argument"),
            (["sesion"], 64, "sesion"),
            (["session", "list", "nova", "--zone", "Europe/Berln"], 65, "did you mean Europe/Berlin"),
            (["session", "list", "nova", "--zone", "../../etc/passwd"], 65, "../../etc/passwd"),
            (["enroll", "nova-2027a-w01-asia", "--as", "nobody"], 1, "there is no person here called nobody"),
            (["enroll", "nova-2027a-w01-asia", "--as", "nobody@"], 65, "is not a mail address"),
            (["away", "add", "akira@example.org", "2027-02-30..2027-03-01"], 65, "there is no such day"),
            (["program", "apply", "missing.yaml"], 65, "missing.yaml: cannot be opened"),
            (["slot", "publish", "nova", "--mentor", "akira@example.org", "Tue 17"], 65, "write the hour as 17:00"),
            (["slot", "publish", "nova", "--mentor", "akria@example.org", "Tue 17:00"], 1, "akira@example.org"),
            (["slot", "withdraw", "999"], 1, "there is no slot 999"),
            (["session", "list", "nova", "--server", "http://127.0.0.1:1"], 69, "127.0.0.1:1"),
            (
                ["serve", "--no-mail", "--port", "0", "--host", "999.1.1.1"], 69,
                "cannot listen on 999.1.1.1: it is no address"
            ),
            (["session", "show", "nova-w03-aisa"], 1, "did you mean nova-2027a-w03-asia?"),
            (["session", "show", "nova-w03"], 1, "did you mean nova-2027a-w03-"),
            (["session", "show", "nova-w53-asia"], 1, "did you mean nova-2027a-w"),
            (["session", "show", "w03-asia"], 1, "did you mean nova-2027a-w03-asia?"),
            (
                ["swap", "accept", "nova-w03-triaeg", "--as", "akira@example.org"], 1,
                "did you mean nova-2027a-w03-triage?"
            ),
            (["why", "nova-w03-triage"], 1, "nova-2027a-w03-triage is a week of a duty, and no session"),
            (
                ["enroll", "nova-2027a-w03-triage", "--as", "akira@example.org"], 1,
                "nova-2027a-w03-triage is a week of a duty, and no session"
            ),
            (["session", "list", "nova", "--zoneinfo", "/nonexistent"], 65, "/nonexistent"),
            (["plan", "nova", "--weeks", "-1"], 65, "weeks"),
        ])
    func failures(arguments: [String], status: Int32, words: String) async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let outcome = try await meridian.run(arguments: arguments)
        #expect(outcome.status == status, "\(outcome)")
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(outcome.output == "")
    }

    @Test("with --json an error is one JSON document on stderr")
    func jsonError() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let outcome = try await meridian.run("program", "show", "nov", "--json")
        #expect(outcome.status == 1)
        let problem = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.errors.utf8)) as? [String: String])
        #expect(problem["error"] == "not-found")
        #expect(problem["detail"]?.contains("nova") == true)
    }

    @Test("a file that cannot be understood changes nothing")
    func badFile() async throws {
        let meridian = try CommandRunner()
        let bad = try await meridian.run("program", "example").output.replacing(
            "zone: Asia/Seoul", with: "zone: Asia/Soul")
        let outcome = try await meridian.run("program", "apply", meridian.write(bad, as: "bad.yaml"))
        #expect(outcome.status == 65)
        let line = try #require(
            bad.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("Asia/Soul") })
        #expect(outcome.errors.hasPrefix("meridian: bad.yaml:\(line + 1): "))
        #expect(outcome.errors.contains("Asia/Seoul"))
        #expect(try await meridian.run("program", "list").status == 74, "it makes no database either")
    }

    @Test("a database that is none is refused and left as it is")
    func notADatabase() async throws {
        let meridian = try CommandRunner()
        let text = String(repeating: "this is a letter, not a database\n", count: 100)
        let file = try meridian.write(text, as: "letter.txt")
        let outcome = try await meridian.run("program", "list", "--db", file)
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("letter.txt"))
        #expect(try String(contentsOf: meridian.folder.appending(path: file), encoding: .utf8) == text)
    }

    @Test("tables stay aligned, whatever the script of the names", arguments: BackEnd.allCases)
    func tables(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        Terminal.prepare()
        let sessions = try await meridian.run(
            "session", "list", "nova", "--zone", "Asia/Kolkata", "--zone", "America/Los_Angeles"
        ).lines
        let seats = try #require(sessions.first?.range(of: "Seats")).upperBound
        let column = String(sessions[0][..<seats]).displayWidth
        for line in sessions.dropFirst() where line.hasPrefix("nova-2027a-w") {
            let end = try #require(line.range(of: "0/12")).upperBound
            #expect(String(line[..<end]).displayWidth == column, "\(line)")
        }
    }

    @Test("JSON has the keys that were promised", arguments: BackEnd.allCases)
    func json(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let output = try await meridian.run(
            "session", "show", "nova-2027a-w01-asia", "--json", "--zone", "Asia/Kolkata"
        )
        .output
        let session = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        #expect(
            Set(session.keys) == [
                "code", "uid", "program", "season", "week", "region", "status", "mentor", "zone", "localStart", "start",
                "end",
                "minutes",
                "sequence", "capacity", "enrolled", "waitlisted", "location", "review", "yours",
            ])
        #expect(session["review"] is NSNull)
        let yours = try #require(session["yours"] as? [String: Any])
        #expect(Set(yours.keys) == ["localStart", "zone", "hours", "enrollment", "position"])
        #expect((session["start"] as? String)?.hasSuffix("Z") == true)
    }

    @Test("doctor says what is in force")
    func doctor() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let outcome = try await meridian.run("doctor")
        #expect(outcome.status == 0)
        for fact in ["Time zones", "SQLite", "journal delete, synchronous extra", "Integrity"] {
            #expect(outcome.output.contains(fact), "\(outcome.output)")
        }
    }

    @Test("the example's plan is printed the same twice")
    func deterministic() async throws {
        let meridian = try CommandRunner()
        let example = try meridian.write(try await meridian.run("program", "example").output, as: "nova.yaml")
        _ = try await meridian.run("program", "apply", example)
        #expect(
            try await meridian.run("plan", "nova", "--json").output == meridian.run("plan", "nova", "--json").output)
    }
}
