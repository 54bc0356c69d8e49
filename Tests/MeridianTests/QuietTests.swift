import Testing

@testable import meridian

@Suite("--quiet")
struct QuietTests {
    @Test("what was done is not said, what was asked for is", arguments: BackEnd.allCases)
    func quiet(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let joined = try await meridian.run(
            "--quiet", "trainee", "join", "nova", "--name", "Ada", "--email", "ada@example.org", "--zone",
            "Africa/Lagos")
        #expect(joined == .init(status: 0, output: "", errors: ""))
        let enrolled = try await meridian.run("enroll", "nova-2027a-w01-europe", "--as", "ada@example.org", "--quiet")
        #expect(enrolled == .init(status: 0, output: "", errors: ""))
        let shown = try await meridian.run("session", "show", "nova-2027a-w01-europe", "--quiet")
        #expect(shown.output.contains("nova-2027a-w01-europe"))
        #expect(try await meridian.run("plan", "nova", "--quiet").output.isEmpty == false)
        #expect(try await meridian.run("plan", "nova", "--publish", "--quiet").output == "")
        #expect(try await meridian.run("plan", "nova", "--changes-only", "--quiet").output == "nothing changes\n")
        #expect(try await meridian.run("plan", "nova", "--publish", "--changes-only", "--quiet").output == "")
        let token = try await meridian.run("token", "create", "ada@example.org", "--quiet")
        #expect(token.lines.count == 2 && token.errors == "")
        let again = try await meridian.run("enroll", "nova-2027a-w99-europe", "--as", "ada@example.org", "--quiet")
        #expect(again.status == 1 && again.errors.contains("there is no session"))
        let json = try await meridian.run(
            "leave", "nova-2027a-w01-europe", "--as", "ada@example.org", "--quiet", "--json")
        #expect(json.output.hasPrefix("{"))
    }
}
