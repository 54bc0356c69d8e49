import CivilTime
import Mentoring
import MentoringAPI

extension TrainingService {
    /// What a session is to somebody beside their seat in it.
    func standing(
        of person: Identifier<Person>, in session: Session, at now: Instant, _ transaction: any StoreReading
    ) throws -> SessionStanding {
        guard session.mentor.id != person else { return SessionStanding(leads: true) }
        // Nobody is seen in what is more than minutes away.
        guard now >= session.start else { return SessionStanding(leads: false) }
        let seen = try transaction.attendance(in: session.id).first { $0.person.id == person }
        let isThere = seen?.kind == .present
        let isOpen = (try? refuseUnlessAnswerable(session, at: now)) != nil
        guard !isThere, isOpen, session.pick?.questions.isEmpty == false else {
            return SessionStanding(leads: false, isThere: isThere)
        }
        let written = try transaction.answers(to: session.id).first { $0.person.id == person }
        return SessionStanding(leads: false, mayAnswer: written?.signedOff == nil, answers: written?.text)
    }
}
