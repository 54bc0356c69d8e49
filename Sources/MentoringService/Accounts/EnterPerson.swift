import CivilTime
import Mentoring
import TimeZoneCatalog

extension TrainingService {
    /// Enters what is said of somebody, and lets what is only planned follow their clock wherever it is another by that.
    func enter(
        _ given: Person, into name: Program.Name, by word: WhoseWord, at now: Instant, in transaction: any StoreWriting
    ) throws -> Person {
        let known = try transaction.person(given.email)
        let programs = try known.map { known in
            try transaction.programs(of: known.email).filter { try transaction.isIn(known, $0) }
        }
        let before = try (programs ?? []).compactMap { program in
            try known.map { (program, try transaction.shown($0, in: program.name).shownZone) }
        }
        let person = try transaction.enter(given, into: name, by: word, at: now)
        guard !before.isEmpty, let entered = try transaction.person(given.email) else { return person }
        for (program, zone) in before {
            var terms = TermsChange(of: entered, service: self, at: now, in: transaction)
            try terms.follow(
                from: zone, to: transaction.shown(entered, in: program.name).shownZone, in: program)
        }
        return person
    }
}
