import ArgumentParser
import Mail
import Mentoring
import MentoringService

/// What takes the mail.
struct DeliveryOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A sendmail-compatible program.", valueName: "path"))
    var sendmail = "/usr/sbin/sendmail"
    @Option(help: ArgumentHelp("Write .eml files into this folder instead.", valueName: "dir")) var toDir: String?

    var delivery: any MailDelivery {
        if let toDir { DirectoryDelivery(path: toDir) } else { SendmailDelivery(path: sendmail) }
    }
}
