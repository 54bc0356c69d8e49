import CivilTime
public import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

extension ShowHealth: HandledRequest {
    public func carryOut(for client: Client) async throws -> HealthView {
        try await client.service.health(of: program, for: client.caller)
    }
}

extension TrainingService {
    /// Tells how a program's training fares this season, with the numbers behind every claim.
    ///
    /// Nothing is stored.
    ///
    /// - Parameters:
    ///   - name: the program.
    ///   - caller: who asks: one of its mentors, or an organizer; only the latter are told who waits.
    /// - Returns: who comes, who waits, who carries too much, and which region withers.
    /// - Throws: `Refusal` not-found for an unknown program; not-allowed for others.
    public func health(of name: Program.Name, for caller: Caller) async throws -> HealthView {
        let now = clock.now()
        let health = try await store.read { transaction in
            let program = try transaction.requireProgram(name)
            let isMentor = try transaction.mentors(of: program.name).contains { $0.person.email == caller.email }
            guard caller.role == .organizer || isMentor else {
                throw Refusal(.notAllowed, "the health of \(program.name) is for its mentors and organizers")
            }
            return try TrainingHealth(of: program, in: transaction, zones: zones, recurrence: recurrence, now: now)
        }
        return try health.view(namingThoseWhoWait: caller.role == .organizer)
    }
}
