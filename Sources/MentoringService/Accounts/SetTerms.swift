import CivilTime
import Mentoring
public import MentoringAPI
import ProgramFile
import TimeZoneCatalog

extension SetPerson: HandledRequest {
    /// Sets name, clock and reminders of whoever asks: their own word, which holds in every program.
    /// - Throws: `BadInput` for a name or zone that is none, and where nothing is set; `Refusal` conflict for the name of somebody
    ///   who leads a program.
    public func carryOut(for client: Client) async throws -> TermsView {
        let service = client.service
        let email = try client.caller.person()
        guard name != nil || zone != nil || reminders != nil else {
            throw BadInput("say what to set: --name, --zone or --reminders")
        }
        let reminders = reminders
        let name = try name.map { try PersonName.validated($0) }
        let zone = try zone.map { try service.zones.knownZone($0) }
        let dryRun = dryRun ?? false
        let now = service.clock.now()
        return try await service.store.write(forGood: !dryRun) { transaction in
            let person = try transaction.requirePerson(email)
            var terms = TermsChange(of: person, service: service, at: now, in: transaction)
            if name != nil || zone != nil { try terms.say(name: name, zone: zone) }
            if let reminders { try terms.remind(reminders) }
            return terms.view(isDone: !dryRun)
        }
    }
}

extension SetMentor: HandledRequest {
    /// Sets what a mentor has agreed to in a program, and their name and clock.
    ///
    /// What mentors say of their name and clock holds in every program; what an organizer says of them there alone, and only
    /// until they have spoken themself.
    ///
    /// - Throws: `BadInput` for a name or zone that is none, and where nothing is set; `Refusal` not-found for an unknown program
    ///   or mentor; not-allowed for another mentor's terms, and for a name or clock that its owner has set.
    public func carryOut(for client: Client) async throws -> TermsView {
        let service = client.service
        let caller = client.caller
        let owner = try caller.ownOr(email?.address)
        let request = self
        guard name != nil || zone != nil || maxPerMonth != nil || minGapWeeks != nil else {
            throw BadInput("say what to set: --max-per-month, --min-gap-weeks, --zone or --name")
        }
        let name = try name.map { try PersonName.validated($0) }
        let zone = try zone.map { try service.zones.knownZone($0) }
        let dryRun = dryRun ?? false
        let now = service.clock.now()
        return try await service.store.write(forGood: !dryRun) { transaction in
            let program = try transaction.requireProgram(request.program)
            let mentor = try transaction.requireMentor(
                owner, of: program.name, suggesting: caller.role == .organizer)
            var terms = TermsChange(of: mentor.person, service: service, at: now, in: transaction)
            if name != nil || zone != nil {
                if caller.speaks(for: owner) {
                    try terms.say(name: name, zone: zone)
                } else {
                    try terms.introduce(name: name, zone: zone, in: program)
                }
            }
            try terms.limit(maxPerMonth: request.maxPerMonth, minGapWeeks: request.minGapWeeks, in: program)
            if caller.speaks(for: owner) {
                // Whoever sends what stands already, as a form with both limits does, has not said it.
                let said = [
                    ("max-per-month", request.maxPerMonth, mentor.maxPerMonth),
                    ("min-gap-weeks", request.minGapWeeks, mentor.minGapWeeks),
                ].filter { _, asked, stands in asked != nil && asked != stands }
                try transaction.noteOwnWords(said.map(\.0), of: mentor.person.id, in: program.name)
            }
            return terms.view(isDone: !dryRun)
        }
    }
}
