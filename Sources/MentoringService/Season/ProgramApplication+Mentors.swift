import CivilTime
import Mentoring
import MentoringAPI
import ProgramFile
import TimeZoneCatalog
import Wording

extension ProgramApplication {
    mutating func applyMentors() throws {
        for entry in document.mentors { try refusals.gather(entry.place, of: entry.email) { try apply(entry) } }
        let kept = Set(document.mentors.map(\.email))
        for mentor in try transaction.mentors(of: program.name) where !kept.contains(mentor.person.email) {
            if prune, memory.isOfFile("mentor", of: mentor.person.id), try keepsOwn(of: mentor) { continue }
            guard removes("mentor", of: mentor.person.id, .mentor(mentor.person.name)) else {
                if memory.isOfFile("mentor", of: mentor.person.id) {
                    memory.keep(of: mentor.person.id)
                } else {
                    try removeHours(of: mentor.person)
                }
                continue
            }
            try remove(mentor)
        }
    }

    /// Takes a mentor out, and says what they lead until the season is planned again.
    private mutating func remove(_ mentor: Mentor) throws {
        let leads = try transaction.sessionsToCome(of: program.name, by: zones, at: now).filter {
            $0.mentor.id == mentor.person.id
        }.map(\.code)
        var departure = try Departure(of: mentor.person, from: program, service: service, at: now, in: transaction)
        try departure.endMentoring()
        note(.removed(.mentor(mentor.person.name, leading: leads)))
        note(departure.offers)
    }

    /// Says which offers have ended, and who is told.
    mutating func note(_ ended: [EndedOffer]) {
        for offer in ended { note(.removed(.offer(of: "\(offer.session.code)", told: offer.told.called()))) }
    }

    /// Whether a mentor stays, since they have hours that did not come from the file; what did is taken back.
    private mutating func keepsOwn(of mentor: Mentor) throws -> Bool {
        let (person, own) = (mentor.person, try ownSlots(of: mentor.person).map(\.pattern.summary))
        guard !own.isEmpty else { return false }
        try removeHours(of: person)
        memory.say(FileMemory.listed("mentor"), of: person.id)
        note(.extra(.mentor(person.name, person.email, of: program.name, slots: own)))
        return true
    }

    private mutating func apply(_ entry: ProgramDocument.MentorEntry) throws {
        // Whoever was removed takes part no more, and is known by their number alone.
        let known = try transaction.person(entry.email)?.id
        let stored = try transaction.mentors(of: program.name).first { $0.person.id == known }
        if let known, stored == nil, !adds("mentor", of: known, .mentor(entry.name)) {
            return memory.leaveAll(of: known)
        }
        let person = try applyPerson(entry.name, entry.email, entry.zone)
        if stored == nil { memory.say("mentor", of: person.id) } else { memory.find("mentor", of: person.id) }
        let region = self.region(of: entry, person, stored)
        var mentor = Mentor(
            program: program.name, person: person,
            region: region ?? stored?.region ?? zones.region(of: entry.zone), weight: entry.weight,
            minGapWeeks: entry.minGapWeeks, maxPerMonth: entry.maxPerMonth, knows: entry.knows,
            since: stored?.since ?? now)
        guard let stored else {
            mentor.keepsRegion = entry.region != nil && mentor.region != zones.region(of: person.shownZone)
            try transaction.refuseBeyondLimit(1, moreMentorsOf: program.name)
            try service.store(mentor, after: nil, at: now, in: transaction)
            for field in mentor.fileFields { memory.say(field.key, of: person.id, field.words) }
            note(.added(.entry(.mentor(person.name))))
            return try applyHours(entry, of: person, movedFrom: nil)
        }
        // What the file said of it before is what somebody may have changed since.
        if region == nil { memory.keep("region", of: person.id) }
        for (file, field) in zip(mentor.fileFields, stored.fileFields)
        where try (file.key != "region" || region != nil)
            && !takes(
                file.key, called: .of(person.name, key: file.key), of: person.id, file: file.words,
                stored: field.words)
        {
            mentor.keep(file.key, of: stored)
        }
        let isChosen = entry.region == mentor.region && mentor.region != zones.region(of: person.shownZone)
        mentor.keepsRegion = isChosen || stored.region == mentor.region && stored.keepsRegion
        if stored != mentor {
            let ended = try service.store(mentor, after: stored, at: now, in: transaction)
            let changes = FileField.changes(from: stored.fileFields, to: mentor.fileFields)
            if !changes.isEmpty { note(.changed(.fields(.mentor(person.name), changes))) }
            note(ended)
        }
        try applyHours(entry, of: person, movedFrom: stored.person.shownZone)
    }

    /// The region that the file names, or that of the clock which a mentor reads, whoever said so.
    ///
    /// - Returns: nil for whose clock is not the file's, where the file says nothing new of their region: that is where their clock,
    ///   or somebody since, put them.
    private mutating func region(of entry: ProgramDocument.MentorEntry, _ person: Person, _ stored: Mentor?) -> Region?
    {
        let named = FileMemory.regionNamed
        if let region = entry.region {
            memory.say(named, of: person.id)
            return region
        }
        let own = zones.region(of: person.shownZone)
        let isNew = !memory.knew("region", of: person.id) || memory.knew(named, of: person.id)
        if stored != nil, person.shownZone != entry.zone, !isNew, !newRegions.contains(own) { return nil }
        return program.allRegions.contains(own) ? own : stored?.region ?? zones.region(of: entry.zone)
    }

    /// Enters somebody as the file has them, as far as they have not said otherwise themself.
    mutating func applyPerson(_ name: String, _ email: EmailAddress, _ zone: TimeZoneID) throws -> Person {
        try transaction.refuseBlocked(email, in: program.name)
        // Whoever takes part in nothing here is new here, whatever other programs know of them.
        let known = try transaction.person(email, in: program)
        var wanted = Person(name: name, email: email, zone: zone)
        if let known {
            func takes(_ key: String, file: String, stored: String) throws -> Bool {
                try self.takes(key, called: .of(known.name, key: key), of: known.id, file: file, stored: stored)
            }
            if try !takes("name", file: name, stored: known.name) { wanted.name = known.name }
            if try !takes("zone", file: zone.name, stored: known.shownZone.name) { wanted.zone = known.shownZone }
        }
        let person = try transaction.enter(wanted, into: program.name, by: .organizers, at: now)
        for address in fileAddresses[email] ?? [email] {
            memory.say(FormerAddresses.key, of: person.id, address.description)
        }
        // Whoever has spoken, or is known elsewhere, is called and placed by nobody else, whatever the file says now or overrides.
        for (field, stored, file) in [
            ("name", person.name, wanted.name), ("zone", person.shownZone.name, wanted.shownZone.name),
        ] where stored != file {
            note(.kept(.ownWord(of: known?.name ?? person.name, key: field, stored, file: file)))
        }
        guard let known else {
            memory.say("name", of: person.id, name)
            memory.say("zone", of: person.id, zone.name)
            return person
        }
        func fields(_ person: Person) -> [FileField] {
            [FileField("name", FileField.quoted(person.name)), FileField("zone", person.shownZone.name)]
        }
        let changes = FileField.changes(from: fields(known), to: fields(person))
        if !changes.isEmpty { note(.changed(.fields(.person(known.name), changes))) }
        return person
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
