import CivilTime
import Mentoring
public import MentoringAPI

extension ListWrittenMail: HandledRequest {
    /// The mails in which people wrote to a program, oldest first.
    public func carryOut(for client: Client) async throws -> [WrittenMailView] {
        let name = program
        return try await client.service.store.read { transaction in
            try transaction.writtenMail(to: transaction.requireProgram(name).name).map {
                WrittenMailView(
                    id: $0.id, received: $0.received, sender: $0.author, subject: $0.subject, state: $0.state)
            }
        }
    }
}

extension ShowMail: HandledRequest {
    /// One mail, as its program's organizers may read it; one that was set aside is the administrators' to read.
    /// - Throws: `Refusal` not-found when there is none for whoever asks.
    public func carryOut(for client: Client) async throws -> MailView {
        let (service, number) = (client.service, mail)
        let mayReadAll = try await service.role(of: client.principal, about: .server) == .organizer
        return try await service.store.read { transaction in
            if let mail = try transaction.writtenMail(number) {
                return MailView(
                    id: mail.id, program: mail.program, received: mail.received, sender: mail.author,
                    subject: mail.subject, text: mail.text, attachments: mail.attachments)
            }
            guard mayReadAll, let mail = try transaction.mailSetAside(number) else { throw Refusal.noMail(number) }
            return MailView(
                id: mail.id, received: mail.received, sender: mail.sender, subject: mail.subject, reason: mail.reason,
                text: mail.text ?? String(decoding: mail.bytes, as: UTF8.self).linesShown)
        }
    }
}

extension String {
    /// The text in lines that are safe to show.
    fileprivate var linesShown: String {
        split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
            .map { OneLine.shown(lineOfText: $0) }.joined(separator: "\n")
    }
}

extension TrainingService {
    /// How many mails in words came within the last seven days, to all programs together.
    /// - Throws: `StorageFailure`.
    public func writtenMailOfTheWeek() async throws -> Int {
        let since = clock.now().adding(seconds: -7 * 86_400)
        return try await store.read { try $0.countWrittenMail(to: nil, since: since) }
    }
}
