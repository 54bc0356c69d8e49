import CivilTime
import Mentoring
import TimeZoneCatalog

// CALENDAR.md rule 25: whoever moves to another address gets a CANCEL without STATUS at the old one, and at the new one a REQUEST
// with the same UID and no lower SEQUENCE.

extension TrainingService {
    /// How many sessions and weeks of duties to come somebody's calendar holds.
    func calendarEntries(of person: Person, at now: Instant, in transaction: any StoreReading) throws -> Int {
        try heldInvitations(of: person, at: now, in: transaction).count
            + heldWeeks(of: person, at: now, in: transaction).count
    }

    /// Lets what somebody's calendar holds move from one address to another.
    ///
    /// The new one gets an address of its own to answer to, since the old one's mailbox knows the other; whoever comes back has that
    /// one again, since calendars refuse another ORGANIZER.
    /// - Parameters:
    ///   - person: as they get mail from now on.
    ///   - old: where they got it before.
    ///   - now: the moment.
    ///   - transaction: the transaction.
    /// - Returns: the program of each session and week that was sent anew.
    /// - Throws: `StorageFailure`.
    func moveInvitations(
        of person: Person, from old: EmailAddress, at now: Instant, in transaction: any StoreWriting
    ) throws -> [Program.Name] {
        var moved: [Program.Name] = []
        for (session, last) in try heldInvitations(of: person, at: now, in: transaction) {
            let former = try transaction.formerInvitation(to: person.id, at: person.email, for: session.id)
            // Whoever became the same person has it in their calendar there already.
            if let token = former?.token, token == last.token { continue }
            moved.append(session.code.program)
            var given = try takeBack(session, last, at: old, at: now, in: transaction)
            given.person.email = person.email
            given.method = .request
            given.participation = last.participation
            try transaction.keep(last, of: old)
            let program = try transaction.requireProgram(of: session.code)
            (given.token, given.contact) = former ?? (ReplyAddress.newToken(), program.contact)
            try transaction.removeInvitation(to: person.id, for: session.id)
            try transaction.save(given)
            try tell(
                .session(
                    SessionNotice(
                        invitation: given, session: session,
                        program: program, occasion: .readdressed,
                        confirmBy: try transaction.enrollment(of: person.id, in: session.id)?.confirmBy)),
                in: transaction)
        }
        let weeks = try heldWeeks(of: person, at: now, in: transaction)
        for (known, duty) in weeks {
            // Calendars take a CANCEL only with a new revision, and the week at the other address with no lower one.
            var turn = known
            turn.revise(at: now)
            try transaction.update(turn)
            let program = try transaction.requireProgram(of: turn.code)
            var reader = turn.person
            for (email, occasion) in [(old, DutyNotice.Occasion.leftAddress), (person.email, .readdressed)] {
                reader.email = email
                try tell(
                    .duty(
                        DutyNotice(
                            person: reader, turn: turn, duty: duty, program: program, occasion: occasion, date: now,
                            token: try tokenInNotice(
                                of: occasion, to: reader, turn, in: program, at: now, transaction))),
                    in: transaction)
            }
        }
        return moved + weeks.map(\.turn.code.program)
    }

    /// Takes a session out of the calendar at an address.
    /// - Returns: the CANCEL that was sent there.
    private func takeBack(
        _ session: Session, _ last: Invitation, at email: EmailAddress, at now: Instant,
        in transaction: any StoreWriting
    ) throws -> Invitation {
        var before = last
        before.person.email = email
        var taken = before
        taken.method = .cancel
        taken.ownCancels += 1
        taken.sequence = session.sequence + taken.ownCancels
        taken.stamp = max(now, last.stamp.adding(seconds: 1))
        taken.participation = .declined
        try tell(
            .session(
                SessionNotice(
                    invitation: taken, session: session, program: try transaction.requireProgram(of: session.code),
                    occasion: .readdressed, before: before)), in: transaction)
        return taken
    }

    /// The announced sessions to come to which somebody is invited, by start.
    private func heldInvitations(
        of person: Person, at now: Instant, in transaction: any StoreReading
    ) throws -> [(session: Session, last: Invitation)] {
        try transaction.sessions(of: person.id, starting: .distantPast..<(.distantFuture)).map { $0.timed(by: zones) }
            .filter { $0.status == .announced && $0.isUpcoming(at: now) }
            .sorted { ($0.start, $0.code) < ($1.start, $1.code) }
            .compactMap { session in
                guard let last = try transaction.invitation(to: person.id, for: session.id), last.method == .request,
                    !last.wasDeclined
                else { return nil }
                return (session, last)
            }
    }

    private func heldWeeks(
        of person: Person, at now: Instant, in transaction: any StoreReading
    ) throws -> [(turn: DutyTurn, duty: Duty)] {
        try transaction.dutyTurns(of: person.id).filter { $0.status == .announced && $0.isUpcoming(at: now) }
            .compactMap { turn in
                try transaction.duties(of: turn.code.program).first { $0.name == turn.code.duty }.map { (turn, $0) }
            }
    }
}
