import CivilTime
import Mentoring
import TimeZoneCatalog
import Wording

extension StoreWriting {
    /// Enters what is supposed into the database, for a rehearsal.
    ///
    /// - Returns: what is supposed, in words.
    /// - Throws: `Refusal` not-found for somebody who is no mentor of the program; `BadInput` for a time that is none.
    func suppose(
        _ suppositions: Suppositions, of program: Program, by zones: TimeZoneCatalog
    ) throws -> [String] {
        guard suppositions.slots.count <= Limits.slots, suppositions.without.count <= Limits.mentors else {
            throw BadInput(
                "at most \(Limits.slots) slots and \(Limits.mentors) absences are supposed at once; leave some out")
        }
        let season = try DayRange(from: program.season.start, to: program.season.end)
        // Read once, and what is said twice is supposed once.
        let known = Dictionary(try mentors(of: program.name).map { ($0.person.email, $0.person) }) { first, _ in first }
        func person(_ email: EmailAddress) throws -> Person {
            try known[email] ?? requireMentor(email, of: program.name, suggesting: true).person
        }
        let absent = try suppositions.without.withoutRepetition.map { email in
            let mentor = try person(email)
            _ = try add(Away(person: mentor.id, days: season, program: program.name))
            return Supposition.without(mentor.name).text
        }
        let offered = try suppositions.slots.withoutRepetition.map { slot in
            let mentor = try person(slot.mentor.address)
            let pattern = SlotPattern(rule: slot.when.rule, at: slot.when.hour.at)
            let zone = try slot.when.zone?.known(in: zones) ?? mentor.shownZone
            _ = try slot.when.hour.remark(onSessionsOf: program.minutes)
            _ = try add(Slot(program: program.name, mentor: mentor.id, pattern: pattern, zone: zone))
            return Supposition.withSlot(mentor.name, pattern, zone).text
        }
        return absent + offered
    }
}
