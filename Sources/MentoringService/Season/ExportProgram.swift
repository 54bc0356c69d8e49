import CivilTime
import Mentoring
public import MentoringAPI
import ProgramFile
import TimeZoneCatalog

extension ExportProgram: HandledRequest {
    /// A program as a program file has it; applying that file again changes nothing.
    /// - Throws: `Refusal` not-found for an unknown program.
    public func carryOut(for client: Client) async throws -> ProgramText {
        let (service, name) = (client.service, program)
        let now = service.clock.now()
        let document = try await service.store.read { transaction in
            let program = try transaction.requireProgram(name).withoutPastSeasons(at: now)
            let slots = try transaction.slots(of: name)
            let mentors = try transaction.mentors(of: name).map { mentor in
                ProgramDocument.MentorEntry(
                    name: mentor.person.name, email: mentor.person.email, zone: mentor.person.shownZone,
                    region: mentor.region, weight: mentor.weight, minGapWeeks: mentor.minGapWeeks,
                    maxPerMonth: mentor.maxPerMonth, knows: mentor.knows.filter(program.areas.contains),
                    slots: slots.filter { $0.mentor == mentor.person.id }.map {
                        .init(pattern: $0.pattern, zone: $0.zone == mentor.person.shownZone ? nil : $0.zone)
                    },
                    // Somebody and their organizer may both have said the same.
                    away: try transaction.absences(of: mentor.person.id, in: name).filter {
                        $0.isTold(of: mentor.person)
                    }
                    .map(\.days).withoutRepetition)
            }
            let volunteers = try transaction.volunteers(of: name)
            let duties = try transaction.duties(of: name).map { duty in
                ProgramDocument.DutyEntry(
                    duty: duty,
                    volunteers: volunteers.filter { $0.duty == duty.name }.map {
                        .init(name: $0.person.name, email: $0.person.email, zone: $0.person.shownZone)
                    })
            }
            return ProgramDocument(
                program: program, organizers: try transaction.organizers(of: name),
                stages: try transaction.stages(of: name),
                freezes: try transaction.freezes(of: name),
                mentors: mentors, duties: duties)
        }
        return ProgramText(text: try document.yaml())
    }
}
