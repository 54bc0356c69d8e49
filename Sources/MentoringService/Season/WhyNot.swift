import CivilTime
import Mentoring
public import MentoringAPI
import Rotation
import SeasonPlanning
import TimeZoneCatalog

extension ExplainAbsence: HandledRequest {
    /// Explains what spoke against a mentor's leading their region's turn in a week.
    ///
    /// Nothing is stored.
    ///
    /// - Returns: what speaks against them, or that they do lead, by what is stored now.
    /// - Throws: `Refusal` not-found for an unknown program or mentor, or a week that the season does not have.
    public func carryOut(for client: Client) async throws -> WhyNotView {
        let service = client.service
        let email = try mentor.address
        let now = service.clock.now()
        let (facts, mentor) = try await service.store.read { transaction in
            let program = try transaction.requireProgram(program, season: season)
            let mentor = try transaction.requireMentor(email, of: program.name)
            guard (1...program.season.weeks).contains(week) else {
                throw Refusal(
                    .notFound, "\(program.name) has the weeks 1 to \(program.season.weeks), and no week \(week)")
            }
            return (
                try SeasonFacts(of: program, in: transaction, by: service.zones, now: now, told: client.principal),
                mentor
            )
        }
        let turn = Turn(week: week, region: mentor.region)
        let why = try SeasonWhy(
            facts, into: turn, effort: .inquiry, zones: service.zones, recurrence: service.recurrence)
        let leader = why.plan.offers[turn].flatMap { offer in
            facts.mentors.first { $0.person.id == offer.mentor }?.person.name
        }
        let view = WhyNotView(
            session:
                "\(SessionCode(program: program, season: facts.program.season.name, week: week, region: mentor.region))",
            week: week,
            region: mentor.region, leader: leader, objection: try why.objection(to: mentor, at: turn),
            notes: why.history(of: turn))
        return client.caller.role == .organizer ? view : view.withoutDaysOff
    }
}
