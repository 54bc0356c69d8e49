import ArgumentParser
import Mentoring
import MentoringAPI
import Wording

extension PersonCommand {
    struct Move: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "move", abstract: "Move a person to another mail address.",
            discussion: """
                Roles, seats, history and evidence stay theirs. What they act with ends at once: tokens, and the secret address of \
                their calendar. The new address is asked by mail to prove itself; until then it does nothing, and mail goes to the \
                old one, which is told and can undo it for 14 days. Everybody moves themself; an organizer moves whom no other \
                program knows, an administrator anybody. A program's file does it with formerly:. With --merge, whoever has the new \
                address becomes the same person once they confirm it: all that is theirs moves, under the name and clock of the old address. Seats that \
                clash are named, and nothing is done until --keep says which stay; the others are given up. Two who are one are not \
                parted again: who undoes it has all under the old address.
                """)

        @Argument(help: "The address before, or the name.") var old: String
        @Argument(help: "The address from now on.") var new: String
        @Flag(help: "The new address is somebody's here who is the same person.") var merge = false
        @Option(
            help: "Of two seats in one session, or at one time: the earlier one, the old or the new address's stays.")
        var keep: KeptSeat?
        @Flag(help: "Say what would happen, and change nothing.") var dryRun = false
        @OptionGroup var common: CommonOptions

        func validate() throws {
            if keep != nil, !merge {
                throw ValidationError("--keep says which seats stay when two are made one: add --merge.")
            }
        }

        func run() async throws {
            let move = try await common.ask(
                MovePerson(
                    old: old, new: EmailAddress(new), merge: merge, keep: keep, dryRun: dryRun))
            try common.confirm(move, isPreview: dryRun) { move.text }
        }
    }

    struct Confirm: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "confirm", abstract: "Confirm that the address that you moved to is yours.",
            discussion: "For a token of it: meridian trainee join, or an organizer's meridian token create.")

        @Argument(help: "What the mail says.") var secret: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let settled = try await common.ask(ConfirmMove(secret: secret))
            try common.confirm(settled) { settled.text }
        }
    }

    struct Undo: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "undo", abstract: "Undo that you were moved to another address.",
            discussion: """
                What was given out since ends: tokens, and the secret address of the calendar. Two whom --merge made one are not \
                parted by it: they are one at the old address.
                """)

        @Argument(help: "What the mail says.") var secret: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let settled = try await common.ask(UndoMove(secret: secret))
            try common.confirm(settled) { settled.text }
        }
    }
}
