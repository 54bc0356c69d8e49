import CivilTime
import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

extension ShowHealth: HandledRequest {
    /// Tells how a program's training fares this season, with the numbers behind every claim.
    ///
    /// Nothing is stored.
    ///
    /// - Returns: who comes, who waits, who carries too much, and which region withers.
    /// - Throws: `Refusal` not-found for an unknown program; not-allowed for others.
    public func carryOut(for client: Client) async throws -> HealthView {
        let service = client.service
        let (name, named) = (program, season)
        let caller = client.caller
        let now = service.clock.now()
        let (health, names, unrecorded, missed, nicknames) = try await service.store.read { transaction in
            let program = try transaction.requireProgram(name, season: named)
            let isMentor = try transaction.mentors(of: program.name).contains { $0.person.email == caller.email }
            guard caller.role == .organizer || isMentor else {
                throw Refusal(.notAllowed, "the health of \(program.name) is for its mentors and organizers")
            }
            let health = try TrainingHealth(
                of: program, in: transaction, zones: service.zones, recurrence: service.recurrence, now: now,
                told: client.principal)
            return (
                health, try transaction.toldApart(in: program.name, for: client.principal, by: service.secrets),
                try transaction.unrecordedSessions(of: program, by: service.zones, at: now),
                try transaction.missedSessions(of: program, by: service.zones, at: now),
                try transaction.nicknameViews(of: program.name, for: nil).filter { $0.word == .waiting }
            )
        }
        var view = try health.view(naming: caller.role == .organizer ? { names($0) } : nil)
        (view.unrecorded, view.missed, view.nicknames) = (unrecorded, missed, nicknames)
        return view
    }
}
