import Mentoring

extension TrainingService {
    /// Tells of a change to a week of a duty whoever has it now and whoever had it, in the transaction that changed it.
    ///
    /// A tentative week is told to nobody, and nobody is told what they know already: each change raises the SEQUENCE, so
    /// that what somebody was told last follows from the week as it was before.
    /// - Returns: those who are told.
    func tell(
        _ turn: DutyTurn, after known: DutyTurn?, of duty: Duty, in transaction: any StoreWriting
    ) throws -> [Person] {
        guard turn.status != .held else { return [] }
        let before = known?.status == .announced ? known?.person : nil
        let now = turn.status == .announced ? turn.person : nil
        guard before?.id != now?.id else { return [] }
        let program = try transaction.requireProgram(of: turn.code)
        let notices = [
            before.map { ($0, turn.status == .cancelled ? DutyNotice.Occasion.cancelled : .relieved) },
            now.map { ($0, DutyNotice.Occasion.entrusted) },
        ].compactMap(\.self)
        return try notices.map { person, occasion in
            var told = turn
            if occasion != .entrusted { told.contact = known?.contact }
            let notice = DutyNotice(
                person: person, turn: told, duty: duty, program: program, occasion: occasion, date: turn.revised,
                token: try tokenInNotice(of: occasion, to: person, turn, in: program, at: turn.revised, transaction))
            try tell(.duty(notice), in: transaction)
            return person
        }
    }
}
