import CivilTime
import Mail
import Mentoring
import MentoringService
import Persistence

/// What became of one test letter.
struct MailTrial: Encodable {
    var from: EmailAddress
    var to: EmailAddress
    /// Whether the mail system took it.
    var isTaken: Bool
    /// What it answered where it did not.
    var answer: String?

    var inWords: String {
        let way = "from \(from) to \(to)"
        guard let answer else {
            return
                "\(way) was taken; look whether it arrives, and whether its Authentication-Results say spf=pass, dkim=pass and dmarc=pass"
        }
        return "\(way) was not taken: \(answer)"
    }
}

extension DoctorCommand {
    /// Sends a test letter from the contact of each domain, since each has its own word on who may send for it.
    /// - Throws: `Refusal` not-found when there is no program.
    func letters(to reader: EmailAddress, of opened: OpenedService) async throws -> [MailTrial] {
        let programs = try await opened.store.read { try $0.programs() }
        guard !programs.isEmpty else {
            throw Refusal(
                .notFound, "there is no program whose contact could send a test letter: meridian program apply FILE")
        }
        let mailer = try Mailer(calendar: opened.calendar, zones: opened.service.zones)
        let now = try Environment.clock().now()
        var domains: Set<Substring> = []
        var trials: [MailTrial] = []
        for program in programs where domains.insert(program.contact.domain).inserted {
            let letter = mailer.testMessage(to: reader, from: program, at: now)
            trials.append(
                MailTrial(
                    from: program.contact, to: reader,
                    outcome: await outcome(of: letter, from: program.contact)))
        }
        return trials
    }

    private func outcome(of letter: OutboxMessage, from sender: EmailAddress) async -> DeliveryOutcome {
        let delivery = delivery.delivery
        if let obstacle = delivery.obstacle { return .tryAgain(obstacle) }
        do {
            return try await delivery.deliver(letter, from: sender)
        } catch {
            return .tryAgain("\(error)")
        }
    }
}

extension MailTrial {
    fileprivate init(from: EmailAddress, to: EmailAddress, outcome: DeliveryOutcome) {
        let answer: String? =
            switch outcome {
            case .sent: nil
            case .tryAgain(let words), .refused(let words): words
            }
        self.init(from: from, to: to, isTaken: answer == nil, answer: answer)
    }
}
