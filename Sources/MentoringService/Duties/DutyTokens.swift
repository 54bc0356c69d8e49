import CivilTime
import Mentoring

extension TrainingService {
    /// What proves somebody's answers about a week of a duty; nil where there is no key, or no room for it in the contact's address.
    ///
    /// It follows from the key of the database, so that nothing is kept but that it was sent.
    func token(of person: Person, for turn: DutyTurn, in program: Program) -> String? {
        // A person who moves has another from then on, as with sessions.
        guard let secret = try? secrets.secret(for: "week of a duty \(turn.uid) \(person.id) \(person.email)") else {
            return nil
        }
        let address = ReplyAddress.of(
            turn.contact ?? program.contact, token: String(secret.prefix(ReplyAddress.tokenLength)))
        return ReplyAddress.token(in: address)
    }

    /// The token with which somebody's calendar knows a week, or is to know it from now on.
    ///
    /// Whoever was given it without one keeps the organizer that their calendar knows.
    func tokenInNotice(
        of occasion: DutyNotice.Occasion, to person: Person, _ turn: DutyTurn, in program: Program, at now: Instant,
        _ transaction: any StoreWriting
    ) throws -> String? {
        guard let token = token(of: person, for: turn, in: program) else { return nil }
        let told = Told.invited(to: turn, token: token)
        switch occasion {
        case .entrusted, .readdressed:
            try transaction.setTold(told, at: now)
            return token
        case .relieved, .leftAddress, .cancelled: return try transaction.lastTold(told) == nil ? nil : token
        case .offered, .withdrawn, .askerLeft, .unanswered, .handedOver: return nil
        }
    }
}
