import CivilTime
import Mentoring
import ProgramFile
import Testing

@Suite("A program file's meeting weeks")
struct MeetsFileTests {
    private func file(_ lines: String) -> String { small() + "\n" + lines }

    @Test(
        "are read, and written so that they read back",
        arguments: [
            ("", "every-week", WhenFrozen.skip),
            ("meets: every-week\nwhen-frozen: skip", "every-week", .skip),
            ("meets: every-2-weeks\nwhen-frozen: postpone", "every-2-weeks", .postpone),
            ("meets: every-8-weeks", "every-8-weeks", .skip),
            ("meets: { weeks-of-month: [4, 2], of: tue }", "weeks-of-month 2,4 of tue", .skip),
            ("meets: { weeks-of-month: [5], of: Sunday }", "weeks-of-month 5 of sun", .skip),
            ("meets: { weeks-of-month: [1] }", "weeks-of-month 1 of thu", .skip),
        ])
    func bothWays(lines: String, meets: String, whenFrozen: WhenFrozen) throws {
        let document = try read(file(lines))
        #expect("\(document.program.meets)" == meets)
        #expect(document.program.whenFrozen == whenFrozen)
        #expect(try read(document.yaml()) == document)
    }

    @Test("may be a season's own, beside the program's")
    func ofSeasons() throws {
        let one = "season: { start: 2027-01-04, weeks: 4 }"
        let two =
            "seasons: [{ start: 2027-01-04, weeks: 4, meets: every-2-weeks }, "
            + "{ start: 2027-02-01, weeks: 4, when-frozen: postpone, meets: { weeks-of-month: [1] } }, "
            + "{ start: 2027-03-01, weeks: 4 }]"
        let document = try read(file("meets: every-3-weeks").replacing(one, with: two))
        let terms = document.program.seasons.map { document.program.focused(on: $0.name).terms }
        #expect(terms.map { "\($0.meets)" } == ["every-2-weeks", "weeks-of-month 1 of thu", "every-3-weeks"])
        #expect(terms.map(\.whenFrozen) == [.skip, .postpone, .skip])
        #expect(try read(document.yaml()) == document)
    }

    @Test(
        "are refused with their line",
        arguments: [
            (
                "meets: weekly",
                "meets: expected every-week, every-2-weeks to every-8-weeks, or { weeks-of-month: [2, 4], of: tue }, found “weekly”"
            ),
            ("meets: every-9-weeks", "found “every-9-weeks”"),
            ("meets: every-1-weeks", "found “every-1-weeks”"),
            ("meets: { of: tue }", "weeks-of-month is missing in meets"),
            ("meets: { weeks-of-month: 2 }", "expected a list of different numbers from 1 to 5, found “2”"),
            ("meets: { weeks-of-month: [] }", "one or more different numbers from 1 to 5"),
            ("meets: { weeks-of-month: [2, 2] }", "one or more different numbers from 1 to 5"),
            ("meets: { weeks-of-month: [0] }", "a whole number from 1 to 5, found “0”"),
            ("meets: { weeks-of-month: [6] }", "a whole number from 1 to 5, found “6”"),
            ("meets: { weeks-of-month: [2], of: day }", "a weekday such as tue, found “day”"),
            ("meets: { weeks-of-month: [2], weekday: tue }", "did you mean of?"),
            ("when-frozen: move", "skip or postpone, found “move”"),
            ("rhythm: every-week", "did you mean meets?"),
        ])
    func refused(lines: String, words: String) throws {
        let error = try #require(throws: BadInput.self) { try read(file(lines)) }
        #expect(error.line == small().split(separator: "\n", omittingEmptySubsequences: false).count + 1)
        #expect(error.description.contains(words), "\(error)")
    }
}
