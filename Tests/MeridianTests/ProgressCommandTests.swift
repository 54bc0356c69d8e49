import Foundation
import Testing

@Suite("The commands about the path to core")
struct ProgressCommandTests {
    /// The example season, with a trainee who came to the first session of Europe.
    private func attended(_ meridian: CommandRunner) async throws {
        try await meridian.planExample()
        for name in ["ada", "eve"] {
            try #require(
                try await meridian.run(
                    "trainee", "join", "nova", "--name", "\(name)\u{301}", "--email", "\(name)@example.org", "--zone",
                    "Africa/Lagos"
                ).status == 0)
        }
        let came = try await meridian.run("attend", "nova-2027a-w01-europe", "ada@example.org", extra: Self.later)
        try #require(came.status == 0, "\(came)")
    }

    private static let later = ["MERIDIAN_NOW": "2027-01-11T09:00:00Z"]

    @Test("show one's own path, anybody's, or everybody's", arguments: BackEnd.allCases)
    func progress(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await attended(meridian)
        let own = try await meridian.run("progress", "nova", "--as", "ada@example.org", extra: Self.later)
        #expect(own.status == 0, "\(own)")
        #expect(own.lines[0] == "ada\u{301} in nova: 1 session, 0 reviews discussed, no area yet, 0 sessions co-led")
        #expect(own.output.contains("·  reader          1/3"))
        #expect(own.output.contains("\nto reader: 2 more sessions\n"))
        #expect(own.output.contains("in the day, and would help:\nSession"))
        let named = try await meridian.run("progress", "nova", "ada@example.org", extra: Self.later)
        #expect(named.output == own.output)
        let all = try await meridian.run("progress", "nova", extra: Self.later)
        #expect(all.lines[1].hasPrefix("ada\u{301}") && all.lines[2].hasPrefix("eve\u{301}"))
        #expect(!all.output.contains("@"))
        let json = try await meridian.run("progress", "nova", "ada@example.org", "--json", extra: Self.later)
        #expect(json.output.hasPrefix("{\"areas\":[],\"asynchronous\":0,\"coLed\":0,") && !json.output.contains("@"))
        #expect(try await meridian.run("progress", "nova", "who@example.org").status == 1)
        #expect(try await meridian.run("progress", "novae").errors.contains("did you mean nova?"))
    }

    @Test(
        "lead every claim of a nomination back to a session, also one that was led along", arguments: BackEnd.allCases)
    func evidence(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await attended(meridian)
        let led = try await meridian.run("co-lead", "nova-2027a-w01-europe", "ada@example.org", extra: Self.later)
        #expect(led.output.hasSuffix("led it together with ada\u{301}\n"), "\(led)")
        let early = try await meridian.run("co-lead", "nova-2027a-w01-europe", "eve@example.org", extra: Self.later)
        #expect((early.status, early.output) == (1, ""))
        let evidence = try await meridian.run("evidence", "nova", "ada@example.org", extra: Self.later)
        #expect(evidence.lines[0] == "# ada\u{301}: Nova core reviewer training")
        #expect(evidence.output.hasSuffix(", present, co-led\n") && !evidence.output.contains("@"))
        #expect(
            try await meridian.run("evidence", "nova", "--as", "ada@example.org", extra: Self.later).output
                == evidence.output
        )
        let json = try await meridian.run("evidence", "nova", "ada@example.org", "--json", extra: Self.later)
        #expect(json.output.contains("\"session\":\"nova-2027a-w01-europe\"") && !json.output.contains("@"))
    }

    @Test("without stages say what to put into the program file", arguments: BackEnd.allCases)
    func noStages(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        let example = try await meridian.run("program", "example").output.split(
            separator: "\n", omittingEmptySubsequences: false)
        let bare = example.filter {
            !$0.hasPrefix("stages:") && !$0.contains("{ name: re") && !$0.contains("{ name: candidate")
        }
        let file = try meridian.write(bare.joined(separator: "\n"), as: "bare.yaml")
        try #require(try await meridian.run(arguments: ["program", "apply", file], at: .database).status == 0)
        try #require(
            try await meridian.run(
                "trainee", "join", "nova", "--name", "Ada", "--email", "ada@example.org", "--zone", "Africa/Lagos"
            ).status == 0)
        for arguments in [["progress", "nova"], ["progress", "nova", "ada@example.org"]] {
            let outcome = try await meridian.run(arguments: arguments)
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("names no stages; put what yours are into it, and apply it:\n  areas: ["))
        }
    }
}
