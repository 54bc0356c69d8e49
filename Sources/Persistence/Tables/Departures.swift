import CivilTime
import Mentoring

/// Who has left a program, so that they are named no more as who leads what is to come, before it is planned again.
///
/// What had begun when they left names them: they led it.
enum Departure {
    /// An SQL term: whether the mentor of a session that was still to come has left.
    static let ofMentor = """
        session.status IN ('tentative', 'announced')
            AND EXISTS (SELECT 1 FROM departure WHERE departure.program = session.program
                AND departure.person = session.mentor AND departure.since < session.start)
            AND NOT EXISTS (SELECT 1 FROM mentor WHERE mentor.program = session.program AND mentor.person = session.mentor)
        """
    /// An SQL term: whether whose a week of a duty is, as far as it is not over, takes turns no more.
    static let ofVolunteer = """
        duty_turn.status IN ('tentative', 'announced')
            AND EXISTS (SELECT 1 FROM departure WHERE departure.program = duty_turn.program
                AND departure.person = duty_turn.person)
            AND NOT EXISTS (SELECT 1 FROM volunteer WHERE volunteer.program = duty_turn.program
                AND volunteer.duty = duty_turn.duty AND volunteer.person = duty_turn.person)
        """
}

extension Transaction {
    func noteDeparture(of person: Identifier<Person>, from program: Program.Name, at moment: Instant) throws {
        try save(to: .departure, ["program": program, "person": person, "since": moment])
    }
}

extension Table {
    static let departure = Table("departure", key: ["program", "person"])
}
