import ArgumentParser
import CivilTime
import Glibc
import Mail
import Mentoring
import MentoringAPI
import MentoringService

/// The commands that begin with `meridian mail`.
struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Mail that comes in.", subcommands: [Receive.self, List.self])

    struct Receive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "receive", abstract: "Take in one mail on standard input: an answer to an invitation.",
            discussion: """
                Have the mail system pipe what comes to the contact and to contact-…@ into it, as the user whose database it \
                is, and with --db; docs/calendars.md has it for Postfix, whose aliases would run it as nobody.

                An answer counts when it comes from the address that was invited and went to the address made for that \
                person and session, or when the receiving host vouches for its sender (--receiving-host). What cannot be \
                used is set aside with the reason, for `meridian mail list`, and changes nothing; that too exits with 0, \
                since the mail is taken and nobody is to get a bounce. When the database cannot be written it exits with \
                75, which asks the mail system to try again.
                """)

        @Option(
            help: ArgumentHelp(
                "The host whose Authentication-Results are trusted (default: $MERIDIAN_RECEIVING_HOST, else none).",
                valueName: "host"))
        var receivingHost: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            do {
                let service = try common.service().service
                let host = receivingHost ?? Environment["MERIDIAN_RECEIVING_HOST"]
                let message = try InputFile.beginning(ofStandardInput: MailReader.limit + 1)
                let received = try await service.receive(
                    message, with: MailReader(zones: service.zones, receivingHost: host))
                try common.answer(received) { received.line }
            } catch  where Failure(error).kind == .storage {
                Terminal.complain("meridian: \(Failure(error).words)")
                throw ExitCode(EX_TEMPFAIL)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the mails that were of no use, and why.")

        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let mails = try await common.ask(ListMailSetAside())
            try common.answer(mails) {
                guard !mails.isEmpty else { return "no mail was set aside" }
                let rules = try zones.shown(common)
                var table = Table([
                    .init(title: "Mail", alignedRight: true), .init(title: "Received"),
                    .init(title: "From", isFlexible: true), .init(title: "Reason", isFlexible: true),
                ])
                for mail in mails {
                    table.add([
                        "\(mail.id)", When.dayAndTime(rules.local(at: mail.received)), mail.sender, mail.reason,
                    ])
                }
                return table.text()
            }
        }
    }
}

extension ReceivedMail {
    /// What was done, in one line.
    fileprivate var line: String {
        let session = session ?? "the session"
        switch outcome {
        case .recorded: return "\(session): they answered \(participation?.rawValue.lowercased() ?? "")"
        case .left: return "\(session): they gave up their seat"
        case .enrolled: return "\(session): they come after all, and have a seat"
        case .waitlisted: return "\(session): they come after all, and wait for a seat"
        case .offered: return "\(session): its mentor cannot lead it; the turn is offered to the others"
        case .noted: return "\(session): another time is proposed; its mentor sees it in meridian session show"
        case .suppressed: return "nothing more is sent to that address: \(reason ?? "")"
        case .known: return "\(session): nothing new: \(reason ?? "")"
        case .setAside: return "set aside as number \(number?.description ?? ""): \(reason ?? "")"
        }
    }
}
