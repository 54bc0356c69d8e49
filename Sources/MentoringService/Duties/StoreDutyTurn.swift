import CivilTime
import Mentoring

extension TrainingService {
    /// Stores a week of a duty that was changed, raises its SEQUENCE when calendars see a difference, and tells those
    /// concerned: the one way to change one.
    ///
    /// - Returns: those who are told.
    @discardableResult
    func store(
        _ turn: inout DutyTurn, after known: DutyTurn, of duty: Duty, at now: Instant, in transaction: any StoreWriting
    ) throws -> [Person] {
        guard turn != known else { return [] }
        if turn.differsForCalendars(from: known) { turn.revise(at: now) }
        // What a calendar holds is changed and called off by no other ORGANIZER; whoever has it anew is given the contact as it is.
        if turn.status == .announced, turn.contact == nil || turn.person.id != known.person.id {
            turn.contact = try transaction.requireProgram(of: turn.code).contact
        }
        try transaction.update(turn)
        return try tell(turn, after: known, of: duty, in: transaction)
            + tellOfEndedOffer(of: turn, after: known, of: duty, at: now, transaction)
    }
}

extension DutyTurn {
    /// Whether calendars show a difference; that a week is over is no news to one.
    fileprivate func differsForCalendars(from known: DutyTurn) -> Bool {
        person.id != known.person.id || (status != known.status && status != .held)
    }
}
