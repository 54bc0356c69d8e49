import Mentoring
import MentoringService
import Testing

@Suite("A program’s short name")
struct ProgramNameTests {
    @Test(
        "is none that the server has, or will have, a path for",
        arguments: [
            "api", "assets", "dav", "download", "embed", "favicon", "feeds", "healthz", "hooks", "join", "login", "m",
            "me", "metrics", "new", "readyz", "robots", "sign-in", "sign-out", "sign-ups", "static",
        ])
    func reserved(name: String) {
        #expect(throws: BadInput.self) { try Program.validatedName(name) }
        #expect(Program.advice(onName: name)?.contains("meridian program export \(name) > \(name).yaml") == true)
        // One that was given before is read as ever.
        #expect(Program.canBeName(name))
    }

    @Test("is 1 to 32 lower-case letters, digits and hyphens")
    func form() throws {
        for name in ["a", "nova", "a-1", String(repeating: "a", count: 32)] {
            #expect(try Program.validatedName(name) == name)
            #expect(Program.advice(onName: name) == nil)
        }
        for name in ["", "Nova", "a/b", "a b", "é", "ａ", "a\u{0}", "a_b", String(repeating: "a", count: 33)] {
            #expect(throws: BadInput.self) { try Program.validatedName(name) }
            #expect(!Program.canBeName(name))
        }
    }
}
