import CivilTime
import Mentoring

extension TrainingService {
    /// Tells whoever has a week that an answer which reached the address made for them cannot be read.
    /// - Returns: whether anybody is told.
    func tellOfDamage(to mail: IncomingMail, at now: Instant, _ transaction: any StoreWriting) throws -> Bool {
        var isTold = false
        for (program, turn) in try weeks(addressedBy: mail, transaction)
        where turn.status == .announced && turn.isUpcoming(at: now) {
            guard try !transaction.isBlocked(turn.person.email, in: program.name) else { continue }
            let reason =
                "it is damaged, or of a kind that is not taken by mail; if you cannot take the week: meridian swap offer \(turn.code)"
            let isNews = try refuse(
                turn.person, turn, "an answer to", because: reason, source: .unproven, at: now, transaction)
            isTold = isTold || isNews
        }
        return isTold
    }

    /// The weeks of duties to whose owners' addresses a mail was written.
    ///
    /// Tokens follow from the key and are kept nowhere, so that each week's is computed: once, however many addresses the mail names.
    func weeks(
        addressedBy mail: IncomingMail, _ transaction: any StoreReading
    ) throws -> [(Program, DutyTurn)] {
        let tokens = Dictionary(grouping: mail.recipients.withTokens, by: ReplyAddress.contact(of:))
            .mapValues { Set($0.compactMap(ReplyAddress.token)) }
        guard !tokens.isEmpty else { return [] }
        return try transaction.livePrograms().flatMap { program in
            // A program may have had another contact when the week was given.
            try transaction.dutyTurns(of: program.name).filter { turn in
                guard turn.status != .tentative, let tokens = tokens[turn.contact ?? program.contact] else {
                    return false
                }
                return token(of: turn.person, for: turn, in: program).map(tokens.contains) ?? false
            }.map { (program, $0) }
        }
    }

    /// Tells somebody that what they answered to a week of a duty was not done, and why.
    /// - Returns: whether they are told.
    func refuse(
        _ person: Person, _ turn: DutyTurn, _ said: String, because reason: String,
        source: MailReply.Source, at now: Instant, _ transaction: any StoreWriting
    ) throws -> Bool {
        // Reasons name people, who may be forgotten.
        let digest = secrets.digest(of: "\(said) \(turn.sequence) \(reason)").prefix(8).hexadecimal
        let reply = MailReply(
            reader: person, request: "\(said) \(turn.code)", outcome: .refused(reason), session: nil,
            program: try transaction.requireProgram(of: turn.code), date: now, source: source)
        return try refuse(
            reply, once: .refused(turn, person, because: digest), unlessTaken: .taken(turn, person), transaction)
    }
}
