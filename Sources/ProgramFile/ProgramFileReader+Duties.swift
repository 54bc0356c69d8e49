import Mentoring
import TimeZoneCatalog
import Yams

extension ProgramFileReader {
    /// What falls to one volunteer a week, each with its volunteers.
    package func duties(_ entry: YAMLEntry, mentors: [ProgramDocument.MentorEntry]) throws -> [ProgramDocument
        .DutyEntry]
    {
        let entries = try entry.items()
        guard entries.count <= Self.mostDuties else { throw entry.wrong("at most \(Self.mostDuties) duties") }
        var seen: Set<Duty.Name> = []
        return try entries.map { entry in
            let duty = try duty(entry, mentors: mentors)
            guard seen.insert(duty.duty.name).inserted else {
                throw entry.wrong("each duty once; \(duty.duty.name) is there already")
            }
            return duty
        }
    }

    private static let mostDuties = 12

    private func duty(
        _ entry: YAMLEntry, mentors: [ProgramDocument.MentorEntry]
    ) throws -> ProgramDocument.DutyEntry {
        let fields = Fields(
            try entry.fields(
                required: ["name", "title"], optional: ["link", "min-gap-weeks", "max-per-month", "volunteers"]))
        let duty = Duty(
            name: try fields["name"].located { try Duty.validatedName(fields["name"].text()) },
            title: try fields["title"].oneLine(), link: try fields.optional("link")?.oneLine(),
            minGapWeeks: try fields.optional("min-gap-weeks")?.int(Mentor.gaps) ?? 2,
            maxPerMonth: try fields.optional("max-per-month")?.int(1...5) ?? 2)
        var seen: Set<EmailAddress> = []
        let volunteers = try fields.optional("volunteers")?.items(atMost: Limits.mentors).map { entry in
            let volunteer = try volunteer(entry, mentors: mentors)
            guard seen.insert(volunteer.email).inserted else {
                throw entry.wrong("each volunteer once; \(volunteer.email) is there already")
            }
            return volunteer
        }
        return .init(duty: duty, volunteers: volunteers ?? [])
    }

    /// A mentor of the file by address, or anybody with name, address and zone.
    private func volunteer(
        _ entry: YAMLEntry, mentors: [ProgramDocument.MentorEntry]
    ) throws -> ProgramDocument.VolunteerEntry {
        guard case .mapping = entry.node else {
            let email = try entry.located { try EmailAddress(entry.text()) }
            guard let mentor = mentors.first(where: { $0.email == email }) else {
                throw entry.wrong("the address of a mentor of this file, or name, email and zone")
            }
            return .init(name: mentor.name, email: email, formerly: mentor.formerly, zone: mentor.zone)
        }
        let fields = Fields(try entry.fields(required: ["name", "email", "zone"], optional: ["formerly"]))
        return .init(
            name: try fields["name"].oneLine(),
            email: try fields["email"].located { try EmailAddress(fields["email"].text()) },
            formerly: try formerAddresses(fields),
            zone: try fields["zone"].located { try zones.knownZone(fields["zone"].text()) })
    }
}
