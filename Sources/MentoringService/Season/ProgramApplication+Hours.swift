import CivilTime
import Mentoring
import MentoringAPI
import ProgramFile
import SeasonPlanning
import TimeZoneCatalog
import Wording

// When a mentor can lead, and when not.

extension ProgramApplication {
    mutating func applyHours(
        _ entry: ProgramDocument.MentorEntry, of person: Person, movedFrom old: TimeZoneID?
    ) throws {
        // Two who were made one have two entries.
        let entries = document.mentors.filter { $0.email == entry.email }
        let slots = entries.flatMap(\.slots).map(\.pattern)
        try applySlots(entry, of: person, besides: slots)
        try moveSlots(besides: slots, of: person, from: old)
        try applyAbsences(Set(entries.flatMap(\.away)), of: person)
    }

    /// Takes back what the file gave somebody whom others made a mentor, and whom it does not name any more.
    mutating func removeHours(of person: Person) throws {
        for slot in try transaction.slots(of: program.name)
        where slot.mentor == person.id && memory.isOfFile(slot.pattern.fileKey, of: person.id) {
            try remove(slot, of: person)
        }
        for away in try transaction.absences(of: person.id, in: program.name)
        where away.program == program.name && memory.isOfFile(away.days.fileKey, of: person.id) {
            try remove(away, of: person)
        }
    }

    /// The slots of a mentor that did not come from the file.
    func ownSlots(of person: Person) throws -> [Slot] {
        try transaction.slots(of: program.name).filter {
            $0.mentor == person.id && !memory.isOfFile($0.pattern.fileKey, of: person.id)
        }
    }

    private mutating func applySlots(
        _ entry: ProgramDocument.MentorEntry, of person: Person, besides all: [SlotPattern]
    ) throws {
        var stored = try transaction.slots(of: program.name).filter { $0.mentor == person.id }
        var count = stored.count
        /// On which clock a slot is: that which is named for it, by the file or by people since, or its mentor's.
        func zone(of wanted: ProgramDocument.SlotEntry) -> TimeZoneID {
            let same = stored.filter { $0.pattern.isSameSlot(as: wanted.pattern) }
            let isNamed = !memory.knew(wanted.pattern.zoneNamedKey, of: person.id)
            let others = same.contains { $0.zone == person.shownZone } ? nil : same.first { isNamed && $0.isZoneNamed }
            return wanted.zone ?? others?.zone ?? person.shownZone
        }
        let clocks = entry.slots.map(zone)
        let isElsewhere = zip(entry.slots, clocks).contains { $0.zone == nil && $1 != entry.zone }
        if person.shownZone != entry.zone, isElsewhere {
            // Its zone was not taken, and a slot is a time on its mentor's wall.
            note(.kept(.clock(of: person.name, person.shownZone, file: entry.zone)))
        }
        for (wanted, zone) in zip(entry.slots, clocks) {
            let (pattern, key) = (wanted.pattern, wanted.pattern.fileKey)
            let remarks = [pattern.remark(in: program.span(at: now))].compactMap(\.self)
            let fields = pattern.fileFields(in: zone.name)
            let same = stored.indices.filter { stored[$0].pattern.isSameSlot(as: pattern) }
            let isNamed = wanted.zone != nil
            if isNamed { memory.say(pattern.zoneNamedKey, of: person.id) }
            guard let same = same.first(where: { stored[$0].zone == zone }) ?? same.first else {
                for field in fields { memory.say("\(key), \(field.key)", of: person.id, field.words) }
                guard adds(key, of: person.id, .slot(pattern, of: person.name)) else { continue }
                let slot = try transaction.add(
                    Slot(
                        program: program.name, mentor: person.id, pattern: pattern, zone: zone,
                        isZoneNamed: isNamed))
                count += 1
                let hours = try hours(of: slot, of: person)
                note(.added(.entry(.slot(pattern, of: person.name), hours: hours, but: remarks)))
                continue
            }
            let known = stored.remove(at: same)
            memory.find(key, of: person.id)
            var slot = known
            (slot.pattern, slot.zone) = (pattern, zone)
            for (file, field) in zip(fields, known.fileFields)
            where try !takes(
                "\(key), \(file.key)", called: .ofSlot(pattern, of: person.name, key: file.key), of: person.id,
                file: file.words, stored: field.words)
            {
                slot.keep(file.key, of: known)
            }
            // Whose clock it is where the file names none is the file's matter only if it named one before.
            if isNamed || memory.knew(pattern.zoneNamedKey, of: person.id) { slot.isZoneNamed = isNamed }
            guard slot != known else { continue }
            try transaction.update(slot)
            let changes = FileField.changes(from: known.fileFields, to: slot.fileFields)
            var clock: FileNote.Changed.Clock?
            if slot.isZoneNamed != known.isZoneNamed, slot.zone == known.zone {
                // Elsewhere it stayed before, too.
                if slot.zone != person.shownZone, changes.isEmpty { continue }
                clock = slot.isZoneNamed ? .own(slot.zone) : .mentors
            }
            let hours = try hours(of: slot, of: person)
            note(.changed(.slot(pattern, of: person.name, changes, clock: clock, hours: hours, but: remarks)))
        }
        for slot in stored
        where try !all.contains(where: slot.pattern.isSameSlot(as:)) && remove(slot, of: person) { count -= 1 }
        try service.refuseBeyondLimit(count, of: person)
    }

    /// Lets what the file does not say follow the clock of whom it moves: slots are times on their mentor's wall.
    private mutating func moveSlots(
        besides known: [SlotPattern], of person: Person, from old: TimeZoneID?
    ) throws {
        guard let old, old != person.shownZone else { return }
        for var slot in try transaction.slots(of: program.name)
        where slot.mentor == person.id && slot.zone == old && !slot.isZoneNamed
            && !known.contains(where: { slot.pattern.isSameSlot(as: $0) })
        {
            slot.zone = person.shownZone
            try transaction.update(slot)
            let zone = FileField.Change("zone", from: old.name, to: slot.zone.name)
            let hours = try hours(of: slot, of: person)
            note(.changed(.slot(slot.pattern, of: person.name, [zone], hours: hours)))
        }
    }

    /// What speaks against the hours of a slot.
    private func hours(of slot: Slot, of person: Person) throws -> [String] {
        try SlotHours(of: slot, ownZone: person.shownZone, whose: "\(person.name)’s", in: program, by: zones)
            .remarks(at: now, by: service.recurrence)
    }

    private mutating func applyAbsences(_ wanted: Set<DayRange>, of person: Person) throws {
        let stored = try transaction.absences(of: person.id, in: program.name).filter { $0.isTold(of: person) }
        // What people say of themselves is theirs, and no matter of the file.
        for away in stored where away.program == program.name && !wanted.contains(away.days) {
            try remove(away, of: person)
        }
        for days in wanted.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            guard !stored.contains(where: { $0.days == days }) else {
                memory.find(days.fileKey, of: person.id)
                continue
            }
            guard adds(days.fileKey, of: person.id, .absence(days, of: person.name)) else { continue }
            _ = try transaction.enter(Away(person: person.id, days: days, program: program.name), of: person)
            note(.added(.entry(.absence(days, of: person.name))))
        }
    }

    /// - Returns: whether the slot is gone: what people published stays.
    @discardableResult
    private mutating func remove(_ slot: Slot, of person: Person) throws -> Bool {
        let entry = FileEntry.slot(slot.pattern, of: person.name)
        guard removes(slot.pattern.fileKey, of: person.id, entry) else {
            for field in slot.fileFields { memory.keep("\(slot.pattern.fileKey), \(field.key)", of: person.id) }
            memory.keep(slot.pattern.zoneNamedKey, of: person.id)
            return false
        }
        _ = try transaction.remove(slot.id)
        note(.removed(.entry(entry)))
        return true
    }

    private mutating func remove(_ away: Away, of person: Person) throws {
        let entry = FileEntry.absence(away.days, of: person.name)
        guard removes(away.days.fileKey, of: person.id, entry) else { return }
        _ = try transaction.remove(away.id)
        note(.removed(.entry(entry)))
    }
}

extension Slot {
    /// Leaves a field as another has it.
    fileprivate mutating func keep(_ key: String, of other: Slot) {
        switch key {
        case "zone": zone = other.zone
        case "until": pattern.until = other.pattern.until
        case "except": pattern.except = other.pattern.except
        default: pattern.preference = other.pattern.preference
        }
    }
}
