import CivilTime
import Mentoring
import TimeZoneCatalog

extension StoreWriting {
    /// Enters what is supposed into the database, for a rehearsal.
    ///
    /// - Returns: what is supposed, in words.
    /// - Throws: `Refusal` not-found for somebody who is no mentor of the program; `BadInput` for a time that is none.
    func suppose(_ suppositions: Suppositions, of program: Program) throws -> [String] {
        guard suppositions.slots.count <= Limits.slots, suppositions.without.count <= Limits.mentors else {
            throw BadInput(
                "at most \(Limits.slots) slots and \(Limits.mentors) absences are supposed at once; leave some out")
        }
        let season = try DayRange(from: program.season.start, to: program.season.end)
        let absent = try suppositions.without.map { email in
            let mentor = try requireMentor(email, of: program.name, suggesting: true).person
            _ = try add(Away(person: mentor.id, days: season, program: program.name))
            return "\(mentor.name) leads nothing from now on"
        }
        let offered = try suppositions.slots.map { slot in
            let mentor = try requireMentor(slot.mentor, of: program.name, suggesting: true).person
            let weekly = try SlotPattern.weekly(slot.weekly)
            let pattern = SlotPattern(rule: weekly.rule, at: weekly.at)
            _ = try add(Slot(program: program.name, mentor: mentor.id, pattern: pattern, zone: mentor.shownZone))
            return "\(mentor.name) also offers \(pattern.summary) \(mentor.shownZone)"
        }
        return absent + offered
    }
}
