import CivilTime
import Mentoring
import MentoringAPI
import ProgramFile
import TimeZoneCatalog

extension ProgramApplication {
    mutating func applyMentors() throws {
        for entry in document.mentors { try apply(entry) }
        let kept = Set(document.mentors.map(\.email))
        for mentor in try transaction.mentors(of: program.name) where !kept.contains(mentor.person.email) {
            guard removes("mentor", of: mentor.person.id, "mentor \(mentor.person.name)") else {
                memory.keep(of: mentor.person.id)
                continue
            }
            try remove(mentor)
        }
    }

    /// Takes a mentor out, and says what they lead until the season is planned again.
    private mutating func remove(_ mentor: Mentor) throws {
        let leads = try transaction.sessionsToCome(of: program.name, by: zones, at: now).filter {
            $0.mentor.id == mentor.person.id
        }.map(\.code.description)
        var departure = Departure(of: mentor.person, from: program, service: service, at: now, in: transaction)
        try departure.endMentoring()
        let lost = leads.isEmpty ? "" : ", who leads \(leads.named) no more once the season is planned again"
        note(.removed, "mentor \(mentor.person.name)\(lost)")
    }

    private mutating func apply(_ entry: ProgramDocument.MentorEntry) throws {
        // Whoever was removed takes part no more, and is known by their number alone.
        let known = try transaction.person(entry.email)?.id
        let stored = try transaction.mentors(of: program.name).first { $0.person.id == known }
        if let known, stored == nil, !adds("mentor", of: known, "mentor \(entry.name)") {
            return memory.keep(of: known)
        }
        let person = try applyPerson(entry.name, entry.email, entry.zone)
        memory.say("mentor", of: person.id)
        var mentor = Mentor(
            program: program.name, person: person, region: entry.region, weight: entry.weight,
            minGapWeeks: entry.minGapWeeks, maxPerMonth: entry.maxPerMonth, knows: entry.knows,
            since: stored?.since ?? now)
        guard let stored else {
            try transaction.refuseBeyondLimit(1, moreMentorsOf: program.name)
            try transaction.save(mentor)
            for field in mentor.fileFields { memory.say(field.key, of: person.id, field.words) }
            note(.added, "mentor \(person.name)")
            return try applyHours(entry, of: person, movedFrom: nil)
        }
        for (file, field) in zip(mentor.fileFields, stored.fileFields)
        where !takes(
            file.key, called: "\(person.name)’s own \(file.key)", of: person.id, file: file.words, stored: field.words)
        {
            mentor.keep(file.key, of: stored)
        }
        if stored != mentor {
            try transaction.save(mentor)
            let changes = FileField.changes(from: stored.fileFields, to: mentor.fileFields)
            if !changes.isEmpty { note(.changed, "mentor \(person.name): \(changes.joined(separator: ", "))") }
        }
        try applyHours(entry, of: person, movedFrom: stored.person.shownZone)
    }

    private mutating func applyHours(
        _ entry: ProgramDocument.MentorEntry, of person: Person, movedFrom old: TimeZoneID?
    ) throws {
        try applySlots(entry, of: person)
        try moveSlots(besides: entry.slots.map(\.pattern), of: person, from: old)
        try applyAbsences(entry, of: person)
    }

    /// Enters somebody as the file has them, as far as they have not said otherwise themself.
    mutating func applyPerson(_ name: String, _ email: EmailAddress, _ zone: TimeZoneID) throws -> Person {
        try transaction.refuseBlocked(email, in: program.name)
        // Whoever takes part in nothing here is new here, whatever other programs know of them.
        let known = try transaction.person(email, in: program)
        var wanted = Person(name: name, email: email, zone: zone)
        if let known {
            let (id, own) = (known.id, "\(known.name)’s own")
            if !takes("name", called: "\(own) name", of: id, file: name, stored: known.name) {
                wanted.name = known.name
            }
            if !takes("zone", called: "\(own) zone", of: id, file: zone.name, stored: known.shownZone.name) {
                wanted.zone = known.shownZone
            }
        }
        let person = try transaction.enter(wanted, into: program.name)
        memory.say(FormerAddresses.key, of: person.id, (fileAddresses[email] ?? email).description)
        guard let known else {
            memory.say("name", of: person.id, name)
            memory.say("zone", of: person.id, zone.name)
            return person
        }
        // Whoever has spoken, or is known elsewhere, is called and placed by nobody else, whatever the file says now or overrides.
        for (field, stored, file) in [
            ("name", person.name, wanted.name), ("zone", person.shownZone.name, wanted.shownZone.name),
        ] where stored != file {
            note(.kept, "\(known.name)’s own \(field) \(stored), which only they change; the file says \(file)")
        }
        func fields(_ person: Person) -> [FileField] {
            [FileField("name", FileField.quoted(person.name)), FileField("zone", person.shownZone.name)]
        }
        let changes = FileField.changes(from: fields(known), to: fields(person))
        if !changes.isEmpty { note(.changed, "person \(known.name): \(changes.joined(separator: ", "))") }
        return person
    }

    private mutating func applySlots(_ entry: ProgramDocument.MentorEntry, of person: Person) throws {
        var stored = try transaction.slots(of: program.name).filter { $0.mentor == person.id }
        var count = stored.count
        for wanted in entry.slots {
            let (pattern, key) = (wanted.pattern, wanted.pattern.key)
            let words = "slot of \(person.name): \(pattern.summary)"
            let remarks = [pattern.remark(in: program.span(at: now))].compactMap(\.self)
            let fields = pattern.fileFields(in: wanted.zone.name)
            let same = stored.indices.filter { stored[$0].pattern.isSameSlot(as: pattern) }
            guard let same = same.first(where: { stored[$0].zone == wanted.zone }) ?? same.first else {
                for field in fields { memory.say("\(key), \(field.key)", of: person.id, field.words) }
                guard adds(key, of: person.id, words) else { continue }
                _ = try transaction.add(
                    Slot(program: program.name, mentor: person.id, pattern: pattern, zone: wanted.zone))
                count += 1
                note(.added, words, but: remarks)
                continue
            }
            let known = stored.remove(at: same)
            memory.say(key, of: person.id)
            var slot = known
            (slot.pattern, slot.zone) = (pattern, wanted.zone)
            for (file, field) in zip(fields, known.fileFields)
            where !takes(
                "\(key), \(file.key)", called: "\(words), own \(file.key)", of: person.id, file: file.words,
                stored: field.words)
            {
                slot.keep(file.key, of: known)
            }
            guard slot != known else { continue }
            try transaction.update(slot)
            let changes = FileField.changes(from: known.fileFields, to: slot.fileFields)
            note(
                .changed, words + (changes.isEmpty ? "" : " (\(changes.joined(separator: ", ")))"), but: remarks)
        }
        for slot in stored {
            let words = "slot of \(person.name): \(slot.pattern.summary)"
            guard removes(slot.pattern.key, of: person.id, words) else {
                for field in slot.fileFields { memory.keep("\(slot.pattern.key), \(field.key)", of: person.id) }
                continue
            }
            _ = try transaction.remove(slot.id)
            count -= 1
            note(.removed, words)
        }
        try service.refuseBeyondLimit(count, of: person)
    }

    /// Lets what the file does not say follow the clock of whom it moves: slots are times on their mentor's wall.
    private mutating func moveSlots(
        besides known: [SlotPattern], of person: Person, from old: TimeZoneID?
    ) throws {
        guard let old, old != person.shownZone else { return }
        for var slot in try transaction.slots(of: program.name)
        where slot.mentor == person.id && slot.zone == old
            && !known.contains(where: { slot.pattern.isSameSlot(as: $0) })
        {
            slot.zone = person.shownZone
            try transaction.update(slot)
            note(.changed, "slot of \(person.name): \(slot.pattern.summary) (zone \(old) → \(slot.zone))")
        }
    }

    private mutating func applyAbsences(_ entry: ProgramDocument.MentorEntry, of person: Person) throws {
        let stored = try transaction.absences(of: person.id, in: program.name).filter { $0.isTold(of: person) }
        let wanted = Set(entry.away)
        func key(_ days: DayRange) -> String { "away \(days)" }
        func words(_ days: DayRange) -> String { "absence of \(person.name): \(days)" }
        // What people say of themselves is theirs, and no matter of the file.
        for away in stored where away.program == program.name && !wanted.contains(away.days) {
            guard removes(key(away.days), of: person.id, words(away.days)) else { continue }
            _ = try transaction.remove(away.id)
            note(.removed, words(away.days))
        }
        for days in wanted.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            guard !stored.contains(where: { $0.days == days }) else {
                memory.say(key(days), of: person.id)
                continue
            }
            guard adds(key(days), of: person.id, words(days)) else { continue }
            _ = try transaction.enter(Away(person: person.id, days: days, program: program.name), of: person)
            note(.added, words(days))
        }
    }
}

extension Mentor {
    /// What the file says of a mentor, but for who they are and when they can.
    fileprivate var fileFields: [FileField] {
        [
            FileField("region", region.rawValue), FileField("weight", "\(weight)"),
            FileField("min-gap-weeks", "\(minGapWeeks)"), FileField("max-per-month", "\(maxPerMonth)"),
            FileField("knows", FileField.list(knows)),
        ]
    }

    /// Leaves a field as another has it.
    fileprivate mutating func keep(_ key: String, of other: Mentor) {
        switch key {
        case "region": region = other.region
        case "weight": weight = other.weight
        case "min-gap-weeks": minGapWeeks = other.minGapWeeks
        case "max-per-month": maxPerMonth = other.maxPerMonth
        default: knows = other.knows
        }
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

extension SlotPattern {
    /// What tells a mentor's slots apart: `slot Tue 17:00`, with the first day where it has one.
    fileprivate var key: String { "slot \(summary)" + (from.map { " from \($0)" } ?? "") }
}
