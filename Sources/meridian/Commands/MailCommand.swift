import ArgumentParser
import CivilTime
import Glibc
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import Wording

/// The commands that begin with `meridian mail`.
struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Mail that comes in.",
        subcommands: [Receive.self, List.self, Show.self])

    struct Receive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "receive",
            abstract: "Take in one mail on standard input: an answer to an invitation, or words.",
            discussion: """
                Have the mail system pipe what comes to the contact and to contact-…@ into it, as the user whose database it \
                is, and with --db; docs/administrator.md has it for Postfix, whose aliases would run it as nobody.

                An answer counts when it comes from the address that was invited and went to the address made for that \
                person and session, or when the receiving host vouches for its sender (--receiving-host). `enroll CODE` and \
                `leave CODE`, alone in the first line, are done on the same proof, and answered; what nothing proves is asked \
                of the person by mail, and what comes too late is answered. What people write in words, beside an answer too, is sent \
                on to the program's organizers, if it has any, and kept for \
                `meridian mail show`; not automatic replies, what comes over mailing lists, and blocked senders. What cannot be \
                used is set aside with the reason, for `meridian mail list`, and changes nothing; that too exits with 0, \
                since the mail is taken and nobody is to get a bounce. When there is no database, or it cannot be written, it exits \
                with 75, which asks the mail system to try again.
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
                try common.confirm(received) { received.line }
            } catch  where Failure(error).kind == .storage {
                Terminal.complain("meridian: \(Failure(error).words)")
                throw ExitCode(EX_TEMPFAIL)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List what people wrote to a program, or the mails that were of no use.",
            discussion: """
                With a program, what was written to it in words, for its organizers. Without one, the mails of the whole \
                server that were set aside and why, for administrators. Each is shown by `meridian mail show`.
                """)

        @Argument(help: "The program (without: what was set aside).") var program: String?
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            if let program { return try await list(program) }
            let mails = try await common.ask(ListMailSetAside())
            try common.answer(mails) {
                guard !mails.isEmpty else { return "no mail was set aside" }
                let rules = try zones.shown(common)
                var table = Table([
                    .init(title: "Mail", alignedRight: true), .init(title: "Received"),
                    .init(title: "From", isFlexible: true), .init(title: "Reason", wraps: true),
                ])
                for mail in mails {
                    table.add([
                        "\(mail.id)", When.dayAndTime(rules.local(at: mail.received)), mail.sender, mail.reason,
                    ])
                }
                return table.text()
            }
        }

        private func list(_ program: String) async throws {
            let mails = try await common.ask(ListWrittenMail(program: program))
            try common.answer(mails) {
                guard !mails.isEmpty else { return "nobody has written to \(program) in words" }
                let rules = try zones.shown(common)
                return WrittenMailView.table(of: mails, on: rules).text()
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show a mail that came in, decoded.",
            discussion: """
                What was written to a program in words is for its organizers, and kept for 180 days or until its sender is \
                removed; what was set aside is for administrators. Attachments are named, and not kept.
                """)

        @Argument(help: ArgumentHelp("The number of the mail.", valueName: "mail")) var id: Int64
        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            _ = try zones.first(common)
            let mail = try await common.ask(ShowMail(mail: Identifier(id)))
            try common.answer(mail) { try mail.text(on: zones.shown(common)) }
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
        case .enrolled: return "\(session): they have a seat"
        case .waitlisted: return "\(session): they wait for a seat"
        case .offered: return "\(session): whoever has it cannot; it is offered to the others"
        case .noted: return "\(session): another time is proposed; its mentor sees it in meridian session show"
        case .suppressed: return "nothing more is sent to that address: \(reason ?? "")"
        case .known:
            return "\(number == nil ? session : "mail \(number?.description ?? "")"): nothing new: \(reason ?? "")"
        case .refused: return "\(session): not done, and they are told why: \(reason ?? "")"
        case .forwarded:
            return "sent on to the program's organizers as mail \(number?.description ?? "")"
        case .later:
            return "kept as mail \(number?.description ?? ""): \(reason ?? "")"
        case .setAside:
            let asked = isAsked == true ? " (whoever it speaks for is written to)" : ""
            return "set aside as number \(number?.description ?? "")\(asked): \(reason ?? "")"
        }
    }
}
