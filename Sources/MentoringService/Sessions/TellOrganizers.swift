import CivilTime
import Mentoring

// A mentor may call off, move and reinstate their own session; those who organize the program hear of it.

extension TrainingService {
    /// Tells those who organize a program what a session's mentor, who is none of them, has done with it, and that what they were
    /// told is so no more, whoever reinstates it.
    ///
    /// Where nobody organizes it, its contact is told.
    func tellOrganizers(
        of session: Session, after known: Session, at now: Instant, in transaction: any StoreWriting
    ) throws {
        guard session.sequence != known.sequence else { return }
        let deed: Occasion =
            session.status == .cancelled ? .cancelled : known.status == .cancelled ? .reinstated : .moved
        let isTheirs =
            deed == .reinstated ? try transaction.wasCalledOffByMentor(known) : actor == session.mentor.email
        guard isTheirs else { return }
        let program = try transaction.requireProgram(of: session.code)
        let organizers = try transaction.organizers(of: program.name)
        guard !organizers.contains(session.mentor.email) else { return }
        for email in organizers.isEmpty ? [program.contact] : organizers {
            let reader =
                try transaction.person(email) ?? program.reader(at: email, of: session)
            let letter = Letter(
                reader: reader, role: .mentor, session: session, program: program, subject: .byMentor(deed), date: now,
                was: session.start == known.start ? nil : known.start)
            try tell(.letter(letter), in: transaction)
        }
        if deed == .cancelled { try transaction.setTold(.calledOffByMentor(session), at: now) }
    }
}

extension StoreReading {
    /// Whether it was its mentor who called a session off, and not who organizes the program, or a plan.
    func wasCalledOffByMentor(_ session: Session) throws -> Bool {
        try lastTold(.calledOffByMentor(session)) != nil
    }
}

extension Program {
    /// Whoever reads a program's mail at an address, for letters about one of its sessions.
    func reader(at email: EmailAddress, of session: Session) -> Person {
        Person(name: title, email: email, zone: session.zone)
    }
}
