import ArgumentParser
import CivilTime
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import Wording

/// The commands that begin with `meridian outbox`.
struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Mail that is to leave.",
        subcommands: [List.self, Send.self, Release.self, Suppressed.self, Allow.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the mails that wait, have left, or were refused, the newest last.",
            discussion: """
                Organizers list their program's; without a program it is the whole server's, for its administrators. What a mail says \
                is shown to nobody.
                """)

        @Argument(help: "The program (default: the whole server).") var program: String?
        @Option(help: ArgumentHelp("How many mails at most.", valueName: "number")) var most = 1000
        @Option(help: ArgumentHelp("Only the mails before this one.", valueName: "mail")) var before: Int64?
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let last = before.map { Identifier<OutboxMessage>($0) }
            let mails =
                if let program {
                    try await common.ask(ListProgramOutbox(program: program, most: most, before: last))
                } else { try await common.ask(ListOutbox(most: most, before: last)) }
            try common.answer(mails) {
                guard let first = mails.first else {
                    return before == nil
                        ? program.map { "\($0) has no mail" } ?? "the outbox is empty" : "no mail comes before that"
                }
                let rules = try zones.shown(common)
                let table = OutboxView.table(of: mails, on: rules)
                let earlier =
                    mails.count >= most && first.id.rawValue > 1
                    ? ["There may be earlier ones: add --before \(first.id)"] : []
                let held = mails.lazy.compactMap(\.heldSince).first.map { OutboxCommand.held(since: $0, in: rules) }
                return ([table.text()] + earlier + [held].compactMap(\.self)).joined(separator: "\n\n")
            }
        }
    }

    /// What is said of mail that is held back.
    static func held(since moment: Instant, in rules: ZoneRules) -> String {
        "No mail leaves since the restore of \(When.dayAndTime(rules.local(at: moment))); see what had left before it, and then: "
            + "meridian outbox release [--drop-through MAIL]"
    }

    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "release", abstract: "Let the mail leave that was held back after a restore.",
            discussion: """
                A restored database does not know what was sent after its backup was made: mails that waited then, and \
                reminders and announcements that have come due since, may have left already. meridian outbox list shows what \
                is held, and --drop-through 42 drops what waits up to the mail of that number; all others leave.
                """)

        @Option(help: ArgumentHelp("Drop the mails that wait up to this one, and send the rest.", valueName: "mail"))
        var dropThrough: Int?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let released = try await common.ask(ReleaseMail(dropThrough: dropThrough))
            try common.confirm(released) {
                "\(released.released == 1 ? "1 mail leaves" : "\(released.released) mails leave") with the next meridian outbox send, "
                    + "or by the running server; \(released.dropped) dropped"
            }
        }
    }

    struct Send: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "send", abstract: "Write reminders that are due, and hand waiting mails over to sendmail.",
            discussion: """
                Sending is at least once; a repeated mail is the same, byte for byte. A mail that is not taken is tried \
                again later, first after 5 minutes and at last every 4 hours, for five days; nothing more is sent to an \
                address that is refused for good. What several changes of one session have to say to somebody is one \
                mail. A running server does all of this by itself; it also waits a quarter of an hour for further changes \
                of a session that is more than 48 hours away, and sends nobody more than three such mails a day, as \
                --gathered does.
                """)

        @Flag(help: "Let news of sessions that are far away wait as the server does, instead of sending all now.")
        var gathered = false

        @OptionGroup var delivery: DeliveryOptions
        @Option(help: ArgumentHelp("The envelope's sender (default: where answers come).", valueName: "email"))
        var sender: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let service = try common.service().service
            // Mail that waits goes out, whatever becomes of what is due.
            var failure: (any Error)?
            do { try await service.doWhatIsDue() } catch { failure = error }
            let report = try await service.sendOutbox(
                through: delivery.delivery, at: gathered ? .gathered : .atOnce,
                from: sender.map { try EmailAddress($0) })
            guard let report else {
                throw Refusal(.conflict, "another process is sending this outbox's mails; there is nothing left to do")
            }
            if let heldSince = report.heldSince {
                throw Refusal(
                    .conflict,
                    "no mail leaves since the restore of \(heldSince), \(report.waiting) waiting: see meridian outbox list, "
                        + "and then meridian outbox release [--drop-through MAIL]")
            }
            try common.confirm(report) {
                "\(report.sent) sent, \(report.waiting) waiting, \(report.refused) refused"
            }
            if let failure { throw failure }
        }
    }

    struct Suppressed: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "suppressed", abstract: "List the addresses to which nothing is sent, and why.")

        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let addresses = try await common.ask(ListSuppressed())
            try common.answer(addresses) {
                addresses.isEmpty
                    ? SuppressedAddress.none : SuppressedAddress.table(of: addresses, on: try zones.shown(common))
            }
        }
    }

    struct Allow: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "allow", abstract: "Send to an address again that had been refused.")

        @Argument(help: ArgumentHelp("The address.", valueName: "email")) var address: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let address = try EmailAddress(address)
            let allowed = try await common.ask(AllowMail(address: address))
            try common.confirm(allowed) {
                "mail is sent to \(address) again; \(allowed.waiting == 1 ? "1 mail waits" : "\(allowed.waiting) mails wait") for it"
            }
        }
    }
}
