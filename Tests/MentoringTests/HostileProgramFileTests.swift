import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

@Suite("Program files that mean harm")
struct HostileProgramFileTests {
    private static let base = """
        program: nova
        title: Nova
        contact: contact@example.org
        location: irc
        session: { minutes: 60, capacity: 12 }
        """

    /// Each alias stands for ten of the one before.
    private static let laughs =
        "l0: &l0 [x]\n"
        + (1...9).map {
            "l\($0): &l\($0) [" + Array(repeating: "*l\($0 - 1)", count: 10).joined(separator: ", ") + "]\n"
        }
        .joined()

    private func refusal(of text: String) throws -> BadInput? {
        do {
            _ = try read(text)
            return nil
        } catch let error as BadInput {
            return error
        }
    }

    @Test(
        "are refused with the line before anything is built of them",
        arguments: [
            (laughs, 1, "anchors (&name) are not read"),
            ("? &a [[x]]\n: 1\n? *a\n: 2", 1, "anchors"),
            ("a: *b", 1, "aliases (*name) are not read; write the value out where it is meant"),
            ("<<: *b", 1, "aliases"),
            ("? *b\n: 1", 1, "aliases"),
            ("a: &b x", 1, "anchors"),
            ("a: &b {}", 1, "anchors"),
            (String(repeating: "[", count: 30) + String(repeating: "]", count: 30), 1, "nested more than 20 deep"),
            (String(repeating: "[", count: 100_000), 1, "not valid YAML: Maximum nesting level reached"),
            ("a:\n  " + String(repeating: "- ", count: 100_000), 2, "nested more than 20 deep"),
            (String(repeating: "{a: ", count: 10_000), 1, "nested more than 20 deep"),
            ("a: [" + String(repeating: "x,", count: 200_000) + "]", 1, "more than 25000 values"),
            ("a: b\n---\nc: d", 2, "a second document begins"),
        ])
    func bombs(yaml: String, line: Int, words: String) throws {
        let refusal = try #require(try refusal(of: yaml))
        #expect(refusal.line == line)
        #expect("\(refusal)".contains(words), "\(refusal)")
    }

    @Test("text that only looks like an alias is text")
    func starsInText() throws {
        #expect(
            try refusal(
                of: Self.base.replacing("Nova\n", with: "\"&a *b\"\n") + "\nseason: { start: 2027-01-04, weeks: 4 }")
                == nil)
    }

    @Test(
        "cannot have a season that ends after dates do",
        arguments: ["9999-12-27, weeks: 1", "9998-12-21, weeks: 104", "9997-03-03, weeks: 104"])
    func seasonEnds(season: String) throws {
        let refusal = try #require(try refusal(of: Self.base + "\nseason: { start: \(season) }"))
        #expect("\(refusal)".contains("ends after 9998, the last year of seasons; start it earlier"), "\(refusal)")
    }

    @Test(
        "cannot have a season before the planner's time begins",
        arguments: ["0001-01-01, weeks: 4", "0068-04-30, weeks: 104"])
    func seasonStarts(season: String) throws {
        let refusal = try #require(try refusal(of: Self.base + "\nseason: { start: \(season) }"))
        #expect("\(refusal)".contains("starts before 100, the first year of seasons; start it later"), "\(refusal)")
    }

    @Test("have at most so many of each thing")
    func limits() throws {
        let season = "\nseason: { start: 2027-01-04, weeks: 4 }\n"
        let slots = Array(repeating: "{ every: \"Tue 17:00\" }", count: Limits.slots + 1).joined(separator: ", ")
        let many = try #require(
            try refusal(
                of: Self.base + season
                    + "mentors: [{ name: A, email: a@example.org, zone: Asia/Tokyo, slots: [\(slots)] }]"))
        #expect("\(many)".contains("slots: expected a list of at most 100 entries, not 101"), "\(many)")
        let freezes = Array(repeating: "{ from: 2027-03-08, to: 2027-03-09, reason: x }", count: Limits.freezes + 1)
        let frozen = try #require(
            try refusal(of: Self.base + season + "freezes: [\(freezes.joined(separator: ", "))]"))
        #expect("\(frozen)".contains("at most 400 entries, not 401"), "\(frozen)")
    }
}
