import CivilTime
import Mentoring
import TimeZoneCatalog
import Yams

extension ProgramFileReader {
    /// A slot of a mentor, by the words in which people say it or by a rule.
    ///
    /// - Parameters:
    ///   - entry: where it stands.
    ///   - program: its program, which says how long a session takes; nil where the file does not say that rightly.
    /// - Returns: when it recurs, on which clock, and what is said of it.
    /// - Throws: a complaint with its line.
    func slot(_ entry: YAMLEntry, of program: Program?) throws -> ProgramDocument.SlotEntry {
        let fields = try Fields(of: entry, FileKey.ofSlot)
        let when = try fields.read { try self.when($0, of: entry, minutes: program?.minutes) }
        let from = try fields.readIfAny("from") { try $0.date() }
        let until = try fields.readIfAny("until") { entry in
            let until = try entry.date()
            if let from, until < from { throw entry.wrong("a day not before \(from), the slot's first") }
            return until
        }
        let except = try fields.read("except", or: []) { try $0.each(atMost: Limits.exceptions) { try $0.date() } }
        let preference = try fields.read("prefer", or: 0) { try $0.int(SlotPattern.preferences) }
        let zone = try fields.readIfAny("zone") { own in
            let zone = try own.located { try zones.knownZone(own.text()) }
            if let named = when?.zone, !zones.areSame(named, zone) {
                throw own.wrong("no other zone than \(named), which every names")
            }
            return zone
        }
        guard let when else { throw NotedAlready() }
        let pattern = SlotPattern(
            rule: when.rule, at: when.at, from: from, until: until, except: except, preference: preference)
        if let program {
            try entry.located { try pattern.refuseUnlessItEverOccurs(in: program.season, by: recurrence) }
        }
        return ProgramDocument.SlotEntry(pattern: pattern, zone: zone ?? when.zone)
    }

    private func when(
        _ fields: Fields, of entry: YAMLEntry, minutes: Int?
    ) throws -> (rule: String, at: LocalTime, zone: TimeZoneID?) {
        switch (fields.optional("every"), fields.optional("rrule"), fields.optional("at")) {
        case (let every?, nil, nil):
            return try every.located {
                let slot = try WrittenSlot(every.text())
                // Nobody is there to read a remark.
                if let minutes, let remark = try slot.hour.remark(onSessionsOf: minutes) { throw every.wrong(remark) }
                return (slot.rule, slot.hour.at, try slot.zone?.known(in: zones))
            }
        case (nil, let rrule?, let time?):
            let rule = try fields.read { _ in try rrule.located { try recurrence.validated(rule: rrule.text()) } }
            let hour = try fields.read { _ in try time.located { try WrittenHour(time.text()) } }
            guard let rule, let hour else { throw NotedAlready() }
            return (rule, hour.at, nil)
        default: throw entry.wrong("either every (\"Tue 17:00\"), or rrule and at")
        }
    }
}
