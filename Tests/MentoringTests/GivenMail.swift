import MentoringService

/// A mail as a test has it, whatever the bytes.
struct GivenMail: MailReading {
    let mail: IncomingMail

    func read(_ message: [UInt8]) -> IncomingMail { mail }
}
