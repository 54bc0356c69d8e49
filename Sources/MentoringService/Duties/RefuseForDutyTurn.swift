import CivilTime
import Mentoring

extension TrainingService {
    /// Tells whoever has a week that an answer which reached the address made for them cannot be read.
    func tellOfDamage(to mail: IncomingMail, at now: Instant, _ transaction: any StoreWriting) throws {
        for address in mail.recipients {
            guard let token = ReplyAddress.token(in: address) else { continue }
            for program in try transaction.livePrograms() where program.contact == ReplyAddress.contact(of: address) {
                let turn = try transaction.dutyTurns(of: program.name).first {
                    $0.status == .announced && $0.isUpcoming(at: now)
                        && self.token(of: $0.person, for: $0, in: program) == token
                }
                guard let turn, try !transaction.isBlocked(turn.person.email, in: program.name) else { continue }
                let reason =
                    "it arrived damaged and cannot be read; if you cannot take the week: meridian swap offer \(turn.code)"
                try refuse(
                    turn.person, turn, "an answer to", because: reason, source: .unproven, at: now, transaction)
            }
        }
    }

    /// Tells somebody that what they answered was not done, of one week and reason once.
    func refuse(
        _ person: Person, _ turn: DutyTurn, _ said: String, because reason: String,
        source: MailReply.Source, at now: Instant, _ transaction: any StoreWriting
    ) throws {
        // Reasons name people, who may be forgotten.
        let digest = secrets.digest(of: "\(said) \(turn.sequence) \(reason)").prefix(8).hexadecimal
        let told = Told.refused(turn, person, because: digest)
        guard try transaction.lastTold(told) == nil else { return }
        let reply = MailReply(
            reader: person, request: "\(said) \(turn.code)", outcome: .refused(reason), session: nil,
            program: try transaction.requireProgram(of: turn.code), date: now, source: source)
        try tell(.reply(reply), once: [told], at: now, in: transaction)
    }
}
