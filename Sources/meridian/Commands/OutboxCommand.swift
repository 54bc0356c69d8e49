import ArgumentParser
import CivilTime
import Mail
import Mentoring

/// The commands that begin with `meridian outbox`.
struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Mail that is to leave.", subcommands: [List.self, Send.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the mails that wait, have left, or were refused.")

        @OptionGroup var zones: ZoneOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let mails = try await common.office(showing: zones).outbox()
            try common.answer(mails) {
                guard !mails.isEmpty else { return "the outbox is empty" }
                let rules = try zones.shown(common)
                var table = Table([
                    .init(title: "Mail", alignedRight: true), .init(title: "State"), .init(title: "Written"),
                    .init(title: "To", isFlexible: true), .init(title: "Subject", isFlexible: true),
                ])
                for mail in mails {
                    table.add([
                        "\(mail.id)", mail.state.rawValue, When.dayAndTime(rules.local(at: mail.created)),
                        "\(mail.to)", mail.lastError ?? mail.subject,
                    ])
                }
                return table.text()
            }
        }
    }

    struct Send: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "send", abstract: "Hand waiting mails over to sendmail, or write them to a folder.",
            discussion: "Sending is at least once; a repeated mail is the same, byte for byte.")

        @Option(help: ArgumentHelp("A sendmail-compatible program.", valueName: "path"))
        var sendmail = "/usr/sbin/sendmail"
        @Option(help: ArgumentHelp("Write .eml files into this folder instead.", valueName: "dir")) var toDir: String?
        @Option(help: ArgumentHelp("The envelope's sender (default: the program's contact).", valueName: "email"))
        var sender: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let delivery: any MailDelivery =
                if let toDir { DirectoryDelivery(path: toDir) } else { SendmailDelivery(path: sendmail) }
            let report = try await common.office().office.sendOutbox(
                through: delivery, from: sender.map { try EmailAddress($0) })
            try common.answer(report) {
                "\(report.sent) sent, \(report.waiting) waiting, \(report.refused) refused"
            }
        }
    }
}
