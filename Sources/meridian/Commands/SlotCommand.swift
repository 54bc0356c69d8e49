import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

/// The commands that begin with `meridian slot`.
struct SlotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slot", abstract: "When mentors can lead, in their local time.",
        subcommands: [Publish.self, Import.self, List.self, Restore.self, Withdraw.self])

    struct Publish: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "publish", abstract: "Publish a time at which a mentor can lead.",
            discussion: """
                  meridian slot publish nova --mentor me@example.org "Tue 17:00"
                  meridian slot publish nova --mentor me@example.org every other Thursday 8pm
                  meridian slot publish nova --mentor me@example.org "2nd Tue 17:00 Europe/Berlin"
                  meridian slot publish nova --mentor me@example.org 20:00 --rrule "FREQ=MONTHLY;BYMONTHDAY=15"

                Days, an hour, and how often or on which zone's clock (yours, unless you name one), as people write them. \
                What may mean two things is asked about, and nothing is published. The answer says what was understood, \
                shows the next six dates in the hours of every region, and what speaks against them.
                """)

        @Argument(help: "The program.") var program: String
        @Option(help: ArgumentHelp("The mentor: address or name (default: who is acting).", valueName: "who"))
        var mentor: String?
        @Argument(
            help:
                "When: Tue 17:00, Tue and Thu 5pm, Mon-Fri 9:00, every other Thu 20:00, 2nd Tue 17:00, Tue 17:00 Europe/Berlin; with --rrule the hour alone."
        )
        var when: [String]
        @Option(help: "An iCalendar recurrence rule (RFC 5545) without UNTIL and COUNT.") var rrule: String?
        @Option(help: "The first day.") var from: String?
        @Option(help: "The last day.") var until: String?
        @Option(help: "How gladly: 0 is best, 3 only if need be.") var prefer = 0
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let first = try from.map { try Typed.firstDay($0, common) }
            let last = try until.map { try Typed.lastDay($0, common) }
            let publication = try await common.ask(
                PublishSlot(
                    program: program, mentor: mentor, when: when.joined(separator: " "), rrule: rrule, from: first,
                    until: last, prefer: prefer))
            try common.confirm(publication) { publication.text }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the slots offered to a program.",
            discussion: """
                Below the table stand the days to come that a slot leaves out: how many, and the next of them. --json has \
                all, and slot restore takes them back.
                """)

        @Argument(help: "The program.") var program: String
        @Option(help: ArgumentHelp("Only this mentor's: address or name.", valueName: "who")) var mentor: String?
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let slots = try await common.ask(
                ListSlots(program: program, mentor: mentor))
            let today = try common.zones().rules(for: .utc).local(at: Environment.clock().now()).date
            try common.answer(slots) { SlotView.text(of: slots, in: program, on: today) }
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "withdraw", abstract: "Withdraw a slot.",
            discussion: "Announced sessions stay; tentative ones are planned anew.")

        @Argument(help: ArgumentHelp("The number of the slot.", valueName: "slot")) var id: Int64
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let withdrawn = try await common.ask(WithdrawSlot(slot: Identifier(id)))
            try common.confirm(withdrawn) { withdrawn.text }
        }
    }
}
