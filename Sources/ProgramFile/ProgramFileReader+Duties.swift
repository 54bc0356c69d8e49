import Mentoring
import TimeZoneCatalog
import Yams

extension ProgramFileReader {
    /// What falls to one volunteer a week, each with its volunteers.
    ///
    /// `named` are the addresses of all mentors of the file, also of those that cannot be read otherwise.
    package func duties(
        _ entry: YAMLEntry, mentors: [ProgramDocument.MentorEntry], named: Set<String>
    ) throws -> [ProgramDocument.DutyEntry] {
        let entries = try entry.items()
        guard entries.count <= Self.mostDuties else { throw entry.wrong("at most \(Self.mostDuties) duties") }
        var seen: Set<Duty.Name> = []
        return try entry.each { entry in
            let duty = try self.duty(entry, mentors: mentors, named: named)
            guard seen.insert(duty.duty.name).inserted else {
                throw entry.wrong("each duty once; \(duty.duty.name) is there already")
            }
            return duty
        }
    }

    static let mostDuties = 12

    private func duty(
        _ entry: YAMLEntry, mentors: [ProgramDocument.MentorEntry], named: Set<String>
    ) throws -> ProgramDocument.DutyEntry {
        let fields = try Fields(of: entry, FileKey.ofDuty)
        let name = try fields.read { fields in
            try fields["name"].located { try Duty.validatedName(fields["name"].text()) }
        }
        let title = try fields.read { try $0["title"].oneLine() }
        let link = try fields.readIfAny("link") { try $0.oneLine() }
        let minGapWeeks = try fields.read("min-gap-weeks", or: 2) { try $0.int(Mentor.gaps) }
        let maxPerMonth = try fields.read("max-per-month", or: 2) { try $0.int(Duty.monthlyLimits) }
        var seen: Set<EmailAddress> = []
        let volunteers: [ProgramDocument.VolunteerEntry] = try fields.read("volunteers", or: []) { entries in
            try entries.each(atMost: Limits.mentors) { entry in
                let volunteer = try self.volunteer(entry, mentors: mentors, named: named)
                guard seen.insert(volunteer.email).inserted else {
                    throw entry.wrong("each volunteer once; \(volunteer.email) is there already")
                }
                return volunteer
            }
        }
        guard let name, let title else { throw NotedAlready() }
        return .init(
            duty: Duty(name: name, title: title, link: link, minGapWeeks: minGapWeeks, maxPerMonth: maxPerMonth),
            volunteers: volunteers)
    }

    /// A mentor of the file by address, or anybody with name, address and zone.
    private func volunteer(
        _ entry: YAMLEntry, mentors: [ProgramDocument.MentorEntry], named: Set<String>
    ) throws -> ProgramDocument.VolunteerEntry {
        guard case .mapping = entry.node else {
            let email = try entry.located { try EmailAddress(entry.text()) }
            guard let mentor = mentors.first(where: { $0.email == email }) else {
                guard !named.contains(email.description) else { throw NotedAlready() }
                throw entry.wrong("the address of a mentor of this file, or name, email and zone")
            }
            return .init(
                name: mentor.name, email: email, formerly: mentor.formerly, zone: mentor.zone, place: entry.place)
        }
        let fields = try Fields(of: entry, FileKey.ofVolunteer)
        let name = try fields.read { try $0["name"].oneLine() }
        let email = try fields.read { fields in try fields["email"].located { try EmailAddress(fields["email"].text()) }
        }
        let formerly = try fields.read { try self.formerAddresses($0) } ?? []
        let zone = try fields.read { fields in
            try fields["zone"].located { try zones.knownZone(fields["zone"].text()) }
        }
        guard let name, let email, let zone else { throw NotedAlready() }
        return .init(name: name, email: email, formerly: formerly, zone: zone, place: entry.place)
    }
}
