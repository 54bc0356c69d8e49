import Foundation
import Testing

@testable import meridian

@Suite("meridian session")
struct SessionCommandTests {
    private static let code = "nova-2027a-w01-europe"

    /// The command that an answer's last line names to take it back, in the words in which a shell reads it.
    private func undo(_ outcome: CommandRunner.Outcome) throws -> [String] {
        let line = try #require(outcome.lines.last { $0.hasPrefix("undo") }, "\(outcome)")
        #expect(outcome.lines.dropLast().last == line)
        let command = try #require(line.range(of: ": meridian ")).upperBound
        // What stands in quotes is one word, and the quote itself is written outside of them.
        let pieces = line[command...].replacing("'\\''", with: "\u{0}").split(
            separator: "'", omittingEmptySubsequences: false)
        let words = pieces.enumerated().map {
            $0.offset % 2 == 0 ? "\($0.element)" : String($0.element.replacing(" ", with: "\u{1}"))
        }
        return words.joined().split(separator: " ").map {
            String($0.replacing("\u{0}", with: "'").replacing("\u{1}", with: " "))
        }
    }

    @Test("says beforehand what a change would do, and does just that", arguments: BackEnd.allCases)
    func lookFirst(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        _ = try await meridian.run(
            "trainee", "join", "nova", "--name", "Ada Okafor", "--email", "ada@example.org", "--zone", "Africa/Lagos")
        _ = try await meridian.run("enroll", Self.code, "--as", "ada@example.org")
        let outbox = try await meridian.run("outbox", "list")
        let shown = try await meridian.run("session", "show", Self.code)
        for arguments in [["cancel", Self.code, "--reason", "ill"], ["move", Self.code, "--to", "2027-01-07T03:00"]] {
            let said = try await meridian.run(arguments: ["session"] + arguments + ["--dry-run"])
            #expect(said.status == 0, "\(said)")
            let words = said.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains(" would be ") && words.contains("; 2 people would be told "), "\(said)")
            #expect(words.contains(" told: Ada Okafor, Ciarán Byrne "), "\(said)")
            if arguments[0] == "move" {
                #expect(
                    words.contains("for Ada Okafor it begins at Thu 07 Jan 04:00 Africa/Lagos, at night "), "\(said)")
            }
            #expect(said.output.contains("\nRegion"))
            #expect(
                said.output.hasSuffix("\nnothing was changed; leave out --dry-run to do it\n"), "no undo of nothing")
        }
        #expect(try await meridian.run("outbox", "list") == outbox)
        #expect(try await meridian.run("session", "show", Self.code) == shown)
    }

    @Test("what undoes a change is named with it, and does", arguments: BackEnd.allCases)
    func undoing(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let before = try await meridian.run("session", "show", Self.code)
        let cancelled = try await meridian.run("session", "cancel", Self.code, "--reason", "it's a storm")
        #expect(cancelled.output.contains("\nundo until Mon 04 Jan 18:00 Europe/Dublin: meridian "), "\(cancelled)")
        let reinstated = try await meridian.run(arguments: undo(cancelled))
        #expect(reinstated.lines[0].hasPrefix("\(Self.code) is reinstated, announced, on Mon 04 Jan "), "\(reinstated)")
        #expect(
            reinstated.output.contains(": meridian session cancel \(Self.code) --reason 'it'\\''s a storm'"),
            "\(reinstated)")
        #expect(try await meridian.run("session", "show", Self.code) == before)
        let moved = try await meridian.run("session", "move", Self.code, "--to", "2027-01-07T12:00")
        try #require(try await meridian.run(arguments: undo(moved)).status == 0)
        #expect(try await meridian.run("session", "show", Self.code) == before)
        let again = try await meridian.run("session", "move", Self.code, "--to", undo(moved).last ?? "")
        #expect(!again.output.contains("undo"), "\(again)")
    }

    @Test("what undoes a move says that a seat which was lost by it does not come back")
    func lostSeat() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        _ = try await meridian.run(
            "trainee", "join", "nova", "--name", "Ada Okafor", "--email", "ada@example.org", "--zone", "Africa/Lagos")
        for code in [Self.code, "nova-2027a-w01-americas"] {
            try #require(try await meridian.run("enroll", code, "--as", "ada@example.org").status == 0)
        }
        let moved = try await meridian.run("session", "move", Self.code, "--to", "2027-01-05T17:00")
        #expect(moved.output.contains("Ada Okafor is in \(Self.code) no more"), "\(moved)")
        #expect(
            moved.output.contains(" (who has lost a place does not get it back): meridian session move"), "\(moved)")
        let back = try await meridian.run(arguments: undo(moved))
        #expect(back.status == 0 && !back.output.contains("does not get it back"), "\(back)")
    }

    @Test("a slot that is withdrawn and published again by what undoes it leaves the plan as it was")
    func slotAgain() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let plan = try await meridian.run("session", "list", "nova")
        let slots = try await meridian.run("slot", "list", "nova", "--mentor", "zoe", "--json").output
        let id = try #require(slots.firstMatch(of: /"id":([0-9]+)/)).output.1
        let withdrawn = try await meridian.run("slot", "withdraw", String(id))
        try #require(try await meridian.run(arguments: undo(withdrawn)).status == 0)
        try #require(try await meridian.run("plan", "nova").status == 0)
        #expect(try await meridian.run("session", "list", "nova") == plan)
    }

    @Test("days off, freezes and slots are undone, too", arguments: BackEnd.allCases)
    func daysAndSlots(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        for (add, list) in [
            (
                ["away", "add", "seoyeon@example.org", "2027-05-03..2027-05-04"],
                ["away", "list", "seoyeon@example.org"]
            ),
            (
                ["freeze", "add", "nova", "2027-05-03..2027-05-04", "feast", "--region", "asia"],
                ["freeze", "list", "nova"]
            ),
            (
                ["slot", "publish", "nova", "Sat 11:00", "--mentor", "seoyeon@example.org", "--prefer", "2"],
                ["slot", "list", "nova", "--mentor", "seoyeon@example.org"]
            ),
            (
                ["slot", "publish", "nova", "every other Sun 11:00", "--mentor", "seoyeon@example.org"],
                ["slot", "list", "nova", "--mentor", "seoyeon@example.org"]
            ),
        ] {
            let before = try await meridian.run(arguments: list)
            let added = try await meridian.run(arguments: add)
            let after = try await meridian.run(arguments: list)
            #expect(after != before)
            // What is there already is nobody's to undo by this.
            let again = try await meridian.run(arguments: add)
            #expect(!again.output.contains("undo") && again.output.contains(" already"), "\(again)")
            let removed = try await meridian.run(arguments: undo(added))
            #expect(try await meridian.run(arguments: list) == before)
            #expect(!removed.output.contains("@"), "a name does: \(removed)")
            let back = try await meridian.run(arguments: undo(removed))
            try #require(back.status == 0, "\(back)")
            #expect(try await meridian.run(arguments: list).lines.count == after.lines.count)
        }
    }

    @Test("whoever acts for themself is not named in what undoes it", arguments: BackEnd.allCases)
    func ownUndo(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let own = ["--as", "seoyeon@example.org"]
        for add in [["away", "add", "2027-05-03..2027-05-04"], ["slot", "publish", "nova", "every other Sun 11:00"]] {
            let added = try await meridian.run(arguments: add + own)
            let removed = try await meridian.run(arguments: undo(added) + own)
            #expect(try undo(removed) == add, "\(removed)")
            #expect(try await meridian.run(arguments: undo(removed) + own).status == 0)
        }
    }
}
