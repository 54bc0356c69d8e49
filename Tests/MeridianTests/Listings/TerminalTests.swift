import Testing

/// What is only so on a terminal, and how it is switched off.
@Suite("On a terminal")
struct TerminalTests {
    private func listing(
        _ arguments: [String] = ["session", "list", "nova"], columns: Int = 80, rows: Int = 10_000,
        with extra: [String: String] = [:]
    ) async throws -> CommandRunner.Outcome {
        let environment = try await NineScripts.made.value.environment
        return try await CommandRunner().run(
            onTerminalOf: columns, rows: rows, arguments, extra: environment.merging(extra) { $1 })
    }

    @Test("headings are bold, unless NO_COLOR or a simple terminal forbids it")
    func styles() async throws {
        #expect(try await listing().output.hasPrefix("\u{1B}[1mSession"))
        for quiet in [["NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": ""]] {
            let plain = try await listing(with: quiet)
            #expect(plain.output.hasPrefix("Session") && !plain.output.contains("\u{1B}"), "\(quiet)")
        }
        #expect(try await listing(with: ["NO_COLOR": ""]).output.hasPrefix("\u{1B}"))
    }

    @Test("COLUMNS goes before the terminal's own width, where it is a number")
    func columns() async throws {
        let wide = try await listing(["mentor", "list", "nova"], columns: 200)
        #expect(
            try await listing(["mentor", "list", "nova"], columns: 60, with: ["COLUMNS": "200"]).output == wide.output)
        #expect(
            try await listing(["mentor", "list", "nova"], columns: 200, with: ["COLUMNS": "many"]).output == wide.output
        )
        #expect(
            try await listing(["mentor", "list", "nova"], columns: 200, with: ["COLUMNS": "60"]).output != wide.output)
    }

    @Test("an answer longer than the screen goes through the pager, which may end before it; the exit code stays")
    func pager() async throws {
        let pager = ["MERIDIAN_PAGER": "head -n 3", "PAGER": "false"]
        let cut = try await listing(rows: 12, with: pager)
        #expect((cut.status, cut.errors, cut.lines.count) == (0, "", 4), "\(cut)")
        let whole = try await listing()
        for unpaged in [
            try await listing(rows: 12, with: ["PAGER": ""]),
            try await listing(rows: 12, with: ["MERIDIAN_PAGER": "cat"]),
            try await listing(rows: 12, with: ["MERIDIAN_PAGER": "no-such-pager 2> /dev/null"]),
            try await listing(["session", "list", "nova", "--no-pager"], rows: 12, with: pager),
        ] {
            #expect(unpaged.output.contains(whole.output), "\(unpaged)")
        }
        #expect(try await listing(rows: 12, with: ["PAGER": "head -n 1"]).lines.count == 2)
        // It fits, or nobody would see what a pager does.
        #expect(try await listing(rows: 100, with: pager).output == whole.output)
        #expect(try await listing(rows: 12, with: pager.merging(["TERM": "dumb"]) { $1 }).lines.count > 4)
        #expect(
            try await listing(["session", "list", "nova", "--accessible"], rows: 12, with: pager).lines.count > 4)
    }

    @Test("--accessible and MERIDIAN_ACCESSIBLE are the same, and say a session in a sentence")
    func accessible() async throws {
        let said = try await listing(
            ["session", "list", "nova", "--accessible", "--zone", "Africa/Lagos"], columns: 200)
        #expect(
            try await listing(
                ["session", "list", "nova", "--zone", "Africa/Lagos"], columns: 200, with: ["MERIDIAN_ACCESSIBLE": "1"])
                == said)
        #expect(
            said.lines[0].hasPrefix("Session nova-2027a-w01-asia: ") && said.lines[0].contains(" January ")
                && said.lines[0].contains(" in Lagos, led by ") && said.lines[0].contains(" seats taken"),
            "\(said.lines[0])")
        #expect(try await listing(with: ["MERIDIAN_ACCESSIBLE": "0"]) == listing())
    }
}
