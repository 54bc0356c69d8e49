import Mentoring
import MentoringAPI
import ProgramFile
import Wording

extension ProgramApplication {
    mutating func applyDuties() throws {
        for (place, entry) in zip(1..., document.duties) { try apply(entry, at: place) }
        let kept = Set(document.duties.map(\.duty.name))
        for duty in try transaction.duties(of: program.name) where !kept.contains(duty.name) {
            guard removes("duty \(duty.name)", of: nil, .duty(duty.title)) else {
                for volunteer in try volunteers(for: duty) {
                    memory.keep("volunteer \(duty.name)", of: volunteer.person.id)
                }
                continue
            }
            let name = try self.names
            let names = try volunteers(for: duty).map { name($0.person) }.sorted()
            let ended = try service.end(duty, of: program, at: now, in: transaction)
            let told = Set(ended.flatMap(\.told).map { name($0) }).sorted()
            note(.removed(.duty(duty.title, volunteers: names, told: told, weeks: ended.map(\.turn))))
        }
    }

    /// Which weeks of a duty somebody has until the season is planned again.
    private func weeks(of person: Person, for duty: Duty) throws -> [DutyTurn] {
        try transaction.dutyTurns(of: duty.name, inEverySeasonOf: program.name).filter {
            $0.person.id == person.id && $0.isUpcoming(at: now)
        }
    }

    private func volunteers(for duty: Duty) throws -> [Volunteer] {
        try transaction.volunteers(of: program.name).filter { $0.duty == duty.name }
    }

    private mutating func apply(_ entry: ProgramDocument.DutyEntry, at place: Int) throws {
        let duty = entry.duty
        let stored = try transaction.duties(of: program.name)
        let known = stored.first { $0.name == duty.name }
        if known != nil {
            memory.find("duty \(duty.name)", of: nil)
        } else if !adds("duty \(duty.name)", of: nil, .duty(duty.title)) {
            return
        }
        if stored.count < place || stored[place - 1] != duty {
            try transaction.save(duty, at: place, of: program.name)
            if let known {
                let changes = FileField.changes(from: known.fileFields, to: duty.fileFields)
                if !changes.isEmpty { note(.changed(.fields(.duty(duty.title), changes))) }
            } else {
                note(.added(.entry(.duty(duty.title))))
            }
        }
        var others = try volunteers(for: duty)
        let key = "volunteer \(duty.name)"
        for entry in entry.volunteers {
            try refusals.gather(entry.place, of: entry.email) { try apply(entry, for: duty, key, &others) }
        }
        let name = try names
        for volunteer in others {
            let shown = name(volunteer.person)
            guard removes(key, of: volunteer.person.id, .volunteer(shown, for: duty.title)) else { continue }
            let weeks = try weeks(of: volunteer.person, for: duty)
            let ended = try service.endVolunteering(
                volunteer.person, for: duty, of: program.name, at: now, transaction)
            note(
                .removed(
                    .volunteer(
                        shown, for: duty.title, weeks: weeks.map(\.code),
                        told: weeks.filter { $0.status == .announced }.map(\.code))))
            for offer in ended ?? [] {
                note(.removed(.offer(of: "\(offer.turn)", told: offer.told.called { name($0) })))
            }
        }
    }

    /// Lets somebody take turns at a duty, who is none of the others then.
    private mutating func apply(
        _ entry: ProgramDocument.VolunteerEntry, for duty: Duty, _ key: String, _ others: inout [Volunteer]
    ) throws {
        let before = try transaction.person(entry.email)?.id
        let isKnown = try volunteers(for: duty).contains { $0.person.id == before }
        if let before, !isKnown, !adds(key, of: before, .volunteer(entry.name, for: duty.title)) { return }
        let person = try applyPerson(entry.name, entry.email, entry.zone)
        if isKnown {
            memory.find(key, of: person.id)
            others.removeAll { $0.person.id == person.id }
        } else {
            memory.say(key, of: person.id)
            try transaction.add(Volunteer(duty: duty.name, person: person, since: now), to: program.name)
            note(.added(.entry(.volunteer(person.name, for: duty.title))))
        }
    }
}
