import CivilTime
import Mentoring
import TimeZoneCatalog

// One person, one clock: when a change puts somebody into two places at once, a seat gives way, and they are told.

extension TrainingService {
    /// Takes people out of seats that a change of a session has made impossible to take.
    ///
    /// Leading goes before a seat. Of two seats the one in the session that changed gives way: the other is where somebody
    /// expects to be. Of what was off nobody's calendar has anything, so that a letter tells them.
    /// - Returns: those who are told.
    func giveUpClashingSeats(
        around session: Session, after known: Session, at now: Instant, in transaction: any StoreWriting
    ) throws -> [Person] {
        let hasOtherTime =
            (session.start, session.minutes) != (known.start, known.minutes) || known.status == .cancelled
        guard hasOtherTime || session.mentor.id != known.mentor.id else { return [] }
        var told = try giveUpSeats(ofMentorOf: session, at: now, in: transaction)
        guard hasOtherTime else { return told }
        for enrollment in try transaction.enrollments(in: session.id) where enrollment.seat != nil {
            let person = enrollment.person
            guard
                let other = try transaction.engagements(of: person.id, besides: session, by: zones).first
            else { continue }
            try transaction.remove(enrollment.id)
            told += try tellOfClash(
                person, in: session, with: other, byLetter: known.status == .cancelled, at: now, in: transaction)
        }
        return told
    }

    /// Takes whoever leads a session out of the seats that they have elsewhere at its time.
    func giveUpSeats(
        ofMentorOf session: Session, at now: Instant, in transaction: any StoreWriting
    ) throws -> [Person] {
        let mentor = session.mentor
        let attended = try transaction.engagements(of: mentor.id, besides: session, by: zones).filter { !$0.leads }
        let told = try attended.flatMap { engagement in
            let other = engagement.session
            guard other.start > now, let seat = try transaction.enrollment(of: mentor.id, in: other.id) else {
                return [Person]()
            }
            try transaction.remove(seat.id)
            let told = try tellOfClash(
                mentor, in: other, with: Engagement(session: session, leads: true), at: now, in: transaction)
            return told + (try fillFreeSeats(of: other, at: now, in: transaction).told)
        }
        return try told
            + endYielding(among: transaction.yieldingEnrollments(of: [mentor.id]), at: now, in: transaction)
    }

    private func tellOfClash(
        _ person: Person, in session: Session, with other: Engagement, byLetter: Bool = false, at now: Instant,
        in transaction: any StoreWriting
    ) throws -> [Person] {
        if byLetter || session.status == .tentative {
            try tell(
                person, of: session, .seatGivenUp(for: other), at: now, in: transaction)
        } else {
            try tell(person, of: session, about: .clashed, at: now, in: transaction)
        }
        return [person]
    }

    /// Writes what has become of a session to those enrolled who were not told by an invitation: who waits, and who has a seat
    /// in what is only tentative.
    ///
    /// New rules of a clock move nothing for who reads the very clock by which the session was agreed; whose calendar holds an
    /// invitation was told by it whether their own wall moves.
    /// - Returns: those who are told.
    func tellEnrolled(
        of session: Session, _ subject: Letter.Subject, was: Instant? = nil, besides told: [Person], at now: Instant,
        in transaction: any StoreWriting
    ) throws -> [Person] {
        var known = Set(told.map(\.id))
        let isOfClocks = subject == .changed(.clocksChanged)
        if isOfClocks, session.status == .announced {
            let invited = try transaction.invitations(for: session.id).filter(\.isOnTraineesOwnWall)
            known.formUnion(invited.map(\.person.id))
        }
        let others = try transaction.enrollments(in: session.id).map(\.person).filter {
            !known.contains($0.id) && !(isOfClocks && $0.zone == session.zone)
        }
        return try others.filter { try tell($0, of: session, subject, was: was, at: now, in: transaction) }
    }

    /// Writes a trainee a letter about a session; what is to be told once is noted.
    /// - Returns: whether they are told.
    @discardableResult
    func tell(
        _ person: Person, of session: Session, _ subject: Letter.Subject, was: Instant? = nil, once told: [Told] = [],
        at now: Instant, in transaction: any StoreWriting
    ) throws -> Bool {
        let enrollment = try transaction.enrollment(of: person.id, in: session.id)
        let letter = Letter(
            reader: person, role: .trainee, session: session,
            program: try transaction.requireProgram(of: session.code), subject: subject, date: now, was: was,
            waits: try enrollment.flatMap { try transaction.position(of: $0) })
        return try tell(.letter(letter), once: told, at: now, in: transaction)
    }
}
